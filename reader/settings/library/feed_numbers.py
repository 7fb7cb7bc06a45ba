"""Feeds keep their numbers for ever, whatever their addresses become."""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from reader.store.database import Database


class FeedNumbers:
    """Knows feeds by every address they ever had."""

    def __init__(self, database: Database) -> None:
        """Read and write through `database`."""
        self._database = database

    def number(self, url: str) -> int:
        """The number of the feed at `url`, made if there is none; an address it had before counts.

        Writer. `url` may be any text that stands for the feed, for one without an address.
        """
        return self.numbers([url])[0]

    def numbers(self, urls: Sequence[str]) -> list[int]:
        """The numbers of many feeds, in one transaction: a thousand cost what one costs. Writer."""
        with self._database.immediate() as connection:
            return [_number(connection, url) for url in urls]

    def moved(self, feed: int, url: str) -> bool:
        """Give a feed a new address; False if another feed has it, and nothing changes. Writer."""
        with self._database.immediate() as connection:
            owner = connection.execute("SELECT feed FROM addresses WHERE address = ?", (url,)).get
            if owner not in (None, feed):
                return False
            connection.execute("UPDATE feeds SET address = ? WHERE id = ?", (url, feed))
            connection.execute("INSERT OR IGNORE INTO addresses VALUES (?, ?)", (url, feed))
            return True

    def by_address(self) -> dict[str, int]:
        """The number of every feed ever known, by its current address. Any thread."""
        rows = self._database.read("SELECT address, id FROM feeds")
        return {str(address): int(feed) for address, feed in rows}


def _number(connection: apsw.Connection, url: str) -> int:
    row = connection.execute("SELECT feed FROM addresses WHERE address = ?", (url,)).fetchone()
    if row is not None:
        return int(row[0])
    connection.execute("INSERT INTO feeds (address) VALUES (?)", (url,))
    feed = connection.last_insert_rowid()
    connection.execute("INSERT INTO addresses VALUES (?, ?)", (url, feed))
    return feed
