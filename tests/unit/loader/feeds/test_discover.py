"""From what a person types to the feed they mean, counted in requests."""

from __future__ import annotations

import pytest

from reader.loader.feeds.discover import MOST_REQUESTS, discover
from reader.model.feed import FetchOutcome
from tests.fakes import FakeFetcher

SITE = "https://courier.example/"
RSS = "<rss version='2.0'><channel><title>Courier</title></channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Courier</title></feed>"


def page(body: str = "", head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def declared(*addresses: str) -> str:
    return "".join(
        f'<link rel="alternate" type="application/rss+xml" title="T{n}" href="{address}">'
        for n, address in enumerate(addresses)
    )


@pytest.mark.parametrize(
    "body",
    [
        RSS,
        ATOM,
        "PHP Warning: no clock\n<?xml version='1.0'?>" + RSS,
        RSS.encode("utf-16"),
        '{"version": "https://jsonfeed.org/version/1.1", "title": "C", "items": []}',
    ],
)
def test_an_address_that_is_a_feed_costs_one_request(body: str | bytes) -> None:
    web = FakeFetcher().page(SITE + "x", body, "text/html")
    found = discover(web, SITE + "x")
    assert [feed.url for feed in found.feeds] == [SITE + "x"]
    assert found.response is not None
    assert found.response.body == (body.encode() if isinstance(body, str) else body)
    assert web.asked == [SITE + "x"]


def test_the_one_declared_feed_is_read_and_its_answer_handed_on() -> None:
    web = FakeFetcher().page(SITE, page(head=declared("../news.rss"))).feed(SITE + "news.rss", RSS)
    found = discover(web, SITE)
    assert [(feed.url, feed.title) for feed in found.feeds] == [(SITE + "news.rss", "T0")]
    assert found.response is not None
    assert found.response.url == SITE + "news.rss"
    assert web.asked == [SITE, SITE + "news.rss"]


def test_several_declared_feeds_are_a_choice_and_none_is_asked_for() -> None:
    web = FakeFetcher().page(SITE, page(head=declared("/a.rss", "/b.rss")))
    found = discover(web, SITE)
    assert [feed.title for feed in found.feeds] == ["T0", "T1"]
    assert found.response is None
    assert web.asked == [SITE]


def test_a_page_that_sends_its_readers_on_is_followed() -> None:
    refresh = '<meta http-equiv="Refresh" content="0; URL=\'/news/\'">'
    web = FakeFetcher().page(SITE, page(head=refresh))
    web.page(SITE + "news/", page(head=declared("/rss"))).feed(SITE + "rss", RSS)
    assert [feed.url for feed in discover(web, SITE).feeds] == [SITE + "rss"]
    assert web.asked == [SITE, SITE + "news/", SITE + "rss"]


def test_a_page_that_sends_its_readers_to_the_feed_is_followed() -> None:
    web = FakeFetcher().page(SITE, page(head='<meta http-equiv=refresh content="5;url=rss">'))
    web.feed(SITE + "rss", RSS)
    assert [feed.url for feed in discover(web, SITE).feeds] == [SITE + "rss"]


def test_pages_that_send_their_readers_in_circles_end() -> None:
    web = FakeFetcher()
    for here, there in (("a", "b"), ("b", "a")):
        web.page(SITE + here, page(head=f'<meta http-equiv=refresh content="0;url=/{there}">'))
    assert discover(web, SITE + "a").feeds == ()
    assert web.asked[:2] == [SITE + "a", SITE + "b"]


def test_a_declared_feed_that_is_none_is_not_the_end() -> None:
    web = (
        FakeFetcher()
        .page(SITE, page('<a href="/feeds/all.xml">All</a>', declared("/old.rss")))
        .page(SITE + "old.rss", page("gone"))
        .feed(SITE + "feeds/all.xml", RSS)
    )
    assert [feed.url for feed in discover(web, SITE).feeds] == [SITE + "feeds/all.xml"]


def test_links_of_the_same_site_that_answer_with_a_feed_count() -> None:
    links = '<a href="/feed/">RSS</a> <a href="/atom.xml">Atom</a> <a href="/feedback">Write</a>'
    web = (
        FakeFetcher()
        .page(SITE, page(links + '<a href="https://elsewhere.example/rss">RSS</a>'))
        .feed(SITE + "feed/", RSS)
        .feed(SITE + "atom.xml", ATOM)
    )
    found = discover(web, SITE)
    assert [feed.url for feed in found.feeds] == [SITE + "feed/", SITE + "atom.xml"]
    assert web.asked == [SITE, SITE + "feed/", SITE + "atom.xml"]


def test_a_page_about_feeds_is_read_for_the_feeds_it_lists() -> None:
    listing = '<a href="/rss/sport.xml">Sport</a><a href="/rss/arts.xml">Arts</a>'
    web = FakeFetcher().page(SITE, page('<a href="/rss">RSS</a>')).page(SITE + "rss", page(listing))
    found = discover(web, SITE)
    assert [feed.title for feed in found.feeds] == ["Sport", "Arts"]


def test_the_usual_places_come_last() -> None:
    web = FakeFetcher().page(SITE + "blog/", page()).feed(SITE + "atom.xml", ATOM)
    found = discover(web, SITE + "blog/")
    assert [feed.url for feed in found.feeds] == [SITE + "atom.xml"]
    assert found.response is not None
    assert web.asked[:2] == [SITE + "blog/", SITE + "blog/feed"]


def test_where_there_is_no_feed_that_is_said_after_a_bounded_number_of_requests() -> None:
    links = "".join(f'<a href="/rss/{n}.xml">RSS</a>' for n in range(100))
    web = FakeFetcher().page(SITE + "a/b", page(links))
    found = discover(web, SITE + "a/b")
    assert (found.feeds, found.response) == ((), None)
    assert found.message.startswith("No feed was found at courier.example")
    assert len(web.asked) == len(set(web.asked)) <= MOST_REQUESTS


def test_a_declared_feed_that_is_missing_is_named() -> None:
    web = FakeFetcher().page(SITE, page(head=declared("/gone.rss")))
    assert SITE + "gone.rss" in discover(web, SITE).message


@pytest.mark.parametrize(
    "typed", ["courier.example/x", "//courier.example/x", " <courier.example/x> "]
)
def test_without_a_scheme_https_is_meant(typed: str) -> None:
    web = FakeFetcher().feed(SITE + "x", RSS)
    assert [feed.url for feed in discover(web, typed).feeds] == [SITE + "x"]


@pytest.mark.parametrize("typed", ["feed://courier.example/x", "feed:https://courier.example/x"])
def test_feed_is_a_scheme_of_readers(typed: str) -> None:
    assert discover(FakeFetcher().feed(SITE + "x", RSS), typed).feeds


@pytest.mark.parametrize("host", ["localhost:8080", "192.168.0.7", "[::1]:8080"])
def test_hosts_without_certificates_are_asked_plainly_first(host: str) -> None:
    web = FakeFetcher().feed(f"http://{host}/x", RSS)
    assert discover(web, f"{host}/x").feeds
    assert web.asked == [f"http://{host}/x"]


def test_a_feed_behind_a_long_prolog_is_a_feed() -> None:
    bomb = f"<!DOCTYPE rss [<!ENTITY a '{'A' * 200_000}'>]>{RSS}"
    assert discover(FakeFetcher().feed(SITE, bomb), SITE).feeds


def test_where_https_does_not_answer_http_is_tried() -> None:
    web = FakeFetcher().down("https://old.example/").feed("http://old.example/", RSS)
    assert [feed.url for feed in discover(web, "old.example/").feeds] == ["http://old.example/"]


@pytest.mark.parametrize("outcome", [FetchOutcome.CERTIFICATE, FetchOutcome.OFFLINE])
def test_a_bad_certificate_is_no_reason_for_http(outcome: FetchOutcome) -> None:
    web = FakeFetcher().down("https://old.example/", outcome, "No.")
    web.feed("http://old.example/", RSS)
    assert discover(web, "old.example/").message == "No."


def test_a_typed_scheme_is_meant() -> None:
    web = FakeFetcher().down("https://old.example/").feed("http://old.example/", RSS)
    assert discover(web, "https://old.example/").message == "The server cannot be reached."


@pytest.mark.parametrize(
    "typed",
    ["", " ", "harbour news", "javascript:alert(1)", "file:///etc/passwd", "exec:date", "mailto:x"],
)
def test_what_is_no_web_address_is_refused_without_a_request(typed: str) -> None:
    web = FakeFetcher()
    assert "no web address" in discover(web, typed).message
    assert web.asked == []


def test_the_servers_own_trouble_is_the_message() -> None:
    web = FakeFetcher().status(SITE, 404)
    assert discover(web, SITE).message == "The server answered 404."
    assert web.asked == [SITE]


def test_a_host_that_asks_to_wait_is_not_asked_again() -> None:
    web = FakeFetcher().page(SITE, page()).status(SITE + "feed", 429)
    found = discover(web, SITE)
    assert web.asked == [SITE, SITE + "feed"]
    assert "429" in found.message


def test_what_is_neither_feed_nor_page_is_named() -> None:
    web = FakeFetcher().page(SITE, "<opml version='2.0'><body/></opml>", "text/xml")
    assert "OPML" in discover(web, SITE).message
    assert web.asked == [SITE]


def test_only_the_typed_site_is_trusted_with_private_networks() -> None:
    web = FakeFetcher().page(SITE, page(head=declared("http://192.168.0.1/rss")))
    discover(web, SITE)
    assert {request.url: request.trusted for request in web.requests[:2]} == {
        SITE: True,
        "http://192.168.0.1/rss": False,
    }


def test_a_known_site_needs_no_page() -> None:
    feed = "https://www.reddit.com/r/harbours/.rss"
    web = FakeFetcher().feed(feed, ATOM)
    assert [found.url for found in discover(web, "reddit.com/r/harbours").feeds] == [feed]
    assert web.asked == [feed]


def test_a_guess_from_the_path_may_err() -> None:
    web = FakeFetcher().page(SITE + "@ada", page(head=declared("/ada.rss")))
    web.feed(SITE + "ada.rss", RSS)
    assert [found.url for found in discover(web, SITE + "@ada").feeds] == [SITE + "ada.rss"]
