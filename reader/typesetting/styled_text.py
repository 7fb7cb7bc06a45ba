"""The text of one block as it is shown: typographic signs, link numbers, and runs of one style."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntFlag
from itertools import pairwise
from typing import NamedTuple

from reader.model.article import Span, SpanStyle
from reader.text.links import host, is_address
from reader.text.quote_signs import CLOSING, OPENING
from reader.typesetting.typography import Edit, Shown, plain_edits, prose_edits


class Feature(IntFlag):
    """Properties of a stretch of text that are drawn on top of its ink."""

    NONE = 0
    EMPHASIS = 1
    STRONG = 2
    CODE = 4
    DELETED = 8
    LINK = 16
    NUMBER = 32
    """The ``[3]`` after a link."""
    QUOTED = 64
    MARK = 128
    """A quotation mark of a highlighted quote."""
    INNER = 256
    """A quotation inside a quotation."""
    INSERTED = 512


class Quoted(NamedTuple):
    """A quote's place in one block's own text."""

    start: int
    end: int
    quote: int
    """Which quote of the article, from 0."""
    inner: bool = False


class Run(NamedTuple):
    """A stretch of the shown text in one style."""

    start: int
    end: int
    features: Feature
    link: int
    """The link's number, 0 for none."""
    quote: int
    """The index of the outermost quote, -1 for none."""


class _Stretch(NamedTuple):
    start: int
    end: int
    features: Feature
    link: int = 0
    quote: int = -1


_FEATURES = {
    SpanStyle.EMPHASIS: Feature.EMPHASIS,
    SpanStyle.STRONG: Feature.STRONG,
    SpanStyle.CODE: Feature.CODE,
    SpanStyle.DELETED: Feature.DELETED,
    SpanStyle.INSERTED: Feature.INSERTED,
    SpanStyle.LINK: Feature.LINK,
}


class Setting(NamedTuple):
    """What the settings say about how text is shown."""

    smart: bool = True
    """Pair straight quotes, join hyphens to dashes."""
    ascii: bool = False
    """Only signs that every terminal draws one cell wide."""
    lang: str = ""
    pictures: int = 0
    """Rows that a picture may take; 0: a band stands for it."""
    banded: frozenset[str] = frozenset()
    """Addresses of pictures that cannot be had, for which a band stands in any case."""


class Typeset:
    """The text of one block as it is shown, and the style of each stretch of it."""

    __slots__ = ("_ends", "_runs", "block", "shown", "source", "text")

    def __init__(
        self,
        block: int,
        source: str,
        setting: Setting,
        *,
        spans: Sequence[Span] = (),
        quotes: Sequence[Quoted] = (),
        numbers: Mapping[str, int] | None = None,
        tail: str = "",
        code: bool = False,
    ) -> None:
        """`numbers` gives each address its number; addresses it lacks are set as plain text.

        `tail` is set after the text without being part of it. `code` keeps every sign as it is, but
        for tabs, which become blanks.
        """
        self.block = block
        self.source = source
        numbers = numbers or {}
        edits = _tabs(source) if code else _edits(source, setting, spans, numbers)
        if tail:
            edits.append(Edit(len(source), len(source), f" {tail}" if source else tail))
        self.shown = Shown(source, edits)
        self.text = self.shown.text
        self._runs = _runs(len(self.text), self._stretches(spans, quotes, numbers))
        self._ends = [run.end for run in self._runs]

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The runs that cover code points `start` to `end` of the shown text, cut to them."""
        for index in range(bisect_right(self._ends, start), len(self._runs)):
            run = self._runs[index]
            if run.start >= end:
                return
            yield run._replace(start=max(run.start, start), end=min(run.end, end))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the shown text of a stretch of the source."""
        return self.shown.at(start), self.shown.at(end, end=True)

    def _stretches(
        self, spans: Sequence[Span], quotes: Sequence[Quoted], numbers: Mapping[str, int]
    ) -> Iterator[_Stretch]:
        for span in spans:
            yield from self._styled(span, numbers.get(span.url, 0))
        for quote in quotes:
            yield from self._quoted(quote)

    def _styled(self, span: Span, number: int) -> Iterator[_Stretch]:
        """A span as it is shown, and the sign with its number behind a link that has one."""
        feature = _FEATURES.get(span.style, Feature.NONE)
        start, end = self.place(span.start, span.end)
        if not feature or start >= end:
            return
        if feature is not Feature.LINK:
            yield _Stretch(start, end, feature)
        elif number:
            yield _Stretch(start, end, Feature.LINK, number)
            sign = _number_sign(number)
            if self.text.startswith(sign, end):
                yield _Stretch(end, end + len(sign), Feature.NUMBER, number)

    def _quoted(self, quote: Quoted) -> Iterator[_Stretch]:
        """Quoted words as they are shown, and the marks at their ends."""
        start, end = self.place(quote.start, quote.end)
        if start >= end:
            return
        if quote.inner:
            yield _Stretch(start, end, Feature.INNER)
            return
        yield _Stretch(start, end, Feature.QUOTED, quote=quote.quote)
        if self.text[start] in OPENING:
            yield _Stretch(start, start + 1, Feature.MARK)
        if self.text[end - 1] in CLOSING:
            yield _Stretch(end - 1, end, Feature.MARK)


