"""What a page says about its feeds."""

from __future__ import annotations

import pytest

from reader.loader.feeds.feed_links import MOST_FOUND, feed_links, likely_feeds, same_site

URL = "https://courier.example/news/"


def found(html: str) -> list[str]:
    return [feed.url for feed in feed_links(html, URL)]


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="alternate" type="application/rss+xml" href="f">',
        "<LINK REL=Alternate TYPE='application/atom+xml; charset=utf-8' HREF=f>",
        '<link rel="feed" href="f">',
        '<link rel="home alternate" type="application/feed+json" href="f">',
        '<link rel="alternate" type="text/xml" title="RSS feed" href="f">',
        '<a rel="alternate" type="application/rdf+xml" href="f">RDF</a>',
        '<body><p>late</p><link rel="alternate" type="application/x.atom+xml" href="f">',
    ],
)
def test_a_declared_feed_is_found(tag: str) -> None:
    assert found(tag) == [URL + "f"]


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="alternate" hreflang="de" href="/de/">',
        '<link rel="alternate stylesheet" type="application/rss+xml" href="f">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed?format=json">',
        '<link rel="alternate" type="text/xml+oembed" href="/oembed?format=xml">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/feeds/5">',
        '<link rel="EditURI" type="application/rsd+xml" href="/rsd">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:void(0)">',
        '<link rel="alternate" type="application/rss+xml">',
        '<!-- <link rel="alternate" type="application/rss+xml" href="f"> -->',
        "",
        "\x00",
    ],
)
def test_other_alternates_are_no_feeds(tag: str) -> None:
    assert found(tag) == []


def test_the_base_of_the_page_counts() -> None:
    tag = '<base href="/root/"><link rel="alternate" type="application/rss+xml" href="f">'
    assert found(tag) == ["https://courier.example/root/f"]


def test_each_address_once_and_comments_last() -> None:
    head = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{address}">'
        for title, address in [
            ("News » Comments", "/comments/feed"),
            ("News", "/feed"),
            ("News again", "/feed"),
        ]
    )
    feeds = feed_links(head, URL)
    assert [feed.title for feed in feeds] == ["News", "News » Comments"]


def test_titles_are_clean() -> None:
    tag = '<link rel="feed" href="f" title="A&#27;]0;x&#7;  B">'
    assert [feed.title for feed in feed_links(tag, URL)] == ["A]0;x B"]


def test_a_youtube_page_names_its_channel() -> None:
    channel = "UC" + "x" * 22
    page = f'<script>var d = {{"externalId":"{channel}"}}</script>'
    address = f"https://www.youtube.com/feeds/videos.xml?channel_id={channel}"
    assert [f.url for f in feed_links(page, "https://www.youtube.com/@harbour")] == [address]
    assert feed_links(page, URL) == ()


def test_links_that_look_like_feeds_are_ranked() -> None:
    page = """
      <a href="/help">Our RSS feeds</a> <a href="/comments/feed">Comments</a>
      <a href="/index.rss#top">x</a> <a href="https://other.example/rss">RSS</a>
      <a href="/feedback">Feedback</a> <a href="/sitemap.xml">Map</a>
      <a href="/rss.html">about RSS</a> <a href="/news?format=atom"></a>
    """
    assert [feed.url for feed in likely_feeds(page, URL)] == [
        "https://courier.example/index.rss",
        "https://courier.example/news?format=atom",
        "https://courier.example/help",
        "https://courier.example/comments/feed",
    ]


def test_a_site_is_a_host_and_what_lies_below_it() -> None:
    assert same_site("https://www.courier.example/", "http://feeds.courier.example/x")
    assert not same_site("https://courier.example/", "https://notcourier.example/")
    assert not same_site("https://courier.example/", "")


def test_so_many_feeds_of_a_page_are_taken_and_no_more() -> None:
    links = "".join(
        f"<link rel=alternate type=application/rss+xml href=/{n}.xml>"
        for n in range(MOST_FOUND + 9)
    )
    found = feed_links(f"<html><head>{links}{links}</head></html>", "https://courier.example/")
    assert len(found) == len(set(found)) == MOST_FOUND
