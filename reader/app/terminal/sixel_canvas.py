"""Draws pictures on terminals that have Sixel, in the place of their placeholders.

What the app writes is text with placeholders; on its way to the terminal each run of them becomes
blanks with pixels over them. So a picture is drawn again whenever its cells are, as much of it as
is in sight, and nothing but this module knows of it.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator

from reader.app.terminal.picture_placeholders import MARKS, placeholders
from reader.app.terminal.sixel import Painted

_KEPT = 40
"""Pictures that are known at once."""
_FIRST, _LAST = 0xF0000, 0xFFFFD
"""Letters nobody else uses: a private plane of Unicode."""
NUMBERS = _LAST - _FIRST + 1
_CELL = re.compile(f"([\\U{_FIRST:08x}-\\U{_LAST:08x}])([{MARKS}])([{MARKS}])")
_RUN = re.compile(f"(?:{_CELL.pattern})+")
_CELL_LENGTH = 3


class Canvas:
    """The pictures that may be on screen. They are put on any thread, painted on the app's."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[str, Painted] = OrderedDict()
        self._next = 0

    def put(self, painted: Painted) -> list[str]:
        """Keep a picture; return its rows of placeholders."""
        letter = chr(_FIRST + self._next % NUMBERS)
        self._next += 1
        self._pictures[letter] = painted
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        return placeholders(letter, painted.rows, painted.columns)

    def paint(self, text: str) -> str:
        """Return what is written with pixels in the place of placeholders of pictures it knows."""
        if not self._pictures or text.isascii():
            return text
        return _RUN.sub(lambda run: "".join(self._pieces(run[0])), text)

    def _pieces(self, run: str) -> Iterator[str]:
        """A run, cut where another picture, row or place in the row begins."""
        start = 0
        for at in range(_CELL_LENGTH, len(run) + 1, _CELL_LENGTH):
            if at == len(run) or not _goes_on(run[at - _CELL_LENGTH : at], run[at:]):
                yield self._piece(run[start:at])
                start = at

    def _piece(self, cells: str) -> str:
        count = len(cells) // _CELL_LENGTH
        painted = self._pictures.get(cells[0])
        if painted is None:
            issued = ord(cells[0]) - _FIRST < self._next
            return " " * count if issued else cells
        row, first = MARKS.index(cells[1]), MARKS.index(cells[2])
        pixels = painted.piece(row, first, first + count)
        # Blanks take away what was there; the cursor goes back to draw, and again where it was.
        return f"{' ' * count}\x1b7\x1b[{count}D{pixels}\x1b8" if pixels else " " * count


def _goes_on(cell: str, after: str) -> bool:
    same = cell[:2] == after[:2]
    return same and MARKS.index(after[2]) == MARKS.index(cell[2]) + 1
