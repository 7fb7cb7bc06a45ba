"""Which stories have their texts in the cache: only those count as unread."""

from __future__ import annotations

from collections.abc import Iterable

from reader.store.database import Database, numbers


class Presence:
    """Notes which texts came into the cache and which left it. All methods: writer."""

    def __init__(self, database: Database) -> None:
        """Read and write through `database`."""
        self._database = database

    def absent(self, stories: Iterable[int]) -> None:
        """The texts of these left the cache: they count as unread no more. Writer."""
        with self._database.immediate() as connection:
            connection.execute(
                "UPDATE stories SET here = 0 WHERE id IN carray(?)",
                (numbers(stories),),
            )

    def present(self, stories: Iterable[int]) -> None:
        """The texts of these are in the cache again. Writer."""
        with self._database.immediate() as connection:
            connection.execute(
                "UPDATE stories SET here = 1 WHERE here = 0 AND id IN carray(?)",
                (numbers(stories),),
            )

    def cache_lost(self) -> None:
        """All texts left the cache, but for the saved ones, which are put back from here.

        Marks stay, and count again as the stories return. Writer.
        """
        with self._database.immediate() as connection:
            connection.execute(
                "UPDATE stories SET here = 0 WHERE here = 1"
                " AND id NOT IN (SELECT story FROM saved WHERE dropped IS NULL)"
            )
