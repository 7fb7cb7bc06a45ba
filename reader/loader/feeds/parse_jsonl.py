"""Feed files to JSON lines, for ``newsreader parse --jsonl FILE...`` and the benchmarks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from reader.loader.feeds.parse import parse_feed
from reader.model.errors import LoadError
from reader.model.feed import Entry, ParsedFeed

MOST_BYTES = 32_000_000
"""Of one file; more is not read."""

_NOWHERE = "http://nowhere.invalid/"
"""Where a file's relative addresses are resolved, so that they can be told and given as written."""


def answer_files(paths: Iterable[str]) -> Iterator[str]:
    """Yield one JSON object a file: ``file``, ``feed`` and ``entries``, or ``file`` and ``error``.

    ``published`` is ISO 8601 in UTC; the date of change stands in where an entry has no other.
    """
    for path in paths:
        yield json.dumps({"file": path} | _answer(path), ensure_ascii=False)


def _answer(path: str) -> dict[str, object]:
    try:
        with Path(path).open("rb") as file:
            feed = parse_feed(file.read(MOST_BYTES), url=_NOWHERE)
    except (LoadError, OSError) as error:
        return {"error": str(error)}
    return _feed(feed)


def _feed(feed: ParsedFeed) -> dict[str, object]:
    return {
        "feed": {
            "title": feed.title,
            "link": _address(feed.link),
            "format": feed.format,
            "description": feed.description,
            "lang": feed.lang,
        },
        "entries": [_entry(entry) for entry in feed.entries],
        "warnings": list(feed.warnings),
    }


def _entry(entry: Entry) -> dict[str, object]:
    published = entry.published if entry.published is not None else entry.updated
    return {
        "id": entry.guid,
        "title": entry.title,
        "link": _address(entry.link),
        "published": _date(published),
        "updated": _date(entry.updated),
        "summary": entry.summary_html,
        "content": entry.content_html,
        "author": entry.author,
        "categories": list(entry.categories),
        "enclosures": [
            {"url": _address(enclosure.url), "type": enclosure.type, "length": enclosure.length}
            for enclosure in entry.enclosures
        ],
    }


def _address(url: str) -> str:
    return unquote(url.removeprefix(_NOWHERE)) if url.startswith(_NOWHERE) else url


def _date(seconds: int | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat()


if __name__ == "__main__":
    import sys

    for line in answer_files(sys.argv[1:]):
        sys.stdout.write(f"{line}\n")
