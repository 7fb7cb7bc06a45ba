"""A person's rules for a site (``[sites]`` in ``config.toml``): CSS selectors for its stories."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reader.loader.feeds.dates import parse_date
from reader.loader.pages.metadata import Metadata
from reader.markup.html import without_rules
from reader.markup.tree_to_blocks import walk
from reader.model.article import Block
from reader.model.site import SiteRules
from reader.text.clean import clean_line, clean_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def story_by_rules(
    root: HtmlElement, base: str, rules: SiteRules, metadata: Metadata
) -> tuple[Metadata, tuple[Block, ...]]:
    """Return metadata and blocks that `rules` select; no boilerplate is removed from them.

    Metadata that they do not select stay as they are. There are no blocks if no rule selects any.
    """
    metadata = _metadata_by_rules(root, rules, metadata)
    selected = [element for selector in rules.content for element in _select(root, selector)]
    as_set = set(selected)
    outer = [element for element in selected if as_set.isdisjoint(element.iterancestors())]
    blocks = [placed.block for element in dict.fromkeys(outer) for placed in walk(element, base)]
    return metadata, without_rules(blocks)


def remove(root: HtmlElement, rules: SiteRules) -> None:
    """Remove the elements from a page that `rules` name for removal."""
    for selector in rules.remove:
        for element in _select(root, selector):
            if element is not root and element.getparent() is not None:
                element.drop_tree()


def next_page_by_rules(root: HtmlElement, rules: SiteRules, url: str) -> str:
    """Return the address of the next page that `rules` select; empty if none."""
    links = (element.get("href") for element in _select(root, rules.next))
    return next((target for href in links if (target := clean_url(href or "", url))), "")


def _metadata_by_rules(root: HtmlElement, rules: SiteRules, metadata: Metadata) -> Metadata:
    """Return `metadata` with title, authors and date that `rules` select in their places."""
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
        return []  # invalid selectors were reported when the settings were read
