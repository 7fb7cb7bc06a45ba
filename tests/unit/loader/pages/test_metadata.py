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
