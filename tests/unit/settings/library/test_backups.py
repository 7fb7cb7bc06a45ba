"""Which copies of the library stay."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

from reader.settings.library.backups import BEFORE_CHANGES, DAILY, tidy


def _copies(directory: Path, *names: str) -> None:
    """Copies, the oldest first."""
    for age, name in enumerate(names):
        (directory / name).touch()
        os.utime(directory / name, (age, age))


def test_of_a_week_gone_by_the_last_copy_stays(tmp_path: Path) -> None:
    monday = date(2026, 3, 2)
    days = [monday + timedelta(number) for number in range(7 + DAILY)]
    _copies(tmp_path, *(f"library-{day}.db" for day in days))
    tidy(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"library-{day}.db" for day in days[6:]
    ]


def test_few_copies_from_before_a_change_stay(tmp_path: Path) -> None:
    names = [f"library-v{version}-20260302T000000.db" for version in range(1, 7)]
    _copies(tmp_path, *names)
    tidy(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == names[-BEFORE_CHANGES:]
