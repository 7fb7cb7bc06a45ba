"""The text under the mouse's selection: as it was written, without what is only drawn around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from textual.geometry import Offset
from textual.selection import Selection

from reader.typesetting.cells import width
from reader.typesetting.line import Ink, Layout, Line, Words
from reader.typesetting.styled_text import Typeset

_ATTRIBUTION = frozenset((Ink.CITE,))
_OWN_WORDS = frozenset((Ink.KICKER, Ink.MUTED, *_ATTRIBUTION))
"""Inks of signs that say something: source, byline, attribution, address. Among the words of a
block only its attribution does."""


class _Piece(NamedTuple):
    """Text that goes on over several lines, and what it is a part of."""

    text: str
    part_of: object
    line: int
    """The last line it stands on."""


def selected_text(
    layout: Layout,
    rendered: Callable[[int], str],
    left: int,
    selection: Selection,
    code: int = 0,
) -> str:
    """Return the words within a selection: no margins, names, rules, bullets or breaks of ours.

    `rendered` gives a line as drawn, in which the selection counts characters; `left` is the cell
    the measure begins at, `code` how far code is scrolled to the left. What is drawn apart is
    parted: by an empty line where one is drawn.
    """
    start = selection.start or Offset(0, 0)
    end = selection.end or Offset(0, len(layout.lines))
    pieces: list[_Piece] = []
    last: tuple[Typeset, int] | None = None
    worded = {line.block for line in layout.lines if line.block >= 0 and line.words}
    for number in range(start.y, min(end.y + 1, len(layout.lines))):
        line = layout.lines[number]
        drawn = rendered(number)
        first = width(drawn[: start.x]) - left if number == start.y else -left
        stop = width(drawn[: end.x]) - left if number == end.y else width(drawn)
        aside = code if line.code else 0
        for words, begin, finish in _within(line, first + aside, stop + aside):
            source_start = words.set.shown.source(begin)
            source_end = words.set.shown.source(finish) if finish > begin else source_start
            if last and last[0] is words.set:
                text = pieces.pop().text + words.set.source[last[1] : source_end]
            else:
                text = words.set.source[source_start:source_end]
            pieces.append(_Piece(text, words.set, number))
            last = words.set, source_end
        if not line.words:
            inks = _ATTRIBUTION if line.block in worded else _OWN_WORDS
            for text, part_of in _said(layout, line, inks, first, stop):
                goes_on = bool(pieces) and pieces[-1].part_of == part_of
                before = f"{pieces.pop().text} " if goes_on else ""
                pieces.append(_Piece(before + text, part_of, number))
    return _joined(layout, pieces)


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


def _said(
    layout: Layout, line: Line, inks: frozenset[Ink], first: int, stop: int
) -> Iterator[tuple[str, object]]:
    """Signs of a line in some inks, whole, with what they are a part of; links as addresses."""
    if line.image or line.label is not None:
        return
    for sign in line.signs:
        if sign.ink in inks and sign.x < stop and sign.x + width(sign.text) > first:
            if sign.link:
                yield layout.links[sign.link - 1], sign.link
            else:
                yield sign.text.strip(), (line.block, sign.ink)


def _joined(layout: Layout, pieces: list[_Piece]) -> str:
    text = ""
    for at, piece in enumerate(pieces):
        if at:
            between = layout.lines[pieces[at - 1].line + 1 : piece.line]
            apart = any(not line.words and not line.signs for line in between)
            text += "\n\n" if apart else "\n"
        text += piece.text
    return text
