"""Words for what is missing: a source that failed, a story to read when nothing is unread."""

from __future__ import annotations

from collections.abc import Callable

from reader.app.session.reading_time import minutes_left
from reader.model.feed import Feed, FeedHealth, FetchOutcome
from reader.model.story import Headline
from reader.newsroom.events import AddFailed
from reader.text.links import host
from reader.typesetting.head_and_end import Notice
from reader.wording.catalogue import number, say, times
from reader.wording.dates import clock, day, day_of_year, is_same_day

FINE = (
    None, FetchOutcome.OK, FetchOutcome.NOT_MODIFIED, FetchOutcome.DAMAGED, FetchOutcome.OFFLINE,
)  # fmt: skip
"""Outcomes a source is not to blame for, or hardly; that of no network is said once, below."""
_MOVED = (FetchOutcome.GONE, FetchOutcome.NOT_FOUND, FetchOutcome.NOT_A_FEED)
"""The address is of no use any more, whenever it is asked."""
_TOLD = (
    FetchOutcome.REFUSED, FetchOutcome.WAIT, FetchOutcome.CERTIFICATE,
    FetchOutcome.FORBIDDEN_ADDRESS, FetchOutcome.DAMAGED,
)  # fmt: skip
"""All is said with what happened; how often it did is of no use to anybody."""
_KEYS = {
    **dict.fromkeys(_MOVED, ("find_address", "details")),
    FetchOutcome.REFUSED: ("browser",),
    FetchOutcome.WAIT: ("details",),
    FetchOutcome.CERTIFICATE: ("details",),
    FetchOutcome.DAMAGED: ("details",),
    FetchOutcome.FORBIDDEN_ADDRESS: ("details",),
}
_ANY = ("again", "details")
_ACTIONS = {"again": "refresh", "details": "image", "find_address": "add", "browser": "browser"}
"""What each offer does, by its word."""


def has_failed(health: FeedHealth) -> bool:
    """Whether the last visit brought nothing, and not for want of a network."""
    return health.outcome not in FINE


def is_amiss(feed: Feed) -> bool:
    """Whether something is to be said above the stories of a source."""
    health = feed.health
    return has_failed(health) or health.outcome is FetchOutcome.DAMAGED or (
        health.outcome is not FetchOutcome.OFFLINE and bool(health.message)
    )


def what_is_wrong(
    feed: Feed, newest: int | None, now: int, key_for: Callable[[str], str]
) -> Notice:
    """What happened to a source, what is still fine, what to press.

    `newest` is the Unix second of the newest of its stories below, if there are any; `key_for`
    gives the key of an action.
    """
    health, outcome = feed.health, feed.health.outcome
    first, *facts = _what_happened(health)
    if outcome is FetchOutcome.WAIT and health.next_visit:
        facts.append(_next_try(health.next_visit, now))
    elif outcome in _MOVED:
        facts += [say("wrong.stay", count=feed.stories)] if feed.stories else []
    elif has_failed(health) and outcome not in _TOLD:
        facts += _tried(feed, newest, now)
    names = _KEYS.get(outcome, _ANY) if outcome else _ANY
    keys = tuple((key_for(_ACTIONS[name]), say(f"error.{name}")) for name in names)
    return Notice(first, " ".join(filter(None, facts)), keys)


def _what_happened(health: FeedHealth) -> tuple[str, str]:
    """In the person's language, whatever the loader noted for `details`."""
    if health.outcome in (None, FetchOutcome.OK, FetchOutcome.NOT_MODIFIED):
        return first_sentence(health.message)
    name = health.outcome.name.lower()
    return first_sentence(say(f"wrong.{name}", status=health.status, count=health.entries))


def _next_try(moment: int, now: int) -> str:
    if is_same_day(moment, now):
        return say("wrong.next_try", time=clock(moment))
    return say("wrong.next_try_on", day=day_of_year(moment), time=clock(moment))


def _tried(feed: Feed, newest: int | None, now: int) -> list[str]:
    """How often it was tried in vain, and what can be read all the same."""
    health, facts = feed.health, []
    if health.failures and health.checked:
        tried = say("error.tried", times=times(health.failures), time=clock(health.checked))
        facts.append(tried[:1].upper() + tried[1:])
    if newest is not None:
        readable = say(
            "error.readable", count=feed.stories, number=number(feed.stories), day=day(newest, now)
        )
        facts.append(readable)
    return facts


_NOT_ADDED = (
    FetchOutcome.TIMEOUT, FetchOutcome.UNREACHABLE, FetchOutcome.OFFLINE, FetchOutcome.CERTIFICATE,
    FetchOutcome.GONE, FetchOutcome.NOT_FOUND, FetchOutcome.REFUSED, FetchOutcome.WAIT,
    FetchOutcome.SERVER_ERROR, FetchOutcome.NOT_A_FEED,
)  # fmt: skip


def why_not_added(failed: AddFailed) -> str:
    """Why an address a person gave became no source, in one line."""
    if failed.outcome not in _NOT_ADDED:
        return failed.message
    return say(f"not_added.{failed.outcome.name.lower()}", host=host(failed.url))


def suggestion(count: int, shortest: Headline, key: str) -> Notice:
    """How many saved stories wait, the one that is read soonest, and the key that opens it."""
    minutes = minutes_left(shortest)
    facts = [shortest.source, say("list.minutes", count=minutes)]
    if shortest.quotes:
        facts.append(say("list.quotes", count=shortest.quotes))
    waiting = say("empty.waiting", count=count, number=number(count))
    takes = say("empty.shortest", count=minutes, number=number(minutes))
    return Notice(
        waiting[:1].upper() + waiting[1:],
        takes,
        ((key, say("empty.read_now")),),
        ("◆", shortest.title, " · ".join(facts)),
    )


def first_sentence(words: str) -> tuple[str, str]:
    """Part the first sentence from the others."""
    first, dot, rest = words.partition(". ")
    return (f"{first}.", rest) if dot else (words, "")
