"""Where words that are searched for stand in a laid-out story."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.text.hits import folded_words, places_of
from reader.typesetting.line import Layout
from reader.typesetting.styled_text import Typeset

REACH = 40
"""Lines over which a found phrase may run."""


class Hit(NamedTuple):
    """A found word: code points of a set text, and the line it begins on."""

    line: int
    set: Typeset
    start: int
    end: int


def find_hits(layout: Layout, words: Iterable[str]) -> list[Hit]:
    """Return where any of `words` (or phrases) begins a word of the story, in reading order.

    Case and accents make no difference; a word also finds longer words that begin with it.
    """
    folded = folded_words(words)
    if not folded:
        return []
    sets: dict[int, tuple[Typeset, list[int], list[int]]] = {}
    for number, line in enumerate(layout.lines):
        for part in line.words:
            _, starts, lines = sets.setdefault(id(part.set), (part.set, [], []))
            starts.append(part.start)
            lines.append(number)
    hits = [
        Hit(lines[max(0, bisect_right(starts, start) - 1)], typeset, start, end)
        for typeset, starts, lines in sets.values()
        for start, end in places_of(typeset.text, folded)
    ]
    return sorted(hits, key=lambda hit: (hit.line, hit.start))


def hits_on(hits: Sequence[Hit], line: int) -> Sequence[Hit]:
    """Return those of the hits, which are in reading order, that may reach into a line."""
    first = bisect_left(hits, line - REACH, key=_line_of)
    return hits[first : bisect_right(hits, line, key=_line_of)]


def _line_of(hit: Hit) -> int:
    return hit.line
