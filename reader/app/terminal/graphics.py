"""What the terminal can draw besides letters: asked of it, or told by the environment.

Three questions, of which every terminal answers at least the second, so that nothing has to wait
for a time to pass: the size of a cell, the device attributes (DA1, of which 4 is Sixel), and, if it
has Sixel, how many colours, with the attributes again behind it. Their answers come among what is
typed. https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from reader.app.terminal.sixel import COLOURS

FIRST_QUESTION = "\x1b[16t\x1b[c"
_SECOND_QUESTION = "\x1b[?1;1;0S\x1b[c"
_ATTRIBUTES = re.compile(r"\x1b\[\?([\d;]{1,60})c")
_CELL = re.compile(r"\x1b\[6;(\d{1,3});(\d{1,3})t")
_COLOURS = re.compile(r"\x1b\[\?1;(\d);(\d{0,9})(?:;\d{0,9}){0,3}S")
ANSWER = re.compile("|".join(p.pattern for p in (_ATTRIBUTES, _CELL, _COLOURS)))
BEGUN = r"\[(?:\?[\d;]{0,60}|6(?:;[\d;]{0,7})?)?"
"""What may be the beginning of an answer, behind the escape."""
_SIXEL = "4"
SMALLEST_CELL, LARGEST_CELL = (3, 6), (40, 80)
"""Pixels, across and down; an answer outside is none."""


class Kind(Enum):
    """How pictures are drawn."""

    BLOCKS = "blocks"
    KITTY = "kitty"
    SIXEL = "sixel"


class Brush(NamedTuple):
    """How pictures are drawn, and of how many pixels a cell is, across and down."""

    kind: Kind
    cell: tuple[int, int]


BLOCKS = Brush(Kind.BLOCKS, (1, 2))
"""Half blocks: two pixels, one above the other."""
KITTY = Brush(Kind.KITTY, (10, 20))
"""The terminal scales what it is sent to its own cells."""


def is_kitty(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is known to draw placeholders; tmux and screen keep them from it."""
    within = "TMUX" in environ or "STY" in environ
    return not within and environ.get("TERM", "").startswith(("xterm-kitty", "xterm-ghostty"))


class Questions:
    """What was answered so far."""

    def __init__(self) -> None:
        self.finished = False
        """Everything that will be known is known."""
        self.sixel = False
        """The terminal has Sixel, and colours enough."""
        self.cell: tuple[int, int] | None = None
        """Pixels of a cell, across and down."""
        self._asked_colours = False
        self._enough = True
        """Terminals that do not tell how many colours they have are taken to have enough."""

    def take(self, answer: str) -> str:
        """Take one answer; return what is to be asked next, or nothing."""
        if size := _CELL.fullmatch(answer):
            self.cell = cell_size(int(size[2]), int(size[1])) or self.cell
        elif colours := _COLOURS.fullmatch(answer):
            if colours[1] == "0" and colours[2]:
                self._enough = int(colours[2]) >= COLOURS
        elif (attributes := _ATTRIBUTES.fullmatch(answer)) and not self.finished:
            has = _SIXEL in attributes[1].split(";")[1:]
            if has and not self._asked_colours:
                self._asked_colours = True
                return _SECOND_QUESTION
            self.finished, self.sixel = True, has and self._enough
        return ""


def cell_size(across: int, down: int) -> tuple[int, int] | None:
    """Return the pixels of a cell if that can be."""
    fits = all(
        least <= size <= most
        for least, size, most in zip(SMALLEST_CELL, (across, down), LARGEST_CELL, strict=True)
    )
    return (across, down) if fits else None
