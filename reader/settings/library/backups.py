"""Copies of the library: one a day, and one before its form changes."""

from __future__ import annotations

import contextlib
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from reader.model.errors import StoreError
from reader.settings.library.schema import LIBRARY
from reader.store.database import is_sound, make_private, sync

DAILY = 7
"""Days of which each has its copy."""
WEEKLY = 4
"""Weeks before those of which the last copy stays."""
BEFORE_CHANGES = 3
"""Copies kept from before a change of form."""

_DAY = re.compile(r"library-(\d{4}-\d{2}-\d{2})\.db")


def path_of_day(directory: Path, now: int) -> Path:
    """Where the copy of this day (in UTC) lies."""
    return directory / f"library-{datetime.fromtimestamp(now, UTC):%Y-%m-%d}.db"


def path_before_change(directory: Path, now: int, version: int) -> Path:
    """Where the copy lies that is made before the form of `version` is changed."""
    return directory / f"library-v{version}-{datetime.fromtimestamp(now, UTC):%Y%m%dT%H%M%S}.db"


def all_backups(directory: Path) -> list[Path]:
    """Every copy, the newest first."""
    if not directory.is_dir():
        return []
    return sorted(directory.glob("library-*.db"), key=lambda path: path.stat().st_mtime_ns)[::-1]


def tidy(directory: Path) -> None:
    """Remove copies that are neither among the last days nor the last of a recent week."""
    days = sorted(path for path in all_backups(directory) if _DAY.fullmatch(path.name))[::-1]
    weeks: dict[tuple[int, int], Path] = {}
    for path in days[DAILY:]:
        year, week, _ = datetime.fromisoformat(path.stem.removeprefix("library-")).isocalendar()
        weeks.setdefault((year, week), path)
    kept = {*days[:DAILY], *list(weeks.values())[:WEEKLY]}
    changes = [path for path in all_backups(directory) if not _DAY.fullmatch(path.name)]
    for path in (*days, *changes[BEFORE_CHANGES:]):
        if path not in kept:
            path.unlink(missing_ok=True)


def restore(directory: Path, target: Path) -> Path | None:
    """Put the newest sound copy at `target`; returns which, None if there is none."""
    for backup in all_backups(directory):
        with contextlib.suppress(StoreError):
            if not is_sound(backup, LIBRARY.application_id):
                continue
            half = target.with_name(target.name + ".part")
            half.unlink(missing_ok=True)
            make_private(half)
            shutil.copyfile(backup, half)
            sync(half)
            half.replace(target)
            sync(target.parent)
            return backup
    return None
