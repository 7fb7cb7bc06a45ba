"""The feeds are kept in memory, and never as they were before a change."""

from __future__ import annotations

from typing import Any, cast

from reader.cache.articles import Articles
from reader.cache.feeds import Feeds
from reader.model.feed import Subscription
from reader.store.codec import to_json
from reader.store.database import Database
from tests.store import Store


class _Changing:
    """A database in which a feed gets another title while it is read for the first time."""

    read_only = False

    def __init__(self) -> None:
        self.feeds: Feeds | None = None
        self.reads = 0

    def read(self, _: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        self.reads += 1
        title = "new" if self.reads > 1 else "old"
        if self.reads == 1 and self.feeds is not None:
            self.feeds.changed()
        subscription = to_json(Subscription("https://a.example", title)).decode()
        return [(1, subscription, "", "", "", 0)]


def test_feeds_that_change_while_they_are_read_are_read_again() -> None:
    database = _Changing()
    feeds = database.feeds = Feeds(cast(Database, database))
    assert feeds.current().title(1) == "old"  # as it was when the reading began
    assert feeds.current().title(1) == "new"
    assert feeds.current().title(1) == "new"
    assert database.reads == 2


def test_who_only_reads_sees_what_another_instance_subscribes_to(store: Store) -> None:
    store.feed("Courier")
    second = Articles.open(
        store.paths.articles, store.paths.library, store.clock, read_only=True
    )
    try:
        assert [feed.title for feed in second.feeds.subscribed()] == ["Courier"]
        store.feed("Gazette")
        assert [feed.title for feed in second.feeds.subscribed()] == ["Courier", "Gazette"]
    finally:
        second.close()
