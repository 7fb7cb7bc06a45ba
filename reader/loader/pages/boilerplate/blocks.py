"""Removes the blocks that are boilerplate, or that say title, author and date again."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from reader.loader.pages.boilerplate.lines import is_boilerplate, is_closing_plea
from reader.loader.pages.main_content import words_of
from reader.loader.pages.metadata import DAY, Metadata
from reader.loader.pages.visible_metadata import dated_line
from reader.markup.credits import is_credit
from reader.markup.figures import is_longer, names
from reader.markup.html import without_rules
from reader.markup.tree_to_blocks import PlacedBlock
from reader.model.article import Block, BlockKind

AT_HEAD = 6
"""Blocks at the beginning of a text that may be its head: title, byline, date."""
REPEATED = 40
"""Characters of a text that is not repeated on purpose."""
ALL_LINK, MOST_LINKS = 0.8, 0.3
"""The part of a list item that is link, and the most of a story that such lists may be."""
MOST_AT_END = 8
"""Blocks that are removed at the end of a story at most; more of them would be the story."""
LONGEST_ABOUT_AUTHOR = 700
LONGEST_BYLINE = 120
NAMED_WITHIN = 60
"""Characters at the beginning of a paragraph about the author that hold the name."""
_BYLINE = re.compile(r"^(?:by|von|par|por|di|door|av|af|text|autor|автор)\b[:\s]", re.I)
_QUOTED = re.compile('["“”„«»「]')
_ABOUT_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|contributor|autor|auteur|writer)s?(?:[\s_-]|$)|\bbio\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Story:
    """What blocks are compared with: words are in lower case, joined by blanks."""

    title: str
    people: frozenset[str]
    """The authors."""
    published: int
    """Unix seconds; 0 if not known."""
    lang: str

    def is_head(self, text: str) -> bool:
        """Tell whether each line of a block is title, byline, date, number or boilerplate."""
        return all(
            self._is_title_byline_or_date(line) or is_boilerplate(line, self.lang)
            for line in text.split("\n")
        )

    def _is_title_byline_or_date(self, line: str) -> bool:
        words = _words(line)
        if words == self.title or words.isdigit() or self.is_byline_or_credit(line, words):
            return True
        date = dated_line(line)
        return date is not None and abs(date - self.published) <= DAY

    def is_title_with_more(self, words: str) -> bool:
        """Tell whether a heading is the title after a kicker or before the site's name."""
        return (
            len(self.title) >= REPEATED // 2
            and len(words) < 2 * len(self.title)
            and (words.endswith(f" {self.title}") or words.startswith(f"{self.title} "))
        )

    def is_byline_or_credit(self, line: str, words: str) -> bool:
        """Tell whether a line is only a byline or a picture's credit; `words` are its words."""
        if len(line) > LONGEST_BYLINE:
            return False
        if words in self.people or is_credit(line):
            return True
        named = any(name in words for name in self.people)
        return named and _BYLINE.match(line) is not None

    def is_about_author(self, placed: PlacedBlock) -> bool:
        """Tell whether a paragraph is about the author: by the name in it, or a class around it."""
        text = placed.block.text
        if len(text) > LONGEST_ABOUT_AUTHOR or placed.block.kind is BlockKind.QUOTE:
            return False
        opening = _words(text[:NAMED_WITHIN])
        full_names = (name for name in self.people if " " in name)
        if not _QUOTED.search(text) and any(name in opening for name in full_names):
            return True
        ancestors = placed.element.iterancestors("div", "p", "aside")
        return any(
            _ABOUT_AUTHOR.search(names(element))
            and not is_longer(element, 2 * LONGEST_ABOUT_AUTHOR)
            for element in (placed.element, *itertools.islice(ancestors, 3))
        )

    def is_after_end(self, placed: PlacedBlock) -> bool:
        """Tell whether the last block is not the story's.

        That is a heading without text below, a plea to subscribe, or a paragraph about the author.
        """
        block = placed.block
        if block.kind is BlockKind.HEADING:
            return True
        if not block.kind.is_running_text:
            return False
        return is_closing_plea(block.text, self.lang) or self.is_about_author(placed)


def without_boilerplate(
    blocks: list[PlacedBlock], metadata: Metadata, lang: str
) -> tuple[Block, ...]:
    """Return the story's own blocks.

    Removed are boilerplate, the title said again, bylines, dates and credits, paragraphs that are
    repeated, lists of links to other stories, and what follows the end of the story.
    """
    story = _Story(
        _words(metadata.title),
        frozenset(map(_words, metadata.authors)),
        metadata.published or 0,
        lang,
    )
    kept: list[PlacedBlock] = []
    seen: set[str] = set()
    elsewhere = _lists_of_links(blocks)
    for index, placed in enumerate(blocks):
        if index in elsewhere:
            continue
        if placed.block.kind.is_running_text and placed.block.text:
            words = _words(placed.block.text)
            if _is_removed(placed, words, story, seen):
                continue
            if index < AT_HEAD and story.is_head(placed.block.text):
                continue
            seen.add(words)
        kept.append(placed)
    fewest = max(1, len(kept) - MOST_AT_END)
    while len(kept) > fewest and story.is_after_end(kept[-1]):
        kept.pop()
    return without_rules([placed.block for placed in kept])


def _is_removed(placed: PlacedBlock, words: str, story: _Story, seen: set[str]) -> bool:
    """Tell whether a block is boilerplate or says again what is in `seen` or the title."""
    block = placed.block
    if is_boilerplate(block.text, story.lang, placed.linked):
        return True
    if story.is_byline_or_credit(block.text, words) or words == story.title:
        return True
    if words in seen and len(words) >= REPEATED:
        return True
    return not seen and block.kind is BlockKind.HEADING and story.is_title_with_more(words)


def _words(text: str) -> str:
    return " ".join(words_of(text))


def _lists_of_links(blocks: list[PlacedBlock]) -> set[int]:
    """Return the indices of items in lists of links to other stories: each item a linked headline.

    Paragraphs that are one link count as such lists. There are none where they are much of the
    text, as in a week's best stories.
    """
    elsewhere = {
        index
        for indices in (*_runs_of_items(blocks), *_linked_paragraphs(blocks))
        if all(_is_linked_headline(blocks[index]) for index in indices)
        for index in indices
    }
    length = sum(len(blocks[index].block.text) for index in elsewhere)
    whole = sum(len(placed.block.text) for placed in blocks)
    return elsewhere if length < MOST_LINKS * whole else set()


def _runs_of_items(blocks: list[PlacedBlock]) -> list[list[int]]:
    """Return the indices of list items, those of adjacent items together."""
    lists: list[list[int]] = []
    for index, placed in enumerate(blocks):
        if placed.block.kind is not BlockKind.LIST:
            continue
        if lists and lists[-1][-1] == index - 1:
            lists[-1].append(index)
        else:
            lists.append([index])
    return lists


def _linked_paragraphs(blocks: list[PlacedBlock]) -> list[list[int]]:
    """Return the indices, one in each list, of paragraphs that are a link and no sentence."""
    return [
        [index]
        for index, placed in enumerate(blocks)
        if placed.block.kind is BlockKind.PARAGRAPH
        and _is_all_link(placed)
        and not placed.block.text.rstrip().endswith((".", "。", ":"))
    ]


def _is_all_link(placed: PlacedBlock) -> bool:
    text = placed.block.text
    return placed.linked * len(text) > 0.99 * (len(text) - text.count("\n"))


def _is_linked_headline(placed: PlacedBlock) -> bool:
    return placed.linked >= ALL_LINK and len(words_of(placed.block.text)) > 3
