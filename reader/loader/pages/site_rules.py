"""The story of a page by a person's own selectors for its site."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reader.loader.feeds.dates import parse_date
from reader.loader.pages.metadata import Metadata
from reader.markup.html import without_rules
from reader.markup.walk import walk
from reader.model.article import Block
from reader.model.site import SiteRules
from reader.text.clean import clean_line, clean_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def story_by_rules(
    root: HtmlElement, base: str, rules: SiteRules, metadata: Metadata
) -> tuple[Metadata, tuple[Block, ...]]:
    """Return the story by `rules`, as it is: what a person chose is not filtered."""
    metadata = _metadata_by_rules(root, rules, metadata)
    parts = [element for selector in rules.content for element in _select(root, selector)]
    chosen = set(parts)
    outer = [part for part in parts if chosen.isdisjoint(part.iterancestors())]
    blocks = [one.block for part in dict.fromkeys(outer) for one in walk(part, base)]
    return metadata, without_rules(blocks)


def remove(root: HtmlElement, rules: SiteRules) -> None:
    """Take out of a page what its rules say."""
    for selector in rules.remove:
        for element in _select(root, selector):
            if element is not root and element.getparent() is not None:
                element.drop_tree()


def next_by_rules(root: HtmlElement, rules: SiteRules, url: str) -> str:
    """Return the address that a person's selector for the next page finds; empty if none."""
    links = (element.get("href") for element in _select(root, rules.next))
    return next((target for href in links if (target := clean_url(href or "", url))), "")


def _metadata_by_rules(root: HtmlElement, rules: SiteRules, metadata: Metadata) -> Metadata:
    """Metadata as `rules` find them; those that they do not find stay."""
    title = next(iter(_lines(root, rules.title)), "") or metadata.title
    authors = tuple(dict.fromkeys(_lines(root, rules.author))) or metadata.authors
    dates = [
        parse_date(words)
        for element in _select(root, rules.date)
        for words in (element.get("datetime"), element.get("content"), element.text_content())
        if words
    ]
    published = next((date for date in dates if date is not None), metadata.published)
    return dataclasses.replace(metadata, title=title, authors=authors, published=published)


def _lines(root: HtmlElement, selector: str) -> list[str]:
    lines = (clean_line(element.text_content()) for element in _select(root, selector))
    return [line for line in lines if line]


def _select(root: HtmlElement, selector: str) -> list[HtmlElement]:
    from cssselect import SelectorError

    if not selector:
        return []
    try:
        elements: list[HtmlElement] = root.cssselect(selector)
        return elements
    except SelectorError:
        return []  # settings are checked when they are read; one that is not understood finds none
