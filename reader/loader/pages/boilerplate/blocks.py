"""Which blocks of a page's text are not its story's: the site's, or about the story."""

from __future__ import annotations

import itertools
import re

from reader.loader.pages.boilerplate.lines import is_boilerplate, is_closing_plea
from reader.loader.pages.main_content import words_of
from reader.loader.pages.metadata import DAY, Metadata
from reader.loader.pages.visible_metadata import dated_line
from reader.markup.credits import is_credit
from reader.markup.figures import is_longer, names
from reader.markup.html import without_rules
from reader.markup.walk import Found
from reader.model.article import Block, BlockKind

AT_HEAD = 6
"""Blocks of a text among which its head stands."""
REPEATED = 40
"""Characters of a text that is not said twice by intention."""
ALL_LINK, MOST_LINKS = 0.8, 0.3
"""The part of a list's item that is link, and of a story that such lists may be."""
MOST_AT_END = 8
"""Blocks that are left out at the end of a story; where more look so, the look deceives."""
LONGEST_ABOUT_AUTHOR = 700
NAMED_WITHIN = 60
"""Characters of a paragraph about the author within which the name stands."""
_VERBATIM = frozenset({BlockKind.CODE, BlockKind.TABLE, BlockKind.IMAGE})
_BYLINE = re.compile(r"^(?:by|von|par|por|di|door|av|af|text|autor|автор)\b[:\s]", re.I)
_QUOTED = re.compile('["“”„«»「]')
_ABOUT_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|contributor|autor|auteur|writer)s?(?:[\s_-]|$)|\bbio\b", re.I
)


def without_boilerplate(blocks: list[Found], metadata: Metadata, lang: str) -> tuple[Block, ...]:
    """Drop the title said again, bylines, dates, credits, what is said twice and boilerplate."""
    title = " ".join(words_of(metadata.title))
    people = {" ".join(words_of(name)) for name in metadata.authors}
    kept: list[Found] = []
    seen: set[str] = set()
    elsewhere = _lists_of_links(blocks)
    for index, placed in enumerate(blocks):
        block, words = placed.block, " ".join(words_of(placed.block.text))
        if index in elsewhere:
            continue
        if block.kind not in _VERBATIM and block.text:
            if is_boilerplate(block.text, lang, placed.linked) or _is_about(
                block.text, words, people
            ):
                continue
            if words == title or (words in seen and len(words) >= REPEATED):
                continue
            if not seen and block.kind is BlockKind.HEADING and _says_title(words, title):
                continue
            if index < AT_HEAD and _is_head(block.text, title, people, metadata, lang):
                continue
            seen.add(words)
        kept.append(placed)
    fewest = max(1, len(kept) - MOST_AT_END)
    while len(kept) > fewest and _is_end(kept[-1], people, lang):
        kept.pop()
    return without_rules([placed.block for placed in kept])


def _is_head(text: str, title: str, people: set[str], metadata: Metadata, lang: str) -> bool:
    """Tell whether each line of a block is title, byline, date or a count."""
    for line in text.split("\n"):
        words = " ".join(words_of(line))
        if words == title or words.isdigit() or _is_about(line, words, people):
            continue
        dated = dated_line(line)
        if dated is not None and abs(dated - (metadata.published or 0)) <= DAY:
            continue
        if not is_boilerplate(line, lang):
            return False
    return True


def _says_title(words: str, title: str) -> bool:
    """Tell whether a heading is the title behind a kicker or before a site's name."""
    return (
        len(title) >= REPEATED // 2
        and len(words) < 2 * len(title)
        and (words.endswith(f" {title}") or words.startswith(f"{title} "))
    )


def _lists_of_links(blocks: list[Found]) -> set[int]:
    """Return which items belong to lists that lead elsewhere: every item is a headline and a link.

    None where such lists are much of the text: a week's best stories, the pages of a course.
    """
    lists: list[list[int]] = []
    for index, placed in enumerate(blocks):
        if placed.block.kind is not BlockKind.LIST:
            continue
        if lists and lists[-1][-1] == index - 1:
            lists[-1].append(index)
        else:
            lists.append([index])
    lists += [
        [index]
        for index, placed in enumerate(blocks)
        if placed.block.kind is BlockKind.PARAGRAPH
        and _is_all_link(placed)
        and not placed.block.text.rstrip().endswith((".", "。", ":"))
    ]
    elsewhere = {
        index
        for items in lists
        if all(_is_linked_headline(blocks[index]) for index in items)
        for index in items
    }
    words = sum(len(blocks[index].block.text) for index in elsewhere)
    return (
        elsewhere
        if words < MOST_LINKS * sum(len(placed.block.text) for placed in blocks)
        else set()
    )


def _is_all_link(placed: Found) -> bool:
    text = placed.block.text
    return placed.linked * len(text) > 0.99 * (len(text) - text.count("\n"))


def _is_linked_headline(placed: Found) -> bool:
    return placed.linked >= ALL_LINK and len(words_of(placed.block.text)) > 3


def _is_end(placed: Found, people: set[str], lang: str) -> bool:
    """Tell whether a block that stands last is not the story's.

    A heading of nothing, a plea, who the author is.
    """
    block = placed.block
    if block.kind is BlockKind.HEADING:
        return True
    if block.kind in _VERBATIM:
        return False
    return is_closing_plea(block.text, lang) or _is_about_author(placed, people)


def _is_about_author(placed: Found, people: set[str]) -> bool:
    """Tell whether a paragraph says who the author is, by its beginning or by where it stands."""
    text = placed.block.text
    if len(text) > LONGEST_ABOUT_AUTHOR or placed.block.kind is BlockKind.QUOTE:
        return False
    opening = " ".join(words_of(text[:NAMED_WITHIN]))
    full = (name for name in people if " " in name)
    if not _QUOTED.search(text) and any(name in opening for name in full):
        return True
    around = (
        placed.element,
        *itertools.islice(placed.element.iterancestors("div", "p", "aside"), 3),
    )
    return any(
        _ABOUT_AUTHOR.search(names(element)) and not is_longer(element, 2 * LONGEST_ABOUT_AUTHOR)
        for element in around
    )


def _is_about(line: str, words: str, people: set[str]) -> bool:
    """Tell whether a line only names who wrote the story or who took a picture."""
    if len(line) > 120:
        return False
    if words in people or is_credit(line):
        return True
    return bool(people and _BYLINE.match(line) and any(name in words for name in people))
