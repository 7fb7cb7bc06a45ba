"""Stories arrive, from feeds and from the library's saved ones, and leave when they are old."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import apsw

from reader.cache.fingerprints import drop_prints
from reader.cache.subscribed import Part
from reader.cache.texts import keep_earlier, put_text
from reader.model.article import Article
from reader.model.feed import FeedHealth, Subscription
from reader.model.story import FullText, Story, Taken, TextKeys
from reader.store.codec import to_json
from reader.store.database import numbers

_NOBODYS = to_json(Subscription("")).decode()


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of storing a feed's stories, by their numbers."""

    new: tuple[int, ...]
    """Their texts were not here."""
    changed: tuple[int, ...]
    """The feed sends other words than last time."""


class Storing(Part):
    """The part of the cache that takes stories in and lets them go. All of it for the writer."""

    def store(
        self,
        feed: int,
        stories: Sequence[Story],
        health: FeedHealth,
        *,
        title: str = "",
        site: str = "",
        lang: str = "",
        unchanged: Sequence[int] = (),
        taken: Sequence[Taken] = (),
    ) -> Stored:
        """Store what a visit brought, in one transaction with the feed's validators.

        `stories` and those `unchanged` are all that stand in the feed's file now, `taken` its
        entries. A story that another feed brought first (`Story.feed`) becomes one of this feed
        too, and keeps that feed's text.
        """
        new, changed = [], []
        with self._database.immediate() as connection:
            known = _known(connection, [story.id for story in stories])
            for story in stories:
                if story.id not in known:
                    _insert(connection, story, own=story.feed == feed)
                    new.append(story.id)
                elif story.feed == feed and _update(
                    connection, story, known[story.id], self._clock.now()
                ):
                    changed.append(story.id)
            connection.executemany(
                "INSERT OR IGNORE INTO also VALUES (?, ?)",
                [(feed, story.id) for story in stories if story.feed != feed],
            )
            _set_current(connection, feed, {*unchanged, *(story.id for story in stories)})
            _set_taken(connection, feed, taken)
            renamed = _set_feed(connection, feed, health, title, site, lang)
        if renamed:
            self._feeds_changed()
        return Stored(tuple(new), tuple(changed))

    def taken(self, feed: int) -> dict[str, Taken]:
        """The entries of the feed's last file whose stories are here, by their hashes."""
        rows = self._database.read(
            "SELECT hash, story, whole, opening FROM taken WHERE feed = ?", (feed,)
        )
        return {
            name: Taken(name, story, TextKeys(whole, opening))
            for name, story, whole, opening in rows
        }

    def store_kept(self, stories: Sequence[Story]) -> None:
        """Store saved stories that come from the library and not from a feed's visit."""
        with self._database.immediate() as connection:
            known = _known(connection, [story.id for story in stories])
            for story in stories:
                if story.id not in known:
                    _insert(connection, story, own=False)
            connection.executemany(
                "INSERT OR IGNORE INTO feeds (id, subscription) VALUES (?, ?)",
                {(story.feed, _NOBODYS) for story in stories},
            )
        self._feeds_changed()

    def prune(self, before: int, keep: Mapping[int, int] | None = None) -> array[int]:
        """Let go of stories published before a moment; returns what `Library.absent` is told.

        `keep`: moments of single feeds. Saved and tagged stories stay, and so do those that still
        stand in the last file of a feed: they would come again at once.
        """
        moments = keep or {}
        old = self._database.read(
            "SELECT s.id, s.feed, s.published FROM stories s WHERE s.published < ?"
            " AND s.id NOT IN (SELECT story FROM lib.saved WHERE dropped IS NULL)"
            " AND s.id NOT IN (SELECT story FROM lib.tags)"
            " AND s.id NOT IN (SELECT c.story FROM current c JOIN feeds f ON f.id = c.feed"
            " WHERE f.place IS NOT NULL)",
            (max([before, *moments.values()]),),
        )
        gone = array("q", (row[0] for row in old if row[2] < moments.get(row[1], before)))
        # Those that the library takes for present after a crash between its commit and ours.
        strays = self._database.read(
            "SELECT l.id FROM lib.stories l WHERE l.read = 0 AND l.here = 1"
            " AND NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = l.id)"
        )
        with self._database.immediate() as connection:
            drop_prints(connection, gone)
            for table, column in _HELD:
                connection.execute(
                    f"DELETE FROM {table} WHERE {column} IN carray(?)", (numbers(gone),)
                )
        return array("q", [*gone, *(row[0] for row in strays)])


