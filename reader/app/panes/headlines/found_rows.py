"""The list of what a search found: titles with the words lit up, and the passage below each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip

from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import PLAIN, Part, row
from reader.app.looks.themes import voice_colours
from reader.app.panes.headlines.rows import LEFT, RIGHT, HeadlineRows, Place
from reader.app.session.finds import SCOPES, Finds
from reader.model.story import Headline
from reader.text.hits import folded_words, places_of
from reader.typesetting.cells import cut, pad, width
from reader.wording.catalogue import say
from reader.wording.dates import aligned_age

_SYNTAX = ("said", "in", "is", "phrase")
_GAP = 3
"""Cells between what is typed and what it does; fewer where room is short."""


def scope_row(inks: Inks, cells: int, scope: int) -> Strip:
    """``Everything  This list  This story``, the chosen one underlined."""
    parts: list[Part] = [("  ", PLAIN)]
    for number, name in enumerate(SCOPES):
        here = number == scope
        style = inks.token("accent") + Style(underline=True) if here else inks.token("muted")
        parts += [("  " if number else "", PLAIN), (say(f"search.{name}"), style)]
    return row(cells, parts)


def count_row(inks: Inks, cells: int, count: str, order: str) -> Strip:
    """``5 stories, 8 passages   newest first``."""
    room = cells - width(count) - 2 * RIGHT - 2
    right: list[Part] = [(order, inks.token("faint"))] if count and width(order) <= room else []
    right.append((" " * RIGHT, PLAIN))
    return row(cells, [("  ", PLAIN), (count, inks.token("muted"))], right)


def syntax_rows(inks: Inks, cells: int, *, tags: bool) -> list[Strip]:
    """What can be typed, with what it does; `tags`: there are some to ask for."""
    names = (*_SYNTAX, "tag") if tags else _SYNTAX
    line: Part = ("─" * (cells - 4), inks.token("line"))
    strips = [row(cells, [("  ", PLAIN), line])]
    wide, needed = (
        max(width(say(f"search.{name}{part}")) for name in names) for part in ("_key", "")
    )
    wide += max(1, min(_GAP, cells - 4 - wide - needed))
    for name in names:
        key = pad(say(f"search.{name}_key"), wide)
        does = cut(say(f"search.{name}"), max(1, cells - wide - 4))
        parts = [("  ", PLAIN), (key, inks.token("accent")), (does, inks.token("faint"))]
        strips.append(row(cells, parts))
    return [*strips, Strip.blank(cells)]


def found_rows(rows: HeadlineRows, headline: Headline, place: Place, finds: Finds) -> list[Strip]:
    """The title with the words lit up, then the passage, or the source where there is none."""
    words = folded_words(finds.words)
    token = rows.inks.token
    plain = rows.title_style(headline, place)
    lit = plain + token("accent") + Style(underline=True)
    lines = rows.title_lines(headline, 0)
    lead: list[Part] = [place.bar, (" ", PLAIN), rows.mark(headline), (" ", PLAIN)]
    under: list[Part] = [place.below, (" " * (LEFT - 1), PLAIN)]
    strips = [
        row(rows.cells, [*(under if number else lead), *_lit(line, words, plain, lit)], (),
            place.ground)
        for number, line in enumerate(lines)
    ]  # fmt: skip
    right: list[Part] = [(f"  {aligned_age(headline.published, rows.now)}", rows.quiet(place))]
    right.append((" " * RIGHT, PLAIN))
    passage = finds.passages.get(headline.id)
    room = max(1, rows.cells - LEFT - sum(width(text) for text, _ in right))
    if passage is None:
        source: Part = (cut(headline.source, room), rows.quiet(place))
        return [*strips, row(rows.cells, [*under, source], right, place.ground)]
    text = cut(passage.text, room, word=False)
    style, start = token("muted"), under
    if passage.voice is not None:
        slot = voice_colours([passage.voice])[passage.voice].slot if passage.voice else 0
        name = token(f"voice-{slot}" if slot else "muted")
        style = token(f"words-{slot}" if slot else "text")
        if rows.inks.colourless:
            style += Style(italic=True)
        start = [place.below, (" ", PLAIN), (rows.glyphs.rule, name), (" ", PLAIN)]
    hit = token("accent") + Style(underline=True)
    parts = [*start, *_lit(text, words, style, hit)]
    return [*strips, row(rows.cells, parts, right, place.ground)]


def _lit(text: str, words: Sequence[str], plain: Style, lit: Style) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for start, end in places_of(text, words) if words else ():
        if start >= at:
            parts += [(text[at:start], plain), (text[start:end], lit)]
            at = end
    return [*parts, (text[at:], plain)]
