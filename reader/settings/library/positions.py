"""Where a person stopped reading a story."""

from __future__ import annotations

from reader.model.story import Position
from reader.store.database import Database


class Positions:
    """One place a story."""

    def __init__(self, database: Database) -> None:
        """Read and write through `database`."""
        self._database = database

    def keep(
        self, story: int, position: Position, progress: float, finished: bool
    ) -> None:
        """Remember where reading stopped; `progress` from 0 to 1. Writer."""
        with self._database.immediate() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?, ?)",
                (story, position.block, position.offset, progress, int(finished)),
            )

    def of(self, story: int) -> Position | None:
        """Where reading stopped; None if it never began. Any thread."""
        rows = self._database.read(
            'SELECT block, "offset" FROM positions WHERE story = ?', (story,)
        )
        return Position(*rows[0]) if rows else None
