"""The difference between two versions of a story, word by word, as one merged article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import NamedTuple, assert_never

from reader.model.article import BLOCK_BREAK, Article, Block, BlockKind, Span, SpanStyle
from reader.model.quote import Place, Quote
from reader.text.normal import fold
from reader.text.scripts import HAN_AND_KANA
from reader.wording.catalogue import say
from reader.wording.dates import ago

_WORD = re.compile(
    rf"[{HAN_AND_KANA}]\s*|[^\W{HAN_AND_KANA}]+(?:[.,’'-]\w+)*\s*|.\s*", re.DOTALL
)
"""A word with the blanks behind it: else blanks would be what two texts have in common most."""
_DIGIT = re.compile(r"\d")
_WRITTEN = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
thousand million millions billion billions dozen dozens half
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig
hundert tausend millionen milliarde milliarden dutzend
deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante
soixante cent mille dos tres cuatro cinco siete ocho nueve diez doce quince veinte treinta
cuarenta cincuenta cien mil due tre quattro cinque sei sette otto nove dieci venti trenta cento
"""
_NUMBER_WORDS = frozenset(_WRITTEN.split())
"""Numbers as words. "one" is missing: it is as often a person."""
_MOST_WORDS = 5_000
"""Words of a block that are compared one by one: the time grows with their square."""
_ALIKE = 0.4
"""The share of words two paragraphs have in common if one was made of the other."""
_NAMED = 3
"""How many of the changed numbers `describe` names."""


@dataclass(frozen=True, slots=True)
class Changes:
    """A story with its deletions and insertions marked, and a summary of them."""

    article: Article
    """Both versions: spans `DELETED` are the earlier one's alone, `INSERTED` the later one's."""
    gone: int
    """Words."""
    added: int
    """Words."""
    numbers: tuple[str, ...]
    """Numbers of the earlier version that are no longer there, as written."""
    quotes: tuple[str, ...]
    """Words in quotes of the earlier version that are no longer there as they were."""


def changes_between(earlier: Article, later: Article) -> Changes:
    """Compare two versions of a story."""
    merge = _Merge()
    if fold(earlier.title) != fold(later.title):
        merge.retitled(earlier.title, later.title)
    before, after = earlier.blocks, later.blocks
    starts = later.starts()
    for old, new in _pairs([_words(b) for b in before], [_words(b) for b in after]):
        if new is None:
            if old is not None:
                merge.took(before[old])
        else:
            merge.put(before[old] if old is not None else None, after[new], starts[new])
    return Changes(
        replace(later, blocks=tuple(merge.blocks), quotes=merge.moved(later.quotes)),
        sum(map(_is_word, merge.gone)),
        sum(map(_is_word, merge.added)),
        tuple(_lost(merge.gone, merge.added)),
        tuple(_altered(earlier.quotes, later)),
    )


def is_changed(block: Block) -> bool:
    """Whether a block of a merged story is not as it was."""
    return any(span.style in (SpanStyle.DELETED, SpanStyle.INSERTED) for span in block.spans)


def describe(changes: Changes, when: int, now: int) -> str:
    """``Altered 4 min ago · words: 3 out, 5 in · numbers: 12 · 1 quote``; both in Unix seconds."""
    facts = [
        say("changes.altered", ago=ago(when, now)),
        say("changes.words", gone=changes.gone, added=changes.added),
    ]
    if changes.numbers:
        facts.append(say("changes.numbers", numbers=", ".join(changes.numbers[:_NAMED])))
    if not changes.numbers and not changes.quotes:
        facts.append(say("changes.no_fact"))
    if changes.quotes:
        facts.append(say("changes.quotes", count=len(changes.quotes)))
    return " · ".join(facts)


def in_brackets(article: Article) -> Article:
    """Return a merged story whose changes can be read without any style: ``[-old-] {+new+}``."""
    signs = {SpanStyle.DELETED: ("[-", "-]"), SpanStyle.INSERTED: ("{+", "+}")}
    blocks = []
    for block in article.blocks:
        pieces, position = [], 0
        for span in _in_order(s for s in block.spans if s.style in signs):
            words = block.text[span.start : span.end]
            core = words.rstrip()
            opening, closing = signs[span.style]
            pieces += [block.text[position : span.start], opening, core, closing]
            pieces.append(words[len(core) :])
            position = span.end
        pieces.append(block.text[position:])
        blocks.append(replace(block, text="".join(pieces), spans=()))
    return replace(article, blocks=tuple(blocks), quotes=())


class _Place(NamedTuple):
    """From a code point of the later text on, where the same words stand in the merged one."""

    later: int
    merged: int


