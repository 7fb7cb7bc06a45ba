"""Short texts under names: what the window keeps, when all was last refreshed, the last visit."""

from __future__ import annotations

from reader.store.database import Database


class State:
    """A table of names and texts."""

    def __init__(self, database: Database) -> None:
        """Read and write through `database`."""
        self._database = database

    def keep(self, key: str, value: str) -> None:
        """Remember a text under a name. Writer."""
        with self._database.immediate() as connection:
            connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))

    def get(self, key: str) -> str:
        """What was kept under that name; empty if nothing. Any thread."""
        return str(self._database.value("SELECT value FROM state WHERE key = ?", (key,)) or "")
