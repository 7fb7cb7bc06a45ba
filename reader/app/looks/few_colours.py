"""Themes for terminals of 256 colours, so that what can be told apart and read stays so.

Left to itself each colour goes to the nearest of a cube of six steps, where dark grounds become
navy, purple or black. Here greys count too, and letters take the nearest colour that can be read on
every ground they may stand on.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rich.color import Color, ColorSystem

from reader.model.palette import DEMANDS, TOKENS, contrast

_GREY_STEP = 5
"""Rich has 26 greys, some ten apart."""
_INKS = frozenset(demand.ink for demand in DEMANDS)


class _Shown(NamedTuple):
    """A colour the terminal has."""

    colour: str
    asked: str
    """What Rich sends as that colour; of greys it rounds another way than the terminal does."""


def in_256(table: Mapping[str, str]) -> dict[str, str]:
    """Return a theme's table in colours that a terminal of 256 colours can show.

    Contrasts are those of the colours that are shown, not of those that are asked for.
    """
    colours = {token: _nearest(table[token])[0] for token in TOKENS - _INKS}
    for ink in sorted(_INKS):
        demands = [(colours[d.ground].colour, d.least) for d in DEMANDS if d.ink == ink]
        colours[ink] = _readable(_nearest(table[ink]), demands)
    return {token: shown.asked for token, shown in colours.items()}


def _readable(nearest: list[_Shown], demands: list[tuple[str, float]]) -> _Shown:
    """The first colour that meets every demand; if none does, the one that comes closest."""
    best, least = nearest[0], 0.0
    for shown in nearest:
        worst = min(contrast(shown.colour, ground) / ratio for ground, ratio in demands)
        if worst >= 1:
            return shown
        if worst > least:
            best, least = shown, worst
    return best


def _nearest(colour: str) -> list[_Shown]:
    """All colours the terminal has, those like `colour` first."""
    red, green, blue = _parts(colour)

    def distance(shown: _Shown) -> int:
        other = _parts(shown.colour)
        return (other[0] - red) ** 2 + (other[1] - green) ** 2 + (other[2] - blue) ** 2

    return sorted(_all_shown(), key=distance)


@cache
def _all_shown() -> tuple[_Shown, ...]:
    """The cube and the greys, as far as Rich can be made to send them."""
    asked = [Color.from_ansi(number).get_truecolor().hex for number in range(16, 232)]
    asked += [f"#{grey:02x}{grey:02x}{grey:02x}" for grey in range(0, 256, _GREY_STEP)]
    by_shown: dict[str, str] = {}
    for colour in asked:
        sent = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT)
        by_shown.setdefault(sent.get_truecolor().hex, colour)
    return tuple(_Shown(*pair) for pair in by_shown.items())


@cache
def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
