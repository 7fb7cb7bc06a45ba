"""Where words that are searched for stand in a laid-out story."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.text.found import folded_words, places_of
from reader.text.layout_line import Layout
from reader.text.layout_set import Typeset


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
    wanted = folded_words(words)
    if not wanted:
        return []
    hits: list[Hit] = []
    done: set[int] = set()
    for number, line in enumerate(layout.lines):
        for part in line.words:
            if id(part.set) not in done:
                done.add(id(part.set))
                places = places_of(part.set.text, wanted)
                hits += [Hit(number, part.set, *place) for place in places]
    hits = [_on_its_line(layout, hit) for hit in hits]
    return sorted(hits, key=lambda hit: (hit.line, hit.start))


def _on_its_line(layout: Layout, hit: Hit) -> Hit:
    for number in range(hit.line, len(layout.lines)):
        for words in layout.lines[number].words:
            if words.set is hit.set and words.start <= hit.start < words.end:
                return hit._replace(line=number)
    return hit
