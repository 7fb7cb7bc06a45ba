"""Tables: columns while they fit, else each row as a block of ``name: value``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.model.article import Block
from reader.typesetting.cells import width
from reader.typesetting.line import Ink, Line, Sign, Words
from reader.typesetting.styled_text import Typeset
from reader.typesetting.wrap import wrap

_SPACE = 2
"""Cells between two columns."""
_NUMBER = re.compile(
    r"[-+−–±]?[$€£¥]?\s?\d[\d.,'’ \u202f\xa0]*\s?(?:%|‰|[$€£¥]|[a-zµ°]{1,3}[²³]?)?\Z", re.I
)


class _Cell(NamedTuple):
    start: int
    """First code point, counted in the shown text."""
    end: int
    text: str


def table_lines(
    block: Block, number: int, typeset: Typeset, measure: int, free: int
) -> list[Line]:
    """Return the lines of a table: at most `free` cells wide as columns, `measure` as blocks."""
    cells = _cells(block, typeset)
    columns = max((len(row) for row in cells), default=0)
    header = block.header and len(cells) > 1
    if not columns:
        return []
    widths = [
        max((width(row[column].text) for row in cells if column < len(row)), default=0)
        for column in range(columns)
    ]
    total = sum(widths) + _SPACE * (columns - 1)
    if total <= max(measure, free):
        return _columns(number, typeset, cells, widths, header)
    return _blocks(number, typeset, cells, measure, header)


def _cells(block: Block, typeset: Typeset) -> list[list[_Cell]]:
    """The table's cells in the shown text: `Block.text` parts them by tabs and line breaks."""
    rows, at = [], 0
    for row in block.rows:
        if not row:
            at += 1
            continue
        cells = []
        for cell in row:
            # The end of a cell is where its tab is shown: behind the number of a last link.
            start, end = typeset.shown.at(at), typeset.shown.at(at + len(cell))
            cells.append(_Cell(start, end, typeset.text[start:end].replace("\n", " ")))
            at += len(cell) + 1
        rows.append(cells)
    return rows


def _columns(
    number: int,
    typeset: Typeset,
    cells: Sequence[Sequence[_Cell]],
    widths: Sequence[int],
    header: bool,
) -> list[Line]:
    body = cells[1:] if header else cells
    total = sum(widths) + _SPACE * (len(widths) - 1)
    right = [_is_numeric(body, column) for column in range(len(widths))]
    lines = []
    for index, row in enumerate(cells):
        heads = header and index == 0
        words, x = [], 0
        for column, cell in enumerate(row):
            inset = widths[column] - width(cell.text) if right[column] else 0
            if cell.start < cell.end:
                ink = Ink.STRONG if heads else Ink.BODY
                words.append(Words(x + inset, typeset, cell.start, cell.end, ink))
            x += widths[column] + _SPACE
        lines.append(Line(number, tuple(words)))
        if heads:
            lines.append(Line(number, signs=(Sign(0, "─" * total, Ink.HAIRLINE),)))
    return lines


def _is_numeric(rows: Sequence[Sequence[_Cell]], column: int) -> bool:
    texts = [row[column].text for row in rows if column < len(row)]
    filled = [text for text in texts if text.strip("—–- ")]
    return bool(filled) and all(_NUMBER.match(text) for text in filled)


def _blocks(
    number: int, typeset: Typeset, cells: Sequence[Sequence[_Cell]], measure: int, header: bool
) -> list[Line]:
    names = [cell.text for cell in cells[0]] if header else []
    lines: list[Line] = []
    for row in cells[1:] if header else cells:
        if lines:
            lines.append(Line(number))
        missing = [_Cell(row[-1].end, row[-1].end, "")] * (len(names) - len(row))
        for column, cell in enumerate([*row, *missing]):
            name = names[column] if column < len(names) else ""
            if cell.start < cell.end or name:
                lines += _named(number, typeset, cell, name, measure)
    return lines


def _named(number: int, typeset: Typeset, cell: _Cell, name: str, measure: int) -> list[Line]:
    """One cell as ``name: value``, the value's further lines set in by two."""
    sign = f"{name}: " if name else ""
    inset = min(2, measure - 1)
    lines: list[Line] = []
    if width(sign) > measure // 2:
        lines = [
            Line(number, signs=(Sign(0, sign[line.start : line.end]),))
            for line in wrap(sign, measure)
        ]
        sign = " " * inset
    for line in wrap(cell.text, measure - inset, first=max(measure - width(sign), 1)):
        first = line.start == 0
        words = Words(
            width(sign) if first else inset, typeset, cell.start + line.start, cell.start + line.end
        )
        lines.append(Line(number, (words,), (Sign(0, sign),) if first and sign.strip() else ()))
    return lines
