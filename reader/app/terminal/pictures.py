"""Pictures as cells: half blocks anywhere, real pixels where the terminal has them.

For pixels the cells hold placeholders (`picture_placeholders.py`), so that a pane of lines needs to
know nothing of pixels. Kitty and Ghostty put a picture sent before in their place; for Sixel, which
has no such thing, `sixel_canvas.py` does it.
"""

from __future__ import annotations

import base64
import zlib
from itertools import groupby
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from reader.app.terminal.graphics import KITTY, Brush
from reader.app.terminal.picture_placeholders import MARKS, placeholders
from reader.app.terminal.sixel import Painted
from reader.app.terminal.sixel_canvas import Canvas
from reader.model.picture import Picture

_UPPER = "▀"
_PLACEHOLDER = "\U0010eeee"
_CHUNK = 4096
"""Bytes of one command, as the protocol asks."""
NUMBERS = 0xFFFF
"""Numbers of pictures; they are told by a colour of 24 bits."""


class Drawn(NamedTuple):
    """A picture as it is drawn."""

    rows: tuple[tuple[Segment, ...], ...]
    sent: str = ""
    """What the terminal must be told before."""


NOTHING = Drawn(())
"""Of a picture that could not be had."""


def box_of(columns: int, rows: int, brush: Brush) -> tuple[int, int]:
    """The pixels, width and height, worth decoding for so many cells."""
    across, down = brush.cell
    most = len(MARKS)
    return min(columns, most) * across, min(rows, most) * down


def half_blocks(picture: Picture) -> Drawn:
    """Two pixels a cell, one above the other."""
    wide, pixels = picture.width, picture.pixels

    def line(y: int) -> list[tuple[int, int, int] | None]:
        if y >= picture.height:
            return [None] * wide
        row = pixels[y * wide * 3 : (y + 1) * wide * 3]
        return list(zip(row[::3], row[1::3], row[2::3], strict=True))

    rows = []
    for y in range(0, picture.height, 2):
        cells = groupby(zip(line(y), line(y + 1), strict=True))
        rows.append(
            tuple(Segment(_UPPER * len(list(same)), _halves(*pair)) for pair, same in cells)
        )
    return Drawn(tuple(rows))


def _halves(upper: tuple[int, int, int] | None, lower: tuple[int, int, int] | None) -> Style:
    return Style(
        color=Color.from_rgb(*upper) if upper else None,
        bgcolor=Color.from_rgb(*lower) if lower else None,
    )


def sixel(picture: Picture, canvas: Canvas, cell: tuple[int, int]) -> Drawn:
    """A picture of pixels that `canvas` draws where its placeholders are written."""
    painted = Painted(picture, cell)
    for row in range(painted.rows):
        painted.piece(row, 0, painted.columns)  # kept, so that writing needs no time
    return Drawn(tuple((Segment(cells),) for cells in canvas.put(painted)))


def kitty(picture: Picture, number: int) -> Drawn:
    """A picture of pixels, known to the terminal by `number` (1 to `NUMBERS`)."""
    columns = max(1, round(picture.width / KITTY.cell[0]))
    rows = min(len(MARKS), max(1, round(picture.height / KITTY.cell[1])))
    style = Style(color=Color.from_rgb(number >> 16 & 255, number >> 8 & 255, number & 255))
    drawn = [(Segment(cells, style),) for cells in placeholders(_PLACEHOLDER, rows, columns)]
    facts = (
        f"a=T,U=1,q=2,f=24,o=z,i={number},s={picture.width},v={picture.height},"
        f"c={columns},r={rows}"
    )
    data = base64.standard_b64encode(zlib.compress(picture.pixels, 1)).decode()
    pieces = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    commands = [
        f"\x1b_G{facts + ',' if not at else ''}m={int(at + 1 < len(pieces))};{piece}\x1b\\"
        for at, piece in enumerate(pieces)
    ]
    return Drawn(tuple(drawn), "".join(commands))
