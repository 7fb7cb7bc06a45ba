"""All feeds at one moment: their names, and which of them a query means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from reader.model.feed import Subscription
from reader.store.codec import from_json
from reader.text.normal import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class StoredFeed:
    """A feed that has stories here, or had."""

    id: int
    subscription: Subscription | None
    """None: it is not subscribed to any more; it may have saved stories."""
    title: str
    """The person's own, else the feed's, else the host."""
    site: str
    lang: str

    @classmethod
    def from_row(
        cls, feed: int, subscription: str, title: str, site: str, lang: str, place: int | None
    ) -> StoredFeed:
        """Read a row of the table ``feeds``."""
        stored = from_json(Subscription, subscription)
        host = urlsplit(stored.url).hostname or " ".join(stored.command)
        name = stored.title or title or host.removeprefix("www.")
        return cls(feed, None if place is None else stored, name, site, lang)


@dataclass(frozen=True, slots=True)
class FeedSet:
    """All feeds at one moment, in the order of ``feeds.toml``."""

    all: Mapping[int, StoredFeed] = field(default_factory=dict)

    def title(self, feed: int) -> str:
        """The title of a feed, also of one that is gone; empty if it has none."""
        stored = self.all.get(feed)
        return stored.title if stored else ""

    def has(self, feed: int) -> bool:
        """Whether it is subscribed to."""
        stored = self.all.get(feed)
        return stored is not None and stored.subscription is not None

    def visible(self) -> list[int]:
        """Feeds whose stories stand in the general lists."""
        return [
            feed.id
            for feed in self.all.values()
            if feed.subscription and not feed.subscription.hidden
        ]

    def subscribed(self) -> list[int]:
        """Feeds that are subscribed to."""
        return [feed.id for feed in self.all.values() if feed.subscription]

    def in_folder(self, folder: str) -> list[int]:
        """Feeds of exactly this folder and of those below it."""
        return [
            feed.id
            for feed in self.all.values()
            if feed.subscription and f"{feed.subscription.folder}/".startswith(f"{folder}/")
        ]

    def named(self, name: str) -> list[int]:
        """Feeds with a title, folder or tag in which words begin like those of `name`."""
        beginnings = _WORD.findall(fold(name))
        return [
            feed.id
            for feed in self.all.values()
            if beginnings
            and feed.subscription
            and _is_named(beginnings, feed.subscription, feed.title)
        ]


def _is_named(beginnings: list[str], subscription: Subscription, title: str) -> bool:
    for text in (title, subscription.folder, *subscription.tags):
        words = _WORD.findall(fold(text))
        if all(any(word.startswith(beginning) for word in words) for beginning in beginnings):
            return True
    return False
