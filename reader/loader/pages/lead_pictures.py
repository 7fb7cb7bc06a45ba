"""The pictures around a story's text: the one that leads it, the gallery that follows it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from reader.loader.pages.main_content import words_of
from reader.markup.walk import Found
from reader.model.article import BlockKind

GALLERY = 2
"""Pictures with captions that follow a text and are its gallery; one may lead elsewhere."""


def lead_picture(before: Sequence[Found], title: str) -> list[Found]:
    """Return the picture between title and text, as a list of one or none.

    `before` is what stands before the text. Only a picture in a figure or with a caption leads a
    story: others are the author's, or the site's.
    """
    named = words_of(title)
    titles = [n for n, one in enumerate(before) if words_of(one.block.text) == named]
    start = max(titles, default=-1)
    pictures = [
        one
        for one in before[start + 1 :]
        if _is_shown(one) and (one.block.text or one.element.tag == "figure")
    ]
    captioned = (one for one in pictures if one.block.text)
    found = next(captioned, None) or next(iter(pictures if start >= 0 else ()), None)
    return [found] if found else []


def gallery(after: Sequence[Found]) -> list[Found]:
    """Return the pictures with captions that follow a text at once; none if they are too few."""
    pictures = list(itertools.takewhile(_is_shown, after))
    return pictures if sum(bool(one.block.text) for one in pictures) >= GALLERY else []


def _is_shown(one: Found) -> bool:
    """Tell whether a block is a picture that leads nowhere else."""
    if one.block.kind is not BlockKind.IMAGE or not one.block.url:
        return False
    around = itertools.islice(one.element.iterancestors(), 4)
    return not any(above.tag in ("a", "aside", "nav") for above in around)
