"""Which blocks of a page belong to its story, and which are the site's."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reader.loader.chosen import Chosen, words_of
from reader.loader.furniture.lines import is_furniture
from reader.loader.page_facts import Facts
from reader.model.article import Block, BlockKind
from reader.model.site import SiteRules
from reader.text.clean import clean_line
from reader.text.credits import is_credit
from reader.text.html import without_rules
from reader.text.walk import Found, walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHOSEN = 0.8
"""The part of a block's words that must have been chosen."""
SOLID = 6
"""Words of a block that tells where the story begins or ends."""
REPEATED = 40
"""Characters of a text that is not said twice by intention."""
MOSTLY_LINK = 0.5
STRUCTURE = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.LIST,
        BlockKind.QUOTE,
        BlockKind.IMAGE,
        BlockKind.CODE,
        BlockKind.TABLE,
        BlockKind.EMBED,
        BlockKind.RULE,
    }
)
"""Kinds that trafilatura often drops and that stay where they stand inside the story."""
_DATE_LINE = re.compile(
    r"^(?:published|updated|last updated|posted|first published|veröffentlicht|aktualisiert|stand"
    r"|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|geplaatst|publicerad"
    r"|opublikowano|опубликовано|обновлено)\b.{0,60}$",
    re.I,
)
_BYLINE = re.compile(r"^(?:by|von|par|por|di|door|av|af|text|autor|автор)\b[:\s]", re.I)


def story_blocks(
    found: list[Found], chosen: Chosen, facts: Facts, lang: str
) -> tuple[Block, ...]:
    """Return the blocks of the story, in order.

    A block is taken if its words were chosen; between the first and the last one taken, headings,
    lists, quotations, pictures, tables and code stay too, unless they are mostly links.
    """
    shares = [chosen.share(one.block.text) for one in found]
    first, last = _reach(found, shares)
    kept = [
        one
        for index, one in enumerate(found[first:last], first)
        if shares[index] >= CHOSEN or _is_structure(one)
    ]
    return without_rules(without_furniture(kept, facts, lang))


def own_parts(
    root: HtmlElement, base: str, rules: SiteRules, facts: Facts
) -> tuple[Facts, tuple[Block, ...]]:
    """Return the story by a person's own selectors, as they are: nothing is filtered."""
    from lxml.cssselect import CSSSelector
    from lxml.etree import LxmlError

    def select(selector: str) -> list[HtmlElement]:
        try:
            found = CSSSelector(selector)(root)
        except (LxmlError, ValueError, SyntaxError):
            return []  # settings are checked when they are read; a selector lxml cannot do is none
        return found if isinstance(found, list) else []

    for selector in rules.remove:
        for element in select(selector):
            if element is not root and element.getparent() is not None:
                element.drop_tree()
    titles = select(rules.title) if rules.title else []
    if titles:
        facts = dataclasses.replace(facts, title=clean_line(titles[0].text_content()))
    parts = [element for selector in rules.content for element in select(selector)] or [root]
    blocks = [one.block for part in parts for one in walk(part, base)]
    return facts, without_rules(blocks)


def without_furniture(found: list[Found], facts: Facts, lang: str) -> list[Block]:
    """Drop the title said again, bylines, dates, credits, what is said twice and furniture."""
    title = " ".join(words_of(facts.title))
    people = {" ".join(words_of(name)) for name in facts.authors}
    kept: list[Block] = []
    seen: set[str] = set()
    for one in found:
        block, words = one.block, " ".join(words_of(one.block.text))
        prose = block.kind not in (BlockKind.CODE, BlockKind.TABLE, BlockKind.IMAGE)
        if prose and block.text:
            if is_furniture(block.text, lang, one.linked) or _is_about(block.text, words, people):
                continue
            if words == title or (words in seen and len(words) >= REPEATED):
                continue
            seen.add(words)
        kept.append(block)
    while kept and kept[-1].kind is BlockKind.HEADING:
        kept.pop()
    return kept


def _reach(found: list[Found], shares: list[float]) -> tuple[int, int]:
    """Return where the story begins and ends: at chosen paragraphs, not at words like "Home"."""
    solid = [
        index
        for index, (one, share) in enumerate(zip(found, shares, strict=True))
        if share >= CHOSEN and len(words_of(one.block.text)) >= SOLID
    ] or [index for index, share in enumerate(shares) if share >= CHOSEN]
    if not solid:
        return 0, 0
    first, last = solid[0], solid[-1] + 1
    while first and shares[first - 1] >= CHOSEN:
        first -= 1
    while last < len(found) and shares[last] >= CHOSEN:
        last += 1
    return first, last


def _is_structure(one: Found) -> bool:
    return one.block.kind in STRUCTURE and (not one.block.text or one.linked < MOSTLY_LINK)


def _is_about(line: str, words: str, people: set[str]) -> bool:
    """Tell whether a line only names who wrote the story, when, or who took a picture."""
    if len(line) > 120:
        return False
    if words in people or is_credit(line) or _DATE_LINE.match(line):
        return True
    return bool(people and _BYLINE.match(line) and any(name in words for name in people))
