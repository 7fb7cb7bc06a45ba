"""Stories arrive: what a feed's visit brought, and saved ones that the library kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import apsw

from reader.cache.feeds import Feeds
from reader.cache.text_rows import keep_earlier, put_text
from reader.model.article import Article
from reader.model.clock import Clock
from reader.model.feed import FeedHealth, Subscription
from reader.model.story import FullText, Story, Taken, TextKeys
from reader.store.codec import to_json
from reader.store.database import Database, numbers

_NOBODYS = to_json(Subscription("")).decode()


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of storing a feed's stories, by their numbers."""

    new: tuple[int, ...]
    """Their texts were not here."""
    changed: tuple[int, ...]
    """The feed sends other words than last time."""


class Storing:
    """Takes stories in. Writes on the writer's thread."""

    def __init__(self, database: Database, clock: Clock, feeds: Feeds) -> None:
        """`feeds` hears of new rows; `clock` says when a text was replaced."""
        self._database, self._clock, self._feeds = database, clock, feeds

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
            states = _states(connection, [story.id for story in stories])
            for story in stories:
                if story.id not in states:
                    _insert(connection, story, own=story.feed == feed)
                    new.append(story.id)
                elif story.feed == feed and _update(
                    connection, story, states[story.id], self._clock.now()
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
            self._feeds.changed()
        return Stored(tuple(new), tuple(changed))

    def taken(self, feed: int) -> dict[str, Taken]:
        """Return the last file's entries whose stories are here, by their hash. Any thread."""
        rows = self._database.read(
            "SELECT hash, story, whole, opening FROM taken WHERE feed = ?", (feed,)
        )
        return {
            digest: Taken(digest, story, TextKeys(whole, opening))
            for digest, story, whole, opening in rows
        }

    def store_kept(self, stories: Sequence[Story]) -> None:
        """Store saved stories that come from the library and not from a feed's visit."""
        with self._database.immediate() as connection:
            states = _states(connection, [story.id for story in stories])
            for story in stories:
                if story.id not in states:
                    _insert(connection, story, own=False)
            connection.executemany(
                "INSERT OR IGNORE INTO feeds (id, subscription) VALUES (?, ?)",
                {(story.feed, _NOBODYS) for story in stories},
            )
        self._feeds.changed()


def digest_of(article: Article) -> int:
    """64 bits of a hash of a story's words, by which a change is noticed."""
    words = f"{article.title}\0{article.text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(words, digest_size=8).digest(), "big", signed=True)


def _states(
    connection: apsw.Connection, stories: Iterable[int]
) -> dict[int, tuple[int | None, str]]:
    """The digests of those stories that are here, and how far their pages have come."""
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
    connection: apsw.Connection, story: Story, state: tuple[int | None, str], now: int
) -> bool:
    """Take the text that the story's own feed sends now; returns whether its words changed."""
    before, full_text = state
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
    """Note which stories stand in the feed's file now."""
    rows = connection.execute("SELECT story FROM current WHERE feed = ?", (feed,))
    before = {int(str(row[0])) for row in rows}
    connection.executemany(
        "DELETE FROM current WHERE feed = ? AND story = ?",
        [(feed, story) for story in before - stories],
    )
    connection.executemany(
        "INSERT INTO current VALUES (?, ?)", [(feed, story) for story in stories - before]
    )


def _set_taken(connection: apsw.Connection, feed: int, taken: Sequence[Taken]) -> None:
    """Note the entries of the feed's file, by which the unchanged ones are known in the next."""
    connection.execute("DELETE FROM taken WHERE feed = ?", (feed,))
    # An entry whose story is not here has to be read again.
    connection.executemany(
        "INSERT OR IGNORE INTO taken SELECT ?1, ?2, id, ?4, ?5 FROM stories WHERE id = ?3",
        [
            (feed, entry.hash, entry.story, entry.keys.whole, entry.keys.shared)
            for entry in taken
        ],
    )


def _set_feed(
    connection: apsw.Connection, feed: int, health: FeedHealth, title: str, site: str, lang: str
) -> bool:
    """Store what a feed says of itself; returns whether that is new."""
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
