"""Pull quotes: words the story prints twice are said by whom the other place names.

A page often repeats a sentence of the story between two paragraphs, large and without a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.quote_kinds import Certainty
from reader.quotes.candidate import Found
from reader.text.quote_signs import SIGNS

_AROUND = SIGNS + " \n\t\u00a0\u202f.,;:!?…"
"""What stands around the words: marks, and the point or comma at their end."""
_FEWEST = 4
"""Words; fewer are too often said by two people."""
_MOST = 200
"""Quotes without a sure speaker that are looked for: no story repeats more."""


def echo(found: Sequence[Found], text: str) -> None:
    """Give quotes of `text` without a sure speaker the one who is named beside the same words."""
    unsure = [item for item in found if item.certainty is not Certainty.NAMED][:_MOST]
    if not unsure:
        return
    named = [
        (text[item.start : item.end].lower(), item)
        for item in found
        if item.certainty is Certainty.NAMED and item.speaker
    ]
    all_named = "\n".join([words for words, _ in named])
    for item in unsure:
        words = text[item.start : item.end].lower().strip(_AROUND)
        if words not in all_named or len(words.split()) < _FEWEST:
            continue
        same = [
            one
            for said, one in named
            if words in said and (one.end <= item.start or item.end <= one.start)
        ]
        if len({text[who.start : who.end] for one in same if (who := one.speaker)}) == 1:
            item.speaker, item.source = same[0].speaker, same[0].source
            item.certainty, item.reason = Certainty.INFERRED, "same words"
