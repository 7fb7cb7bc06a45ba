"""What of a story is shown where it was found: somebody's words, or the sentence of the hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.model.article import Article, BlockKind
from reader.model.query import All, Any, Query, Said, Words
from reader.model.story import QuoteRow
from reader.text.hits import around, folded_words, places_of
from reader.text.normal import fold
from reader.text.quote_signs import OPENING


class Passage(NamedTuple):
    """One row of text below a found title."""

    text: str
    """Begins with an ellipsis where something before it is left out."""
    voice: str | None = None
    """`Voice.key` of who said it, empty for nobody known; None: nobody says it."""
    quote: int = -1
    """Which of the story's quotes it is; -1 for none."""
    fits: int = 1
    """How many passages of the story fit."""


class Wanted(NamedTuple):
    """What of a query can be shown in a text."""

    words: tuple[str, ...]
    """As they were typed."""
    names: tuple[str, ...]
    """Of whom the quotes are asked."""


def wanted_of(query: Query) -> Wanted:
    """The words and names a query asks for; what it excludes is none of them."""
    if isinstance(query, Words):
        return Wanted((query.text,), ())
    if isinstance(query, Said):
        return Wanted((), (query.name,))
    if isinstance(query, All | Any):
        parts = [wanted_of(term) for term in query.terms]
        return Wanted(
            tuple(word for part in parts for word in part.words),
            tuple(name for part in parts for name in part.names),
        )
    return Wanted((), ())


def passage_of(article: Article, quotes: Sequence[QuoteRow], wanted: Wanted) -> Passage | None:
    """The passage of a story that is shown; None if its text has none."""
    words = folded_words(wanted.words)
    if wanted.names:
        names = [fold(name) for name in wanted.names]
        said = [row for row in quotes if any(name in fold(row.speaker) for name in names)]
        fit = [row for row in said if places_of(row.text, words)] or said
        if not fit:
            return None
        return _quoted(fit[0], words, len(fit))
    count = sum(len(places_of(block.text, words)) for block in article.blocks)
    for row in quotes:
        if places_of(row.text, words):
            return _quoted(row, words, count)
    for block in article.blocks:
        found = places_of(block.text, words)
        if found and block.kind is not BlockKind.CODE:
            text = " ".join(block.text.split()) if "\n" in block.text else block.text
            start = (places_of(text, words) or [(0, 0)])[0][0]
            return Passage(around(text, start), fits=count)
    return None


def _quoted(row: QuoteRow, words: Sequence[str], count: int) -> Passage:
    text = " ".join(row.text.split())
    places = places_of(text, words)
    text = around(text, places[0][0] if places else 0)
    if text[:1] not in OPENING:
        text = f"“{text}"
    return Passage(text, row.voice, row.index, count)
