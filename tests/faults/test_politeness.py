"""What servers see of us over days: asked by the test web's own log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.feed import FetchOutcome
from reader.newsroom.events import SourceAdded
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
    visitor.clock.time = 1_800_016_200  # a Friday at half past noon, far from what feeds skip
    yield visitor
    visitor.close()


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("/polite/etag", "with_if_none_match"),
        ("/polite/weak-etag", "with_if_none_match"),
        ("/polite/no-store", "with_if_none_match"),
        ("/polite/last-modified", "with_if_modified_since"),
        ("/polite/odd-last-modified", "with_if_modified_since"),
    ],
)
def test_all_visits_but_the_first_ask_for_what_changed(
    visitor: Visitor, path: str, header: str
) -> None:
    visitor.subscribe(path)
    for _ in range(4):
        visitor.visit()
        visitor.wait(60)
    log = visitor.web.log()[path]
    assert (log["count"], log["unconditional"], log[header]) == (4, 1, 3)
    assert log["status"] == {"200": 1, "304": 3}
    assert len(visitor.stories()) == 3


@pytest.mark.parametrize("path", ["/polite/changing-etag", "/polite/304-new-etag"])
def test_the_newest_etag_is_sent_and_nothing_is_read_twice(visitor: Visitor, path: str) -> None:
    visitor.subscribe(path)
    for number in range(1, 5):
        visitor.visit()
        letter = "c" if path.endswith("changing-etag") else "n"
        assert visitor.feed(path).health.etag == f'"{letter}{number}"'
        visitor.wait(60)
    log = visitor.web.log()[path]
    assert log["with_if_none_match"] == 3
    assert log["status"].get("304", 0) == (0 if letter == "c" else 3)
    assert len(visitor.stories()) == 3


def test_validators_are_dropped_weekly(visitor: Visitor) -> None:
    visitor.subscribe("/polite/etag")
    for _ in range(9):
        visitor.visit()
        visitor.wait(24 * 60)
    log = visitor.web.log()["/polite/etag"]
    assert (log["count"], log["unconditional"]) == (9, 2)


@pytest.mark.parametrize(
    ("path", "minutes"),
    [
        ("/polite/etag", 60),
        ("/polite/max-age", 120),
        ("/polite/ttl", 180),
        ("/polite/sy", 24 * 60),
    ],
)
def test_nobody_is_asked_before_their_time(visitor: Visitor, path: str, minutes: int) -> None:
    visitor.subscribe(path)
    visitor.visit()
    for _ in range(minutes // 30 - 1):
        visitor.wait(30)
        visitor.visit()
    visitor.wait(29)
    visitor.visit()
    assert visitor.asked(path) == 1
    visitor.wait(1)
    visitor.visit()
    assert visitor.asked(path) == 2


def test_expires_is_counted_from_the_servers_own_clock(visitor: Visitor) -> None:
    visitor.subscribe("/polite/expires")
    visitor.visit()
    next_visit = visitor.feed("/polite/expires").health.next_visit
    assert next_visit is not None
    assert abs(next_visit - visitor.clock.now() - 7200) <= 2
    assert visitor.feed("/polite/expires").health.reason == "Expires"


def test_a_feed_is_not_asked_in_hours_and_on_days_it_skips(visitor: Visitor) -> None:
    visitor.subscribe("/polite/ttl")
    visitor.clock.time += 11 * 3600  # half past eleven at night
    visitor.visit()
    health = visitor.feed("/polite/ttl").health
    assert health.next_visit == visitor.clock.now() + 7 * 3600 + 1800
    assert health.reason == "skipHours"


def test_one_request_at_a_time_for_each_host(visitor: Visitor) -> None:
    visitor.subscribe(*(f"/polite/slow/{number}" for number in range(5)))
    visitor.visit()
    assert visitor.web.most_at_once() == 1
    assert len(visitor.feeds()) == 5
    assert all(feed.health.outcome is FetchOutcome.OK for feed in visitor.feeds())


def test_adding_a_feed_costs_one_request(visitor: Visitor) -> None:
    event = visitor.newsroom.sources.add_now(visitor.web.address + "/bad/target")
    assert isinstance(event, SourceAdded)
    assert visitor.asked("/bad/target") == 1
    visitor.visit()
    assert visitor.asked("/bad/target") == 1
    assert len(visitor.stories()) == 3


def test_adding_what_is_there_already_costs_nothing(visitor: Visitor) -> None:
    address = visitor.web.address + "/bad/target"
    visitor.newsroom.sources.add_now(address)
    again = visitor.newsroom.sources.add_now(address)
    assert isinstance(again, SourceAdded)
    assert again.known
    assert visitor.asked("/bad/target") == 1


def test_a_feed_that_moved_is_added_where_it_was_until_it_was_read_there_twice(
    visitor: Visitor,
) -> None:
    visitor.newsroom.sources.add_now(visitor.web.address + "/bad/redirect/301")
    assert visitor.feeds()[0].subscription.url.endswith("/bad/redirect/301")
    visitor.wait(60)
    visitor.visit()
    assert visitor.feeds()[0].subscription.url == visitor.web.address + "/bad/target"


def test_a_site_that_asks_for_an_hour_gets_it_also_by_hand_and_for_its_other_feeds(
    visitor: Visitor,
) -> None:
    visitor.subscribe("/bad/429", "/polite/etag")
    visitor.visit()
    assert visitor.asked("/bad/429") == 1
    assert visitor.asked("/polite/etag") == 0
    other = visitor.feed("/polite/etag").health
    assert (other.outcome, other.failures) == (FetchOutcome.WAIT, 0)
    visitor.wait(58)
    visitor.visit(by_hand=True)
    assert visitor.asked("/bad/429") == 1
    assert visitor.asked("/polite/etag") == 0
    visitor.wait(3)
    visitor.visit(by_hand=True)
    assert visitor.asked("/bad/429") == 2


def test_a_pause_holds_when_the_program_starts_anew(visitor: Visitor) -> None:
    visitor.subscribe("/bad/429")
    visitor.visit()
    visitor.close()
    again = Visitor(visitor.web, visitor.home, visitor.clock)
    again.wait(30)
    again.visit(by_hand=True)
    again.close()
    assert again.asked("/bad/429") == 1


def test_a_short_pause_is_waited_for_and_then_the_feed_is_read(visitor: Visitor) -> None:
    visitor.subscribe("/bad/429-short")
    visitor.visit()
    assert visitor.stories() == []
    visitor.wait(61)
    visitor.visit()
    assert len(visitor.stories()) == 3
    assert visitor.feed("/bad/429-short").health.failures == 0


def test_trouble_makes_visits_rare(visitor: Visitor) -> None:
    visitor.subscribe("/bad/status/500")
    for _ in range(48):
        visitor.visit()
        visitor.wait(60)
    # At hour 0, 1, 3, 7, 15, 31.
    assert visitor.asked("/bad/status/500") == 6
    assert visitor.feed("/bad/status/500").health.reason == "back-off"


def test_gone_is_asked_no_more_and_its_stories_stay(visitor: Visitor) -> None:
    visitor.subscribe("/bad/gone-later")
    for _ in range(6):
        visitor.visit()
        visitor.wait(24 * 60)
    assert visitor.asked("/bad/gone-later") == 3
    assert len(visitor.stories()) == 3
    assert visitor.feed("/bad/gone-later").health.outcome is FetchOutcome.GONE


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_move_is_stored_once_the_feed_was_read_there_twice(
    visitor: Visitor, status: int
) -> None:
    visitor.subscribe(f"/bad/redirect/{status}")
    visitor.visit()
    before = {story.id for story in visitor.stories()}
    assert visitor.feeds()[0].subscription.url.endswith(f"/bad/redirect/{status}")
    visitor.wait(60)
    visitor.visit()
    assert visitor.feeds()[0].subscription.url == visitor.web.address + "/bad/target"
    visitor.wait(60)
    visitor.visit()
    assert visitor.asked(f"/bad/redirect/{status}") == 2
    assert visitor.asked("/bad/target") == 3
    assert {story.id for story in visitor.stories()} == before


@pytest.mark.parametrize("path", ["/bad/redirect/302", "/bad/redirect/307", "/bad/redirect/html"])
def test_other_moves_are_never_stored(visitor: Visitor, path: str) -> None:
    visitor.subscribe(path)
    for _ in range(3):
        visitor.visit(by_hand=True)
        visitor.wait(24 * 60)
    assert visitor.feeds()[0].subscription.url == visitor.web.address + path
    assert visitor.asked(path) == 3


def test_pictures_sounds_and_pages_nobody_opened_are_not_fetched(visitor: Visitor) -> None:
    visitor.subscribe("/feed/1.xml", "/feed/2.xml", "/bad/enclosures", "/bad/body-html")
    visitor.visit()
    foreign = [
        path
        for path in visitor.web.log()
        if not path.startswith(("/feed/", "/article/", "/bad/"))
    ]
    assert foreign == []
