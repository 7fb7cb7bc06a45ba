"""Stories that another reader kept for somebody: they become saved stories, whole."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial

from reader.exchange.newsboat import Flagged
from reader.model.feed import FetchOutcome, Subscription
from reader.model.fetch import Request, Response
from reader.model.story import Story
from reader.newsroom.digestion import DigestedFeed, Digestion
from reader.newsroom.entry_keys import candidates_of, text_keys
from reader.newsroom.stores import Stores


def save_flagged(
    flagged: Iterable[Flagged], digestion: Digestion, stores: Stores
) -> tuple[int, ...]:
    """Save the stories; returns the ids of those that were not saved yet."""
    by_feed: dict[str, list[Flagged]] = {}
    for story in flagged:
        by_feed.setdefault(story.feed_url, []).append(story)
    saved: list[int] = []
    for url, stories in by_feed.items():
        request = Request(url)
        response = Response(request, FetchOutcome.OK, url=url, body=_as_feed(stories))
        _, digested = digestion.feed(Subscription(url), response)
        if digested is not None:
            saved += stores.writer.wait(partial(_save, url, digested, stores))
    return tuple(saved)


def _as_feed(stories: list[Flagged]) -> bytes:
    """The stories as a JSON Feed: they are as hostile as any, and are read where feeds are."""
    items = [
        {
            "id": entry.guid or entry.link,
            "url": entry.link,
            "title": entry.title,
            "content_html": entry.content_html,
            "authors": [{"name": entry.author}],
            "date_published": _date(entry.published),
        }
        for entry in (story.entry for story in stories)
    ]
    title = next((story.feed_title for story in stories if story.feed_title), "")
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": title, "items": items}).encode()


def _date(moment: int | None) -> str:
    try:
        return "" if moment is None else datetime.fromtimestamp(moment, UTC).isoformat()
    except (OverflowError, ValueError, OSError):
        return ""


def _save(url: str, digested: DigestedFeed, stores: Stores) -> tuple[int, ...]:
    library, articles = stores.library, stores.articles
    entries, feed = digested.parsed.entries, library.feeds.number(url)
    texts = [article for article in digested.articles if article is not None]
    keys = [text_keys(*pair) for pair in zip(entries, (t.text for t in texts), strict=True)]
    identified = library.identities.identify(feed, candidates_of(entries, keys))
    change = library.saved.add(
        [
            Story(
                who.story,
                who.feed,
                dataclasses.replace(article, published=entry.published),
                who.published,
                who.first_seen,
                source=digested.parsed.title,
            )
            for entry, article, who in zip(entries, texts, identified, strict=True)
        ]
    )
    articles.storing.store_kept(library.saved.stories(articles.lists.missing_saved()))
    return change.stories
