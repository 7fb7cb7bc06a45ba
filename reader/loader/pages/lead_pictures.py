"""Pictures around a story's text: the lead picture before it, the gallery after it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from reader.loader.pages.main_content import words_of
from reader.markup.tree_to_blocks import PlacedBlock
from reader.model.article import BlockKind

GALLERY = 2
"""Pictures with captions after a text that make a gallery; a single one may be an advertisement."""


def lead_picture(before: Sequence[PlacedBlock], title: str) -> list[PlacedBlock]:
    """Return the picture between title and text, as a list of one or none.

    `before` are the blocks before the text. Only a picture in a figure or with a caption is taken:
    others are of the author, or of the site.
    """
    title_words = words_of(title)
    titles = [n for n, placed in enumerate(before) if words_of(placed.block.text) == title_words]
    start = max(titles, default=-1)
    pictures = [
        placed
        for placed in before[start + 1 :]
        if _is_shown(placed) and (placed.block.text or placed.element.tag == "figure")
    ]
    captioned = (placed for placed in pictures if placed.block.text)
    picture = next(captioned, None) or next(iter(pictures if start >= 0 else ()), None)
    return [picture] if picture else []


def gallery(after: Sequence[PlacedBlock]) -> list[PlacedBlock]:
    """Return the pictures directly after a text if enough of them have captions; else none."""
    pictures = list(itertools.takewhile(_is_shown, after))
    return pictures if sum(bool(placed.block.text) for placed in pictures) >= GALLERY else []


def _is_shown(placed: PlacedBlock) -> bool:
    """Tell whether a block is a picture that is no link, and not in an ``aside`` or ``nav``."""
    if placed.block.kind is not BlockKind.IMAGE or not placed.block.url:
        return False
    around = itertools.islice(placed.element.iterancestors(), 4)
    return not any(above.tag in ("a", "aside", "nav") for above in around)
