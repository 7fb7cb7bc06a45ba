"""Data tables: the cells and links of a table that does more than arrange the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.markup.figures import visible_text
from reader.model.article import Block, BlockKind, Span, SpanStyle

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_CELL = 300
"""Characters; a cell with more holds running text, so the table only lays out the page."""
MOST_ROWS = 1000
_STRUCTURE = (
    "table", "h1", "h2", "h3", "blockquote", "pre", "article", "section", "form", "iframe",
)  # fmt: skip
"""Elements that no cell of data holds."""


class _Row(NamedTuple):
    """A row of which at least one cell has words."""

    element: HtmlElement
    cells: list[HtmlElement]
    words: tuple[str, ...]
    """Those of each cell."""


def data_table(table: HtmlElement, address: Callable[[str], str]) -> Block | None:
    """Return `table` as a block; None where it only arranges the page or holds next to nothing.

    `address` makes what a link holds an address, or nothing.
    """
    if _arranges_the_page(table):
        return None
    rows: list[_Row] = []
    for row in islice(_filled_rows(table), MOST_ROWS):
        if any(len(words) > LONGEST_CELL for words in row.words):
            return None
        rows.append(row)
    if len(rows) < 2 or max(len(row.words) for row in rows) < 2:
        return None
    spans: list[Span] = []
    start = 0
    for row in rows:
        for cell, words in zip(row.cells, row.words, strict=True):
            spans += _links(cell, words, start, address)
            start += len(words) + 1  # the tab or line break behind it
    cells = tuple(row.words for row in rows)
    text = "\n".join(map("\t".join, cells))
    return Block(BlockKind.TABLE, text, tuple(spans), rows=cells, header=_is_header(rows[0]))


def _arranges_the_page(table: HtmlElement) -> bool:
    """Whether the page says that a table holds no data, or more than words stands in it."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    structure = table.iter(*_STRUCTURE)
    next(structure, None)  # the table itself
    return next(structure, None) is not None


def _filled_rows(table: HtmlElement) -> Iterator[_Row]:
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        words = tuple(map(visible_text, cells))
        if any(words):
            yield _Row(row, cells, words)


def _is_header(row: _Row) -> bool:
    """Whether a first row names the columns."""
    above = row.element.getparent()
    return all(cell.tag == "th" for cell in row.cells) or (
        above is not None and above.tag == "thead"
    )


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
