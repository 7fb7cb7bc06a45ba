from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b

import pytest

from reader import __version__
from reader.loader.feeds.schedule import (
    HOUR,
    WEEK,
    answer_without_asking,
    health_after,
    is_due,
    new_address,
    request_for,
    same_body,
)
from reader.loader.net.http_headers import DAY
from reader.model.feed import Entry, FeedHealth, FetchOutcome, ParsedFeed, Subscription
from reader.model.fetch import Request, Response

NOW = int(datetime(2026, 11, 24, 9, 30, tzinfo=UTC).timestamp())  # a Tuesday
URL = "https://courier.example/feed.xml"
FEED = Subscription(URL)
THREE = ParsedFeed(entries=(Entry("a"), Entry("b"), Entry("c")))
ASKED = Request(URL)


def answer(outcome: FetchOutcome = FetchOutcome.OK, **headers: str) -> Response:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    status = {FetchOutcome.OK: 200, FetchOutcome.NOT_MODIFIED: 304}.get(outcome, 0)
    return Response(ASKED, outcome, url=URL, status=status, headers=named, body=b"<rss/>")


def after(
    response: Response,
    health: FeedHealth | None = None,
    *,
    subscription: Subscription = FEED,
    parsed: ParsedFeed | None = None,
    now: int = NOW,
    jitter: float = 0.0,
    interval: int = 60,
) -> FeedHealth:
    if parsed is None and response.outcome is FetchOutcome.OK:
        parsed = THREE
    return health_after(
        subscription, health or FeedHealth(), response, parsed, now, jitter, interval
    )


def wait(health: FeedHealth, now: int = NOW) -> int:
    assert health.next_visit is not None
    return health.next_visit - now


# What is asked.


def test_a_first_request_has_no_validators_and_all_that_the_person_set() -> None:
    subscription = Subscription(
        URL,
        user_agent="me/1",
        headers=(("X-Token", "t"),),
        proxy="socks5://127.0.0.1:9050",
        cookies="~/jar.txt",
        credentials=("pass", "news"),
    )
    request = request_for(subscription, FeedHealth(), NOW)
    assert request == Request(
        URL,
        user_agent="me/1",
        headers=(("X-Token", "t"),),
        proxy="socks5://127.0.0.1:9050",
        cookies="~/jar.txt",
        credentials_command=("pass", "news"),
    )


@pytest.mark.parametrize(
    ("url", "private_network", "trusted"),
    [
        ("https://courier.example/feed", False, False),
        ("https://courier.example/feed", True, True),
        ("http://localhost:8080/feed", False, True),
        ("http://192.168.0.5/feed", False, True),
        ("http://bridge.local/feed", False, True),
    ],
)
def test_a_name_that_looks_public_leads_to_the_private_network_only_by_the_setting(
    url: str, private_network: bool, trusted: bool
) -> None:
    feed = replace(FEED, url=url, private_network=private_network)
    assert request_for(feed, FeedHealth(), NOW).trusted is trusted


def test_validators_go_back_exactly_and_for_a_week() -> None:
    odd, weak = "2026-09-07 08:09:10 +0200", 'W/"v 1"'
    health = after(answer(etag=weak, last_modified=odd))
    soon = request_for(FEED, health, NOW + WEEK - 1)
    assert (soon.etag, soon.last_modified) == (weak, odd)
    late = request_for(FEED, health, NOW + WEEK)
    assert (late.etag, late.last_modified) == ("", "")


def test_a_304_renews_validators_but_not_their_age() -> None:
    first = after(answer(etag='"1"', last_modified="Monday"))
    later = after(answer(FetchOutcome.NOT_MODIFIED, etag='"2"'), first, now=NOW + HOUR)
    assert (later.etag, later.last_modified) == ('"2"', "")
    assert later.validators_since == NOW
    silent = after(answer(FetchOutcome.NOT_MODIFIED), first, now=NOW + HOUR)
    assert (silent.etag, silent.last_modified) == ('"1"', "Monday")
    same = after(answer(FetchOutcome.NOT_MODIFIED, etag='"1"'), first, now=NOW + HOUR)
    assert (same.etag, same.last_modified) == ('"1"', "Monday")


def test_validators_of_a_body_are_a_pair_even_if_the_body_is_the_same() -> None:
    first = after(answer(etag='"1"', last_modified="Monday"))
    second = after(answer(etag='"2"'), first, now=NOW + HOUR)
    assert (second.etag, second.last_modified) == ('"2"', "")
    assert second.validators_since == NOW + HOUR
    assert second.body_hash == first.body_hash != ""


def test_what_is_no_feed_leaves_the_validators_of_the_last_feed() -> None:
    first = after(answer(etag='"1"'))
    page = after(replace(answer(FetchOutcome.NOT_A_FEED, etag='"x"'), message="No."), first)
    assert (page.etag, page.body_hash, page.entries) == ('"1"', first.body_hash, 3)


# When the next visit is.


def test_the_interval_of_the_feed_goes_before_the_general_one() -> None:
    assert wait(after(answer())) == HOUR
    assert after(answer()).reason == "interval"
    assert wait(after(answer(), subscription=replace(FEED, interval=30))) == 1800


