"""The signs drawn around texts that are others where signs are plain, or colours are missing.

All others are made plain, cell by cell, when they are drawn: see `PlainCells`.
"""

from __future__ import annotations

from typing import NamedTuple


class Glyphs(NamedTuple):
    """One set of signs, each a cell wide."""

    rule: str = "▎"
    broken_rule: str = "╎"
    lower_half: str = "▄"
    upper_half: str = "▀"
    selected: str = "▌"
    ascii: bool = False

    def without_colour(self) -> Glyphs:
        """The set where a rule has to be seen without its colour."""
        return self._replace(rule="┃")


TYPOGRAPHIC = Glyphs()
ASCII = Glyphs(lower_half=" ", upper_half=" ", selected=">", ascii=True)
