"""Lists of stories: which match a query, in which order, and what their rows show."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from reader.cache.feed_set import FeedSet
from reader.cache.feeds import Feeds
from reader.cache.ranking import best_first
from reader.cache.selection import selection_of, visible
from reader.cache.voice_names import VoiceNames
from reader.model.clock import Clock
from reader.model.errors import NotFoundError
from reader.model.query import Order, Query
from reader.model.story import FullText, Headline
from reader.store.database import Database, numbers
from reader.text.reading_time import reading_minutes
from reader.wording.catalogue import say

_HEADLINES = """
SELECT s.id, s.feed, s.source, s.title, s.link, s.published, s.stated, coalesce(l.read, 1),
    l.new, v.at,
    max(0, s.quotes - (SELECT count(*) FROM library_corrections c WHERE c.story = s.id
        AND c.speaker = '')),
    s.words, s.author, s.lang, s.full_text,
    coalesce(p.progress, 0.0), coalesce(p.finished, 0), s.gone, s.changed,
    (SELECT group_concat(tag, ' ' ORDER BY tag) FROM library_tags t WHERE t.story = s.id)
FROM stories s LEFT JOIN library_stories l ON l.id = s.id
    LEFT JOIN library_saved v ON v.story = s.id
    LEFT JOIN library_positions p ON p.story = s.id
WHERE s.id IN carray(?)
"""


class Lists:
    """Which stories there are, as a person asks for them. All of it from any thread."""

    def __init__(
        self, database: Database, clock: Clock, feeds: Feeds, names: VoiceNames
    ) -> None:
        """`feeds` and `names`: what a query means by the name of a feed and of a speaker."""
        self._database, self._clock = database, clock
        self._feeds, self._names = feeds, names

    def select(
        self, query: Query, order: Order = Order.NEWEST, limit: int = 0
    ) -> array[int]:
        """Return the stories that match, in order; no more than `limit` unless it is 0."""
        if order is Order.BEST:
            newest = self.select(query)
            best = best_first(self._database, query, newest, self._clock.now())
            return best[:limit] if limit > 0 else best
        selection = selection_of(query, order, self._feeds.current(), self._names.beginning)
        sql = f"SELECT {selection.id} AS id {selection.source} {selection.order}"
        if limit > 0:
            sql += f" LIMIT {limit}"
        # One row of all numbers: a row for each would cost four times as much.
        joined = self._database.value(f"SELECT group_concat(id) FROM ({sql})", selection.values)
        return array("q", json.loads(f"[{joined or ''}]"))

    def headlines(self, stories: Sequence[int]) -> list[Headline]:
        """Return the rows of these stories in this order; unknown ones are left out."""
        feeds = self._feeds.current()
        others = self._further_feeds(stories)
        rows = {}
        for row in self._database.read(_HEADLINES, (numbers(stories),)):
            rows[row[0]] = _headline(row, feeds, others.get(row[0], []))
        return [rows[story] for story in stories if story in rows]

    def headline(self, story: int) -> Headline:
        """Return one row; raises `NotFoundError`."""
        rows = self.headlines([story])
        if not rows:
            raise NotFoundError(say("store.no_story", number=story))
        return rows[0]

    def pages_wanted(self, limit: int) -> list[int]:
        """Return the stories whose page is wanted, the newest first."""
        shown = visible("s", self._feeds.current())
        rows = self._database.read(
            f"SELECT s.id FROM stories s WHERE s.full_text = ? AND {shown}"
            " ORDER BY s.published DESC, s.id DESC LIMIT ?",
            (FullText.WANTED.value, limit),
        )
        return [row[0] for row in rows]

    def missing_saved(self) -> list[int]:
        """Return the stories that the library keeps and that are not here."""
        rows = self._database.read(
            "SELECT story FROM library_saved WHERE story NOT IN (SELECT id FROM stories)"
        )
        return [row[0] for row in rows]

    def _further_feeds(self, stories: Sequence[int]) -> dict[int, list[int]]:
        """The feeds in which stories stand beside the one that brought them."""
        feeds: dict[int, list[int]] = {}
        for story, feed in self._database.read(
            "SELECT story, feed FROM also WHERE story IN carray(?)", (numbers(stories),)
        ):
            feeds.setdefault(story, []).append(feed)
        return feeds


def _headline(row: Sequence[Any], feeds: FeedSet, others: Iterable[int]) -> Headline:
    (story, feed, source, title, link, published, stated, read, new, saved_at, quotes, words,
     author, lang, full_text, progress, finished, gone, changed, tags) = row  # fmt: skip
    # Shown under the feed that brought it, else under one that is still subscribed to.
    places = [place for place in (feed, *others) if feeds.has(place)]
    place = places[0] if places else feed
    return Headline(
        id=story,
        feed=place,
        source=feeds.title(place) or source,
        title=title,
        link=link,
        published=published,
        stated=stated,
        unread=not read,
        new=bool(new) and not read,
        saved=saved_at is not None,
        saved_at=saved_at,
        quotes=quotes,
        words=words,
        minutes=reading_minutes(words, lang),
        author=author,
        lang=lang,
        also=max(0, len(places) - 1),
        full_text=FullText(full_text),
        progress=progress,
        finished=bool(finished),
        gone=bool(gone),
        changed=bool(changed),
        tags=tuple(tags.split()) if tags else (),
    )