@pytest.mark.parametrize(("minutes", "seconds"), [(0, 300), (-5, 300), (10**12, 366 * DAY)])
def test_senseless_intervals_are_bounded(minutes: int, seconds: int) -> None:
    assert wait(after(answer(), interval=minutes)) == seconds


@pytest.mark.parametrize(
    ("headers", "seconds", "reason"),
    [
        ({"cache_control": "public, max-age=7200"}, 7200, "max-age"),
        ({"cache_control": "max-age=60"}, HOUR, "interval"),
        ({"cache_control": "max-age=99999999"}, DAY, "max-age"),
        ({"expires": "Tue, 24 Nov 2026 12:30:00 GMT"}, 3 * HOUR, "Expires"),
        ({"expires": "0"}, HOUR, "interval"),
    ],
)
@pytest.mark.parametrize("outcome", [FetchOutcome.OK, FetchOutcome.NOT_MODIFIED])
def test_the_longest_wait_wins_from_a_304_too(
    outcome: FetchOutcome, headers: dict[str, str], seconds: int, reason: str
) -> None:
    health = after(answer(outcome, **headers))
    assert (wait(health), health.reason) == (seconds, reason)


def test_what_the_feed_itself_asks_holds_when_it_is_not_modified() -> None:
    first = after(answer(), parsed=replace(THREE, ttl=180, skip_hours=(15,)))
    assert (wait(first), first.reason) == (3 * HOUR, "ttl")
    half_past_twelve = NOW + 3 * HOUR
    again = after(answer(FetchOutcome.NOT_MODIFIED), first, now=half_past_twelve)
    assert (wait(again, half_past_twelve), again.reason) == (3 * HOUR + 1800, "skipHours")


def test_a_weekly_feed_is_asked_daily() -> None:
    assert wait(after(answer(), parsed=replace(THREE, ttl=7 * 24 * 60))) == DAY


def test_skipped_hours_and_days_put_a_visit_off() -> None:
    hours = after(answer(), parsed=replace(THREE, skip_hours=(10, 11)))
    assert (wait(hours), hours.reason) == (2 * HOUR + 1800, "skipHours")
    days = after(answer(), parsed=replace(THREE, skip_days=("tuesday", "Wednesday")))
    assert (wait(days), days.reason) == (38 * HOUR + 1800, "skipDays")


def test_a_feed_that_skips_every_hour_is_visited_all_the_same() -> None:
    assert wait(after(answer(), parsed=replace(THREE, skip_hours=tuple(range(24))))) == HOUR


def test_jitter_only_ever_adds_a_little() -> None:
    assert wait(after(answer(), jitter=1.0)) == HOUR + 360
    assert wait(after(answer(), subscription=replace(FEED, interval=1440), jitter=1.0)) == DAY + 600


# Trouble.


