"""A person's rules for a site: what they select is the story as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.loader.pages.metadata import Metadata
from reader.loader.pages.site_rules import next_page_by_rules, remove, story_by_rules
from reader.markup.html_tree import parse_html
from reader.model.site import SiteRules

if TYPE_CHECKING:
    from lxml.html import HtmlElement

URL = "https://courier.example/a"
PAGE = (
    "<html><body><h1>Ours</h1><b class=by>Jo Reed</b><time datetime='2026-11-24T09:30:00Z'></time>"
    "<article><p>One.</p><p>Two.</p><div class=ad>Buy this.</div></article>"
    "<a class=on href=/a/part-two>On</a></body></html>"
)


def tree() -> HtmlElement:
    root = parse_html(PAGE)
    assert root is not None
    return root


def texts(*content: str) -> list[str]:
    _, blocks = story_by_rules(tree(), URL, SiteRules(content=content), Metadata())
    return [block.text for block in blocks]


def test_content_is_taken_in_the_order_of_the_rules_and_each_part_once() -> None:
    assert texts("article") == ["One.", "Two.", "Buy this."]
    assert texts("article", "p") == ["One.", "Two.", "Buy this."]
    assert texts("h1", "p") == ["Ours", "One.", "Two."]
    assert texts("p", "p") == ["One.", "Two."]


def test_what_is_to_be_removed_is_not_there() -> None:
    root = tree()
    remove(root, SiteRules(remove=(".ad", "html")))
    assert "Buy" not in root.text_content()
    assert "One." in root.text_content()


def test_metadata_that_the_rules_do_not_select_stay() -> None:
    before = Metadata("Theirs", ("Nobody",), 5, lang="en")
    rules = SiteRules(title="h1", author="b.by", date="time")
    metadata, blocks = story_by_rules(tree(), URL, rules, before)
    assert (metadata.title, metadata.authors, metadata.lang) == ("Ours", ("Jo Reed",), "en")
    assert (metadata.published, blocks) == (1_795_512_600, ())
    unmatched = SiteRules(title="h6", author=".none", date="b..")
    assert story_by_rules(tree(), URL, unmatched, before)[0] == before


def test_the_next_page_is_the_link_that_the_rules_select() -> None:
    assert next_page_by_rules(tree(), SiteRules(next="a.on"), URL) == f"{URL}/part-two"
    assert next_page_by_rules(tree(), SiteRules(next="a.off"), URL) == ""
