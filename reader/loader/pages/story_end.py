"""Where a page goes on after its story: what readers say, the next story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.loader.pages.boilerplate.lines import ends_story
from reader.loader.pages.main_content import words_of
from reader.loader.pages.story_parts import MOSTLY_LINK, STORY
from reader.markup.figures import is_longer
from reader.markup.walk import Found
from reader.model.article import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_STORIES = 3
"""Others that follow a story on its page."""
TITLE_WORDS = 5
"""Of a heading that is another story's; those of a story's parts are shorter."""
LEVELS = 4
"""Elements around a heading that are compared with those around another."""


def before_its_end(found: list[Found], title: str, lang: str) -> list[Found]:
    """Return the blocks before the heading that ends the story, all of them if there is none.

    That is one above what readers say, or a title in a box of its own as the story's is; many such
    boxes are the parts of one story. Nothing ends before there is a story.
    """
    length, named = 0, words_of(title)
    first: HtmlElement | None = None
    copies: list[int] = []
    for index, one in enumerate(found):
        block = one.block
        if block.kind is BlockKind.PARAGRAPH and one.linked < MOSTLY_LINK:
            length += len(block.text)
        elif block.kind is not BlockKind.HEADING:
            continue
        elif first is None and words_of(block.text) == named:
            first = one.element
        elif length >= STORY:
            if ends_story(block.text, lang):
                found = found[:index]
                break
            title_like = one.element.tag == "h1" and len(words_of(block.text)) >= TITLE_WORDS
            if first is not None and title_like and _is_copy(one.element, first):
                copies.append(index)
    return found[: copies[0]] if 0 < len(copies) <= MOST_STORIES else found


def _is_copy(heading: HtmlElement, first: HtmlElement) -> bool:
    """Tell whether two headings each stand in a box with a text, not both in one article."""
    around = next(heading.iterancestors("article"), None)
    if around is not None and around is next(first.iterancestors("article"), None):
        return False
    one: HtmlElement | None = heading
    other: HtmlElement | None = first
    for _ in range(LEVELS):
        if one is None or other is None or one is other:
            return False
        if one.tag != other.tag:
            return False
        if is_longer(one, STORY) and is_longer(other, STORY):
            return True
        one, other = one.getparent(), other.getparent()
    return False
