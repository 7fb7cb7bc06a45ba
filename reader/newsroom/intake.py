"""Takes in what a feed brought: identities from the library, then texts into the cache.

Runs on the writer thread, a feed at a time: one transaction in the library, then one in the cache.
Ids come first, so that a crash between the two loses nothing: the next visit finds the ids known
and the texts missing, and stores them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from reader.cache.articles import Articles
from reader.model.article import Article, Completeness
from reader.model.errors import QueryError
from reader.model.feed import Entry, FeedHealth, FullTextWish, Subscription
from reader.model.query import All, FeedIs, Query
from reader.model.story import FullText, Known, Story
from reader.newsroom.digestion import DigestedFeed
from reader.newsroom.identity import candidates_of
from reader.newsroom.writer import Writer
from reader.settings.library import Library

RERUN_SHARE = 0.8
"""If more than this part of a known feed looks new, its guids were made anew."""
FEWEST_FOR_RERUN = 4
"""Entries; fewer say nothing about a feed's guids."""


class Intake:
    """Stores what feeds bring."""

    def __init__(
        self,
        library: Library,
        articles: Articles,
        writer: Writer,
        *,
        mute: Callable[[], tuple[str, ...]],
        parse: Callable[[str], Query],
    ) -> None:
        """`mute` gives the general mute rules; `parse` reads them."""
        self._library = library
        self._articles = articles
        self._writer = writer
        self._mute = mute
        self._parse = parse

    def keep_health(self, feed: int, health: FeedHealth) -> None:
        """Store how a visit went that brought no stories."""
        self._writer.wait(lambda: self._articles.keep_health(feed, health))

    def take(
        self, feed: int, subscription: Subscription, digested: DigestedFeed, health: FeedHealth
    ) -> int:
        """Store a feed's stories and its health; returns how many stories are new."""
        return self._writer.wait(lambda: self._store(feed, subscription, digested, health))

    def _store(
        self, feed: int, subscription: Subscription, digested: DigestedFeed, health: FeedHealth
    ) -> int:
        if self._library.read_only:
            return 0
        parsed = digested.parsed
        known = self._identify(feed, parsed.entries, digested.articles)
        title = subscription.title or parsed.title
        stories: dict[int, Story] = {}
        for entry, article, who in zip(parsed.entries, digested.articles, known, strict=True):
            # Two entries that are one story: the first in the file is the newest version.
            stories.setdefault(who.story, _story(entry, article, who, subscription, title))
        stored = self._articles.store(
            feed,
            list(stories.values()),
            health,
            title=parsed.title,
            site=parsed.link,
            lang=parsed.lang,
        )
        self._library.present(list(stories))
        if subscription.updates_unread and stored.changed:
            self._library.mark_read(stored.changed, False, undoable=False)
        new = set(stored.new) & {who.story for who in known if who.new}
        self._mute_new(feed, subscription, new)
        return len(new)

    def _identify(
        self, feed: int, entries: tuple[Entry, ...], articles: tuple[Article, ...]
    ) -> list[Known]:
        texts = [article.text for article in articles]
        candidates = candidates_of(entries, texts)
        unknown = self._library.look_up(feed, candidates).count(None)
        had_stories = self._articles.health(feed).entries >= FEWEST_FOR_RERUN
        if had_stories and unknown > RERUN_SHARE * len(candidates) >= FEWEST_FOR_RERUN:
            candidates = candidates_of(entries, texts, rerun=True)
        return self._library.identify(feed, candidates)

    def _mute_new(self, feed: int, subscription: Subscription, new: set[int]) -> None:
        for rule in (subscription.mute, *self._mute()):
            if not rule or not new:
                continue
            try:
                query = self._parse(rule)
            except QueryError:
                continue  # Checked when it was read; one that broke since mutes nothing.
            self._articles.index()
            muted = new & set(self._articles.select(All((FeedIs(feed), query))))
            if muted:
                self._library.mark_read(sorted(muted), True, undoable=False)


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
