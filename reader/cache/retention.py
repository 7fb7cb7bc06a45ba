"""How long stories stay: which ones leave when they are old."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from reader.cache.fingerprints import drop_fingerprints
from reader.store.database import Database, numbers

_TABLES = (
    ("search", "rowid"),
    ("quotes", "story"),
    ("texts", "story"),
    ("completeness", "story"),
    ("earlier", "story"),
    ("also", "story"),
    ("current", "story"),
    ("taken", "story"),
    ("stories", "id"),
)
"""Every table with rows of a story, but for the fingerprints, and the column with its number."""


class Retention:
    """Lets stories go. All of it for the writer."""

    def __init__(self, database: Database) -> None:
        """`database`: the open ``articles.db``."""
        self._database = database

    def prune(self, before: int, keep: Mapping[int, int] | None = None) -> array[int]:
        """Let go of stories published before a moment; returns what `Library.absent` is told.

        `keep`: moments of single feeds. Saved and tagged stories stay, and so do those that still
        stand in the last file of a feed: they would come again at once.
        """
        moments = keep or {}
        old = self._database.read(
            "SELECT s.id, s.feed, s.published FROM stories s WHERE s.published < ?"
            " AND s.id NOT IN (SELECT story FROM library_saved)"
            " AND s.id NOT IN (SELECT story FROM library_tags)"
            " AND s.id NOT IN (SELECT c.story FROM current c JOIN feeds f ON f.id = c.feed"
            " WHERE f.place IS NOT NULL)",
            (max([before, *moments.values()]),),
        )
        gone = array("q", (row[0] for row in old if row[2] < moments.get(row[1], before)))
        # Those that the library takes for present after a crash between its commit and ours.
        strays = self._database.read(
            "SELECT l.id FROM library_stories l WHERE l.unread"
            " AND NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = l.id)"
        )
        with self._database.immediate() as connection:
            drop_fingerprints(connection, gone)
            for table, column in _TABLES:
                connection.execute(
                    f"DELETE FROM {table} WHERE {column} IN carray(?)", (numbers(gone),)
                )
        return array("q", [*gone, *(row[0] for row in strays)])
