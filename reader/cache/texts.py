"""The texts of stories: as they are, as they were, and what pages brought."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any

from reader.cache.text_rows import keep_earlier, put_completeness, put_text, text_hash
from reader.model.article import Article, Completeness
from reader.model.clock import Clock
from reader.model.errors import NotFoundError
from reader.model.story import FullText
from reader.store.database import Database
from reader.store.packing import pack, unpack
from reader.wording.catalogue import say

NOTED_AT_ONCE = 500
"""Texts that are unpacked in one transaction; a fiftieth of a second."""
TextState = tuple[Completeness, str]
"""How whole a text is and, in a sentence, why it is not (`Provenance.note`)."""


class Texts:
    """Stories whole, as they are read. Reads from any thread; writes on the writer's."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """`clock` says when a text was replaced."""
        self._database, self._clock = database, clock

    def article(self, story: int) -> Article:
        """Return a story whole; raises `NotFoundError`. Any thread."""
        packed = self._database.value("SELECT article FROM texts WHERE story = ?", (story,))
        if packed is None:
            raise NotFoundError(say("store.no_story_text", number=story))
        return unpack(packed)

    def completeness(self, feed: int | None = None) -> Counter[TextState]:
        """Count how whole the texts of a feed's stories are, and why not. Any thread.

        Those that another feed brought first count here too. None: those of all stories.
        """
        in_feed = (
            " AND story IN (SELECT id FROM stories WHERE feed = ?1"
            " UNION SELECT story FROM also WHERE feed = ?1)"
        )
        condition, values = ("", ()) if feed is None else (in_feed, (feed,))
        counts: Counter[TextState] = Counter()
        for state, note, count in self._database.read(
            "SELECT state, note, count(*) FROM completeness"
            f" WHERE state <> ''{condition} GROUP BY state, note ORDER BY min(story)",
            values,
        ):
            counts[Completeness(state), note] += count
        for (packed,) in self._database.read(
            "SELECT article FROM texts WHERE story IN"
            f" (SELECT story FROM completeness WHERE state = ''{condition})",
            values,
        ):
            provenance = unpack(packed).provenance
            counts[provenance.completeness, provenance.note] += 1
        return counts

    def are_unnoted(self) -> bool:
        """Whether an earlier version stored texts without their completeness. Any thread."""
        sql = "SELECT EXISTS (SELECT 1 FROM completeness WHERE state = '')"
        return bool(self._database.value(sql))

    def note_completeness(self, limit: int = NOTED_AT_ONCE) -> int:
        """Note the completeness of texts that an earlier version stored. Writer.

        Returns how many were noted; 0: all are.
        """
        with self._database.immediate() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                "SELECT c.story, t.article FROM completeness c JOIN texts t ON t.story = c.story"
                " WHERE c.state = '' LIMIT ?",
                (limit,),
            ).fetchall()
            for story, packed in rows:
                put_completeness(connection, story, unpack(packed).provenance)
        return len(rows)

    def earlier(self, story: int) -> list[tuple[int, Article]]:
        """Return earlier texts with when they were replaced, the newest first. Any thread."""
        rows = self._database.read(
            "SELECT replaced, article FROM earlier WHERE story = ? ORDER BY replaced DESC",
            (story,),
        )
        return [(replaced, unpack(packed)) for replaced, packed in rows]

    def put_article(
        self, story: int, article: Article, full_text: FullText = FullText.DONE
    ) -> None:
        """Put a page's text in place of a story's; raises `NotFoundError`. Writer.

        A second page whose words differ from the first is a change: the first is kept.
        """
        with self._database.immediate() as connection:
            row = connection.execute(
                "SELECT hash, article FROM texts WHERE story = ?", (story,)
            ).fetchone()
            if row is None:
                raise NotFoundError(say("store.no_story_text", number=story))
            stored = unpack(row[1]).provenance
            if stored.origin is article.provenance.origin and row[0] != text_hash(article):
                keep_earlier(connection, story, self._clock.now())
            put_text(connection, story, article)
            connection.execute(
                "UPDATE stories SET full_text = ?, gone = 0 WHERE id = ?",
                (full_text.value, story),
            )

    def page_failed(self, story: int, reason: str, gone: bool) -> None:
        """Note in a story's text why there is no more of it; nothing if it left. Writer.

        `gone`: the site says that there is no such page any more.
        """
        with self._database.immediate() as connection:
            row = connection.execute(
                "SELECT article FROM texts WHERE story = ?", (story,)
            ).fetchone()
            if row is None:
                return
            article = unpack(row[0])
            failed = dataclasses.replace(
                article.provenance, completeness=Completeness.FAILED, note=reason
            )
            connection.execute(
                "UPDATE texts SET article = ? WHERE story = ?",
                (pack(dataclasses.replace(article, provenance=failed)), story),
            )
            connection.execute(
                "UPDATE stories SET full_text = ?, gone = ? WHERE id = ?",
                (FullText.FAILED.value, int(gone), story),
            )
            put_completeness(connection, story, failed)
