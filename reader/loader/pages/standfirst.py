"""The standfirst of a story: the paragraph between title and text that sums it up."""

from __future__ import annotations

import dataclasses

from reader.loader.pages.boilerplate.lines import is_boilerplate
from reader.loader.pages.main_content import MainContent, ends_sentence, words_of
from reader.loader.pages.metadata import Metadata
from reader.markup.credits import is_credit
from reader.markup.tree_to_blocks import PlacedBlock
from reader.model.article import BlockKind

SHORTEST, LONGEST = 40, 700
"""Characters of a standfirst."""
SAME = 0.7
"""The part of a paragraph that must be in the page's description, or the other way round."""
MOST_LINK = 0.3
"""The part of a standfirst that may be link."""
_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST)


def standfirst(
    before: list[PlacedBlock], metadata: Metadata, story: list[PlacedBlock], lang: str
) -> list[PlacedBlock]:
    """Return the standfirst as a paragraph, in a list of one or none; trafilatura drops it.

    `before` are the blocks before the first paragraph of the `story`. It is the block that the
    page's description repeats, or else the first sentence after the title.
    """
    title = words_of(metadata.title)
    titles = [n for n, placed in enumerate(before) if words_of(placed.block.text) == title]
    after_title = titles[-1] + 1 if titles else len(before)
    opening = " ".join(words_of(" ".join(placed.block.text for placed in story[:3])))
    candidates = [
        (index, placed)
        for index, placed in enumerate(before)
        if _may_be_standfirst(placed, opening, lang)
    ]
    description = MainContent(metadata.description)
    for _, placed in candidates if len(metadata.description) >= SHORTEST else ():
        text = placed.block.text
        if description.share(text) >= SAME or MainContent(text).share(metadata.description) >= SAME:
            return [_as_paragraph(placed)]
    for index, placed in candidates:
        if index >= after_title and ends_sentence(placed.block.text):
            return [_as_paragraph(placed)]
    return []


def _may_be_standfirst(placed: PlacedBlock, opening: str, lang: str) -> bool:
    """Tell whether a block may be a standfirst; `opening` are the first words of the story."""
    text = placed.block.text
    return (
        placed.block.kind in _KINDS
        and SHORTEST <= len(text) <= LONGEST
        and placed.linked <= MOST_LINK
        and not is_boilerplate(text, lang, placed.linked)
        and not is_credit(text)
        and " ".join(words_of(text)) not in opening
    )


def _as_paragraph(placed: PlacedBlock) -> PlacedBlock:
    block = dataclasses.replace(placed.block, kind=BlockKind.PARAGRAPH, level=0)
    return dataclasses.replace(placed, block=block)
