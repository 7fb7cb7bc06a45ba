"""Titles and dates as pages give them."""

from __future__ import annotations

import pytest

from reader.loader.pages.metadata import Metadata, page_metadata
from reader.markup.html_tree import parse_html

URL = "https://www.thequaypost.example/a"
TITLE = "West gate of the harbour closes for eleven weeks"


def metadata(body: str, head: str = "") -> Metadata:
    html = f"<html><head>{head}</head><body>{body}<p>Words.</p></body></html>"
    root = parse_html(html)
    assert root is not None
    return page_metadata(html, root, URL)


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} | The Quay Post",
        f"The Quay Post - {TITLE}",
        f"Quay Post | {TITLE}",
        f"{TITLE} – thequaypost.example",
        TITLE,
    ],
)
def test_the_site_is_cut_off_by_its_address(title: str) -> None:
    assert metadata("", f"<title>{title}</title>").title == TITLE


def test_a_part_of_a_title_that_is_not_the_site_stays() -> None:
    title = "Live - west gate of the harbour closes for eleven weeks"
    assert metadata("", f"<title>{title}</title>").title == title


def test_a_heading_that_is_marked_as_that_of_a_story_comes_before_the_sites() -> None:
    story = "<div itemscope itemtype=http://schema.org/NewsArticle>"
    body = f"<h1>Quay Post</h1>{story}<h2 itemprop=headline>{TITLE}</h2></div>"
    assert metadata(body, f"<title>Quay Post: {TITLE}</title>").title == TITLE
    site = "<div itemscope itemtype=http://schema.org/WPHeader><h1 itemprop=headline>Quay Post</h1>"
    assert metadata(f"{site}</div><h1>{TITLE}</h1>", f"<title>{TITLE}</title>").title == TITLE


def test_the_date_of_a_page_stands_in_for_that_of_its_story() -> None:
    node = '{"@type": "WebPage", "datePublished": "2026-03-14T06:30:00+01:00"}'
    script = f'<script type="application/ld+json">{node}</script>'
    shown = "<span class=posted-on>March 14, 2026</span>"
    assert metadata(f"<h1>{TITLE}</h1>{shown}", script).published == 1_773_466_200


def test_the_site_is_cut_off_a_title_that_no_heading_says() -> None:
    head = (
        "<meta property='og:site_name' content='Courier'>"
        "<script type='application/ld+json'>"
        '{"@type": "NewsArticle", "headline": "Nine goats take the ferry | Courier"}</script>'
    )
    assert metadata("<p>x</p>", head).title == "Nine goats take the ferry"


def test_a_date_below_the_title_gives_the_hour_of_the_day() -> None:
    body = "<h1>Nine goats take the ferry</h1><p>24 November 2026, 09:30</p><p>Words.</p>"
    assert metadata(body).published == 1_795_512_600


@pytest.mark.parametrize(
    ("value", "free"), [("false", False), ('"False"', False), ("true", True), ('"no"', True)]
)
def test_a_page_may_say_that_it_is_not_for_everybody(value: str, free: bool) -> None:
    node = f'{{"@type": "NewsArticle", "isAccessibleForFree": {value}}}'
    assert metadata("", f"<script type='application/ld+json'>{node}</script>").free is free


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("https://courier.example/goats", "https://courier.example/goats"),
        ("/goats", "https://www.thequaypost.example/goats"),
        ("https://www.thequaypost.example/", URL),
        ("javascript:void(0)", URL),
    ],
)
def test_the_canonical_address_is_believed_unless_it_is_the_sites(href: str, link: str) -> None:
    assert metadata("", f"<link rel=canonical href='{href}'>").link == link


def test_the_site_is_its_own_author_only_where_no_person_is_named() -> None:
    def authors(head: str) -> tuple[str, ...]:
        return metadata("", head).authors

    by_site = (
        "<script type='application/ld+json'>"
        '{"@type": "NewsArticle", "author": {"name": "The Quay Post"}}</script>'
    )
    assert authors(by_site) == ("The Quay Post",)
    assert authors(f"{by_site}<meta name=author content='By Jo Reed and Ada Holt'>") == (
        "Jo Reed",
        "Ada Holt",
    )


def test_addresses_and_accounts_are_no_authors() -> None:
    for name in ("https://courier.example/jo", "@joreed", "desk@courier.example", "Account 12345"):
        assert metadata("", f"<meta name=author content='{name}'>").authors == ()


def test_a_kicker_before_the_title_in_its_heading_is_cut() -> None:
    head = f"<meta property=og:title content='{TITLE}'>"
    assert metadata(f"<h1>Harbour news {TITLE}</h1>", head).title == TITLE
    assert metadata(f"<h1>{TITLE}</h1>", f"<title>{TITLE} - The Quay Post</title>").title == TITLE