def test_back_off_doubles_to_a_day_and_after_a_fortnight_to_a_week() -> None:
    health, waits = after(answer()), []
    for _ in range(25):
        health = after(answer(FetchOutcome.SERVER_ERROR), health)
        waits.append(wait(health) // HOUR)
        assert health.reason == "back-off"
    assert waits[:6] == [1, 2, 4, 8, 16, 24]
    assert set(waits[6:20]) == {24}
    assert set(waits[20:]) == {7 * 24}
    assert health.failures == 25
    assert health.succeeded == NOW
    recovered = after(answer(), health)
    assert (recovered.failures, wait(recovered), recovered.message) == (0, HOUR, "")


def test_back_off_never_comes_sooner_than_the_interval() -> None:
    weekly = replace(FEED, interval=7 * 24 * 60)
    assert wait(after(answer(FetchOutcome.TIMEOUT), subscription=weekly)) == WEEK


def test_retry_after_counts_and_is_capped() -> None:
    asked = replace(answer(FetchOutcome.WAIT), status=429, retry_after=2 * HOUR)
    health = after(asked)
    assert (wait(health), health.reason) == (2 * HOUR, "Retry-After")
    assert wait(after(replace(asked, retry_after=864_000_000))) == DAY
    assert after(replace(asked, retry_after=HOUR)).reason == "Retry-After"
    nonsense = after(replace(asked, retry_after=0))
    assert (wait(nonsense), nonsense.reason) == (HOUR, "back-off")


def test_a_feed_that_was_not_asked_for_its_hosts_sake_did_not_fail() -> None:
    before = after(answer(etag='"1"'))
    unasked = replace(answer(FetchOutcome.WAIT), requests=0, retry_after=600)
    health = after(unasked, before, now=NOW + HOUR)
    assert (health.failures, health.checked, health.etag) == (0, NOW, '"1"')
    assert (wait(health, NOW + HOUR), health.reason) == (600, "Retry-After")


def test_a_site_that_asked_for_a_pause_is_left_alone_by_hand_too() -> None:
    words = "The site asks us to wait."
    health = after(replace(answer(FetchOutcome.WAIT), retry_after=2 * HOUR, message=words))
    early = answer_without_asking(FEED, health, NOW + HOUR)
    assert early is not None
    assert (early.outcome, early.retry_after, early.requests) == (FetchOutcome.WAIT, HOUR, 0)
    assert after(early, health, now=NOW + HOUR) == health
    assert answer_without_asking(FEED, health, NOW + 2 * HOUR) is None


def test_only_the_sites_own_word_holds_a_person_back() -> None:
    backing_off = after(answer(FetchOutcome.WAIT))
    for health in (FeedHealth(), after(answer()), backing_off):
        assert answer_without_asking(FEED, health, NOW + 60) is None


def test_a_body_that_was_taken_in_is_known_again() -> None:
    health = after(answer())
    assert same_body(health, answer())
    assert not same_body(health, replace(answer(), body=b"<rss>1</rss>"))
    assert not same_body(FeedHealth(), answer())
    again = health_after(FEED, health, answer(etag='"2"'), None, NOW + HOUR, 0.0, 60)
    assert (again.entries, again.etag, again.succeeded) == (3, '"2"', NOW + HOUR)


def test_a_body_is_known_to_the_version_that_took_it_in_only() -> None:
    of_version = blake2b(b"<rss/>", digest_size=16, key=__version__.encode()).hexdigest()
    of_none = blake2b(b"<rss/>", digest_size=16).hexdigest()
    assert same_body(FeedHealth(body_hash=of_version), answer())
    assert not same_body(FeedHealth(body_hash=of_none), answer())


def test_being_offline_is_nobodys_fault() -> None:
    health = after(answer(FetchOutcome.OFFLINE))
    assert (health.failures, wait(health), health.reason) == (0, 300, "offline")


def test_gone_is_asked_no_more_until_somebody_does() -> None:
    gone = after(replace(answer(FetchOutcome.GONE), status=410, message="Gone (410)."))
    assert (gone.next_visit, gone.reason) == (None, "gone")
    assert not is_due(gone, NOW + 100 * WEEK)
    assert gone.message == "Gone (410). It is asked no more; its stories stay."
    assert is_due(after(answer(), gone), NOW + HOUR)


def test_half_a_feed_is_read_and_said_to_be_half() -> None:
    health = after(answer(), parsed=replace(THREE, whole=False))
    assert (health.outcome, health.failures, health.entries) == (FetchOutcome.DAMAGED, 0, 3)
    assert health.message.startswith("The feed breaks off in the middle")
    assert after(answer(), health).message == ""
    again = after(answer(FetchOutcome.NOT_MODIFIED), health)
    assert (again.outcome, again.message) == (FetchOutcome.DAMAGED, health.message)


def test_a_401_says_where_a_password_goes() -> None:
    health = after(replace(answer(FetchOutcome.REFUSED), status=401, message="No entry (401)."))
    assert health.message == (
        "No entry (401). For a feed with a password, set `credentials` in feeds.toml."
    )


# What is due.


def test_due_at_first_and_then_at_the_next_visit() -> None:
    assert is_due(FeedHealth(), NOW)
    health = after(answer())
    assert not is_due(health, NOW + HOUR - 1)
    assert is_due(health, NOW + HOUR)


def test_a_plan_made_by_a_wrong_clock_does_not_hold() -> None:
    assert is_due(after(answer(), now=NOW + 1000 * DAY), NOW)


# Moves.


MOVED = replace(answer(), url="https://new.example/feed", permanent_url="https://new.example/feed")


def test_a_move_is_believed_when_the_feed_was_read_there_twice() -> None:
    first = after(MOVED)
    assert first.moved_to == "https://new.example/feed"
    assert new_address(FeedHealth(), first) == ""
    second = after(replace(MOVED, outcome=FetchOutcome.NOT_MODIFIED), first)
    assert new_address(first, second) == "https://new.example/feed"


@pytest.mark.parametrize(
    "between",
    [
        replace(MOVED, outcome=FetchOutcome.NOT_A_FEED),
        answer(FetchOutcome.TIMEOUT),
        answer(),
        replace(MOVED, permanent_url="https://third.example/feed"),
    ],
)
def test_a_move_with_something_else_in_between_is_not_believed(between: Response) -> None:
    first = after(MOVED)
    second = after(between, first)
    assert new_address(first, second) == ""
    assert new_address(second, after(MOVED, second)) == ""


def test_a_feed_that_stays_has_no_address_to_move_to() -> None:
    assert new_address(after(answer()), after(answer())) == ""


def test_a_move_gives_up_neither_encryption_nor_a_password() -> None:
    plain = replace(MOVED, permanent_url="http://courier.example/feed.xml")
    assert after(plain).moved_to == ""
    secret = replace(FEED, credentials=("pass", "news"))
    for secret_feed in (
        secret,
        replace(FEED, headers=(("X-Token", "t"),)),
        replace(FEED, cookies="~/jar.txt"),
    ):
        assert after(MOVED, subscription=secret_feed).moved_to == ""
    same_host = replace(MOVED, permanent_url="https://courier.example/new.xml")
    assert after(same_host, subscription=secret).moved_to == "https://courier.example/new.xml"
