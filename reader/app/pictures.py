"""Pictures as cells: half blocks anywhere, real pixels where the terminal is Kitty or Ghostty.

Kitty's graphics protocol has placeholders: letters that stand for a piece of a picture sent before
(https://sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders). They are drawn, scrolled
and cut like any text, so that a pane of lines needs to know nothing of pixels. Sixel has no such
thing: its pixels cannot be cut at the edge of a pane, so terminals that have only Sixel get half
blocks.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from reader.model.picture import Picture

_UPPER = "▀"
_PLACEHOLDER = "\U0010eeee"
_ROWS = (
    "\u0305\u030d\u030e\u0310\u0312\u033d\u033e\u033f\u0346\u034a\u034b\u034c"
    "\u0350\u0351\u0352\u0357\u035b\u0363\u0364\u0365\u0366\u0367\u0368\u0369"
)
"""The mark that says which row (or column) of a picture a placeholder is: Kitty's own table."""
_CHUNK = 4096
"""Bytes of one command, as the protocol asks."""
_PIXELS = (10, 20)
"""Of a cell, where the terminal draws pixels; it scales them to its own."""
NUMBERS = 0xFFFF
"""Numbers of pictures; they are told by a colour of 24 bits."""


class Drawn(NamedTuple):
    """A picture as it is drawn."""

    rows: tuple[tuple[Segment, ...], ...]
    sent: str = ""
    """What the terminal must be told before."""


NOTHING = Drawn(())
"""Of a picture that could not be had."""


def shows_pixels(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is known to draw placeholders; tmux and screen keep them from it."""
    within = "TMUX" in environ or "STY" in environ
    return not within and environ.get("TERM", "").startswith(("xterm-kitty", "xterm-ghostty"))


def box_of(columns: int, rows: int, *, pixels: bool) -> tuple[int, int]:
    """The pixels, width and height, worth decoding for so many cells."""
    across, down = _PIXELS if pixels else (1, 2)
    return columns * across, min(rows, len(_ROWS)) * down


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


def placeholders(picture: Picture, number: int) -> Drawn:
    """A picture of pixels, known to the terminal by `number` (1 to `NUMBERS`)."""
    columns = max(1, round(picture.width / _PIXELS[0]))
    rows = min(len(_ROWS), max(1, round(picture.height / _PIXELS[1])))
    style = Style(color=Color.from_rgb(number >> 16 & 255, number >> 8 & 255, number & 255))
    drawn = [
        # Those that follow without marks are the columns that follow.
        (Segment(_PLACEHOLDER + _ROWS[row] + _ROWS[0] + _PLACEHOLDER * (columns - 1), style),)
        for row in range(rows)
    ]
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
