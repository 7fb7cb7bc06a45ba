"""When a feed is fetched, with which request, and its health afterwards. No clock and no network.

The rules are those that servers ask of feed readers: conditional requests with validators as they
came (RFC 9110, 13); the longest of the server's and the person's intervals counts; failures make us
ask less often (back-off); and a feed that is gone (410) is asked no more.
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
"""Between two visits, whatever interval the settings name."""
VALIDATORS_LAST = WEEK
"""Seconds after which a feed is fetched without validators: some servers answer 304 for ever."""
FAILURES_UNTIL_WEEKLY = 20
"""Failures in a row after which a feed is asked weekly, not daily: a fortnight of them."""
OFFLINE_WAIT = 300
"""Seconds until the next try where this machine was offline, which costs no server anything."""
MOST_JITTER = 600
"""Most seconds by which a visit is delayed at random, so that not all feeds are due at once."""

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
    """Return the request for a feed.

    An address that names a private host (``localhost``, ``192.168.0.5``) was typed by a person and
    is trusted. A name that looks public but resolves to a private address needs the setting
    `private_network`.
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
    """Return whether a feed may be fetched now without a person's asking for it."""
    if health.outcome is FetchOutcome.GONE:
        return False
    if health.next_visit is None or health.next_visit <= now:
        return True
    # Last checked in the future: the clock was wrong then, and so is the time of the next visit.
    return health.checked is not None and health.checked > now + HOUR


def answer_without_asking(
    subscription: Subscription, health: FeedHealth, now: int
) -> Response | None:
    """Return the answer for a feed whose server sent a `Retry-After` not yet over; else None.

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
    """Return whether a body equals the last one that this version of the program stored."""
    return bool(health.body_hash) and health.body_hash == _body_hash(response.body)


def new_address(before: FeedHealth, after: FeedHealth) -> str:
    """Return the address that a feed has moved to for good; empty if it has not.

    That is one to which two successful visits in a row were redirected permanently.
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
    """Return the health of a feed after a visit.

    `parsed` is the feed in the response; None if there was none, or the same as last time
    (`same_body`). `jitter` is a number from 0 to 1. `interval_minutes` is the general setting, for
    feeds without their own.
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
    return _with_next_visit(after, wait, now, jitter)


def _longest(waits: Iterable[_Wait]) -> _Wait:
    """Return the longest wait, the first of those that are equally long."""
    return max(waits, key=lambda wait: wait.seconds)


def _not_asked(health: FeedHealth, response: Response, now: int, jitter: float) -> FeedHealth:
    """Return the health of a feed not asked, because its host sent a `Retry-After` for another."""
    after = replace(health, outcome=response.outcome, message=response.message)
    return _with_next_visit(after, _Wait(response.retry_after, "Retry-After"), now, jitter)


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
            # The two validators belong to one version: a new ETag makes the old date invalid.
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
        if health.outcome is FetchOutcome.DAMAGED:  # the same bytes are as damaged as before
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
    """Return the target of a permanent redirect, if the feed may be fetched from there."""
    target = response.permanent_url
    if not target or target == subscription.url:
        return ""
    if subscription.url.startswith("https:") and not target.startswith("https:"):
        return ""
    secrets = subscription.credentials or subscription.headers or subscription.cookies
    if secrets and not may_know_secrets(subscription.url, target):
        return ""  # a password may be sent only to the host that it was given for
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
    """Give the waits that follow a successful visit, each with who asks for it."""
    yield _Wait(interval, "interval")
    fresh, header = freshness(response.header, now)
    yield _Wait(min(fresh, DAY), header)
    yield _Wait(min(health.ttl * 60, DAY), "ttl")


def _waits_after_failure(health: FeedHealth, response: Response, interval: int) -> Iterator[_Wait]:
    """Give the waits that follow a failed visit: back-off doubles each time, up to a day."""
    if response.outcome is FetchOutcome.OFFLINE:
        yield _Wait(OFFLINE_WAIT, "offline")
        return
    if health.failures > FAILURES_UNTIL_WEEKLY:
        yield _Wait(max(WEEK, interval), "back-off")
    doublings = min(health.failures - 1, 10)
    # Before back-off: the first of equal waits counts, and only `Retry-After` binds a person too.
    yield _Wait(min(response.retry_after, DAY), "Retry-After")
    yield _Wait(max(min(interval << doublings, DAY), interval), "back-off")


def _with_next_visit(health: FeedHealth, wait: _Wait, now: int, jitter: float) -> FeedHealth:
    visit = now + wait.seconds + int(min(wait.seconds / 10, MOST_JITTER) * jitter)
    allowed, skipped = _out_of_skipped(visit, health)
    return replace(health, next_visit=allowed, reason=skipped or wait.reason)


def _out_of_skipped(visit: int, health: FeedHealth) -> tuple[int, str]:
    """Return the first moment from `visit` on that is in no ``skipHours`` or ``skipDays``.

    With the name of the one that delayed the visit, else an empty string. A feed that skips the
    whole week is taken to say nothing.
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
