"""Which blocks of a page belong to its story, and which are the site's."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from reader.loader.pages.boilerplate.lines import is_boilerplate
from reader.loader.pages.lead_pictures import gallery, lead_picture
from reader.loader.pages.main_content import MainContent, words_of
from reader.loader.pages.metadata import Metadata
from reader.markup.credits import is_credit
from reader.markup.figures import is_longer, names, visible_text
from reader.markup.walk import Found
from reader.model.article import Block, BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MIN_SHARE = 0.8
"""The part of a block's words that must have been chosen."""
SOLID = 6
"""Words of a block that tells where the story begins or ends."""
PARAGRAPH, STORY = 80, 400
"""Characters of a paragraph, and of all of them, that make a story of an odd page."""
LONGEST_TOOL = 2000
LONGEST_BOX = 500
"""Characters of what stands around a form and belongs to it."""
MOSTLY_LINK = 0.5
LOST = 0.5
"""Sentences passed over inside a story, measured by those taken, that are no accident."""
LONGEST_CAPTION = 250
MOST_CAPTIONS = 0.3
"""The part of a story's words that captions may be which nothing marks."""
SHORTEST_STANDFIRST, LONGEST_STANDFIRST = 40, 700
BEFORE = 14
"""Blocks before the first paragraph among which a standfirst is looked for."""
STRUCTURE = frozenset(BlockKind) - {BlockKind.PARAGRAPH}
"""Kinds that trafilatura often drops and that stay where they stand inside the story."""
_SENTENCE = re.compile(r"[.!?…。！？:][\"”“’»)]*$")
_SIGNUP = re.compile(r"newsletter|sign-?up|mailing-?list", re.I)
_TOOL = re.compile(r"(?:^|\s)(?:mw-editsection|toc|noprint|sr-only|screen-reader-text)(?:\s|$)")
"""Classes that mean the same everywhere: links to edit, contents, words for screen readers."""


def story_parts(
    blocks: list[Found], content: MainContent, metadata: Metadata, lang: str
) -> list[Found]:
    """Return the blocks of the story, in order, with what the site put between them.

    A block is taken if its words were chosen; between the first and the last one taken, headings,
    lists, quotations, pictures, tables and code stay too, unless they are mostly links.
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
    lead = _standfirst(before, metadata, story, lang)
    lead += lead_picture(blocks[max(0, opening - BEFORE) : first], metadata.title)
    return _with_captions([*lead, *story, *gallery(blocks[last:])])


def plain_paragraphs(blocks: list[Found]) -> tuple[Block, ...]:
    """Return the paragraphs of a page where nothing else finds a story; none if they are few."""
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
    """Tell whether an element is no text: a page's tool by its name, or a small box with a form."""
    if _TOOL.search(names(element)) and not is_longer(element, LONGEST_TOOL):
        return True
    if element.tag not in ("div", "section", "aside", "p"):
        return False
    box = next(element.iter("form", "input"), None) is not None or _SIGNUP.search(names(element))
    return bool(box) and not is_longer(element, LONGEST_BOX)


def _with_companions(blocks: list[Found], shares: list[float]) -> list[float]:
    """Take paragraphs too that stand in the same kind of element as most of those chosen.

    Pages that cut a story into pieces, around its advertisements, lose some to trafilatura.
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


def _with_gaps(blocks: list[Found], shares: list[float], first: int, last: int) -> list[float]:
    """Take all sentences between the first and the last one taken if most of them were passed over.

    A few are the site's; many are a part of the story that trafilatura lost.
    """
    gaps = {
        index
        for index in range(first, last)
        if shares[index] < MIN_SHARE
        and blocks[index].block.kind is BlockKind.PARAGRAPH
        and blocks[index].linked < 0.3
        and len(blocks[index].block.text) >= PARAGRAPH
        and _SENTENCE.search(blocks[index].block.text)
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


def _home(placed: Found) -> tuple[str, ...]:
    """Return what a paragraph stands in, by tags and classes; nothing if no class tells it."""
    above = placed.element.getparent()
    if placed.block.kind is not BlockKind.PARAGRAPH or above is None:
        return ()
    name = above.get("class") or ""
    return (placed.element.tag, placed.element.get("class") or "", above.tag, name) if name else ()


def _reach(blocks: list[Found], shares: list[float]) -> tuple[int, int]:
    """Return where the story begins and ends: at chosen paragraphs, not at words like "Home"."""
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


def _of_one_article(blocks: list[Found]) -> list[Found]:
    """Drop what stands in another ``article`` than most of the text: the next story, a teaser."""
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


def _standfirst(
    before: list[Found], metadata: Metadata, kept: list[Found], lang: str
) -> list[Found]:
    """Return the paragraph between title and text that trafilatura takes for a description."""
    title = words_of(metadata.title)
    start = max(
        (n for n, placed in enumerate(before) if words_of(placed.block.text) == title), default=None
    )
    lead: list[Found] = []
    description = MainContent(metadata.description)
    opening = " ".join(words_of(" ".join(placed.block.text for placed in kept[:3])))
    for index, placed in enumerate(before):
        text = placed.block.text
        if (
            placed.block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST)
            or not SHORTEST_STANDFIRST <= len(text) <= LONGEST_STANDFIRST
            or placed.linked > 0.3
            or is_boilerplate(text, lang, placed.linked)
            or is_credit(text)
            or " ".join(words_of(text)) in opening
        ):
            continue
        described = len(metadata.description) >= SHORTEST_STANDFIRST and (
            description.share(text) >= 0.7 or MainContent(text).share(metadata.description) >= 0.7
        )
        after_title = start is not None and index > start and _SENTENCE.search(text) is not None
        if described or after_title:
            block = dataclasses.replace(placed.block, kind=BlockKind.PARAGRAPH, level=0)
            lead = lead if lead and not described else [dataclasses.replace(placed, block=block)]
        if described:
            break
    return lead


def _with_captions(blocks: list[Found]) -> list[Found]:
    """Give pictures the captions that nothing marks but their place: beside the picture, alone."""
    captions = {
        index
        for index, placed in enumerate(blocks)
        if placed.block.kind is BlockKind.PARAGRAPH
        and 0 < len(placed.block.text) <= LONGEST_CAPTION
        and _stands_with_picture(placed.element, len(placed.block.text))
    }
    words = sum(len(blocks[index].block.text) for index in captions)
    if words > MOST_CAPTIONS * sum(len(placed.block.text) for placed in blocks):
        return blocks  # a story told in pictures
    kept: list[Found] = []
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
    """Tell whether the first thing around `element` that holds more is a picture."""
    if next(element.iter("img"), None) is not None:
        return False  # a paragraph with a picture in it
    holders = element.iterancestors("div", "span", "p", "section")
    for above in itertools.islice(holders, 4):
        if is_longer(above, 4 * length + 400) or len(visible_text(above)) > length + 40:
            return False
        if next(above.iter("img", "picture", "video"), None) is not None:
            return True
    return False


def _is_structure(placed: Found) -> bool:
    return placed.block.kind in STRUCTURE and (not placed.block.text or placed.linked < MOSTLY_LINK)
