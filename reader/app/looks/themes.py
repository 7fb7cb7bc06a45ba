"""The themes of `model/palette.py` as Textual knows them, and the voices' colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from reader.model.palette import LAMPLIGHT, TABLES, THEMES, VOICES

if TYPE_CHECKING:
    from textual.theme import Theme

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


def themes(*, few: bool = False) -> tuple[Theme, ...]:
    """Return the themes as Textual registers them; `few`: for 256 colours."""
    return tuple(
        make_theme(name, theme.colours, dark=theme.dark, ansi=theme.ansi, few=few)
        for name, theme in THEMES.items()
    )


def make_theme(
    name: str, table: Mapping[str, str], *, dark: bool, ansi: bool = False, few: bool = False
) -> Theme:
    """Return a Textual theme for a table that gives every one of `TOKENS`."""
    if few and not ansi:
        from reader.app.looks.few_colours import in_256

        table = in_256(table)
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
