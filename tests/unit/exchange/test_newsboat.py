"""newsboat's two files, as newsboat writes them and as they arrive."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from reader.exchange.newsboat import (
    NewsboatResult,
    find_newsboat,
    find_newsboat_cache,
    read_newsboat,
)
from reader.model.errors import LoadError
from reader.model.feed import Entry, Subscription

COURIER = "https://courier.example/feed.xml"


def read(tmp_path: Path, text: str, cache: Path | None = None) -> NewsboatResult:
    urls = tmp_path / "urls"
    urls.write_text(text)
    return read_newsboat(urls, cache)


def made_cache(path: Path, columns: str, rows: Iterable[tuple[object, ...]]) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute(f"CREATE TABLE rss_item ({columns})")
        marks = ", ".join("?" for _ in columns.split(","))
        connection.executemany(f"INSERT INTO rss_item VALUES ({marks})", rows)
    connection.close()
    return path


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (COURIER, Subscription(COURIER)),
        (f'"{COURIER}"', Subscription(COURIER)),
        (f"  {COURIER} news", Subscription(COURIER, folder="news", tags=("news",))),
        (f"{COURIER} # news", Subscription(COURIER)),
        (f'{COURIER} "~The \\"Courier\\""', Subscription(COURIER, 'The "Courier"')),
        (f"{COURIER} ~Courier a b a", Subscription(COURIER, "Courier", "a", ("a", "b"))),
        (f'{COURIER} ! "local news"', Subscription(COURIER, "", "local news", ("local news",),
                                                  hidden=True)),
        (f"{COURIER}#top", Subscription(COURIER + "#top")),
    ],
)  # fmt: skip
def test_a_line_is_a_feed(tmp_path: Path, line: str, expected: Subscription) -> None:
    result = read(tmp_path, f"# mine\n\n{line}\n")
    assert (result.feeds, result.skipped) == ((expected,), ())


def test_query_feeds_become_views(tmp_path: Path) -> None:
    result = read(
        tmp_path,
        '"query:Long ones:unread = \\"yes\\"" ignored\n"query:Odd:title =~ \\"^a+$\\""\n',
    )
    assert result.views == (("Long ones", "is:unread"),)
    assert len(result.skipped) == 1
    assert "Odd" in result.skipped[0]


@pytest.mark.parametrize(
    "line",
    [
        '"exec:~/bin/make-feed.sh"',
        '"filter:~/bin/f.sh:https://courier.example/"',
        "file:///home/ada/feed.xml",
        "ttrss:something",
        "javascript:alert(1)",
    ],
)
def test_only_web_addresses_come_in_and_the_rest_is_said(tmp_path: Path, line: str) -> None:
    result = read(tmp_path, f"{line}\n{COURIER}\n")
    assert [feed.url for feed in result.feeds] == [COURIER]
    assert len(result.skipped) == 1
    assert line.strip('"').partition(":")[0] in result.skipped[0]
    assert all(not feed.command and not feed.filter for feed in result.feeds)


def test_an_address_that_comes_twice_is_kept_once(tmp_path: Path) -> None:
    result = read(tmp_path, f"{COURIER} a\n{COURIER} b\n")
    assert [feed.folder for feed in result.feeds] == ["a"]
    assert len(result.skipped) == 1


def test_what_was_read_and_flagged_is_known_by_guid_and_by_link(tmp_path: Path) -> None:
    cache = made_cache(
        tmp_path / "cache.db",
        "guid, url, feedurl, unread, flags, deleted",
        [
            ("1", "https://courier.example/1", COURIER, 0, "", 0),
            ("2", "https://courier.example/2", COURIER, 1, "s", 0),
            ("3", "https://courier.example/3", COURIER, 1, "", 0),
            ("4", "", COURIER, 1, "", 1),
            ("5", None, COURIER, 0, None, 0),
        ],
    )
    before = cache.read_bytes()
    result = read(tmp_path, COURIER, cache)
    assert set(result.read) == {
        (COURIER, "1"),
        (COURIER, "https://courier.example/1"),
        (COURIER, "4"),
        (COURIER, "5"),
    }
    assert [(story.feed_url, story.entry.link) for story in result.flagged] == [
        (COURIER, "https://courier.example/2")
    ]
    assert cache.read_bytes() == before


def test_a_flagged_story_comes_with_all_that_newsboat_kept(tmp_path: Path) -> None:
    cache = made_cache(
        tmp_path / "cache.db",
        "guid, url, feedurl, unread, flags, deleted, title, author, pubDate, content",
        [
            ("2", "https://courier.example/2", COURIER, 0, "s", 0, "T", "A", 99, "<p>B"),
            ("3", "https://courier.example/3", COURIER, 0, "s", 1, "deleted", "", 0, ""),
        ],
    )
    (story,) = read(tmp_path, COURIER, cache).flagged
    assert story.read
    entry = Entry("2", "https://courier.example/2", "T", "A", 99, content_html="<p>B")
    assert story.entry == entry


def test_a_cache_of_an_old_version_is_read(tmp_path: Path) -> None:
    cache = made_cache(
        tmp_path / "cache.db", "guid, url, feedurl, unread", [("1", "", COURIER, 0)]
    )
    assert read(tmp_path, COURIER, cache).read == {(COURIER, "1"): 0}


def test_a_cache_that_is_none_costs_the_marks_alone(tmp_path: Path) -> None:
    broken = tmp_path / "cache.db"
    broken.write_text("This is no database, however long one looks at it." * 100)
    strange = made_cache(tmp_path / "strange.db", "guid, title", [])
    for cache in (broken, strange):
        result = read(tmp_path, COURIER, cache)
        assert [feed.url for feed in result.feeds] == [COURIER]
        assert result.read == {}
        assert len(result.skipped) == 1


def test_a_list_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="cannot be read"):
        read_newsboat(tmp_path / "none")


def test_newsboats_files_are_found_where_it_keeps_them(tmp_path: Path) -> None:
    assert find_newsboat(tmp_path, {}) is None
    old = tmp_path / ".newsboat" / "urls"
    old.parent.mkdir()
    old.touch()
    assert find_newsboat(tmp_path, {}) == old
    assert find_newsboat_cache(old, tmp_path, {}) is None
    own = tmp_path / "config" / "newsboat" / "urls"
    own.parent.mkdir(parents=True)
    own.touch()
    assert find_newsboat(tmp_path, {"XDG_CONFIG_HOME": str(tmp_path / "config")}) == own
    cache = tmp_path / ".local" / "share" / "newsboat" / "cache.db"
    cache.parent.mkdir(parents=True)
    cache.touch()
    assert find_newsboat_cache(own, tmp_path, {}) == cache


@pytest.mark.parametrize("stated", [-5, 0, 2**40, "yesterday", None])
def test_a_moment_that_is_none_is_unknown(tmp_path: Path, stated: object) -> None:
    columns = "guid, url, feedurl, unread, pubDate, flags"
    row = ("g1", "https://courier.example/1", COURIER, 0, stated, "a")
    result = read(tmp_path, f"{COURIER}\n", made_cache(tmp_path / "cache.db", columns, [row]))
    assert set(result.read.values()) == {0}
    assert [story.entry.published for story in result.flagged] == [None]
