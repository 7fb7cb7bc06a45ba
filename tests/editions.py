"""Feeds made line by line, and newsrooms over a web of a test's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import formatdate
from html import escape
from pathlib import Path

from reader.newsroom.newsroom import Newsroom
from reader.store.paths import Paths
from tests.fakes import FakeClock, FakeFetcher

COURIER = "https://courier.example/feed.xml"
GAZETTE = "https://gazette.example/feed.xml"


@dataclass(frozen=True)
class Item:
    """One entry of a feed."""

    title: str
    body: str = "<p>Nobody knows more than this, and that is all there is to be said of it.</p>"
    guid: str = ""
    link: str = ""
    published: int | None = None


def rss(title: str, *items: Item, site: str = "https://courier.example/") -> str:
    """A feed as a site would send it; entries without a guid get one made of their title."""
    entries = []
    for item in items:
        slug = item.title.lower().replace(" ", "-")
        date = "" if item.published is None else formatdate(item.published, usegmt=True)
        entries.append(
            f"<item><title>{escape(item.title)}</title>"
            f"<guid isPermaLink='false'>{escape(item.guid or slug)}</guid>"
            f"<link>{escape(item.link or site + slug)}</link>"
            + (f"<pubDate>{date}</pubDate>" if date else "")
            + f"<description>{escape(item.body)}</description></item>"
        )
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>"
        f"<title>{escape(title)}</title><link>{site}</link>{''.join(entries)}</channel></rss>"
    )


class InThisProcess:
    """Answers digestion's jobs without a process of its own."""

    def ask(self, head: bytes, body: bytes) -> bytes:
        """Do a job; raises `LoadError` for a feed that is none."""
        from reader.newsroom.digest_worker import answer

        return answer(head, body)

    def close(self) -> None:
        """Nothing to end."""


@dataclass
class Edition:
    """A home on disk, a web and a clock; newsrooms are opened and closed over them."""

    home: Path
    web: FakeFetcher = field(default_factory=FakeFetcher)
    clock: FakeClock = field(default_factory=FakeClock)

    @property
    def paths(self) -> Paths:
        """Where its files lie."""
        return Paths.below(self.home)

    def open(self) -> Newsroom:
        """Open the newsroom; whoever opens it closes it."""
        return Newsroom.open(
            self.paths,
            clock=self.clock,
            fetcher=self.web,
            jitter=lambda: 0.0,
            asker=InThisProcess(),
        )

    def refresh(self, newsroom: Newsroom) -> None:
        """Look at every feed, whether it is due or not, and wait for all that follows."""
        newsroom.refreshing.start(force=True)
        newsroom.refreshing.wait()
        if not newsroom.idle():
            raise TimeoutError("the newsroom is still at work")
