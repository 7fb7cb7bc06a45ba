"""A folder answers like a web, and nothing outside it can be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.loader.net.web_folder import FolderFetcher
from reader.model.feed import FetchOutcome
from reader.model.fetch import Request


@pytest.fixture
def web(tmp_path: Path) -> FolderFetcher:
    (tmp_path / "web" / "courier.example" / "news").mkdir(parents=True)
    (tmp_path / "web" / "courier.example" / "feed.xml").write_text("<rss/>")
    (tmp_path / "web" / "courier.example" / "news" / "index.html").write_text("<p>News")
    (tmp_path / "secret.txt").write_text("secret")
    return FolderFetcher(tmp_path / "web", {"https://named.example/x": "courier.example/feed.xml"})


def test_files_have_addresses(web: FolderFetcher) -> None:
    feed = web.fetch(Request("https://courier.example/feed.xml"))
    assert (feed.outcome, feed.body) == (FetchOutcome.OK, b"<rss/>")
    assert feed.header("content-type").startswith("application/rss+xml")
    assert web.fetch(Request("https://courier.example/news/")).body == b"<p>News"
    assert web.fetch(Request("https://named.example/x")).body == b"<rss/>"


def test_who_knows_the_bytes_gets_a_304(web: FolderFetcher) -> None:
    url = "https://courier.example/feed.xml"
    etag = web.fetch(Request(url)).header("etag")
    again = web.fetch(Request(url, etag=etag))
    assert (again.outcome, again.status, again.body) == (FetchOutcome.NOT_MODIFIED, 304, b"")


@pytest.mark.parametrize(
    ("url", "outcome"),
    [
        ("https://courier.example/none.xml", FetchOutcome.NOT_FOUND),
        ("https://elsewhere.example/", FetchOutcome.UNREACHABLE),
        ("https://courier.example/../../secret.txt", FetchOutcome.NOT_FOUND),
        ("https://courier.example/%2e%2e/%2e%2e/secret.txt", FetchOutcome.NOT_FOUND),
        ("file:///etc/passwd", FetchOutcome.FORBIDDEN_ADDRESS),
    ],
)
def test_what_is_not_there_is_said(web: FolderFetcher, url: str, outcome: FetchOutcome) -> None:
    answer = web.fetch(Request(url))
    assert (answer.outcome, answer.body) == (outcome, b"")


def test_a_file_over_the_limit_is_not_read(web: FolderFetcher) -> None:
    answer = web.fetch(Request("https://courier.example/feed.xml", max_bytes=3))
    assert (answer.outcome, answer.body) == (FetchOutcome.TOO_LARGE, b"")
