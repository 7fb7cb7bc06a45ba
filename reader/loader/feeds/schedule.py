"""When a feed is visited, what it is asked, and how it is doing afterwards. Pure: no clock, no net.

The manners are those that servers ask of feed readers: validators go back exactly as they came, a
server's wish to be left alone counts for as much as the person's interval, trouble makes us come
less often, and a feed that is gone is asked no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import NamedTuple

from reader import __version__
from reader.loader.net.http_headers import DAY, freshness
from reader.loader.net.outcomes import WAITING
from reader.loader.net.private_networks import refusal
from reader.loader.net.redirects import may_know_secrets
from reader.model.feed import FeedHealth, FetchOutcome, ParsedFeed, Subscription
from reader.model.fetch import Request, Response
from reader.wording.catalogue import say

HOUR = 3600
WEEK = 7 * DAY
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 366 * 24 * 60
"""Between two visits, whatever the settings say."""
VALIDATORS_LAST = WEEK
"""Some servers answer "not modified" for ever: after so long they are asked afresh."""
FAILURES_UNTIL_WEEKLY = 20
"""In a row; with an hour between visits that is a fortnight of daily ones."""
OFFLINE_WAIT = 300
"""Seconds until the next try when this machine was offline: that costs no server anything."""
MOST_JITTER = 600
"""Seconds by which a visit is put off at random, so that not all feeds are asked at once."""

_READ = (FetchOutcome.OK, FetchOutcome.DAMAGED, FetchOutcome.NOT_MODIFIED)
_ADVICE = {
    FetchOutcome.GONE: "gone_advice",
    FetchOutcome.NOT_FOUND: "not_found_advice",
    FetchOutcome.NOT_A_FEED: "not_a_feed_advice",
}
"""Words of the catalogue's table ``fetch``."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class _Wait(NamedTuple):
    """How long a feed is left alone, and which header, setting or rule says so."""

    seconds: int
    reason: str


def request_for(subscription: Subscription, health: FeedHealth, now: int) -> Request:
    """Return what to ask for a feed.

    An address that spells a private one (``localhost``, ``192.168.0.5``) stands in feeds.toml for
    all to see, and is meant. A name that looks public and leads there needs `private_network`.
    """
    since = health.validators_since
    fresh = since is not None and now - since < VALIDATORS_LAST
    return Request(
        subscription.url,
        etag=health.etag if fresh else "",
        last_modified=health.last_modified if fresh else "",
        user_agent=subscription.user_agent,
        headers=subscription.headers,
        credentials_command=subscription.credentials,
        command=subscription.command,
        proxy=subscription.proxy,
        cookies=subscription.cookies,
        trusted=subscription.private_network or bool(refusal(subscription.url)),
    )


def is_due(health: FeedHealth, now: int) -> bool:
    """Return whether a feed may be visited without anybody asking for it."""
    if health.outcome is FetchOutcome.GONE:
        return False
    if health.next_visit is None or health.next_visit <= now:
        return True
    # Visited in the future: the machine's clock was wrong then, and so is the plan.
    return health.checked is not None and health.checked > now + HOUR


def answer_without_asking(
    subscription: Subscription, health: FeedHealth, now: int
) -> Response | None:
    """Return the answer for a feed whose site asked to be left alone until later; else None.

    That holds even if a person asks for the feed by hand.
    """
    asked_to_wait = health.outcome is FetchOutcome.WAIT and health.reason == "Retry-After"
    if not asked_to_wait or health.next_visit is None or is_due(health, now):
        return None
    return Response(
        request_for(subscription, health, now),
        WAITING.outcome,
        url=subscription.url,
        message=WAITING.message,
        requests=0,
        retry_after=health.next_visit - now,
    )


def same_body(health: FeedHealth, response: Response) -> bool:
    """Return whether the server sent again what was already taken in, by this very version."""
    return bool(health.body_hash) and health.body_hash == _body_hash(response.body)


def new_address(before: FeedHealth, after: FeedHealth) -> str:
    """Return where a feed has moved for good; empty if it has not.

    That is where two visits in a row were sent by permanent redirects and read the feed.
    """
    return after.moved_to if after.moved_to == before.moved_to else ""


def health_after(
    subscription: Subscription,
    health: FeedHealth,
    response: Response,
    parsed: ParsedFeed | None,
    now: int,
    jitter: float,
    interval_minutes: int,
) -> FeedHealth:
    """Return how a feed is doing after a visit.

    `parsed` is what the response held, None if there was nothing to read in it or nothing that is
    not known (`same_body`); `jitter` is a number from 0 to 1; `interval_minutes` the general
    setting, for feeds without their own.
    """
    minutes = max(subscription.interval or interval_minutes, SHORTEST_MINUTES)
    interval = min(minutes, LONGEST_MINUTES) * 60
    if not response.requests and response.outcome is FetchOutcome.WAIT:
        return _not_asked(health, response, now, jitter)
    if response.outcome in _READ:
        after = _after_success(subscription, health, response, parsed, now)
        wait = _longest(_waits_after_success(after, response, interval, now))
    else:
        after = _after_failure(health, response, now)
        wait = _longest(_waits_after_failure(after, response, interval))
    if response.outcome is FetchOutcome.GONE:
        return replace(after, next_visit=None, reason="gone")
    return _planned(after, wait, now, jitter)