def number_links(spans: Iterable[Span], numbers: dict[str, int]) -> None:
    """Give each address that is not in `numbers` yet the next number."""
    for span in spans:
        if span.style is SpanStyle.LINK and span.url and span.start < span.end:
            numbers.setdefault(span.url, len(numbers) + 1)


def _number_sign(number: int) -> str:
    return f"[{number}]"


def _edits(
    source: str, setting: Setting, spans: Sequence[Span], numbers: Mapping[str, int]
) -> list[Edit]:
    """Every difference between the text as written and as shown, in order, without overlaps."""
    literal = [(span.start, span.end) for span in spans if span.style is SpanStyle.CODE]
    links = [span for span in spans if span.style is SpanStyle.LINK and span.url in numbers]
    hosts = [
        Edit(span.start, span.end, host(span.url))
        for span in links
        if is_address(source[span.start : span.end], span.url)
    ]
    literal += [(edit.start, edit.end) for edit in hosts]
    prose = prose_edits(source, smart=setting.smart, lang=setting.lang, skip=literal)
    if setting.ascii:
        prose = plain_edits(source, prose, skip=literal)
    edits = sorted([*prose, *hosts])
    signs = [(span.end, _number_sign(numbers[span.url])) for span in links if span.start < span.end]
    return _with_signs(edits, signs)


def _with_signs(edits: Sequence[Edit], signs: Iterable[tuple[int, str]]) -> list[Edit]:
    """Insert signs among the edits: before what begins there, after what reaches over it."""
    merged: list[Edit] = []
    index = place = 0
    for link_end, sign in sorted(signs):
        place = max(place, link_end)
        while index < len(edits) and edits[index].start < place:
            place = max(place, edits[index].end)
            merged.append(edits[index])
            index += 1
        merged.append(Edit(place, place, sign))
    return [*merged, *edits[index:]]


def _tabs(source: str) -> list[Edit]:
    """Tabs of code as blanks up to the next multiple of four."""
    edits, column = [], 0
    for place, letter in enumerate(source):
        if letter == "\t":
            blanks = 4 - column % 4
            edits.append(Edit(place, place + 1, " " * blanks))
            column += blanks
        else:
            column = 0 if letter == "\n" else column + 1
    return edits


def _runs(length: int, stretches: Iterable[_Stretch]) -> list[Run]:
    """Lay stretches over each other and cut the text into runs where the style changes."""
    waiting = sorted(stretches, reverse=True)
    borders = sorted({0, length, *(x.start for x in waiting), *(x.end for x in waiting)})
    runs, laid = [], list[_Stretch]()
    for start, end in pairwise(borders):
        laid = [stretch for stretch in laid if stretch.end > start]
        while waiting and waiting[-1].start <= start:
            laid.append(waiting.pop())
        features, link, quote = Feature.NONE, 0, -1
        for stretch in laid:
            features |= stretch.features
            link = stretch.link or link
            quote = stretch.quote if stretch.quote >= 0 else quote
        runs.append(Run(start, end, features, link, quote))
    return runs
