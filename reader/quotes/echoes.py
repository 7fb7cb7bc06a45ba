"""Pull quotes: words the story prints twice are said by whom the other place names.

A page often repeats a sentence of the story between two paragraphs, large and without a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model.quote import Certainty
from reader.quotes.found import Found

_WORDS = re.compile(r"\w+")
_FEWEST = 4
"""Words; fewer are too often said by two people."""
_MOST = 200
"""Quotes without a sure speaker that are looked for: no story repeats more."""


def echo(found: Sequence[Found], text: str) -> None:
    """Give quotes of `text` without a sure speaker the one who is named beside the same words."""
    sure = [item for item in found if item.certainty is Certainty.NAMED and item.speaker]
    unsure = [item for item in found if item.certainty is not Certainty.NAMED][:_MOST]
    if not sure or not unsure:
        return
    said = [_folded(text, item) for item in sure]
    heard = "\n".join(said)
    for item in unsure:
        words = _folded(text, item)
        if words.count(" ") <= _FEWEST or words not in heard:
            continue
        speakers = [one for one, spoken in zip(sure, said, strict=True) if words in spoken]
        if len({text[one.speaker.start : one.speaker.end] for one in speakers if one.speaker}) == 1:
            item.speaker, item.source = speakers[0].speaker, speakers[0].source
            item.certainty, item.reason = Certainty.INFERRED, "same words"


def _folded(text: str, item: Found) -> str:
    """The words alone, each between blanks, so that only whole words are found within others."""
    return f" {' '.join(_WORDS.findall(text[item.start : item.end].casefold()))} "
