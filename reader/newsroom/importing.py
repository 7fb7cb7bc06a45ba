"""Sources in and out: OPML and newsboat's files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.exchange.newsboat import Flagged, find_newsboat_cache, read_newsboat
from reader.exchange.opml import parse_opml
from reader.model.feed import Subscription
from reader.newsroom.file_reading import read_file
from reader.wording.catalogue import say

LARGEST_MEGABYTES = 50
"""Ten thousand feeds with long descriptions are 5 MB."""


@dataclass(frozen=True, slots=True)
class Import:
    """What a file of sources holds."""

    feeds: tuple[Subscription, ...]
    skipped: tuple[str, ...]
    """What was left out and why, a sentence each."""
    views: tuple[tuple[str, str], ...] = ()
    """newsboat's query feeds: name and query."""
    read: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Stories that newsboat has as read: the feed's address, and a guid or link in it; with
    the Unix seconds of their publication, 0 if unknown."""
    flagged: tuple[Flagged, ...] = ()
    """Stories that somebody flagged in newsboat, with their texts."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did."""

    added: int
    known: int
    """Sources that were subscribed to already."""
    skipped: tuple[str, ...]
    saved: int = 0
    """Stories kept in the other reader that are saved here now."""


def read_import(path: Path) -> Import:
    """Read an OPML file or newsboat's ``urls`` (with the ``cache.db`` beside it).

    Raises:
        LoadError: it cannot be read or is neither.

    """
    data = read_file(path, LARGEST_MEGABYTES, say("file.sources"))
    if b"<opml" in data[:4096].lower() or b"<outline" in data.lower():
        opml = parse_opml(data)
        return Import(opml.feeds, opml.skipped)
    cache = find_newsboat_cache(path, Path.home(), os.environ)
    newsboat = read_newsboat(path, cache)
    return Import(newsboat.feeds, newsboat.skipped, newsboat.views, newsboat.read, newsboat.flagged)
