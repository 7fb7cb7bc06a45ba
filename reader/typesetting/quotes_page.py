"""One voice's quotes as lines: by story, each on its tint, the chosen one with what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from reader.model.quote import Echo, Voice
from reader.model.story import QuoteRow
from reader.text.echo_words import Stretch, differences
from reader.typesetting.blocks import text_lines
from reader.typesetting.cells import cut, width
from reader.typesetting.line import (
    HEAD,
    UNATTRIBUTED,
    Ground,
    Ink,
    Layout,
    Line,
    Sign,
)
from reader.typesetting.line import Voice as DrawnVoice
from reader.typesetting.measure import Frame
from reader.typesetting.styled_text import Quoted, Setting, Typeset
from reader.typesetting.voice_head import Page, QuotesWording, voice_head
from reader.typesetting.wrap import balanced, wrap

NUMBERED = 9
"""Other stories that get a number, which is their key."""
_DIFFERING = 3
"""Lines of another printing that are shown."""


def lay_out_quotes(
    voice: Voice | None,
    rows: Sequence[QuoteRow],
    chosen: int,
    frame: Frame,
    when: Callable[[int], str],
    *,
    page: Page = Page(),  # noqa: B008 - immutable
    setting: Setting = Setting(),  # noqa: B008 - immutable
    wording: QuotesWording = QuotesWording(),  # noqa: B008 - immutable
) -> Layout:
    """Return the lines of one voice's quotes; `Line.block` is the row, `HEAD` above and between.

    `rows` of one story stand together; `when` says a moment in words.
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
    lines += voice_head(voice, number, rows, page, measure, when, wording)
    at = 0
    for _story, group in groupby(rows, key=lambda row: row.story):
        of_story = list(group)
        if at:
            lines += [Line(HEAD), Line(HEAD, signs=(Sign(0, "─" * measure, Ink.HAIRLINE),))]
        its = setting._replace(lang=page.langs.get(of_story[0].story, ""))
        lines += [Line(HEAD), *_story_lines(of_story[0], measure, when, its)]
        for row in of_story:
            lines.append(Line(HEAD))
            layout.quote_lines[at] = len(lines)
            lines += _quote(row, at, number, measure, its, wording if at == chosen else None)
            echoes = page.echoes.get((row.story, row.index), ())
            if echoes and at == chosen:
                lines += _echoes(row, echoes, at, measure, when, wording)
            elif echoes:
                also = wording.also.format(sources=_sources(echoes))
                lines.append(Line(at, signs=(Sign(0, cut(also, measure)),)))
            at += 1
    return layout


def _story_lines(
    row: QuoteRow, measure: int, when: Callable[[int], str], setting: Setting
) -> list[Line]:
    title = Typeset(HEAD, row.title, setting)
    facts = " · ".join(fact for fact in (row.source, when(row.published)) if fact)
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


def _echoes(
    row: QuoteRow,
    echoes: Sequence[Echo],
    number: int,
    measure: int,
    when: Callable[[int], str],
    wording: QuotesWording,
) -> list[Line]:
    """Where else the words stand, numbered for the keys; who was first; what differs there."""
    first = echoes[0]
    here = (row.published, row.story) < (first.published, first.story)
    facts = [wording.also.format(sources="").strip(), wording.first_here if here else ""]
    lines = [Line(number, signs=(Sign(0, cut(" · ".join(filter(None, facts)), measure)),))]
    for at, echo in enumerate(echoes[:NUMBERED], 1):
        mark = f"[{at}] "
        facts = [echo.source, when(echo.published), "" if here or at > 1 else wording.first]
        where = cut(" · ".join(filter(None, facts)), measure - len(mark))
        signs = (Sign(0, mark, Ink.MUTED), Sign(len(mark), where))
        lines.append(Line(number, signs=signs))
        if stretches := differences(row.text, echo.text):
            lines += _differing(stretches, number, len(mark), measure)
    return lines


def _differing(
    stretches: Sequence[Stretch], number: int, x: int, measure: int
) -> list[Line]:
    """The other printing, with what differs set strong."""
    text = "".join(stretch.text for stretch in stretches).rstrip()
    lines = []
    for part in wrap(text, max(measure - x, 1))[:_DIFFERING]:
        signs, at = [], 0
        for stretch in stretches:
            start, end = max(at, part.start), min(at + len(stretch.text), part.end)
            if start < end:
                left = x + width(text[part.start : start])
                ink = Ink.STRONG if stretch.differs else Ink.MUTED
                signs.append(Sign(left, text[start:end], ink))
            at += len(stretch.text)
        lines.append(Line(number, signs=tuple(signs)))
    return lines


def _sources(echoes: Sequence[Echo]) -> str:
    return ", ".join(dict.fromkeys(echo.source for echo in echoes))
