"""One voice's quotes as lines: by story, each on its tint, the chosen one with what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.model.quote import Voice
from reader.model.story import QuoteRow
from reader.text.cells import cut, width
from reader.text.layout_blocks import text_lines
from reader.text.layout_frame import Frame
from reader.text.layout_line import (
    HEAD,
    UNATTRIBUTED,
    Ground,
    Ink,
    Label,
    Layout,
    Line,
    Sign,
)
from reader.text.layout_line import Voice as DrawnVoice
from reader.text.layout_set import Quoted, Setting, Typeset
from reader.text.wrap import balanced, wrap


class QuotesWording(NamedTuple):
    """The words around the quotes, in the language of the interface."""

    total: str = ""
    """How many quotes there are, and of which time."""
    read: str = "↵ read it in place"
    copy: str = "y copy with credit"
    empty: str = "Nobody is quoted in these stories."


def lay_out_quotes(
    voice: Voice | None,
    rows: Sequence[QuoteRow],
    chosen: int,
    frame: Frame,
    when: Callable[[QuoteRow], str],
    *,
    setting: Setting = Setting(),  # noqa: B008 - immutable
    wording: QuotesWording = QuotesWording(),  # noqa: B008 - immutable
) -> Layout:
    """Return the lines of one voice's quotes; `Line.block` is the row, `HEAD` above and between.

    `rows` of one story stand together; `when` says when its story appeared.
    """
    layout = Layout()
    measure, lines = frame.measure, layout.lines
    if voice is None or not rows:
        for part in wrap(wording.empty, measure):
            lines.append(Line(HEAD, signs=(Sign(0, wording.empty[part.start : part.end]),)))
        return layout
    number = 0 if voice.key else UNATTRIBUTED
    layout.voices = (DrawnVoice(voice.key, voice.name, voice.role, voice.quotes),)
    layout.quote_voices = (number,) * len(rows)
    lines += _head(voice, number, measure, wording.total)
    at = 0
    for _story, group in groupby(rows, key=lambda row: row.story):
        of_story = list(group)
        if at:
            lines += [Line(HEAD), Line(HEAD, signs=(Sign(0, "─" * measure, Ink.HAIRLINE),))]
        lines += [Line(HEAD), *_story_lines(of_story[0], measure, when, setting)]
        for row in of_story:
            lines.append(Line(HEAD))
            layout.quote_lines[at] = len(lines)
            lines += _quote(row, at, number, measure, setting, wording if at == chosen else None)
            at += 1
    return layout


def _head(voice: Voice, number: int, measure: int, count: str) -> list[Line]:
    name = cut(voice.name.upper(), measure)
    signs = [Sign(0, name, Ink.NAME)]
    room = measure - width(name) - 1
    if voice.role and room > 4:
        signs.append(Sign(width(name) + 1, cut(voice.role, room)))
    lines = [Line(HEAD, signs=tuple(signs), label=Label(number, ""))]
    if count:
        lines.append(Line(HEAD, signs=(Sign(0, cut(count, measure)),)))
    return lines


def _story_lines(
    row: QuoteRow, measure: int, when: Callable[[QuoteRow], str], setting: Setting
) -> list[Line]:
    title = Typeset(HEAD, row.title, setting)
    facts = " · ".join(fact for fact in (row.source, when(row)) if fact)
    return [
        *text_lines(title, HEAD, measure, ink=Ink.STRONG, breaker=balanced),
        Line(HEAD, signs=(Sign(0, cut(facts, measure)),)),
    ]


def _quote(
    row: QuoteRow,
    number: int,
    voice: int,
    measure: int,
    setting: Setting,
    wording: QuotesWording | None,
) -> list[Line]:
    """One quote; the chosen one fills the measure and ends with what `wording` offers.

    The words leave the last cell of the measure free, so that the tint closes round them.
    """
    quoted = (Quoted(0, len(row.text), number),)
    lines = text_lines(Typeset(number, row.text, setting, quotes=quoted), number, measure - 1)
    if wording:
        read = cut(wording.read, measure)
        signs = [Sign(0, read, Ink.CITE)]
        x = measure - 1 - width(wording.copy)
        if x > width(read) + 1:
            signs.append(Sign(x, wording.copy, Ink.CITE))
        lines.append(Line(number, signs=tuple(signs)))
        for line in lines:
            line.ground, line.tint = Ground.QUOTE, voice
    for line in lines:
        line.rule = voice
    return lines


def citation(row: QuoteRow) -> str:
    """``“Words” — Name, role (Source, address)``: a quote with its credit, as it is copied."""
    words = row.text.strip()
    if words[:1] not in "\"'“”„«»‹›「『‘‚’":
        words = f"“{words}”"
    who = ", ".join(part for part in (row.speaker, row.role) if part)
    credit = ", ".join(part for part in (row.source, row.link) if part)
    return f"{words}{f' — {who}' if who else ''}{f' ({credit})' if credit else ''}"
