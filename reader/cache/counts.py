"""How many stories there are: unread, of today, saved, new; and how many have each tag."""

from __future__ import annotations

from dataclasses import dataclass

from reader.cache.feeds import Feeds
from reader.cache.selection import visible
from reader.model.sources import Tag
from reader.store.database import Database


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """How many stories there are."""

    unread: int
    today: int
    """Unread and published since the moment that was asked for."""
    saved: int
    quotes: int
    """Quotes in the stories published since then."""
    new: int
    """Unread and arrived since the last visit."""


class Counts:
    """Counts over all stories. All of it from any thread."""

    def __init__(self, database: Database, feeds: Feeds) -> None:
        """`feeds` says which stories stand in the general lists."""
        self._database, self._feeds = database, feeds

    def since(self, moment: int) -> StoryCounts:
        """Count stories; "today" begins at `moment`, in Unix seconds."""
        return StoryCounts(
            unread=self._unread(""),
            today=self._unread("AND l.published >= ?", moment),
            saved=self._number("SELECT count(*) FROM library_saved"),
            quotes=self._number(
                "SELECT coalesce(sum(s.quotes), 0) FROM stories s"
                f" WHERE s.published >= ? AND {visible('s', self._feeds.current())}",
                moment,
            ),
            new=self._unread(
                "AND l.new"
            ),
        )

    def tags(self) -> tuple[Tag, ...]:
        """Return the tags that stories here have, with how many have each."""
        rows = self._database.read(
            "SELECT t.tag, count(*) FROM library_tags t JOIN stories s ON s.id = t.story"
            " GROUP BY t.tag ORDER BY folded(t.tag)"
        )
        return tuple(Tag(name, count) for name, count in rows)

    def _unread(self, condition: str, *values: int) -> int:
        return self._number(
            "SELECT count(*) FROM library_stories l WHERE l.unread"
            f" AND {visible('l', self._feeds.current())} {condition}",
            *values,
        )

    def _number(self, sql: str, *values: int) -> int:
        return int(self._database.value(sql, values))