@dataclass
class _Merge:
    """The merged story while it is put together."""

    blocks: list[Block] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    places: list[_Place] = field(default_factory=list)
    length: int = 0
    """Of the merged text, with the break before the next block."""

    def retitled(self, old: str, new: str) -> None:
        """Put the earlier title first; words that both titles share do not count as gone."""
        self._strike(Block(BlockKind.PARAGRAPH, old))
        for style, words in _steps(_tokens(old), _tokens(new)):
            if style is not None:
                (self.gone if style is SpanStyle.DELETED else self.added).extend(words)

    def took(self, block: Block) -> None:
        """Put a block that only the earlier version has."""
        self._strike(block)
        self.gone += _tokens(block.text)

    def _strike(self, block: Block) -> None:
        if not block.text:
            return
        whole = Span(0, len(block.text), SpanStyle.DELETED)
        kind = _kind_struck(block.kind)
        self._append(Block(kind, block.text, (whole,), block.level, block.marker))

    def put(self, old: Block | None, new: Block, start: int) -> None:
        """Put a block of the later version, merged with the earlier block it was made of, if any.

        `start`: where its words begin in the later text.
        """
        if not new.text:
            self.blocks.append(new)
            return
        if old is not None and old.text == new.text:
            self.places.append(_Place(start, self.length))
            self._append(new)
            return
        earlier, later = _tokens(old.text if old else ""), _tokens(new.text)
        pieces: list[str] = []
        spans: list[Span] = []
        places: list[_Place] = []
        merged = read = 0
        for style, words in _steps(earlier, later):
            text = "".join(words)
            if style is not SpanStyle.DELETED:
                places.append(_Place(read, merged))
                read += len(text)
            if style is not None:
                spans.append(Span(merged, merged + len(text), style))
                (self.gone if style is SpanStyle.DELETED else self.added).extend(words)
            pieces.append(text)
            merged += len(text)
        kept = [
            replace(s, start=_moved(places, s.start), end=_moved(places, s.end - 1) + 1)
            for s in new.spans
            if s.start < s.end
        ]
        self.places += [_Place(start + p.later, self.length + p.merged) for p in places]
        self._append(replace(new, text="".join(pieces), spans=tuple(_in_order([*kept, *spans]))))

    def moved(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """The later version's quotes, where they stand now."""
        return tuple(
            quote
            if quote.place is Place.TITLE
            else replace(
                quote,
                start=_moved(self.places, quote.start),
                end=_moved(self.places, quote.end - 1) + 1,
            )
            for quote in quotes
        )

    def _append(self, block: Block) -> None:
        self.blocks.append(block)
        self.length += len(block.text) + len(BLOCK_BREAK)


def _kind_struck(kind: BlockKind) -> BlockKind:
    """As what a block that went is shown: whatever its words were, they are read in a line now."""
    match kind:
        case BlockKind.LIST | BlockKind.QUOTE:
            return kind
        case (
            BlockKind.PARAGRAPH | BlockKind.HEADING | BlockKind.IMAGE | BlockKind.CODE
            | BlockKind.TABLE | BlockKind.EMBED | BlockKind.RULE
        ):  # fmt: skip
            return BlockKind.PARAGRAPH
        case _:
            assert_never(kind)


def _in_order(spans: Iterable[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: (span.start, span.end))


def _moved(places: Sequence[_Place], position: int) -> int:
    at = max(0, bisect_right(places, position, key=lambda place: place.later) - 1)
    return position - places[at].later + places[at].merged if places else position


def _tokens(text: str) -> list[str]:
    return _WORD.findall(text)


def _is_word(token: str) -> bool:
    return token[0].isalnum()


def _words(block: Block) -> tuple[str, ...]:
    return tuple(fold(token).strip() for token in _tokens(block.text))


def _pairs(
    before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]
) -> Iterable[tuple[int | None, int | None]]:
    """Pairs of earlier and later block numbers in reading order; None where one has no partner."""
    for kind, a, b, c, d in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
            continue
        old = a
        for new in range(c, d):
            match = next((o for o in range(old, b) if _alike(before[o], after[new])), None)
            if match is not None:
                yield from ((gone, None) for gone in range(old, match))
                old = match + 1
            yield match, new
        yield from ((gone, None) for gone in range(old, b))


def _alike(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    shared = sum((Counter(old) & Counter(new)).values())
    return shared > _ALIKE * max(len(old), len(new))


def _steps(
    earlier: list[str], later: list[str]
) -> Iterable[tuple[SpanStyle | None, list[str]]]:
    """The words that stayed (None), were deleted and were inserted, in reading order."""
    if max(len(earlier), len(later)) > _MOST_WORDS:
        yield SpanStyle.DELETED, earlier
        yield SpanStyle.INSERTED, later
        return
    old, new = ([token.strip() for token in tokens] for tokens in (earlier, later))
    for kind, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            yield None, later[c:d]
            continue
        if a < b:
            # The blank behind the last word may be the text's end; what comes next needs one.
            went = earlier[a:b]
            went[-1] = went[-1].rstrip() + (" " if c < d or d < len(later) else "")
            yield SpanStyle.DELETED, went
        if c < d:
            yield SpanStyle.INSERTED, later[c:d]


def _lost(gone: Iterable[str], added: Iterable[str]) -> Iterable[str]:
    """The numbers that were deleted and not inserted again elsewhere."""
    here = Counter(token.strip().casefold() for token in added if _is_number(token))
    for token in filter(_is_number, gone):
        written = token.strip()
        if here[written.casefold()]:
            here[written.casefold()] -= 1
        else:
            yield written


def _is_number(token: str) -> bool:
    return _DIGIT.search(token) is not None or token.strip().casefold() in _NUMBER_WORDS


def _altered(quotes: Iterable[Quote], later: Article) -> Iterable[str]:
    later_words = _spoken(later.title + " " + later.text)
    for quote in quotes:
        if _spoken(quote.text) not in later_words:
            yield quote.text


def _spoken(text: str) -> str:
    """The words without punctuation, which may change while the same is said."""
    return f" {' '.join(fold(token).strip() for token in _tokens(text) if _is_word(token))} "
