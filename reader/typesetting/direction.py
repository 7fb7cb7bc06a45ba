"""Text from right to left: Hebrew, Arabic and their kin.

A terminal orders such letters itself, if it can. What stands around them must not be drawn into
their order, so they are handed over in logical order within isolates (UAX 9).
"""

from __future__ import annotations

import re
import unicodedata

FIRST_STRONG, POP = "\u2068", "\u2069"
"""First strong isolate, pop directional isolate; they take no cell."""
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u2066", "\u2067"
"""Isolates of one direction, for a line that begins with a word of the other."""
_RTL = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def is_mirrored(text: str) -> bool:
    """Whether the first strong letter is written from right to left (UAX 9, rule P2)."""
    if not has_rtl(text):
        return False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def has_rtl(text: str) -> bool:
    """Whether any letter may be written from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def isolated(text: str) -> str:
    """Return `text` within isolates if it needs them; as wide as before."""
    return f"{FIRST_STRONG}{text}{POP}" if has_rtl(text) else text


def isolate(text: str, *, mirrored: bool) -> str:
    """Return the sign that opens the isolate of one line of a paragraph; empty if it needs none.

    A line has the direction of its paragraph, `mirrored` for right to left, whichever word it
    happens to begin with. `POP` closes it.
    """
    if not mirrored and not has_rtl(text):
        return ""
    if is_mirrored(text) == mirrored:
        return FIRST_STRONG
    return RIGHT_TO_LEFT if mirrored else LEFT_TO_RIGHT
