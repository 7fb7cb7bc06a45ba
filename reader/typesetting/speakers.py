"""Who speaks in a story: its voices, and for each block the labels that stand beside the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, islice
from typing import NamedTuple

from reader.model.article import Article
from reader.model.quote import Certainty, Place, Quote, QuoteKind
from reader.text.normal import name_key
from reader.typesetting.line import UNATTRIBUTED, Label, Voice
from reader.typesetting.styled_text import Quoted

_PARTICLES = frozenset(
    (
        *("al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "dos", "du", "el"),
        *("ibn", "la", "le", "mac", "ten", "ter", "van", "von", "zu", "zum"),
    )
)
_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_NOT_A_PERSON = frozenset(
    ("the", "of", "for", "and", "die", "das", "und", "für", "les", "et")
)


class Speech(NamedTuple):
    """Neighbouring quotes of one voice within one block, with the label they get."""

    label: Label
    start: int
    """First code point of the first quote, counted in the block's own text."""
    end: int
    short: str = ""
    """The name as it is where the full one has no room."""


class Speakers:
    """The voices of one article and where they speak."""

    def __init__(self, article: Article, *, unattributed: str, quoting: str) -> None:
        """`unattributed` is the word for nobody; `quoting` stands before a quoted person's name."""
        self._article = article
        self._unattributed = unattributed
        self._quoting = quoting
        self._text = article.text
        self.voices: tuple[Voice, ...] = ()
        self.voice_of: tuple[int, ...] = ()
        self._count()
        self.inner = frozenset(_inner_quotes(article.quotes))
        self._by_block = self._share_out()
        self._introduced: set[int] = set()
        self._short: dict[int, str] = {}

    def quoted(self, block: int) -> list[Quoted]:
        """The quotes of a block in its own offsets, cut to it; inner ones marked."""
        return self._by_block.get(block, [])

    def speeches(self, block: int) -> list[Speech]:
        """The speeches of a block in reading order.

        Ask once for each block, in order: the first label of a voice gives full name and role.
        """
        quoted = self.quoted(block)
        inner = [quote for quote in quoted if quote.inner]
        outer = (quote for quote in quoted if not quote.inner)
        return [
            self._speech(list(group), inner)
            for _voice, group in groupby(outer, key=lambda quote: self.voice_of[quote.quote])
        ]

    def _speech(self, group: list[Quoted], inner: list[Quoted]) -> Speech:
        quotes = [self._article.quotes[quoted.quote] for quoted in group]
        start, end = group[0].start, max(quoted.end for quoted in group)
        voice = self.voice_of[group[0].quote]
        if voice == UNATTRIBUTED:
            return Speech(Label(voice, self._unattributed), start, end)
        is_named = any(quote.certainty is Certainty.NAMED for quote in quotes)
        if voice in self._introduced:
            name, role = self._short_name(voice), ""
        else:
            name, role = self.voices[voice].name, self.voices[voice].role
            self._introduced.add(voice)
        other = self._quoted_by(inner, start, end, voice)
        role = f"{self._quoting} {other}" if other else role
        doubt = "" if is_named else "?"
        short = self._short_name(voice) + doubt
        return Speech(Label(voice, name + doubt, role), start, end, short)

    def _quoted_by(self, inner: Iterable[Quoted], start: int, end: int, voice: int) -> str:
        """Whose words the speaker repeats within a stretch, if that is known."""
        for quoted in inner:
            if start <= quoted.start < end:
                other = self.voice_of[quoted.quote]
                if other not in (UNATTRIBUTED, voice):
                    return self._short_name(other)
        return ""

    def _short_name(self, voice: int) -> str:
        if voice not in self._short:
            speaker = self.voices[voice]
            self._short[voice] = short_name(speaker.name, self._text, person=bool(speaker.role))
        return self._short[voice]

    def _count(self) -> None:
        voices: dict[str, int] = {}
        names: list[tuple[str, str]] = []
        counts: list[int] = []
        of: list[int] = []
        for quote in self._article.quotes:
            nobody = quote.certainty is Certainty.NONE or not quote.speaker
            key = "" if nobody else name_key(quote.speaker)
            if not key:
                of.append(UNATTRIBUTED)
                continue
            if key not in voices:
                voices[key] = len(names)
                names.append((quote.speaker, quote.role))
                counts.append(0)
            voice = voices[key]
            of.append(voice)
            if not names[voice][1] and quote.role:
                names[voice] = (names[voice][0], quote.role)
            counts[voice] += quote.kind is not QuoteKind.NESTED
        self.voice_of = tuple(of)
        self.voices = tuple(
            Voice(key, *names[voice], counts[voice]) for key, voice in voices.items()
        )

    def _share_out(self) -> dict[int, list[Quoted]]:
        """The quotes by block; a quote that spans several blocks is cut at their borders."""
        shared: dict[int, list[Quoted]] = {}
        starts = self._article.starts()
        blocks = [
            (start, start + len(block.text), number)
            for number, (start, block) in enumerate(
                zip(starts, self._article.blocks, strict=True)
            )
            if start >= 0
        ]
        first = 0
        for index, quote in sorted(
            enumerate(self._article.quotes), key=lambda pair: (pair[1].start, -pair[1].end)
        ):
            if quote.place is not Place.TEXT:
                continue
            while first < len(blocks) and blocks[first][1] <= quote.start:
                first += 1
            for start, end, number in islice(blocks, first, None):
                if start >= quote.end:
                    break
                shared.setdefault(number, []).append(
                    Quoted(
                        max(quote.start - start, 0),
                        min(quote.end, end) - start,
                        index,
                        index in self.inner,
                    )
                )
        return shared


def _inner_quotes(quotes: Iterable[Quote]) -> set[int]:
    """The quotes that lie within another one."""
    inner: set[int] = set()
    reach = -1
    ordered = sorted(enumerate(quotes), key=lambda pair: (pair[1].start, -pair[1].end))
    for index, quote in ordered:
        if quote.place is not Place.TEXT:
            continue
        if quote.end <= reach:
            inner.add(index)
        else:
            reach = quote.end
    return inner


def short_name(name: str, text: str, *, person: bool) -> str:
    """Return what a story calls somebody after the first time: the surname, if it is a person.

    A name counts as a person's if the story uses the last word alone, or if `person` says so.
    Names in one word, in scripts without spaces, and those of offices stay whole.
    """
    words = [word for word in name.split() if word.rstrip(",") not in _SUFFIXES]
    if len(words) < 2 or not name[0].isupper() or _NOT_A_PERSON & set(words):
        return name
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    surname = " ".join(words[first:]).rstrip(",")
    if person:
        return surname
    alone = rf"(?<!{re.escape(words[first - 1])} )\b{re.escape(surname)}\b"
    return surname if re.search(alone, text) else name
