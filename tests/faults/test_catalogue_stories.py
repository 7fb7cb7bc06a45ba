"""Paths of the test web that change from visit to visit: what a person has in the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.feed import FetchOutcome
from tests.faults.visiting import Visitor
from tests.faults.web import ABSENT, SCRIPT, TestWeb, running_testweb

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not SCRIPT.exists(), reason=ABSENT),
]


@pytest.fixture(scope="module")
def web() -> Iterator[TestWeb]:
    with running_testweb("--feeds", "6") as web:
        yield web


@pytest.fixture
def visitor(web: TestWeb, tmp_path: Path) -> Iterator[Visitor]:
    web.reset()
    visitor = Visitor(web, tmp_path)
    visitor.clock.time = 1_790_100_000  # a day after the web's own beginning
    yield visitor
    visitor.close()


def read_all(visitor: Visitor) -> None:
    visitor.newsroom.marks.read([story.id for story in visitor.stories()])


def links_now(visitor: Visitor) -> set[str]:
    """The links of all entries that are in the ordinary feeds at the moment."""
    return {entry["link"] for feed in visitor.web.control("/__state") for entry in feed["entries"]}


@pytest.mark.parametrize(
    ("path", "stories"),
    [
        ("/bad/twice", 3),
        ("/bad/guidless", 3),
        ("/bad/guidless-same-date", 3),
        ("/bad/same-guid", 10),
        ("/bad/reorder", 10),
        ("/bad/guid-scheme-flip", 3),
        ("/bad/flaky", 3),
        ("/bad/sql", 3),
        ("/bad/links", 9),
        ("/bad/dates", 10),
        ("/bad/html-title", 6),
        ("/bad/jsonfeed-odd", 3),
    ],
)
def test_visit_after_visit_there_are_as_many_stories_and_read_ones_stay_read(
    visitor: Visitor, path: str, stories: int
) -> None:
    visitor.subscribe(path)
    visitor.visit(by_hand=True)
    visitor.visit(by_hand=True)
    read_all(visitor)
    for _ in range(3):
        visitor.wait(60)
        visitor.visit(by_hand=True)
    assert len(visitor.stories()) == stories
    assert visitor.stories("is:unread") == []


def test_an_edited_story_is_the_same_story_in_its_newest_text(visitor: Visitor) -> None:
    visitor.subscribe("/bad/edited")
    visitor.visit()
    read_all(visitor)
    for _ in range(2):
        visitor.wait(60)
        visitor.visit()
    assert visitor.titles() == [f"Item {k} version 3" for k in range(3)]
    assert visitor.stories("is:unread") == []
    story = visitor.stories()[0].id
    assert visitor.newsroom.stories.article(story).text == "Body 3"


def test_a_feed_that_shrinks_takes_nothing_away_and_brings_nothing_back(visitor: Visitor) -> None:
    visitor.subscribe("/bad/shrinking")
    visitor.visit()
    read_all(visitor)
    for _ in range(4):
        visitor.wait(60)
        visitor.visit()
    assert len(visitor.stories()) == 10
    assert visitor.stories("is:unread") == []


def test_another_feed_at_the_same_address_adds_its_stories(visitor: Visitor) -> None:
    visitor.subscribe("/bad/hijacked")
    visitor.visit()
    visitor.wait(60)
    visitor.visit()
    expected = [*(f"Casino {k}" for k in range(3)), *(f"Item {k}" for k in range(3))]
    assert visitor.titles() == expected


def test_a_burst_loses_nothing(visitor: Visitor) -> None:
    visitor.subscribe("/bad/burst")
    for _ in range(4):
        visitor.visit()
        visitor.wait(60)
    assert len({story.title for story in visitor.stories()}) == 200


def test_twenty_thousand_stories_are_stored(visitor: Visitor) -> None:
    visitor.subscribe("/bad/many")
    visitor.visit()
    assert len(visitor.stories()) == 20_000


@pytest.mark.parametrize("words", ["DROP TABLE entries", '"NEAR( AND OR NOT *"', "_under_"])
def test_signs_of_a_query_language_can_be_searched(visitor: Visitor, words: str) -> None:
    visitor.subscribe("/bad/sql")
    visitor.visit()
    assert len(visitor.stories(f'"{words.strip(chr(34))}"')) == 1


@pytest.mark.parametrize("path", ["/bad/empty", "/bad/html-200-error", "/bad/truncated"])
def test_trouble_takes_no_story_away(visitor: Visitor, path: str) -> None:
    visitor.subscribe("/bad/target")
    visitor.visit()
    before = visitor.titles()
    feeds = visitor.newsroom.paths.feeds_file
    feeds.write_text(feeds.read_text().replace("/bad/target", path))
    visitor.newsroom.preferences.reload_if_changed()
    visitor.visit(by_hand=True)
    assert set(before) <= set(visitor.titles()) or len(visitor.stories()) == 0


def test_a_login_page_is_said_to_be_none_of_the_feed(visitor: Visitor) -> None:
    visitor.subscribe("/bad/redirect/html")
    visitor.visit()
    health = visitor.feed("/bad/redirect/html").health
    assert health.outcome is FetchOutcome.NOT_A_FEED
    assert health.message == "That is a web page, not a feed. The stories read before stay."


def test_a_date_in_the_future_does_not_stay_on_top(visitor: Visitor) -> None:
    visitor.subscribe("/bad/dates")
    visitor.visit()
    assert all(story.published <= visitor.clock.now() for story in visitor.stories())
    stated = {story.title: story.stated for story in visitor.stories()}
    assert stated["Item 0"] == 4_102_444_800
    assert stated["Item 6"] is None


def test_ordinary_feeds_are_known_again_after_time_passed(visitor: Visitor) -> None:
    """Asked, edited, grown and shortened: no story twice, none missing, only new ones unread."""
    paths = [f"/feed/{number}.xml" for number in range(6)]
    visitor.subscribe(*paths)
    visitor.visit()
    assert visitor.web.log()["/feed/0.xml"]["status"] == {"200": 1}
    truth = links_now(visitor)
    read_all(visitor)
    visitor.wait(60)
    visitor.visit()
    assert visitor.web.log()["/feed/0.xml"]["status"] == {"200": 1, "304": 1}
    visitor.web.control("/__tick?n=6")
    visitor.wait(60)
    visitor.visit()
    later = links_now(visitor)
    links = [story.link.removeprefix(visitor.web.address) for story in visitor.stories()]
    assert sorted(links) == sorted(truth | later)
    unread = {s.link.removeprefix(visitor.web.address) for s in visitor.stories("is:unread")}
    assert unread == later - truth