def _longest(waits: Iterable[_Wait]) -> _Wait:
    """Return the longest wait, the first of those that are equally long."""
    return max(waits, key=lambda wait: wait.seconds)


def _not_asked(health: FeedHealth, response: Response, now: int, jitter: float) -> FeedHealth:
    """Another feed's answer said that the host is to be left alone; this one did nothing wrong."""
    after = replace(health, outcome=response.outcome, message=response.message)
    return _planned(after, _Wait(response.retry_after, "Retry-After"), now, jitter)


def _after_success(
    subscription: Subscription,
    health: FeedHealth,
    response: Response,
    parsed: ParsedFeed | None,
    now: int,
) -> FeedHealth:
    after = replace(
        health,
        outcome=response.outcome,
        message=response.message,
        status=response.status,
        checked=now,
        succeeded=now,
        failures=0,
        moved_to=_moved_to(subscription, response),
    )
    etag, modified = response.header("etag"), response.header("last-modified")
    if response.outcome is FetchOutcome.NOT_MODIFIED:
        changed = etag not in ("", health.etag)
        after = replace(
            after,
            etag=etag or health.etag,
            # One pair belongs to one answer: a new ETag leaves the old date behind.
            last_modified=modified or ("" if changed else health.last_modified),
        )
    else:
        after = replace(
            after,
            etag=etag,
            last_modified=modified,
            validators_since=now if etag or modified else None,
            body_hash=_body_hash(response.body),
        )
    if parsed is None:
        if health.outcome is FetchOutcome.DAMAGED:  # the same file as it was
            after = replace(after, outcome=health.outcome, message=health.message)
        return after
    if not parsed.whole:
        after = replace(after, outcome=FetchOutcome.DAMAGED, message=say("fetch.broken_off"))
    return replace(
        after,
        entries=len(parsed.entries),
        ttl=parsed.ttl,
        skip_hours=parsed.skip_hours,
        skip_days=parsed.skip_days,
    )


def _body_hash(body: bytes) -> str:
    return blake2b(body, digest_size=16, key=__version__.encode()).hexdigest()


def _moved_to(subscription: Subscription, response: Response) -> str:
    """The target of a permanent redirect, if the feed may be asked there from now on."""
    target = response.permanent_url
    if not target or target == subscription.url:
        return ""
    if subscription.url.startswith("https:") and not target.startswith("https:"):
        return ""
    secrets = subscription.credentials or subscription.headers or subscription.cookies
    if secrets and not may_know_secrets(subscription.url, target):
        return ""  # a password stays with the host it was given for
    return target


def _after_failure(health: FeedHealth, response: Response, now: int) -> FeedHealth:
    outcome = response.outcome
    word = "password_advice" if response.status == 401 else _ADVICE.get(outcome, "")
    advice = say(f"fetch.{word}") if word else ""
    return replace(
        health,
        outcome=outcome,
        message=f"{response.message} {advice}".strip(),
        status=response.status,
        checked=now,
        failures=health.failures + (outcome is not FetchOutcome.OFFLINE),
        moved_to="",
    )


def _waits_after_success(
    health: FeedHealth, response: Response, interval: int, now: int
) -> Iterator[_Wait]:
    """How long to wait after a visit that went well, by everybody who has a say."""
    yield _Wait(interval, "interval")
    fresh, header = freshness(response.header, now)
    yield _Wait(min(fresh, DAY), header)
    yield _Wait(min(health.ttl * 60, DAY), "ttl")


def _waits_after_failure(health: FeedHealth, response: Response, interval: int) -> Iterator[_Wait]:
    """How long to wait after a visit that failed: twice as long each time, up to a day."""
    if response.outcome is FetchOutcome.OFFLINE:
        yield _Wait(OFFLINE_WAIT, "offline")
        return
    if health.failures > FAILURES_UNTIL_WEEKLY:
        yield _Wait(max(WEEK, interval), "back-off")
    doublings = min(health.failures - 1, 10)
    # First, since the first of equals wins, and only the site's own word binds a person.
    yield _Wait(min(response.retry_after, DAY), "Retry-After")
    yield _Wait(max(min(interval << doublings, DAY), interval), "back-off")


def _planned(health: FeedHealth, wait: _Wait, now: int, jitter: float) -> FeedHealth:
    visit = now + wait.seconds + int(min(wait.seconds / 10, MOST_JITTER) * jitter)
    allowed, skipped = _out_of_skipped(visit, health)
    return replace(health, next_visit=allowed, reason=skipped or wait.reason)


def _out_of_skipped(visit: int, health: FeedHealth) -> tuple[int, str]:
    """The first moment from `visit` on that is in no hour or day the feed wants to be left alone.

    With what it is in, if it had to move. A feed that skips all the week has said nothing.
    """
    days = {day.strip().lower() for day in health.skip_days}
    moment, reason = visit, ""
    for _ in range(8 * 24):
        when = datetime.fromtimestamp(moment, UTC)
        if _DAYS[when.weekday()] in days:
            reason = "skipDays"
        elif when.hour in health.skip_hours:
            reason = "skipHours"
        else:
            return moment, reason
        moment += HOUR - moment % HOUR
    return visit, ""
