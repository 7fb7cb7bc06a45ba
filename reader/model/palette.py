"""The colours of the screen: the themes as tables of tokens, and what can be read on what.

Tokens are Textual theme variables of the same name (``$bright``, ``$voice-1``); widgets use nothing
else. A person's own themes (`settings/user_themes.py`) must meet the same `DEMANDS`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

LAMPLIGHT, PAPER, CONTRAST, TERMINAL = "lamplight", "paper", "contrast", "terminal"
"""The dark theme, the light one, one of high contrast, one of the terminal's colours."""
VOICES = 6
"""Slots of colour for speakers."""


class Theme(NamedTuple):
    """A theme; its title is the word ``theme.NAME`` of each language."""

    name: str
    """As it is written in ``config.toml``."""
    surfaces: Mapping[str, str]
    """Token -> colour of grounds and letters: ``#rrggbb`` or the terminal's, ``ansi_...``."""
    voices: Sequence[tuple[str, str, str]]
    """For each slot the colours of a name and its rule, of what lies behind the words, of words."""
    dark: bool = True
    ansi: bool = False
    """In the terminal's own colours: they cannot be mixed, and no theme can be based on them."""

    @property
    def colours(self) -> dict[str, str]:
        """Every token of the theme; those of slot 1 are ``voice-1``, ``tint-1`` and ``words-1``."""
        parts = ("voice", "tint", "words")
        speakers = {
            f"{part}-{slot}": colour
            for slot, colours in enumerate(self.voices, start=1)
            for part, colour in zip(parts, colours, strict=True)
        }
        return {**self.surfaces, **speakers}


_THEMES = (
    Theme(
        LAMPLIGHT,
        {
            "bg": "#14161b", "side": "#101216", "raise": "#1e222a", "seld": "#1c2027",
            "sel": "#262b36", "line": "#2a2f39",
            "bright": "#f6f1e6", "text": "#e4dfd3", "muted": "#a09c92", "faint": "#8d8a82",
            "accent": "#e9b565", "link": "#9cc3f5", "ok": "#8fd3a6", "err": "#f2938c",
            "match": "#e9b565", "match-text": "#14161b",
        },
        (
            ("#86d6c3", "#173033", "#cdeee5"),  # teal
            ("#f2a59c", "#36232a", "#fadcd7"),  # coral
            ("#c0aef5", "#28243f", "#e3dbfb"),  # violet
            ("#c9d287", "#2a2e1f", "#e9eecb"),  # olive
            ("#8fbdf7", "#1a2b41", "#d6e6fc"),  # blue
            ("#eba9d6", "#36213a", "#f8ddf1"),  # orchid
        ),
    ),
    Theme(
        PAPER,
        {
            "bg": "#f8f4ea", "side": "#f0eadc", "raise": "#fffdf7", "seld": "#eee6d5",
            "sel": "#e6dcc6", "line": "#d9cfbb",
            "bright": "#14110d", "text": "#2b2722", "muted": "#645d53", "faint": "#6c6559",
            "accent": "#8f4f00", "link": "#1d4f91", "ok": "#23683a", "err": "#a3262a",
            "match": "#8f4f00", "match-text": "#fffdf7",
        },
        (
            ("#0b6152", "#d8ebe2", "#0a4238"),  # teal
            ("#a0302c", "#f8ddd6", "#6b1d1b"),  # coral
            ("#5a3ea6", "#e6def5", "#3b2772"),  # violet
            ("#566000", "#e9ecca", "#3a4100"),  # olive
            ("#1d4f91", "#d9e6f5", "#133661"),  # blue
            ("#8a2f72", "#f4dcec", "#5c1c4c"),  # orchid
        ),
        dark=False,
    ),
    Theme(
        CONTRAST,
        {
            "bg": "#000000", "side": "#000000", "raise": "#1c1c1c", "seld": "#262626",
            "sel": "#3a3a3a", "line": "#8a8a8a",
            "bright": "#ffffff", "text": "#ffffff", "muted": "#d0d0d0", "faint": "#b8b8b8",
            "accent": "#ffd75f", "link": "#87d7ff", "ok": "#87ffaf", "err": "#ff9a94",
            "match": "#ffd75f", "match-text": "#000000",
        },
        (
            ("#5fffd7", "#000000", "#ffffff"),  # teal
            ("#ffb3ab", "#000000", "#ffffff"),  # coral
            ("#d7c2ff", "#000000", "#ffffff"),  # violet
            ("#e4ee7a", "#000000", "#ffffff"),  # olive
            ("#a8d0ff", "#000000", "#ffffff"),  # blue
            ("#ffb8e8", "#000000", "#ffffff"),  # orchid
        ),
    ),
    Theme(
        TERMINAL,
        {
            "bg": "ansi_default", "side": "ansi_default", "raise": "ansi_default",
            "seld": "ansi_default", "sel": "ansi_default", "line": "ansi_bright_black",
            "bright": "ansi_bright_white", "text": "ansi_default", "muted": "ansi_white",
            "faint": "ansi_bright_black",
            "accent": "ansi_bright_yellow", "link": "ansi_bright_blue", "ok": "ansi_bright_green",
            "err": "ansi_bright_red",
            "match": "ansi_default", "match-text": "ansi_default",
        },
        (
            ("ansi_bright_cyan", "ansi_default", "ansi_bright_cyan"),  # teal
            ("ansi_bright_red", "ansi_default", "ansi_bright_red"),  # coral
            ("ansi_bright_magenta", "ansi_default", "ansi_bright_magenta"),  # violet
            ("ansi_bright_green", "ansi_default", "ansi_bright_green"),  # olive
            ("ansi_bright_blue", "ansi_default", "ansi_bright_blue"),  # blue
            ("ansi_magenta", "ansi_default", "ansi_magenta"),  # orchid
        ),
        ansi=True,
    ),
)  # fmt: skip
"""Every theme, in the order in which they are offered; one more is one more here and its title."""

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in _THEMES}
"""The themes by their names."""

TABLES: Mapping[str, Mapping[str, str]] = {name: theme.colours for name, theme in THEMES.items()}
"""Name of a theme -> token -> colour."""

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
TEXT, NAMES, QUOTED = 4.5, 6.0, 8.9
"""Ratios: any text, speakers' names, quoted words on their tint."""


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
