"""Words for what is missing: a source that failed, a story to read when nothing is unread."""

from __future__ import annotations

from collections.abc import Callable

from reader.app.headline_rows import minutes_left
from reader.model.feed import Feed, FeedHealth, FetchOutcome
from reader.model.story import Headline
from reader.text.ages import clock, day
from reader.text.catalogue import number, say
from reader.text.layout_around import Notice

FINE = (None, FetchOutcome.OK, FetchOutcome.NOT_MODIFIED, FetchOutcome.DAMAGED)
"""Outcomes after which a source is as it should be, or nearly."""
_KEYS = {
    FetchOutcome.GONE: ("find_address", "details"),
    FetchOutcome.NOT_FOUND: ("find_address", "details"),
    FetchOutcome.REFUSED: ("browser", "details"),
    FetchOutcome.WAIT: ("details",),
    FetchOutcome.CERTIFICATE: ("details",),
    FetchOutcome.DAMAGED: ("details",),
    FetchOutcome.FORBIDDEN_ADDRESS: ("details",),
}
_ANY = ("again", "details")
_ACTIONS = {"again": "refresh", "details": "image", "find_address": "add", "browser": "browser"}
"""What each offer does, by its word."""


def has_failed(health: FeedHealth) -> bool:
    """Whether the last visit brought nothing."""
    return health.outcome not in FINE


def what_is_wrong(
    feed: Feed, newest: int | None, now: int, key_for: Callable[[str], str]
) -> Notice:
    """What happened to a source, what is still fine, what to press.

    `newest` is the Unix second of the newest of its stories below, if there are any; `key_for`
    gives the key of an action.
    """
    health = feed.health
    first, rest = first_sentence(health.message)
    facts = [rest] if rest else []
    if has_failed(health) and health.failures and health.checked:
        times = say("error.times", count=health.failures, number=number(health.failures))
        facts.append(say("error.tried", times=times, time=clock(health.checked)))
    if newest is not None and has_failed(health):
        readable = say(
            "error.readable", count=feed.stories, number=number(feed.stories), day=day(newest, now)
        )
        facts.append(readable)
    names = _KEYS.get(health.outcome, _ANY) if health.outcome else _ANY
    keys = tuple((key_for(_ACTIONS[name]), say(f"error.{name}")) for name in names)
    return Notice(first, " ".join(facts), keys)


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
