"""Tags that a person gives to stories: one word each, written ``#ships``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.text.clean import clean_line
from reader.text.normal import fold

LONGEST = 40
"""Code points of a tag; more are cut."""
_UNFIT = re.compile(r"[#()\"“”]+")
"""What the query language needs for itself."""


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags somebody typed, parted by blanks or commas, with or without ``#``.

    Of those that differ in case or accents alone the first counts.
    """
    words = (_UNFIT.sub("", word)[:LONGEST] for word in re.split(r"[\s,]+", clean_line(text)))
    return tuple({fold(word): word for word in reversed([*words]) if fold(word)}.values())[::-1]


def written(tags: Iterable[str]) -> str:
    """Return tags as they stand on the screen: ``#harbour #ships``."""
    return " ".join(f"#{tag}" for tag in tags)
