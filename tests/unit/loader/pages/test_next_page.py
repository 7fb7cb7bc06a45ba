"""Articles of several pages."""

from __future__ import annotations

import pytest

from reader.loader.pages.next_page import goes_on, is_first_page, joined, next_page
from reader.markup.html_tree import parse_html
from reader.model.article import (
    Article,
    Block,
    BlockKind,
    Completeness,
    Origin,
    Provenance,
)
from reader.model.site import SiteRules

HERE = "https://courier.example/long-story"


@pytest.mark.parametrize(
    ("html", "url", "expected"),
    [
        ('<link rel="next" href="?page=2">', HERE, f"{HERE}?page=2"),
        ('<a href="?page=3">Next page ›</a>', f"{HERE}?page=2", f"{HERE}?page=3"),
        ('<a href="/long-story/2">Weiter</a>', HERE, f"{HERE}/2"),
        ('<ul class="pagination"><li><a href="/long-story-2.html">go</a></ul>',
         f"{HERE}.html", f"{HERE}-2.html"),
        ('<a rel="next" href="/another-story">Next</a>', HERE, ""),
        ('<a href="?page=2">Comments</a>', HERE, ""),
        ('<a rel="next" href="?page=3">Next</a>', HERE, ""),
        ('<a rel="next" href="?page=1">Next</a>', f"{HERE}?page=2", ""),
        ('<a rel="next" href="/2026/11/25">Next</a>', "https://courier.example/2026/11/24", ""),
        ("", HERE, ""),
    ],
)  # fmt: skip
def test_the_next_page_is_the_next_number_of_the_same_article(
    html: str, url: str, expected: str
) -> None:
    assert next_page(parse_html(f"<p>Words</p>{html}" if html else ""), url) == expected


def test_a_person_may_say_which_link_leads_on() -> None:
    html = "<a class='on' href='/story-about-goats/part-two'>On</a><a href='?page=2'>2</a>"
    root = parse_html(html)
    two = "https://courier.example/story-about-goats/part-two"
    assert next_page(root, HERE, SiteRules(next="a.on")) == two
    assert next_page(root, HERE, SiteRules(next="a.none")) == ""
    assert next_page(root, HERE, SiteRules()) == f"{HERE}?page=2"


def test_pages_are_joined_and_what_each_repeats_is_kept_once() -> None:
    lead = Block(BlockKind.PARAGRAPH, "The lead, on every page.")
    pages = [
        Article("Long", (lead, Block(BlockKind.PARAGRAPH, text)), Provenance(Origin.PAGE, HERE))
        for text in ("One.", "Two.", "Three.")
    ]
    whole = joined(pages)
    assert whole.text == "The lead, on every page.\n\nOne.\n\nTwo.\n\nThree."
    assert "3 pages" in whole.provenance.note


def test_pages_that_are_missing_are_said() -> None:
    page = Article("Long", (Block(BlockKind.PARAGRAPH, "One."),), Provenance(Origin.PAGE, HERE))
    part = joined([page], "The server answered 404.")
    assert part.provenance.completeness is Completeness.PART
    assert part.provenance.note == "Only the first page is here: The server answered 404."
    assert "first 2 pages are" in joined([page, page], "no").provenance.note


def test_a_paywall_on_the_first_page_stays_said() -> None:
    walled = Provenance(Origin.PAGE, HERE, completeness=Completeness.PAYWALL, note="Members only.")
    first = Article("Long", (Block(BlockKind.PARAGRAPH, "One."),), walled)
    for whole in (joined([first]), joined([first, first]), joined([first], "The end is missing.")):
        assert whole.provenance.completeness is Completeness.PAYWALL
        assert whole.provenance.note == "Members only."


@pytest.mark.parametrize(
    ("title", "same"), [("Long story", True), ("Long story (page 2)", True), ("", True),
                        ("Ferry sinks", False)],
)  # fmt: skip
def test_a_page_goes_on_with_the_story_of_its_title(title: str, same: bool) -> None:
    first, other = (Article(t, (), Provenance(Origin.PAGE)) for t in ("Long story", title))
    assert goes_on(first, other) is same


def test_a_story_with_a_number_of_its_own_is_no_first_page() -> None:
    assert [is_first_page(f"{HERE}{end}") for end in ("", "?page=1", "/7", "?p=2")] == [
        True, True, False, False,
    ]  # fmt: skip
