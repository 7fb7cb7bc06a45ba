"""OPML files to JSON lines, for ``newsreader opml --jsonl FILE...`` and the benchmarks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.exchange.opml import LONGEST, parse_opml
from reader.model.errors import LoadError


def answer_files(paths: Iterable[str]) -> Iterator[str]:
    """Yield one JSON object a file: ``file``, ``feeds`` and ``skipped``, or ``file``, ``error``."""
    for path in paths:
        yield json.dumps({"file": path} | _answer(path), ensure_ascii=False)


def _answer(path: str) -> dict[str, object]:
    try:
        with Path(path).open("rb") as file:
            opml = parse_opml(file.read(LONGEST))
    except (LoadError, OSError) as error:
        return {"error": str(error)}
    return {
        "feeds": [
            {"url": feed.url, "title": feed.title, "folder": feed.folder, "tags": list(feed.tags)}
            for feed in opml.feeds
        ],
        "skipped": list(opml.skipped),
    }


if __name__ == "__main__":
    import sys

    for line in answer_files(sys.argv[1:]):
        sys.stdout.write(f"{line}\n")