_HELD = (
    ("search", "rowid"),
    ("quotes", "story"),
    ("texts", "story"),
    ("earlier", "story"),
    ("also", "story"),
    ("current", "story"),
    ("taken", "story"),
    ("stories", "id"),
)
"""Everything that is held of a story, but for the fingerprints: table and column."""


def digest_of(article: Article) -> int:
    """64 bits of a hash of a story's words, by which a change is noticed."""
    words = f"{article.title}\0{article.text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(words, digest_size=8).digest(), "big", signed=True)


def _known(
    connection: apsw.Connection, stories: Iterable[int]
) -> dict[int, tuple[int | None, str]]:
    """Of the stories that are here: the digest and how far their page has come."""
    rows = connection.execute(
        "SELECT id, digest, full_text FROM stories WHERE id IN carray(?)", (numbers(stories),)
    )
    return {story: (digest, full_text) for story, digest, full_text in rows}


def _insert(connection: apsw.Connection, story: Story, *, own: bool) -> None:
    """Add a story; `own`: the text is what the story's own feed sent."""
    connection.execute(
        "INSERT INTO stories (id, feed, published, first_seen, stated, title, link, author, lang,"
        " source, words, quotes, full_text, digest)"
        " VALUES (?, ?, ?, ?, ?, '', '', '', '', ?, 0, 0, ?, ?)",
        (
            story.id,
            story.feed,
            story.published,
            story.first_seen,
            story.article.published,
            story.source,
            story.full_text.value,
            digest_of(story.article) if own else None,
        ),
    )
    put_text(connection, story.id, story.article)


def _update(
    connection: apsw.Connection, story: Story, known: tuple[int | None, str], now: int
) -> bool:
    """Take the text that the story's own feed sends now; whether its words changed."""
    before, full_text = known
    digest = digest_of(story.article)
    if digest == before:
        return False
    connection.execute(
        "UPDATE stories SET digest = ?, stated = ? WHERE id = ?",
        (digest, story.article.published, story.id),
    )
    has_page = full_text == FullText.DONE.value
    if has_page and before is not None and story.full_text is not FullText.NONE:
        # The page has the text; what is there now stays until the page was fetched again.
        connection.execute(
            "UPDATE stories SET full_text = ?, title = ?, changed = 1 WHERE id = ?",
            (story.full_text.value, story.article.title, story.id),
        )
    elif not has_page:
        if before is not None:
            keep_earlier(connection, story.id, now)
        put_text(connection, story.id, story.article)
        connection.execute(
            "UPDATE stories SET full_text = ? WHERE id = ?", (story.full_text.value, story.id)
        )
    return before is not None


def _set_current(connection: apsw.Connection, feed: int, stories: set[int]) -> None:
    rows = connection.execute("SELECT story FROM current WHERE feed = ?", (feed,))
    known = {int(str(row[0])) for row in rows}
    connection.executemany(
        "DELETE FROM current WHERE feed = ? AND story = ?",
        [(feed, story) for story in known - stories],
    )
    connection.executemany(
        "INSERT INTO current VALUES (?, ?)", [(feed, story) for story in stories - known]
    )


def _set_taken(connection: apsw.Connection, feed: int, taken: Sequence[Taken]) -> None:
    connection.execute("DELETE FROM taken WHERE feed = ?", (feed,))
    # An entry whose story is not here has to be read again.
    connection.executemany(
        "INSERT OR IGNORE INTO taken SELECT ?1, ?2, id, ?4, ?5 FROM stories WHERE id = ?3",
        [(feed, one.hash, one.story, one.keys.whole, one.keys.shared) for one in taken],
    )


def _set_feed(
    connection: apsw.Connection, feed: int, health: FeedHealth, title: str, site: str, lang: str
) -> bool:
    """Store what a feed says of itself; whether it says something else than before."""
    row = connection.execute(
        "SELECT title, site, lang FROM feeds WHERE id = ?", (feed,)
    ).fetchone()
    connection.execute(
        "INSERT INTO feeds (id, subscription, title, site, lang, health) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET title = excluded.title, site = excluded.site,"
        " lang = excluded.lang, health = excluded.health",
        (feed, _NOBODYS, title, site, lang, to_json(health).decode()),
    )
    return row != (title, site, lang)
