"""The feeds as the cache knows them: which are subscribed to, under which names and folders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

from reader.model.clock import Clock
from reader.model.feed import Feed, FeedHealth, Subscription
from reader.store.codec import from_json, to_json
from reader.store.database import Database
from reader.text.normal import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Known:
    """A feed that has stories here."""

    id: int
    subscription: Subscription | None
    """None: it is not subscribed to any more; it may have saved stories."""
    title: str
    """The person's own, else the feed's, else the host."""
    site: str
    lang: str


@dataclass(frozen=True, slots=True)
class FeedSet:
    """All feeds at one moment, in the order of ``feeds.toml``."""

    all: Mapping[int, Known] = field(default_factory=dict)

    def title(self, feed: int) -> str:
        """The title of a feed, also of one that is gone; empty if it has none."""
        known = self.all.get(feed)
        return known.title if known else ""

    def has(self, feed: int) -> bool:
        """Whether it is subscribed to."""
        known = self.all.get(feed)
        return known is not None and known.subscription is not None

    def visible(self) -> list[int]:
        """Feeds whose stories stand in the general lists."""
        return [k.id for k in self.all.values() if k.subscription and not k.subscription.hidden]

    def subscribed(self) -> list[int]:
        """Feeds that are subscribed to."""
        return [known.id for known in self.all.values() if known.subscription]

    def in_folder(self, folder: str) -> list[int]:
        """Feeds of exactly this folder and of those below it."""
        return [
            known.id
            for known in self.all.values()
            if known.subscription and f"{known.subscription.folder}/".startswith(f"{folder}/")
        ]

    def named(self, name: str) -> list[int]:
        """Feeds with a title, folder or tag in which words begin like those of `name`."""
        wanted = _WORD.findall(fold(name))
        return [
            known.id
            for known in self.all.values()
            if wanted and known.subscription and _begin(wanted, known.subscription, known.title)
        ]


def _begin(wanted: list[str], subscription: Subscription, title: str) -> bool:
    for text in (title, subscription.folder, *subscription.tags):
        words = _WORD.findall(fold(text))
        if all(any(word.startswith(want) for word in words) for want in wanted):
            return True
    return False


class Part:
    """What every part of the cache has."""

    _database: Database
    _clock: Clock
    _feeds: FeedSet | None = None
    """Read when it is first needed; dropped when it changes."""
    _changes: int = 0
    """How often it changed, so that a set read before a change is not kept after it."""

    def _feeds_changed(self) -> None:
        self._changes += 1
        self._feeds = None

    def _feed_set(self) -> FeedSet:
        found, changes = self._feeds, self._changes
        if found is None or self._database.read_only:
            rows = self._database.read(
                "SELECT id, subscription, title, site, lang, place FROM feeds"
                " ORDER BY place IS NULL, place, id"
            )
            found = FeedSet({row[0]: _known(*row) for row in rows})
            if changes == self._changes:
                self._feeds = found
        return found


class Subscribed(Part):
    """The part of the cache that knows the feeds."""

    def set_feeds(self, subscriptions: Mapping[int, Subscription]) -> None:
        """Take the subscriptions, by feed and in the order of ``feeds.toml``. Writer.

        The stories of feeds that are left out vanish from all lists, but for saved ones; they
        come back with the feed.
        """
        with self._database.immediate() as connection:
            connection.execute("UPDATE feeds SET place = NULL WHERE place IS NOT NULL")
            connection.executemany(
                "INSERT INTO feeds (id, place, subscription) VALUES (?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE"
                " SET place = excluded.place, subscription = excluded.subscription",
                [
                    (feed, place, to_json(subscription).decode())
                    for place, (feed, subscription) in enumerate(subscriptions.items())
                ],
            )
        self._feeds_changed()

    def keep_health(self, feed: int, health: FeedHealth) -> None:
        """Store how a visit went. Writer."""
        with self._database.immediate() as connection:
            connection.execute(
                "UPDATE feeds SET health = ? WHERE id = ?", (to_json(health).decode(), feed)
            )

    def health(self, feed: int) -> FeedHealth:
        """How a feed is doing. Any thread."""
        stored = self._database.value("SELECT health FROM feeds WHERE id = ?", (feed,))
        return _health(stored) if stored is not None else FeedHealth()

    def feeds(self) -> tuple[Feed, ...]:
        """The subscribed feeds in order, with their counts. Any thread."""
        counts = self._count()
        rows = self._database.read("SELECT id, health FROM feeds WHERE place IS NOT NULL")
        stored = dict(rows)
        return tuple(
            Feed(
                known.id,
                known.subscription,
                known.title,
                known.site,
                counts[0].get(known.id, 0),
                counts[1].get(known.id, 0),
                _health(stored.get(known.id, "{}")),
                known.lang,
            )
            for known in self._feed_set().all.values()
            if known.subscription
        )

    def _count(self) -> tuple[dict[int, int], dict[int, int]]:
        """Unread and all stories by feed."""
        raise NotImplementedError


@lru_cache(maxsize=4096)
def _health(stored: str) -> FeedHealth:
    """A feed's health; most are as they were when they were last looked at."""
    return from_json(FeedHealth, stored)


def _known(
    feed: int, subscription: str, title: str, site: str, lang: str, place: int | None
) -> Known:
    own = from_json(Subscription, subscription)
    host = urlsplit(own.url).hostname or " ".join(own.command)
    name = own.title or title or host.removeprefix("www.")
    return Known(feed, None if place is None else own, name, site, lang)
