"""Ways to begin for somebody without sources: what lies on this machine, and the shelf."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.exchange.newsboat import find_newsboat
from reader.model.errors import ReaderError
from reader.newsroom.importing import read_import
from reader.settings.shelf import shelf

_PLACES = ("", "Downloads", "Documents")
"""Where people leave an OPML file, below their home."""


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What a first start can offer."""

    newsboat: Path | None
    newsboat_sources: int
    opml: Path | None
    opml_sources: int
    shelf: int
    """Sources on the shelf."""


def beginnings(home: Path, environ: Mapping[str, str] = os.environ) -> Beginnings:
    """Look for newsboat's file and the newest OPML file in the usual places. Never raises."""
    newsboat, opml = find_newsboat(home, environ), _newest_opml(home)
    taken = _count(newsboat)
    listed = _count(opml)
    return Beginnings(
        newsboat if taken else None, taken, opml if listed else None, listed, len(shelf())
    )


def _newest_opml(home: Path) -> Path | None:
    dated_files: list[tuple[float, Path]] = []
    for place in _PLACES:
        try:
            dated_files += [(path.stat().st_mtime, path) for path in (home / place).glob("*.opml")]
        except OSError:
            continue
    return max(dated_files)[1] if dated_files else None


def _count(path: Path | None) -> int:
    if path is None:
        return 0
    try:
        return len(read_import(path).feeds)
    except ReaderError:
        return 0
