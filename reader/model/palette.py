"""The colours of the screen: four themes as tables of tokens, and what can be read on what.

Tokens are Textual theme variables of the same name (``$bright``, ``$voice-1``); widgets use nothing
else. A person's own themes (`settings/user_themes.py`) must meet the same `DEMANDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

LAMPLIGHT, PAPER, CONTRAST, TERMINAL = "lamplight", "paper", "contrast", "terminal"

VOICES = 6
"""Slots of colour for speakers."""

_THEMES = (LAMPLIGHT, PAPER, CONTRAST, TERMINAL)
_COLOURS = (
    # token, then a colour for each of the themes
    ("bg", "#14161b", "#f8f4ea", "#000000", "ansi_default"),
    ("side", "#101216", "#f0eadc", "#000000", "ansi_default"),
    ("raise", "#1e222a", "#fffdf7", "#1c1c1c", "ansi_default"),
    ("seld", "#1c2027", "#eee6d5", "#262626", "ansi_default"),
    ("sel", "#262b36", "#e6dcc6", "#3a3a3a", "ansi_default"),
    ("line", "#2a2f39", "#d9cfbb", "#8a8a8a", "ansi_bright_black"),
    ("bright", "#f6f1e6", "#14110d", "#ffffff", "ansi_bright_white"),
    ("text", "#e4dfd3", "#2b2722", "#ffffff", "ansi_default"),
    ("muted", "#a09c92", "#645d53", "#d0d0d0", "ansi_white"),
    ("faint", "#8d8a82", "#6c6559", "#b8b8b8", "ansi_bright_black"),
    ("accent", "#e9b565", "#8f4f00", "#ffd75f", "ansi_bright_yellow"),
    ("link", "#9cc3f5", "#1d4f91", "#87d7ff", "ansi_bright_blue"),
    ("ok", "#8fd3a6", "#23683a", "#87ffaf", "ansi_bright_green"),
    ("err", "#f2938c", "#a3262a", "#ff9a94", "ansi_bright_red"),
    ("match", "#e9b565", "#8f4f00", "#ffd75f", "ansi_default"),
    ("match-text", "#14161b", "#fffdf7", "#000000", "ansi_default"),
    # teal
    ("voice-1", "#86d6c3", "#0b6152", "#5fffd7", "ansi_bright_cyan"),
    ("tint-1", "#173033", "#d8ebe2", "#000000", "ansi_default"),
    ("words-1", "#cdeee5", "#0a4238", "#ffffff", "ansi_bright_cyan"),
    # coral
    ("voice-2", "#f2a59c", "#a0302c", "#ffb3ab", "ansi_bright_red"),
    ("tint-2", "#36232a", "#f8ddd6", "#000000", "ansi_default"),
    ("words-2", "#fadcd7", "#6b1d1b", "#ffffff", "ansi_bright_red"),
    # violet
    ("voice-3", "#c0aef5", "#5a3ea6", "#d7c2ff", "ansi_bright_magenta"),
    ("tint-3", "#28243f", "#e6def5", "#000000", "ansi_default"),
    ("words-3", "#e3dbfb", "#3b2772", "#ffffff", "ansi_bright_magenta"),
    # olive
    ("voice-4", "#c9d287", "#566000", "#e4ee7a", "ansi_bright_green"),
    ("tint-4", "#2a2e1f", "#e9ecca", "#000000", "ansi_default"),
    ("words-4", "#e9eecb", "#3a4100", "#ffffff", "ansi_bright_green"),
    # blue
    ("voice-5", "#8fbdf7", "#1d4f91", "#a8d0ff", "ansi_bright_blue"),
    ("tint-5", "#1a2b41", "#d9e6f5", "#000000", "ansi_default"),
    ("words-5", "#d6e6fc", "#133661", "#ffffff", "ansi_bright_blue"),
    # orchid
    ("voice-6", "#eba9d6", "#8a2f72", "#ffb8e8", "ansi_magenta"),
    ("tint-6", "#36213a", "#f4dcec", "#000000", "ansi_default"),
    ("words-6", "#f8ddf1", "#5c1c4c", "#ffffff", "ansi_magenta"),
)

TABLES: Mapping[str, Mapping[str, str]] = {
    theme: {token: colours[column] for token, *colours in _COLOURS}
    for column, theme in enumerate(_THEMES)
}
"""Theme -> token -> colour: ``#rrggbb`` or one of the terminal's own, ``ansi_...``.

``voice-1`` is a name and its rule, ``tint-1`` what lies behind the words, ``words-1`` the words.
"""

TOKENS = frozenset(TABLES[LAMPLIGHT])
"""Every token a theme must give."""


class Demand(NamedTuple):
    """Letters of one token must be readable on another."""

    ink: str
    ground: str
    least: float
    """Contrast ratio as WCAG 2.1 counts it."""


_INKS = ("bright", "text", "muted", "faint", "accent", "link", "ok", "err")
_GROUNDS = ("bg", "side", "raise", "seld")
TEXT, NAMES, QUOTED, HIGH = 4.5, 6.0, 8.9, 7.0
"""Ratios: any text, speakers' names, quoted words on their tint, text of the Contrast theme."""


def _demands() -> tuple[Demand, ...]:
    demands = [Demand(ink, ground, TEXT) for ink, ground in product(_INKS, _GROUNDS)]
    demands += [Demand(ink, "sel", TEXT) for ink in _INKS if ink != "faint"]
    demands.append(Demand("match-text", "match", TEXT))
    for slot in range(1, VOICES + 1):
        name, tint, words = f"voice-{slot}", f"tint-{slot}", f"words-{slot}"
        demands += [Demand(name, "bg", NAMES), Demand(name, tint, TEXT)]
        demands += [Demand(words, tint, QUOTED), Demand(words, "sel", TEXT)]
    return tuple(demands)


DEMANDS = _demands()
"""What every theme must meet; ``faint`` never stands on ``sel``, where it becomes ``muted``."""


def unmet(table: Mapping[str, str], demand: Demand) -> float:
    """Return the contrast a table gives where it is less than demanded; 0 where all is well."""
    ratio = round(contrast(table[demand.ink], table[demand.ground]), 1)
    return ratio if ratio < demand.least else 0.0


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, as WCAG 2.1 defines it: 1 to 21."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=1024)
def _luminance(colour: str) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
