"""Pixels as Sixel: https://vt100.net/docs/vt3xx-gp/chapter14.html.

Six rows of pixels are one band; in it each colour is drawn by itself, a letter for a column of six.
The colours are a cube of six levels each of red, green and blue, with the rest spread over
neighbouring pixels by an ordered pattern (Bayer's): no pixel depends on another, so any part of a
picture can be drawn alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from reader.model.picture import Picture

LEVELS = 6
COLOURS = LEVELS**3
"""Registers of colour that the terminal must have."""
_BAND = 6
_FIRST_LETTER = 63
"""Of a column without a pixel."""
_PATTERN = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))
_SIDE = len(_PATTERN)
_WEIGHTS = (LEVELS * LEVELS, LEVELS, 1)
_LETTERS = bytes(min(value + _FIRST_LETTER, 255) for value in range(256))
_REPEATED = re.compile(rb"(.)\1{3,}")


class Painted:
    """A picture in the colours of the cube, of which pieces of whole cells can be drawn."""

    def __init__(self, picture: Picture, cell: tuple[int, int]) -> None:
        """`cell`: pixels of a cell of the terminal, across and down."""
        self._cell = cell
        self._rows = indexed(picture)
        self.columns = -(-picture.width // cell[0])
        self.rows = -(-picture.height // cell[1])
        self.piece = lru_cache(maxsize=2 * self.rows)(self._piece)

    def _piece(self, row: int, first: int, last: int) -> str:
        """The sequence that draws cells `first` up to `last` of one row of cells."""
        wide, high = self._cell
        rows = self._rows[row * high : (row + 1) * high]
        return encoded([line[first * wide : last * wide] for line in rows])


def indexed(picture: Picture) -> list[bytes]:
    """Return for each row of a picture the colour of every pixel: its place in the cube."""
    return [
        _indexed_row(picture.pixels[start : start + picture.width * 3], y % _SIDE)
        for y, start in enumerate(range(0, picture.width * picture.height * 3, picture.width * 3))
    ]


def _indexed_row(pixels: bytes, turn: int) -> bytes:
    row = bytearray(len(pixels) // 3)
    for x, threshold in enumerate(_PATTERN[turn]):
        total, count = 0, 0
        for part, weight in enumerate(_WEIGHTS):
            values = pixels[3 * x + part :: 3 * _SIDE].translate(_levels(threshold, weight))
            total += int.from_bytes(values, "big")  # adds them all at once; none is over 215
            count = len(values)
        row[x::_SIDE] = total.to_bytes(count, "big")
    return bytes(row)


@cache
def _levels(threshold: int, weight: int) -> bytes:
    """For each value of a pixel its level times `weight`."""
    top = LEVELS - 1
    spread = (threshold + 0.5) / _SIDE**2
    return bytes(min(top, int(value * top / 255 + spread)) * weight for value in range(256))


@cache
def _only(colour: int) -> bytes:
    """1 for one colour, 0 for all others."""
    return bytes(int(value == colour) for value in range(256))


def encoded(rows: Sequence[bytes]) -> str:
    """Return the sequence that draws rows of colours, from the cursor on."""
    if not rows or not rows[0]:
        return ""
    used = sorted(set().union(*rows))
    palette = "".join(f"#{colour};2;{_percents(colour)}" for colour in used)
    bands = (rows[at : at + _BAND] for at in range(0, len(rows), _BAND))
    drawn = "-".join("$".join(_band(band)) for band in bands)
    return f'\x1bP0;1;0q"1;1;{len(rows[0])};{len(rows)}{palette}{drawn}\x1b\\'


def _percents(colour: int) -> str:
    return ";".join(str(colour // weight % LEVELS * 100 // (LEVELS - 1)) for weight in _WEIGHTS)


def _band(rows: Sequence[bytes]) -> Iterator[str]:
    """Each colour of a band: its number, then its columns, runs of one letter counted."""
    wide = len(rows[0])
    for colour in sorted(set().union(*rows)):
        only = _only(colour)
        columns = sum(
            int.from_bytes(row.translate(only), "big") << bit for bit, row in enumerate(rows)
        )
        letters = columns.to_bytes(wide, "big").translate(_LETTERS).rstrip(b"?")
        yield f"#{colour}" + _REPEATED.sub(_counted, letters).decode("ascii")


def _counted(run: re.Match[bytes]) -> bytes:
    return b"!%d%b" % (len(run[0]), run[1])
