"""Lists of stories: which match a query, what their rows show, how many there are."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.cache.ranking import Ranking
from reader.cache.selection import selection_of, visible
from reader.cache.subscribed import FeedSet
from reader.model.errors import NotFoundError
from reader.model.query import Order, Query
from reader.model.sources import Tag
from reader.model.story import FullText, Headline
from reader.store.database import numbers
from reader.text.reading_time import reading_minutes
from reader.wording.catalogue import say


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stories there are."""

    unread: int
    today: int
    """Unread and published since the moment that was asked for."""
    saved: int
    quotes: int
    """Quotes in the stories published since then."""
    new: int
    """Unread and arrived since the last visit."""


_HEADLINES = """
SELECT s.id, s.feed, s.source, s.title, s.link, s.published, s.stated, coalesce(l.read, 1),
    l.first_seen >= coalesce((SELECT CAST(value AS INTEGER) FROM lib.state
        WHERE key = 'new_since'), 0),
    (SELECT v.at FROM lib.saved v WHERE v.story = s.id AND v.dropped IS NULL),
    max(0, s.quotes - (SELECT count(*) FROM lib.corrections c WHERE c.story = s.id
        AND c.speaker = '')),
    s.words, s.author, s.lang, s.full_text,
    coalesce(p.progress, 0.0), coalesce(p.finished, 0), s.gone, s.changed,
    (SELECT group_concat(tag, ' ' ORDER BY tag) FROM lib.tags t WHERE t.story = s.id)
FROM stories s LEFT JOIN lib.stories l ON l.id = s.id LEFT JOIN lib.positions p ON p.story = s.id
WHERE s.id IN carray(?)
"""


class Lists(Ranking):
    """The part of the cache that lists stories. All of it from any thread."""

    def select(
        self, query: Query, order: Order = Order.NEWEST, limit: int = 0
    ) -> array[int]:
        """Return the stories that match, in order; no more than `limit` unless it is 0."""
        if order is Order.BEST:
            best = self.best_first(query, self.select(query))
            return best[:limit] if limit > 0 else best
        found = selection_of(query, order, self._feed_set(), self._voices_named)
        sql = f"SELECT {found.id} AS id {found.source} {found.order}"
        if limit > 0:
            sql += f" LIMIT {limit}"
        # One row of all numbers: a row for each would cost four times as much.
        joined = self._database.value(f"SELECT group_concat(id) FROM ({sql})", found.values)
        return array("q", json.loads(f"[{joined or ''}]"))

    def headlines(self, stories: Sequence[int]) -> list[Headline]:
        """Return the rows of these stories in this order; unknown ones are left out."""
        feeds = self._feed_set()
        others = self._others(stories)
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

    def counts(self, since: int) -> Counts:
        """Count stories; `since` in Unix seconds."""
        return Counts(
            unread=self._unread(""),
            today=self._unread("AND l.published >= ?", since),
            saved=self._number("SELECT count(*) FROM lib.saved WHERE dropped IS NULL"),
            quotes=self._number(
                "SELECT coalesce(sum(s.quotes), 0) FROM stories s"
                f" WHERE s.published >= ? AND {visible('s', self._feed_set())}",
                since,
            ),
            new=self._unread(
                "AND l.first_seen >= coalesce((SELECT CAST(value AS INTEGER) FROM lib.state"
                " WHERE key = 'new_since'), 0)"
            ),
        )

    def tags(self) -> tuple[Tag, ...]:
        """Return the tags that stories here have, with how many have each."""
        rows = self._database.read(
            "SELECT t.tag, count(*) FROM lib.tags t JOIN stories s ON s.id = t.story"
            " GROUP BY t.tag ORDER BY folded(t.tag)"
        )
        return tuple(Tag(name, count) for name, count in rows)

    def wanted(self, limit: int) -> list[int]:
        """Return the stories whose page is wanted, the newest first."""
        rows = self._database.read(
            f"SELECT s.id FROM stories s WHERE s.full_text = ? AND {visible('s', self._feed_set())}"
            " ORDER BY s.published DESC, s.id DESC LIMIT ?",
            (FullText.WANTED.value, limit),
        )
        return [row[0] for row in rows]

    def missing_saved(self) -> list[int]:
        """Return the stories that the library keeps and that are not here."""
        rows = self._database.read(
            "SELECT story FROM lib.saved WHERE dropped IS NULL"
            " AND story NOT IN (SELECT id FROM stories)"
        )
        return [row[0] for row in rows]

    def _count(self) -> tuple[dict[int, int], dict[int, int]]:
        """Unread and all stories by feed, those included that another feed brought first."""
        unread, stories = (
            _sums(self._database.read(sql))
            for sql in (
                "SELECT feed, count(*) FROM lib.stories l WHERE read = 0 AND here = 1"
                " GROUP BY feed UNION ALL SELECT a.feed, count(*) FROM also a"
                " JOIN lib.stories l ON l.id = a.story WHERE l.read = 0 AND l.here = 1"
                " GROUP BY a.feed",
                "SELECT feed, count(*) FROM stories GROUP BY feed"
                " UNION ALL SELECT feed, count(*) FROM also GROUP BY feed",
            )
        )
        return unread, stories

    def _unread(self, condition: str, *values: int) -> int:
        return self._number(
            "SELECT count(*) FROM lib.stories l WHERE l.read = 0 AND l.here = 1"
            f" AND {visible('l', self._feed_set())} {condition}",
            *values,
        )

    def _number(self, sql: str, *values: int) -> int:
        return int(self._database.value(sql, values))

    def _others(self, stories: Sequence[int]) -> dict[int, list[int]]:
        """The further feeds in which stories stand."""
        others: dict[int, list[int]] = {}
        for story, feed in self._database.read(
            "SELECT story, feed FROM also WHERE story IN carray(?)", (numbers(stories),)
        ):
            others.setdefault(story, []).append(feed)
        return others

    def _voices_named(self, name: str) -> list[str]:
        """The keys of the voices of a name."""
        raise NotImplementedError


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


def _sums(rows: Iterable[Sequence[Any]]) -> dict[int, int]:
    sums: dict[int, int] = {}
    for feed, count in rows:
        sums[feed] = sums.get(feed, 0) + count
    return sums
