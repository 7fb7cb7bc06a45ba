"""The index of words and that of quotes: filling them, and the words that are in them."""

from __future__ import annotations

import re
from typing import Any

from reader.cache.fingerprints import keep_fingerprints
from reader.cache.index_words import indexed
from reader.cache.spelling import slips_between
from reader.model.article import Article
from reader.store.database import Database, numbers
from reader.store.packing import unpack

STORIES_AT_ONCE = 200
"""Stories that are indexed in one transaction; a good tenth of a second."""


class SearchIndex:
    """The full-text index of stories and the index of fingerprints of their quotes."""

    def __init__(self, database: Database) -> None:
        """`database`: the open ``articles.db``."""
        self._database = database

    def fill(self, limit: int = STORIES_AT_ONCE) -> int:
        """Put waiting stories into both indexes, the newest first. Writer.

        Returns how many still wait.
        """
        with self._database.immediate() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                "SELECT s.id, t.article FROM stories s JOIN texts t ON t.story = s.id"
                " WHERE s.indexed = 0 ORDER BY s.published DESC, s.id DESC LIMIT ?",
                (limit,),
            ).fetchall()
            articles = [(story, unpack(packed)) for story, packed in rows]
            connection.executemany(
                "INSERT OR REPLACE INTO search (rowid, title, speakers, quoted, lead, words)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(story, *_columns(article)) for story, article in articles],
            )
            for story, article in articles:
                keep_fingerprints(connection, story, [quote.text for quote in article.quotes])
            connection.execute(
                "UPDATE stories SET indexed = 1 WHERE id IN carray(?)",
                (numbers(story for story, _ in rows),),
            )
            return int(
                connection.execute("SELECT count(*) FROM stories WHERE indexed = 0").get or 0
            )

    def is_behind(self) -> bool:
        """Whether there are stories that no search finds yet. Any thread."""
        sql = "SELECT EXISTS (SELECT 1 FROM stories WHERE indexed = 0)"
        return bool(self._database.value(sql))

    def closest_word(self, word: str) -> tuple[str, int] | None:
        """Return the indexed word nearest to an unknown one, and how many stories have it.

        None where there is none within two slips of the keyboard. Any thread.
        """
        typed = indexed(word).strip()
        if not re.fullmatch(r"\w{3,40}", typed):
            return None
        rows = self._database.read(
            "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ?",
            (typed[0], typed[0] + "\U0010ffff"),
        )
        most = 1 if len(typed) < 5 else 2
        near = [
            (slips, -stories, term)
            for term, stories in rows
            if term != typed and (slips := slips_between(typed, term, most)) <= most
        ]
        if not near:
            return None
        _, stories, term = min(near)
        return term, -stories


def _columns(article: Article) -> tuple[str, ...]:
    """The columns of the index; what is quoted stands in the text once more."""
    first, *rest = [block.text for block in article.blocks if block.text] or [""]
    return (
        indexed(article.title),
        indexed("\n".join({quote.speaker: None for quote in article.quotes})),
        indexed("\n".join(quote.text for quote in article.quotes)),
        indexed("\n".join((article.byline, article.standfirst, first))),
        indexed("\n".join(rest)),
    )
