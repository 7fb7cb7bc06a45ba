"""Tables: which of them hold data, and their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.article import Block, BlockKind
from reader.text.figures import visible_text

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


def data_table(table: HtmlElement) -> Block | None:
    """Return `table` as a block; None where it only arranges the page or holds next to nothing."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return None
    structure = table.iter(*_STRUCTURE)
    next(structure, None)
    if next(structure, None) is not None:
        return None
    rows: list[tuple[str, ...]] = []
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
        if len(rows) >= MOST_ROWS:
            break
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return None
    text = "\n".join("\t".join(row) for row in rows)
    return Block(BlockKind.TABLE, text=text, rows=tuple(rows), header=header)
