"""The table of feeds: what is subscribed to, how each feed is doing, how many stories it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from reader.cache.feed_set import FeedSet, StoredFeed
from reader.model.feed import Feed, FeedHealth, Subscription
from reader.store.codec import from_json, to_json
from reader.store.database import Database

_UNREAD = (
    "SELECT feed, count(*) FROM library_stories WHERE unread GROUP BY feed"
    " UNION ALL SELECT a.feed, count(*) FROM also a"
    " JOIN library_stories l ON l.id = a.story WHERE l.unread GROUP BY a.feed"
)
_STORIES = (
    "SELECT feed, count(*) FROM stories GROUP BY feed"
    " UNION ALL SELECT feed, count(*) FROM also GROUP BY feed"
)


class Feeds:
    """The feeds of the cache. Reads from any thread; writes on the writer's."""

    def __init__(self, database: Database) -> None:
        """`database`: the open ``articles.db``."""
        self._database = database
        self._current: FeedSet | None = None
        """Read when it is first needed; dropped when it changes."""
        self._changes = 0
        """How often it changed, so that a set read before a change is not kept after it."""

    def current(self) -> FeedSet:
        """Return all feeds as they are now. Any thread."""
        feeds, changes = self._current, self._changes
        if feeds is None or self._database.read_only:
            rows = self._database.read(
                "SELECT id, subscription, title, site, lang, place FROM feeds"
                " ORDER BY place IS NULL, place, id"
            )
            feeds = FeedSet({row[0]: StoredFeed.from_row(*row) for row in rows})
            if changes == self._changes:
                self._current = feeds
        return feeds

    def changed(self) -> None:
        """Read the feeds anew when they are next asked for: their rows are others now."""
        self._changes += 1
        self._current = None

    def set_subscriptions(self, subscriptions: Mapping[int, Subscription]) -> None:
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
        self.changed()

    def keep_health(self, feed: int, health: FeedHealth) -> None:
        """Store how a visit went. Writer."""
        with self._database.immediate() as connection:
            connection.execute(
                "UPDATE feeds SET health = ? WHERE id = ?", (to_json(health).decode(), feed)
            )

    def health(self, feed: int) -> FeedHealth:
        """Return how a feed is doing. Any thread."""
        stored = self._database.value("SELECT health FROM feeds WHERE id = ?", (feed,))
        return _health(stored) if stored is not None else FeedHealth()

    def subscribed(self) -> tuple[Feed, ...]:
        """Return the subscribed feeds in order, with their counts. Any thread.

        A story counts in every feed in which it stands.
        """
        unread = _sums(self._database.read(_UNREAD))
        stories = _sums(self._database.read(_STORIES))
        health = dict(
            self._database.read("SELECT id, health FROM feeds WHERE place IS NOT NULL")
        )
        return tuple(
            Feed(
                feed.id,
                feed.subscription,
                feed.title,
                feed.site,
                unread.get(feed.id, 0),
                stories.get(feed.id, 0),
                _health(health.get(feed.id, "{}")),
                feed.lang,
            )
            for feed in self.current().all.values()
            if feed.subscription
        )


@lru_cache(maxsize=4096)
def _health(stored: str) -> FeedHealth:
    """A feed's health; most are as they were when they were last looked at."""
    return from_json(FeedHealth, stored)


def _sums(rows: Iterable[Sequence[Any]]) -> dict[int, int]:
    """Sums of (feed, count) by feed."""
    sums: dict[int, int] = {}
    for feed, count in rows:
        sums[feed] = sums.get(feed, 0) + count
    return sums
