"""Finds where a story ends on its page: above readers' comments, or where the next story begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.loader.pages.boilerplate.lines import ends_story
from reader.loader.pages.main_content import words_of
from reader.loader.pages.story_parts import MOSTLY_LINK, STORY
from reader.markup.figures import is_longer
from reader.markup.tree_to_blocks import PlacedBlock
from reader.model.article import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_STORIES = 3
"""Other stories that may follow; with more, the boxes are parts of one story."""
TITLE_WORDS = 5
"""Words that make a heading the title of another story; subheadings are shorter."""
LEVELS = 4
"""Elements around two headings that are compared, from the inside out."""


def before_its_end(blocks: list[PlacedBlock], title: str, lang: str) -> list[PlacedBlock]:
    """Return the blocks before the heading that ends the story; all if there is no such heading.

    That is a heading above readers' comments, or a title in a box like that of the story's own
    title. Headings before `STORY` characters of text do not end it.
    """
    length, named = 0, words_of(title)
    first: HtmlElement | None = None
    copies: list[int] = []
    for index, placed in enumerate(blocks):
        block = placed.block
        if block.kind is BlockKind.PARAGRAPH and placed.linked < MOSTLY_LINK:
            length += len(block.text)
        elif block.kind is not BlockKind.HEADING:
            continue
        elif first is None and words_of(block.text) == named:
            first = placed.element
        elif length >= STORY:
            if ends_story(block.text, lang):
                blocks = blocks[:index]
                break
            title_like = placed.element.tag == "h1" and len(words_of(block.text)) >= TITLE_WORDS
            if first is not None and title_like and _is_copy(placed.element, first):
                copies.append(index)
    return blocks[: copies[0]] if 0 < len(copies) <= MOST_STORIES else blocks


def _is_copy(heading: HtmlElement, first: HtmlElement) -> bool:
    """Tell whether two headings are each in a box with a text, and not both in one article."""
    around = next(heading.iterancestors("article"), None)
    if around is not None and around is next(first.iterancestors("article"), None):
        return False
    box: HtmlElement | None = heading
    other_box: HtmlElement | None = first
    for _ in range(LEVELS):
        if box is None or other_box is None or box is other_box:
            return False
        if box.tag != other_box.tag:
            return False
        if is_longer(box, STORY) and is_longer(other_box, STORY):
            return True
        box, other_box = box.getparent(), other_box.getparent()
    return False
