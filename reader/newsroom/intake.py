"""Takes in what a feed brought: identities from the library, then texts into the cache.

Runs on the writer thread, a feed at a time: one transaction in the library, then one in the cache.
Ids come first, so that a crash between the two loses nothing: the next visit finds the ids known
and the texts missing, and stores them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence

from reader.model.article import Article, Completeness
from reader.model.errors import QueryError
from reader.model.feed import Entry, FeedHealth, FullTextWish, Subscription
from reader.model.query import All, FeedIs, Query
from reader.model.story import FullText, Known, Story, Taken, TextKeys
from reader.newsroom.digestion import DigestedFeed
from reader.newsroom.entry_keys import candidates_of, text_keys
from reader.newsroom.stores import Stores

RERUN_SHARE = 0.8
"""If more than this part of a known feed looks new, its guids were made anew."""
FEWEST_FOR_RERUN = 4
"""Entries; fewer say nothing about a feed's guids."""


class Intake:
    """Stores what feeds bring."""

    def __init__(
        self,
        stores: Stores,
        *,
        mute: Callable[[], tuple[str, ...]],
        parse: Callable[[str], Query],
    ) -> None:
        """`mute` gives the general mute rules; `parse` reads them."""
        self._stores = stores
        self._mute = mute
        self._parse = parse

    def keep_health(self, feed: int, health: FeedHealth) -> None:
        """Store how a visit went that brought no stories."""
        self._stores.writer.wait(lambda: self._stores.articles.feeds.keep_health(feed, health))

    def taken(self, feed: int) -> Mapping[str, Taken]:
        """The entries, by hash, that need not be read again while they stay as they are."""
        return self._stores.articles.storing.taken(feed)

    def take(
        self,
        feed: int,
        subscription: Subscription,
        digested: DigestedFeed,
        health: FeedHealth,
        taken: Mapping[str, Taken],
    ) -> int:
        """Store a feed's stories and its health; returns how many stories are new.

        `taken`: what `taken` said when the feed was digested.
        """
        return self._stores.writer.wait(
            lambda: self._store(feed, subscription, digested, health, taken)
        )

    def _store(
        self,
        feed: int,
        subscription: Subscription,
        digested: DigestedFeed,
        health: FeedHealth,
        taken: Mapping[str, Taken],
    ) -> int:
        if self._stores.library.read_only:
            return 0
        parsed = digested.parsed
        keys = _keys(digested, taken)
        identified = self._identify(feed, parsed.entries, keys)
        title = subscription.title or parsed.title
        brought: dict[int, Story | None] = {}
        for entry, article, who in zip(parsed.entries, digested.articles, identified, strict=True):
            # Two entries that are one story: the first in the file is the newest version.
            story = _story(entry, article, who, subscription, title) if article else None
            brought.setdefault(who.story, story)
        stored = self._stores.articles.storing.store(
            feed,
            [story for story in brought.values() if story],
            health,
            title=parsed.title,
            site=parsed.link,
            lang=parsed.lang,
            unchanged=[number for number, story in brought.items() if not story],
            taken=[
                Taken(name, who.story, key)
                for name, who, key in zip(digested.hashes, identified, keys, strict=True)
            ],
        )
        self._stores.library.presence.present(list(brought))
        if subscription.updates_unread and stored.changed:
            self._stores.library.marks.read(stored.changed, False, undoable=False)
        new = set(stored.new) & {who.story for who in identified if who.new}
        self._mute_new(feed, subscription, new)
        return len(new)

    def _identify(
        self, feed: int, entries: tuple[Entry, ...], texts: Sequence[TextKeys]
    ) -> list[Known]:
        candidates = candidates_of(entries, texts)
        unknown = self._stores.library.identities.look_up(feed, candidates).count(None)
        had_stories = self._stores.articles.feeds.health(feed).entries >= FEWEST_FOR_RERUN
        if had_stories and unknown > RERUN_SHARE * len(candidates) >= FEWEST_FOR_RERUN:
            candidates = candidates_of(entries, texts, rerun=True)
        return self._stores.library.identities.identify(feed, candidates)

    def _mute_new(self, feed: int, subscription: Subscription, new: set[int]) -> None:
        for rule in (subscription.mute, *self._mute()):
            if not rule or not new:
                continue
            try:
                query = self._parse(rule)
            except QueryError:
                continue  # Checked when it was read; one that broke since mutes nothing.
            self._stores.articles.index.fill()
            muted = new & set(self._stores.articles.lists.select(All((FeedIs(feed), query))))
            if muted:
                self._stores.library.marks.read(sorted(muted), True, undoable=False)


def _keys(digested: DigestedFeed, taken: Mapping[str, Taken]) -> list[TextKeys]:
    """What the entries' words add to their keys; of unchanged entries, as it was."""
    entries = zip(digested.parsed.entries, digested.articles, digested.hashes, strict=True)
    return [
        text_keys(entry, article.text) if article else taken[name].keys
        for entry, article, name in entries
    ]


def _story(
    entry: Entry, article: Article, who: Known, subscription: Subscription, source: str
) -> Story:
    article = dataclasses.replace(article, published=entry.published or entry.updated)
    return Story(
        who.story,
        who.feed,
        article,
        who.published,
        who.first_seen,
        full_text=_wish(article, subscription),
        source=source,
    )


def _wish(article: Article, subscription: Subscription) -> FullText:
    """Whether the story's page is wanted, by the feed's setting and the look of its text."""
    if not article.link or subscription.full_text is FullTextWish.OFF:
        return FullText.NONE
    if subscription.full_text is FullTextWish.ON:
        return FullText.WANTED
    summary = article.provenance.completeness is Completeness.SUMMARY
    return FullText.WANTED if summary else FullText.NONE
