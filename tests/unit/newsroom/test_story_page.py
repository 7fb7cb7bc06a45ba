"""What a story becomes when its page has come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model.article import Article, Block, BlockKind, Completeness, Origin, Provenance
from reader.newsroom.story_page import page_for_story

SENT = Article(
    "The ferry floats",
    (Block(BlockKind.PARAGRAPH, "It does."),),
    Provenance(Origin.FEED, "https://courier.example/feed"),
    byline="Ada Reef",
    published=7,
    link="https://go.example/r?to=1",
)
PAGE = Article(
    "FERRY FLOATS | Courier",
    (Block(BlockKind.PARAGRAPH, "It does, and how it does."),),
    Provenance(Origin.PAGE, "https://amp.courier.example/ferry"),
    byline="Desk",
    published=9,
    link="https://www.courier.example/ferry",
)


def test_the_feed_names_the_story_and_the_page_tells_it() -> None:
    merged = page_for_story(SENT, PAGE)
    assert merged.text == PAGE.text
    assert (merged.title, merged.byline, merged.published) == (SENT.title, "Ada Reef", 7)
    bare = page_for_story(replace(SENT, title="", byline="", published=None), PAGE)
    assert (bare.title, bare.byline, bare.published) == (PAGE.title, "Desk", 9)


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        ("https://www.courier.example/ferry", "https://www.courier.example/ferry"),
        ("https://courier.example/ferry", "https://courier.example/ferry"),
        ("https://other.example/ferry", SENT.link),
        ("", SENT.link),
    ],
)
def test_a_page_names_its_own_address_and_no_other_sites(canonical: str, expected: str) -> None:
    assert page_for_story(SENT, replace(PAGE, link=canonical)).link == expected


def test_a_page_that_holds_less_leaves_the_feeds_text_and_says_why() -> None:
    wall = replace(PAGE.provenance, completeness=Completeness.PAYWALL, note="For subscribers.")
    merged = page_for_story(SENT, replace(PAGE, blocks=(), provenance=wall))
    assert merged.text == SENT.text
    assert merged.provenance.origin is Origin.FEED
    assert merged.provenance.note == "For subscribers."
