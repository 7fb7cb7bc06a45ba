"""Selects the blocks of a page that are its story, by the text that trafilatura extracted."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reader.loader.pages.captions import with_captions
from reader.loader.pages.lead_pictures import gallery, lead_picture
from reader.loader.pages.main_content import MainContent, ends_sentence, words_of
from reader.loader.pages.metadata import Metadata
from reader.loader.pages.standfirst import standfirst
from reader.markup.figures import is_longer, names
from reader.markup.tree_to_blocks import PlacedBlock
from reader.model.article import Block, BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MIN_SHARE = 0.8
"""The part of a block that must be in the main content for it to be taken."""
SOLID = 6
"""Words of a block at which the story may begin or end; "Home" is shorter."""
PARAGRAPH, STORY = 80, 400
"""Characters of a paragraph, and of all together, that make a story without main content."""
LONGEST_TOOL, LONGEST_BOX = 2000, 500
"""Characters of an element with the class of a tool, and of a box with a form."""
MOSTLY_LINK = 0.5
LOST = 0.5
"""Characters of sentences not taken, for each one taken, from which on they are a lost part."""
BEFORE = 14
"""Blocks before the first paragraph in which standfirst and lead picture are looked for."""
STRUCTURE = frozenset(BlockKind) - {BlockKind.PARAGRAPH}
"""Kinds of blocks that trafilatura often drops; inside the story they are kept."""
_SIGNUP = re.compile(r"newsletter|sign-?up|mailing-?list", re.I)
_TOOL = re.compile(r"(?:^|\s)(?:mw-editsection|toc|noprint|sr-only|screen-reader-text)(?:\s|$)")
"""Common classes of links to edit, tables of contents and texts for screen readers."""


def story_parts(
    blocks: list[PlacedBlock], content: MainContent, metadata: Metadata, lang: str
) -> list[PlacedBlock]:
    """Return the blocks of the story, in order. Boilerplate between them is still there.

    A block is taken if it is in the main content. Between the first and the last one taken,
    headings, lists, quotations, pictures, tables and code are kept, too, unless they are mostly
    links. Standfirst, lead picture and gallery are added.
    """
    shares = _with_companions(blocks, [content.share(placed.block.text) for placed in blocks])
    first, last = _reach(blocks, shares)
    shares = _with_gaps(blocks, shares, first, last)
    kept = [
        index
        for index in range(first, last)
        if shares[index] >= MIN_SHARE or _is_structure(blocks[index])
    ]
    story = _of_one_article([blocks[index] for index in kept])
    title = words_of(metadata.title)
    opening = next(
        (i for i in kept if shares[i] >= MIN_SHARE and words_of(blocks[i].block.text) != title),
        first,
    )
    before = blocks[max(0, opening - BEFORE) : opening]
    lead = standfirst(before, metadata, story, lang)
    lead += lead_picture(blocks[max(0, opening - BEFORE) : first], metadata.title)
    return with_captions([*lead, *story, *gallery(blocks[last:])])


def plain_paragraphs(blocks: list[PlacedBlock]) -> tuple[Block, ...]:
    """Return the long paragraphs of a page without main content; none if they are too few."""
    paragraphs = tuple(
        placed.block
        for placed in blocks
        if placed.block.kind is BlockKind.PARAGRAPH
        and len(placed.block.text) >= PARAGRAPH
        and len(words_of(placed.block.text)) >= SOLID
        and placed.linked < MOSTLY_LINK
    )
    return paragraphs if sum(len(block.text) for block in paragraphs) >= STORY else ()


def is_tool(element: HtmlElement) -> bool:
    """Tell whether an element is a tool, not text: by its class, or as a small box with a form."""
    if _TOOL.search(names(element)) and not is_longer(element, LONGEST_TOOL):
        return True
    if element.tag not in ("div", "section", "aside", "p"):
        return False
    has_form = next(element.iter("form", "input"), None) is not None
    return bool(has_form or _SIGNUP.search(names(element))) and not is_longer(element, LONGEST_BOX)


def _with_companions(blocks: list[PlacedBlock], shares: list[float]) -> list[float]:
    """Return the shares, 1 for paragraphs in the same kind of element as most of those taken.

    Trafilatura loses some pieces of stories that are cut into pieces around advertisements.
    """
    homes = [_home(placed) for placed in blocks]
    weight: Counter[tuple[str, ...]] = Counter()
    for placed, share, home in zip(blocks, shares, homes, strict=True):
        if home and share >= MIN_SHARE:
            weight[home] += len(placed.block.text)
    if not weight:
        return shares
    main, most = weight.most_common(1)[0]
    taken = sum(
        len(placed.block.text)
        for placed, share in zip(blocks, shares, strict=True)
        if share >= MIN_SHARE
    )
    if most * 2 < taken:
        return shares
    return [
        1.0
        if home == main and placed.linked < 0.3 and len(placed.block.text) >= PARAGRAPH
        else share
        for placed, share, home in zip(blocks, shares, homes, strict=True)
    ]


def _with_gaps(
    blocks: list[PlacedBlock], shares: list[float], first: int, last: int
) -> list[float]:
    """Return the shares, 1 for all sentences between `first` and `last` if many were not taken.

    A few are the site's; many are a part of the story that trafilatura lost.
    """
    gaps = {
        index
        for index in range(first, last)
        if shares[index] < MIN_SHARE
        and blocks[index].block.kind is BlockKind.PARAGRAPH
        and blocks[index].linked < 0.3
        and len(blocks[index].block.text) >= PARAGRAPH
        and ends_sentence(blocks[index].block.text)
    }
    lost = sum(len(blocks[index].block.text) for index in gaps)
    taken = sum(
        len(blocks[index].block.text)
        for index in range(first, last)
        if shares[index] >= MIN_SHARE and blocks[index].block.kind is BlockKind.PARAGRAPH
    )
    if lost < taken * LOST:
        return shares
    return [1.0 if index in gaps else share for index, share in enumerate(shares)]


def _home(placed: PlacedBlock) -> tuple[str, ...]:
    """Return tags and classes of a paragraph and its parent; nothing if that has no class."""
    above = placed.element.getparent()
    if placed.block.kind is not BlockKind.PARAGRAPH or above is None:
        return ()
    name = above.get("class") or ""
    return (placed.element.tag, placed.element.get("class") or "", above.tag, name) if name else ()


def _reach(blocks: list[PlacedBlock], shares: list[float]) -> tuple[int, int]:
    """Return the index of the first block of the story and the one after its last block."""
    solid = [
        index
        for index, (placed, share) in enumerate(zip(blocks, shares, strict=True))
        if share >= MIN_SHARE and len(words_of(placed.block.text)) >= SOLID
    ] or [index for index, share in enumerate(shares) if share >= MIN_SHARE]
    if not solid:
        return 0, 0
    first, last = solid[0], solid[-1] + 1
    while first and shares[first - 1] >= MIN_SHARE:
        first -= 1
    while last < len(blocks) and shares[last] >= MIN_SHARE:
        last += 1
    return first, last


def _of_one_article(blocks: list[PlacedBlock]) -> list[PlacedBlock]:
    """Return the blocks in the ``article`` with most of the text: others are teasers."""
    homes = [_article(placed.element) for placed in blocks]
    weight: Counter[HtmlElement | None] = Counter()
    for placed, home in zip(blocks, homes, strict=True):
        weight[home] += len(placed.block.text)
    if len(weight) < 2:
        return blocks
    main, most = weight.most_common(1)[0]
    if main is None or most * 2 < sum(weight.values()):
        return blocks
    around = {main, *main.iterancestors("article")}
    return [
        placed
        for placed, home in zip(blocks, homes, strict=True)
        if home is None or home in around or main in home.iterancestors("article")
    ]


def _article(element: HtmlElement) -> HtmlElement | None:
    return element if element.tag == "article" else next(element.iterancestors("article"), None)


def _is_structure(placed: PlacedBlock) -> bool:
    return placed.block.kind in STRUCTURE and (not placed.block.text or placed.linked < MOSTLY_LINK)
