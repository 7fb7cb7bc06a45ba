"""Pull quotes: words the story prints twice are said by whom the other place names.

A page often repeats a sentence of the story between two paragraphs, large and without a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.quote_kinds import Certainty
from reader.quotes.candidate import Candidate
from reader.text.quote_signs import SIGNS

_AROUND = SIGNS + " \n\t\u00a0\u202f.,;:!?…"
"""What stands around the words: marks, and the point or comma at their end."""
_FEWEST = 4
"""Words; fewer are too often said by two people."""
_MOST = 200
"""Quotes without a sure speaker that are looked for: no story repeats more."""


def name_pull_quotes(candidates: Sequence[Candidate], text: str) -> None:
    """Give quotes of `text` without a sure speaker the one who is named beside the same words."""
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
