"""Where words stand in a laid-out story: for search hits, and for what the mouse selects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from textual.geometry import Offset
from textual.selection import Selection

from reader.text.cells import width
from reader.text.found import folded_words, places_of
from reader.text.layout_line import Layout, Line, Words
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


def selected_text(
    layout: Layout,
    rendered: Callable[[int], str],
    left: int,
    selection: Selection,
    code: int = 0,
) -> str:
    """Return the story's own words within a selection: no margins, no line breaks of ours.

    `rendered` gives a line as drawn, in which the selection counts characters; `left` is the cell
    the measure begins at, `code` how far code is scrolled to the left. Blocks are parted by blank
    lines.
    """
    start = selection.start or Offset(0, 0)
    end = selection.end or Offset(0, len(layout.lines))
    pieces: list[str] = []
    last: tuple[Typeset, int] | None = None
    for number in range(start.y, min(end.y + 1, len(layout.lines))):
        line = layout.lines[number]
        drawn = rendered(number)
        first = width(drawn[: start.x]) - left if number == start.y else -left
        stop = width(drawn[: end.x]) - left if number == end.y else width(drawn)
        aside = code if line.code else 0
        for words, begin, finish in _within(line, first + aside, stop + aside):
            source_start = words.set.shown.source(begin)
            source_end = words.set.shown.source(finish) if finish > begin else source_start
            if finish >= len(words.set.text):
                source_end = len(words.set.source)
            if last and last[0] is words.set:
                pieces[-1] += words.set.source[last[1] : source_end]
            else:
                pieces.append(words.set.source[source_start:source_end])
            last = words.set, source_end
    return "\n\n".join(pieces)


def _within(line: Line, first: int, stop: int) -> Iterator[tuple[Words, int, int]]:
    """The words of a line between two cells, with the code points that lie there."""
    for words in line.words:
        right = words.x + width(words.text)
        if words.x >= stop or right <= first:
            continue
        begin = line.hit(max(first, words.x))
        finish = line.hit(stop) if stop < right else None
        yield (
            words,
            begin[1] if begin else words.start,
            finish[1] if finish else words.end,
        )
