"""What a person has read: marks, positions, visits, and what the window keeps."""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from reader.model.change import Act, Change
from reader.model.story import Position
from reader.settings.library.journal import Part, Undo, enter
from reader.store.database import numbers

SEEN = "seen"
"""State: when a person was last here, Unix seconds."""
NEW_SINCE = "new_since"
"""State: what was first seen from then on is new, Unix seconds. The cache reads it too."""


class Marks(Part):
    """The part of the library that knows what was read."""

    def mark_read(
        self, stories: Iterable[int], read: bool = True, *, undoable: bool = True
    ) -> Change:
        """Mark stories; the change names those that were not so marked before. Writer."""
        with self._database.immediate() as connection:
            rows = connection.execute(
                "UPDATE stories SET read = ? WHERE read <> ? AND id IN carray(?) RETURNING id",
                (int(read), int(read), numbers(stories)),
            )
            change = Change(Act.READ if read else Act.UNREAD, tuple(sorted(row[0] for row in rows)))
            if change.stories and undoable:
                enter(connection, self._clock.now(), change.act, stories=change.stories)
        return change

    def keep_position(
        self, story: int, position: Position, progress: float, finished: bool
    ) -> None:
        """Remember where reading stopped; `progress` from 0 to 1. Writer."""
        with self._database.immediate() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?, ?)",
                (story, position.block, position.offset, progress, int(finished)),
            )

    def position(self, story: int) -> Position | None:
        """Where reading stopped; None if it never began. Any thread."""
        rows = self._database.read(
            'SELECT block, "offset" FROM positions WHERE story = ?', (story,)
        )
        return Position(*rows[0]) if rows else None

    def keep_state(self, key: str, value: str) -> None:
        """Remember something about the window under a name. Writer."""
        with self._database.immediate() as connection:
            _set(connection, key, value)

    def state(self, key: str) -> str:
        """What was kept under that name; empty if nothing. Any thread."""
        return str(self._database.value("SELECT value FROM state WHERE key = ?", (key,)) or "")

    def begin_visit(self) -> None:
        """A person sits down: what came since they were last here is new; at first, all. Writer."""
        now = str(self._clock.now())
        with self._database.immediate() as connection:
            _set(connection, NEW_SINCE, self.state(SEEN) or "0")
            _set(connection, SEEN, now)

    def end_visit(self) -> None:
        """The person went away: what arrives from now on is new next time. Writer."""
        self.keep_state(SEEN, str(self._clock.now()))

    def _undoers(self) -> dict[Act, Undo]:
        return {**super()._undoers(), Act.READ: _unmark, Act.UNREAD: _unmark}


def _unmark(
    connection: apsw.Connection, step: int, stories: tuple[int, ...], payload: list[object]
) -> None:
    """Turn the marks of a step round: it lists only stories whose mark it turned."""
    connection.execute(
        "UPDATE stories SET read = 1 - read WHERE id IN carray(?)",
        (numbers(stories),),
    )


def _set(connection: apsw.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))
