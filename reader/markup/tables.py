"""Tables: which of them hold data, and their cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader.markup.figures import visible_text
from reader.model.article import Block, BlockKind, Span, SpanStyle

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_CELL = 300
"""Characters; a cell with more holds running text, so the table only lays out the page."""
MOST_ROWS = 1000
_STRUCTURE = (
    "table",
    "h1",
    "h2",
    "h3",
    "blockquote",
    "pre",
    "article",
    "section",
    "form",
    "iframe",
)


def data_table(table: HtmlElement, address: Callable[[str], str]) -> Block | None:
    """Return `table` as a block; None where it only arranges the page or holds next to nothing.

    `address` makes what a link holds an address, or nothing.
    """
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return None
    structure = table.iter(*_STRUCTURE)
    next(structure, None)
    if next(structure, None) is not None:
        return None
    rows: list[tuple[str, ...]] = []
    spans: list[Span] = []
    length = 0
    header = False
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        words = tuple(visible_text(cell) for cell in cells)
        if any(len(word) > LONGEST_CELL for word in words):
            return None
        if not any(words):
            continue
        if not rows:
            above = row.getparent()
            header = all(cell.tag == "th" for cell in cells) or (
                above is not None and above.tag == "thead"
            )
        rows.append(words)
        for cell, word in zip(cells, words, strict=True):
            spans += _links(cell, word, length, address)
            length += len(word) + 1
        if len(rows) >= MOST_ROWS:
            break
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return None
    text = "\n".join("\t".join(row) for row in rows)
    return Block(BlockKind.TABLE, text, tuple(spans), rows=tuple(rows), header=header)


def _links(
    cell: HtmlElement, words: str, start: int, address: Callable[[str], str]
) -> Iterator[Span]:
    """The links of a cell whose words begin at `start`."""
    at = 0
    for link in cell.iter("a"):
        text, url = visible_text(link), address(link.get("href") or "")
        place = words.find(text, at)
        if text and url and place >= 0:
            at = place + len(text)
            yield Span(start + place, start + at, SpanStyle.LINK, url)
