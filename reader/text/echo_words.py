"""The difference between two printings of one quote, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from reader.text.normal import words_key
from reader.text.scripts import HAN_AND_KANA

_WORD = re.compile(rf"[{HAN_AND_KANA}]\s*|[^\s{HAN_AND_KANA}]+\s*")
_KEPT = 3
"""Words that are shown on each side of a difference."""
_MOST = 400
"""Words of a quote that are compared: the time grows with their square."""


class Stretch(NamedTuple):
    """Some words of the other printing."""

    text: str
    differs: bool


def differences(own: str, other: str) -> tuple[Stretch, ...]:
    """Return the words of `other` with those marked that `own` has not; empty if it has all.

    Words that are left out in `other` are shown as ``[…]``, a long stretch that is the same as
    ``…``; marks, case and accents make no difference.
    """
    before, after = _WORD.findall(own)[:_MOST], _WORD.findall(other)[:_MOST]
    keys = [words_key(word.strip()) for word in before], [words_key(word.strip()) for word in after]
    stretches: list[Stretch] = []
    for what, start, end, first, last in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if what == "equal":
            ends = (first == 0, last == len(after))
            stretches.append(Stretch(_shortened(after[first:last], *ends), False))
        elif first == last:
            if any(_is_word(key) for key in keys[0][start:end]):
                stretches.append(Stretch("[…] ", True))
        else:
            differs = any(map(_is_word, (*keys[0][start:end], *keys[1][first:last])))
            stretches.append(Stretch("".join(after[first:last]), differs))
    return tuple(stretches) if any(stretch.differs for stretch in stretches) else ()


def _is_word(key: str) -> bool:
    return any(letter.isalnum() for letter in key)


def _shortened(words: list[str], begins: bool, ends: bool) -> str:
    """A stretch that is alike, cut to the words next to the differences."""
    left = [] if begins else words[:_KEPT]
    right = [] if ends else words[-_KEPT:]
    if len(left) + len(right) >= len(words):
        return "".join(words)
    return "".join([*left, "… " if right else "…", *right])
