"""The story of a page by a person's own selectors for its site."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reader.loader.page_facts import Facts
from reader.model.article import Block
from reader.model.site import SiteRules
from reader.text.clean import clean_line
from reader.text.html import without_rules
from reader.text.walk import walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def own_parts(
    root: HtmlElement, base: str, rules: SiteRules, facts: Facts
) -> tuple[Facts, tuple[Block, ...]]:
    """Return the story by `rules`, as it is: what a person chose is not filtered."""
    titles = _select(root, rules.title) if rules.title else []
    if titles:
        facts = dataclasses.replace(facts, title=clean_line(titles[0].text_content()))
    parts = [element for selector in rules.content for element in _select(root, selector)]
    chosen = set(parts)
    outer = [part for part in parts if chosen.isdisjoint(part.iterancestors())]
    blocks = [one.block for part in dict.fromkeys(outer) for one in walk(part, base)]
    return facts, without_rules(blocks)


def remove(root: HtmlElement, rules: SiteRules) -> None:
    """Take out of a page what its rules say."""
    for selector in rules.remove:
        for element in _select(root, selector):
            if element is not root and element.getparent() is not None:
                element.drop_tree()


def _select(root: HtmlElement, selector: str) -> list[HtmlElement]:
    from cssselect import SelectorError

    try:
        elements: list[HtmlElement] = root.cssselect(selector)
        return elements
    except SelectorError:
        return []  # settings are checked when they are read; one that is not understood finds none
