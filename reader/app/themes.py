"""Every colour of the screen: four themes as tables of tokens, and the voices' colours.

Tokens are Textual theme variables of the same name (``$bright``, ``$voice-1``); widgets use nothing
else. `tests/app/test_themes.py` measures each contrast ratio that the design promises.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from textual.theme import Theme

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

DEFAULTS: Mapping[str, str] = TABLES[LAMPLIGHT]
"""For `App.get_theme_variable_defaults`: themes of Textual's own lack these tokens."""


class VoiceColour(NamedTuple):
    """The colour of one speaker in one article."""

    slot: int
    """1 to 6; 0 is the grey of the unattributed."""
    repeated: bool = False
    """The seventh speaker and later share a colour: their rule is drawn broken."""


UNATTRIBUTED = VoiceColour(0)


def voice_slot(key: str) -> int:
    """Return the slot of a voice, 1 to 6, the same in every run; 0 for the empty key.

    `key` is the normalised name of `text.normal.name_key`. The hash is CRC-32: Python's own
    differs from run to run.
    """
    return crc32(key.encode()) % VOICES + 1 if key else 0


def voice_colours(keys: Iterable[str]) -> dict[str, VoiceColour]:
    """Return the colours of one article's voices, `keys` in order of first appearance.

    Two on one slot: the later takes the next free one. After six, slots repeat, marked so.
    """
    colours: dict[str, VoiceColour] = {"": UNATTRIBUTED}
    taken: set[int] = set()
    for key in keys:
        if key in colours:
            continue
        slot = voice_slot(key)
        repeated = len(taken) == VOICES
        while not repeated and slot in taken:
            slot = slot % VOICES + 1
        taken.add(slot)
        colours[key] = VoiceColour(slot, repeated)
    return colours


def themes() -> tuple[Theme, ...]:
    """Return the four themes as Textual registers them."""
    return tuple(
        make_theme(name, table, dark=name != PAPER, ansi=name == TERMINAL)
        for name, table in TABLES.items()
    )


def make_theme(name: str, table: Mapping[str, str], *, dark: bool, ansi: bool = False) -> Theme:
    """Return a Textual theme for a table that gives every one of `TOKENS`."""
    # Imported here so that the tables can be read without Textual (settings, tests, --plain).
    from textual.theme import BUILTIN_THEMES, Theme

    # Textual's own widgets ask for variables that only its ANSI themes have.
    base = BUILTIN_THEMES["ansi-dark"].variables if ansi else {}
    return Theme(
        name=name,
        primary=table["accent"],
        secondary=table["link"],
        accent=table["accent"],
        warning=table["accent"],
        error=table["err"],
        success=table["ok"],
        foreground=table["text"],
        background=table["bg"],
        surface=table["bg"],
        panel=table["side"],
        boost=table["raise"],
        dark=dark,
        ansi=ansi,
        variables={**base, **table},
    )


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, as WCAG 2.1 defines it: 1 to 21."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
