"""What a person writes beside a feed in feeds.toml, as it works in a refresh."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest

from reader.loader.net.programs import ProgramFetcher
from reader.model.feed import Feed, FetchOutcome
from reader.newsroom.newsroom import Newsroom
from tests.editions import COURIER, Edition, InThisProcess, Item, rss

Opened = Callable[[str], Newsroom]
FERRY = rss("Courier", Item("The ferry floats"))


@pytest.fixture
def opened(edition: Edition) -> Iterator[Opened]:
    """Open a newsroom over a feeds.toml with one feed, and refresh it by hand."""
    newsrooms: list[Newsroom] = []

    def open_with(lines: str) -> Newsroom:
        edition.paths.create()
        edition.paths.feeds_file.write_text(f"[[feed]]\n{lines}\n")
        newsroom = Newsroom.open(
            edition.paths,
            clock=edition.clock,
            fetcher=ProgramFetcher(edition.web, edition.clock),
            jitter=lambda: 0.0,
            asker=InThisProcess(),
        )
        newsrooms.append(newsroom)
        edition.web.feed(COURIER, FERRY)
        edition.refresh(newsroom)
        return newsroom

    yield open_with
    for newsroom in newsrooms:
        newsroom.close()


def only(newsroom: Newsroom) -> Feed:
    (feed,) = newsroom.sources.overview().feeds
    return feed


def titles(newsroom: Newsroom, query: str = "") -> list[str]:
    found = newsroom.stories.select(newsroom.parse(query))
    return [row.title for row in newsroom.stories.headlines(found)]


def writes(text: str) -> str:
    """The argument list, as TOML, of a program that writes `text`."""
    return f"[{sys.executable!r}, '-c', 'import sys; print(sys.argv[1])', {text!r}]"


def test_a_paused_feed_is_asked_only_by_name(edition: Edition, opened: Opened) -> None:
    newsroom = opened(f"url = '{COURIER}'\npaused = true")
    assert edition.web.asked == []
    newsroom.refreshing.start([only(newsroom).id])
    newsroom.refreshing.wait()
    assert edition.web.asked == [COURIER]


def test_a_hidden_feed_stands_in_no_folder_and_is_read_all_the_same(opened: Opened) -> None:
    newsroom = opened(f"url = '{COURIER}'\nhidden = true")
    assert newsroom.sources.overview().folders == ()
    assert only(newsroom).health.outcome is FetchOutcome.OK
    assert titles(newsroom, "is:unread") == []
    assert titles(newsroom, "ferry") == ["The ferry floats"]


def test_a_feed_can_come_from_a_program(edition: Edition, opened: Opened) -> None:
    newsroom = opened(f"command = {writes(FERRY)}")
    assert titles(newsroom) == ["The ferry floats"]
    assert only(newsroom).health.next_visit == edition.clock.now() + 3600
    assert COURIER not in edition.web.asked


def test_a_program_that_fails_is_said(opened: Opened) -> None:
    newsroom = opened(f"command = [{sys.executable!r}, '-c', 'raise SystemExit(3)']")
    assert "ended with status 3" in only(newsroom).health.message


def test_a_filter_makes_a_feed_of_what_came(opened: Opened) -> None:
    newsroom = opened(f"url = '{COURIER}'\nfilter = {writes(rss('C', Item('Bakers may sleep')))}")
    assert titles(newsroom) == ["Bakers may sleep"]


def test_what_a_feed_wants_to_be_asked_with_is_sent(edition: Edition, opened: Opened) -> None:
    opened(
        f"url = '{COURIER}'\nuser_agent = 'Mine/1'\nheaders = {{ X-Token = 'abc' }}\n"
        f"proxy = 'socks5h://127.0.0.1:9050'\ncookies = '~/jar'\n"
        f"credentials = {writes('ada:secret')}"
    )
    request = edition.web.requests[0]
    assert (request.user_agent, request.headers) == ("Mine/1", (("X-Token", "abc"),))
    assert (request.proxy, request.cookies) == ("socks5h://127.0.0.1:9050", "~/jar")
    assert request.credentials == "ada:secret"
    assert not request.trusted


@pytest.mark.parametrize(
    ("full_text", "asked"), [("'on'", True), ("'off'", False), ("'auto'", True)]
)
def test_full_text_is_fetched_as_the_feed_is_set(
    edition: Edition, opened: Opened, full_text: str, asked: bool
) -> None:
    opened(f"url = '{COURIER}'\nfull_text = {full_text}")
    assert (len(edition.web.asked) > 1) is asked


def test_the_interval_of_a_feed_is_its_own(edition: Edition, opened: Opened) -> None:
    health = only(opened(f"url = '{COURIER}'\ninterval = 240")).health
    assert (health.next_visit, health.reason) == (edition.clock.now() + 4 * 3600, "interval")


def test_title_folder_and_mute_are_the_persons(opened: Opened) -> None:
    newsroom = opened(f"url = '{COURIER}'\ntitle = 'Mine'\nfolder = 'A/B'\nmute = 'ferry'")
    (folder,) = newsroom.sources.overview().folders
    assert (folder.name, folder.feeds[0].title, folder.unread) == ("A/B", "Mine", 0)
    assert titles(newsroom) == ["The ferry floats"]


def test_stories_of_a_feed_are_kept_as_long_as_it_says(edition: Edition, opened: Opened) -> None:
    newsroom = opened(f"url = '{COURIER}'\nkeep = 2")
    edition.web.feed(COURIER, rss("Courier", Item("Bakers may sleep")))
    edition.clock.advance(3 * 86400)
    edition.refresh(newsroom)
    assert titles(newsroom) == ["Bakers may sleep"]
