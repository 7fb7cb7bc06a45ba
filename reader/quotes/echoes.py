"""Pull quotes: words the story prints twice are said by whom the other place names.

A page often repeats a sentence of the story between two paragraphs, large and without a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.quote_kinds import Certainty
from reader.quotes.found import Found

_AROUND = " \n\t\u00a0\u202f\"'“”„‚‘’«»‹›「」『』.,;:!?…"
"""What stands around the words: marks, and the point or comma at their end."""
_FEWEST = 4
"""Words; fewer are too often said by two people."""
_MOST = 200
"""Quotes without a sure speaker that are looked for: no story repeats more."""


def echo(found: Sequence[Found], text: str) -> None:
    """Give quotes of `text` without a sure speaker the one who is named beside the same words."""
    unsure = [item for item in found if item.certainty is not Certainty.NAMED][:_MOST]
    low = text.lower() if unsure else text
    if len(low) != len(text):  # as of İ: places would be others
        low = text
    for item in unsure:
        words = low[item.start : item.end].strip(_AROUND)
        twice = low.find(words, item.end) >= 0 or low.find(words, 0, item.start) >= 0
        if not twice or len(words.split()) < _FEWEST:
            continue
        named = [
            one
            for one in found
            if one.certainty is Certainty.NAMED
            and one.speaker
            and (one.end <= item.start or item.end <= one.start)
            and low.find(words, one.start, one.end) >= 0
        ]
        if len({text[who.start : who.end] for one in named if (who := one.speaker)}) == 1:
            item.speaker, item.source = named[0].speaker, named[0].source
            item.certainty, item.reason = Certainty.INFERRED, "same words"
