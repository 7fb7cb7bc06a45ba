"""The stages of the loader as filters: files or lines in, JSON lines out; no newsroom is opened.

Each stage is imported when it is asked for: one alone starts as fast as it can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def feed_lines(paths: Iterable[str]) -> Iterator[str]:
    """Yield what each feed file holds, one JSON object a file."""
    from reader.loader.feeds.parse_jsonl import answer_files

    return answer_files(paths)


def page_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the story of each page, one JSON object for each line ``{"id", "url", "html"}``."""
    from reader.loader.pages.extract_jsonl import answer_lines

    return answer_lines(lines)


def opml_lines(paths: Iterable[str]) -> Iterator[str]:
    """Yield the feeds of each OPML file, one JSON object a file."""
    from reader.exchange.opml_jsonl import answer_files

    return answer_files(paths)


def answer_with_quotes() -> None:
    """Answer each line ``{"id", "text", "lang"}`` of standard input with the quotes in its text."""
    from reader.quotes.jsonl import main

    main()
