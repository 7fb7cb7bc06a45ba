"""Puts the sidebar together: folders and feeds in the order of ``feeds.toml``, views, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reader.cache.articles import Articles
from reader.model.errors import QueryError
from reader.model.feed import Feed, Subscription
from reader.model.query import All, Is, Query, Said, State
from reader.model.sources import Folder, Sources, View

DAY = 86400
"""Seconds; what "today" means, whatever the hour."""


def folders_of(
    subscriptions: Mapping[int, Subscription], feeds: Iterable[Feed]
) -> tuple[Folder, ...]:
    """Group feeds by folder, in the order in which folders first appear; hidden feeds are left out.

    `subscriptions` maps feed ids in the order of ``feeds.toml``.
    """
    feed_of_id = {feed.id: feed for feed in feeds}
    grouped: dict[str, list[Feed]] = {}
    for feed_id, subscription in subscriptions.items():
        if feed_id in feed_of_id and not subscription.hidden:
            grouped.setdefault(subscription.folder, []).append(feed_of_id[feed_id])
    return tuple(
        Folder(name, sum(feed.unread for feed in members), tuple(members))
        for name, members in grouped.items()
    )


def sources_of(
    subscriptions: Mapping[int, Subscription],
    articles: Articles,
    views: Mapping[str, str],
    parse: Callable[[str], Query],
    *,
    now: int,
    updated: str,
) -> Sources:
    """Put together what the sidebar shows; `updated` is the stored time of the last refresh."""
    counts, feeds = articles.counts.since(now - DAY), articles.feeds.subscribed()
    hidden = {number for number, subscription in subscriptions.items() if subscription.hidden}
    return Sources(
        today=counts.today,
        unread=counts.unread,
        saved=counts.saved,
        quotes=counts.quotes,
        new=counts.new,
        folders=folders_of(subscriptions, feeds),
        views=tuple(_view(name, query, articles, parse) for name, query in views.items()),
        updated=int(updated) if updated.isdigit() else None,
        hidden=tuple(feed for feed in feeds if feed.id in hidden),
        tags=articles.counts.tags(),
    )


def _view(name: str, query: str, articles: Articles, parse: Callable[[str], Query]) -> View:
    """A saved view with its unread count; a query that cannot be read counts nothing."""
    try:
        asked = parse(query)
    except QueryError:
        return View(name, query, 0)
    unread = len(articles.lists.select(All((asked, Is(State.UNREAD)))))
    return View(name, query, unread, asked.name if isinstance(asked, Said) else "")
