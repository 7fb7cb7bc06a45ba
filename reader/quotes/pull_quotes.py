"""Attribute pull quotes: sentences of a story that its page repeats without a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.quote_kinds import Certainty
from reader.quotes.candidate import Candidate
from reader.text.quote_signs import SIGNS

_AROUND = SIGNS + " \n\t\u00a0\u202f.,;:!?…"
"""Signs around the words that do not count: marks, blanks, and the point or comma at the end."""
_FEWEST = 4
"""Fewest words compared; fewer are too often said by two people."""
_MOST = 200
"""Most quotations that are compared: no story repeats more."""


def name_pull_quotes(candidates: Sequence[Candidate], text: str) -> None:
    """Attribute quotations that are not certain to the one certain speaker of the same words."""
    unsure = [quote for quote in candidates if quote.certainty is not Certainty.NAMED][:_MOST]
    if not unsure:
        return
    named = [
        (text[quote.start : quote.end].lower(), quote)
        for quote in candidates
        if quote.certainty is Certainty.NAMED and quote.speaker
    ]
    all_named = "\n".join([words for words, _ in named])
    for quote in unsure:
        words = text[quote.start : quote.end].lower().strip(_AROUND)
        if words not in all_named or len(words.split()) < _FEWEST:
            continue
        same = [
            twin
            for said, twin in named
            if words in said and (twin.end <= quote.start or quote.end <= twin.start)
        ]
        if len({text[who.start : who.end] for twin in same if (who := twin.speaker)}) == 1:
            quote.speaker, quote.source = same[0].speaker, same[0].source
            quote.certainty, quote.reason = Certainty.INFERRED, "same words"
