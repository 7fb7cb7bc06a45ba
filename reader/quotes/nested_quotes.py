"""Find quotations within quotations and attribute them by the clause around them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.quote_kinds import Certainty, QuoteKind
from reader.quotes.candidate import Candidate
from reader.quotes.clauses_by_language import clauses_of
from reader.quotes.lexicon import Lexicon
from reader.quotes.quotation_marks import Stretch
from reader.quotes.tokens import cut, sentences

_POINTS = ("，", ",", "。")
"""What may stand behind words that were said, besides the language's quotatives."""


def nested(
    in_paragraph: Sequence[Candidate], inner: Sequence[Stretch], text: str, lex: Lexicon
) -> list[Candidate]:
    """Return the quotations nested in those of one paragraph; `in_paragraph` is in order."""
    candidates: list[Candidate] = []
    number = 0
    for outer in in_paragraph:
        within: list[Stretch] = []
        while number < len(inner) and inner[number].start < outer.end:
            if inner[number].start > outer.start and inner[number].level == 1:
                within.append(inner[number])
            number += 1
        if within:
            candidates += _in_one(outer, within, text, lex)
    return candidates


def _in_one(outer: Candidate, within: list[Stretch], text: str, lex: Lexicon) -> list[Candidate]:
    frame = cut(text, outer.start + 1, max(outer.start + 1, outer.end - 1), within, lex)
    clauses = clauses_of(frame, text, lex)
    spans = sentences(frame, text)
    candidates: list[Candidate] = []
    place = 0
    said = (*lex.quotatives, *_POINTS)
    for number, stretch in enumerate(within):
        quote = Candidate(stretch.start, stretch.end, QuoteKind.NESTED)
        at = frame.quote_at[number]
        while spans[place][1] <= at:
            place += 1
        begin, stop = spans[place]
        clause = clauses.attribute(at, begin, stop)
        if clause is None and "particles" in lex.options and not text.startswith(said, stretch.end):
            continue  # a title
        if clause and clause.speaker and clause.reason == "cue":
            quote.take(clause)
            if clause.speaker.text.lower() in lex.first_person and outer.speaker:
                quote.speaker, quote.source = outer.speaker, outer.source
                quote.certainty, quote.reason = Certainty.INFERRED, "pronoun"
        candidates.append(quote)
    return candidates
