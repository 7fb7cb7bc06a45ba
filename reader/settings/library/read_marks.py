"""Which stories a person has read."""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from reader.model.change import Act, Change
from reader.model.clock import Clock
from reader.settings.library.journal import Undo, enter
from reader.store.database import Database, numbers


class ReadMarks:
    """Marks stories read and unread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Read and write through `database`; `clock` says when."""
        self._database = database
        self._clock = clock

    def read(
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


def _unmark(
    connection: apsw.Connection, step: int, stories: tuple[int, ...], payload: list[object]
) -> None:
    """Turn the marks of a step round: it lists only stories whose mark it turned."""
    connection.execute(
        "UPDATE stories SET read = 1 - read WHERE id IN carray(?)",
        (numbers(stories),),
    )


UNDO: dict[Act, Undo] = {Act.READ: _unmark, Act.UNREAD: _unmark}
