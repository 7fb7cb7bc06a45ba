"""Captions that no markup marks: short paragraphs beside a picture."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from reader.markup.figures import is_longer, visible_text
from reader.markup.tree_to_blocks import PlacedBlock
from reader.model.article import Block, BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_CAPTION = 250
MOST_CAPTIONS = 0.3
"""The most of a story's characters that such captions may be."""


def with_captions(blocks: list[PlacedBlock]) -> list[PlacedBlock]:
    """Return the blocks with short paragraphs beside pictures made captions of them.

    Nothing marks such captions but their place. Where they would be much of the text, it is a story
    told in pictures, and nothing is changed.
    """
    captions = {
        index
        for index, placed in enumerate(blocks)
        if placed.block.kind is BlockKind.PARAGRAPH
        and 0 < len(placed.block.text) <= LONGEST_CAPTION
        and _stands_with_picture(placed.element, len(placed.block.text))
    }
    words = sum(len(blocks[index].block.text) for index in captions)
    if words > MOST_CAPTIONS * sum(len(placed.block.text) for placed in blocks):
        return blocks
    kept: list[PlacedBlock] = []
    for index, placed in enumerate(blocks):
        if index in captions:
            block = Block(BlockKind.IMAGE, placed.block.text)
            last = kept[-1].block if kept else None
            if last and last.kind is BlockKind.IMAGE and last.url and not last.text:
                block = dataclasses.replace(last, text=block.text)
                kept.pop()
            placed = dataclasses.replace(placed, block=block)
        kept.append(placed)
    return kept


def _stands_with_picture(element: HtmlElement, length: int) -> bool:
    """Tell whether the innermost element around `element` that holds more than it holds a picture.

    `length` is the number of characters of `element`.
    """
    if next(element.iter("img"), None) is not None:
        return False  # a paragraph with a picture in it
    holders = element.iterancestors("div", "span", "p", "section")
    for above in itertools.islice(holders, 4):
        if is_longer(above, 4 * length + 400) or len(visible_text(above)) > length + 40:
            return False
        if next(above.iter("img", "picture", "video"), None) is not None:
            return True
    return False
