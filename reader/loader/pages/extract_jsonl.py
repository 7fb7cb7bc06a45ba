"""Pages to JSON lines, for ``newsreader extract --jsonl`` and the benchmark."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from reader.loader.pages.extract import extract
from reader.model.article import BLOCK_BREAK, Article, Block, BlockKind
from reader.wording.catalogue import say

_NOT_TEXT = (BlockKind.IMAGE, BlockKind.RULE)
_KINDS = {BlockKind.EMBED: BlockKind.QUOTE.value}
"""The benchmark counts a post embedded in a story as a quotation."""


def answer_lines(lines: Iterable[str]) -> Iterator[str]:
    """Answer each ``{"id", "url", "html"}`` with id, title, author, published, text and blocks.

    A line that is no such object is answered with an ``error``.
    """
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line), ensure_ascii=False)


def _answer(line: str) -> dict[str, Any]:
    try:
        page = json.loads(line)
        number, html, url = page.get("id"), str(page["html"]), str(page.get("url") or "")
    except (ValueError, AttributeError, KeyError, RecursionError):
        return {"id": None, "error": say("feed.no_line")}
    return {"id": number, **record(extract(html, url))}


def record(article: Article) -> dict[str, Any]:
    """Return an article as the benchmark reads it; captions are blocks, but not in ``text``."""
    return {
        "title": article.title,
        "author": [name for name in article.byline.split(", ") if name],
        "published": (
            None
            if article.published is None
            else datetime.fromtimestamp(article.published, UTC).isoformat()
        ),
        "text": BLOCK_BREAK.join(
            words
            for block in article.blocks
            if block.kind not in _NOT_TEXT and (words := _words(block))
        ),
        "blocks": [
            {"kind": _KINDS.get(block.kind, block.kind.value), "text": _words(block)}
            for block in article.blocks
        ],
        "completeness": article.provenance.completeness.value,
        "method": article.provenance.method,
        "lang": article.lang,
    }


def _words(block: Block) -> str:
    """Return a block's text, with the name under a quotation."""
    named = block.kind is BlockKind.QUOTE and block.text and block.cite
    return f"{block.text}\n{block.cite}" if named else block.text


if __name__ == "__main__":
    for answer in answer_lines(sys.stdin):
        print(answer, flush=True)  # noqa: T201 # this is what the module is for when it is run
