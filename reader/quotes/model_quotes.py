"""Quotations of a text as `Quote` of the model."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.quote import Quote
from reader.quotes.candidate import Candidate
from reader.quotes.find_quotes import find_quotes
from reader.quotes.paragraphs import Paragraph, paragraphs_of


def quotes_in_text(text: str, lang: str = "", title: str = "") -> tuple[Quote, ...]:
    """Return the quotes of a plain text, whose paragraphs are parted by blank lines."""
    return quotes_in(text, paragraphs_of(text), lang, title)


def quotes_in(
    text: str, paragraphs: Sequence[Paragraph], lang: str = "", title: str = ""
) -> tuple[Quote, ...]:
    """Return who said what in the `paragraphs` of `text`, see `find_quotes`."""
    return tuple(map(_quote, find_quotes(text, paragraphs, lang, title)))


def _quote(quote: Candidate) -> Quote:
    who = quote.speaker
    return Quote(
        quote.start, quote.end, quote.words, quote.kind, quote.name, quote.role, quote.passed_on,
        quote.verb, quote.certainty, quote.reason, who.start if who else -1,
        who.end if who else -1, quote.cue[0], quote.cue[1], quote.utterance, quote.place,
    )  # fmt: skip
