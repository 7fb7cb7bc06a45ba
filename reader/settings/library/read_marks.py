"""Which stories a person has read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

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


def _put_back(
    was_read: bool,
    connection: apsw.Connection,
    step: int,
    stories: tuple[int, ...],
    payload: list[object],
) -> None:
    """Give the stories of a step the mark they had before: a step lists none that had another."""
    connection.execute(
        "UPDATE stories SET read = ? WHERE id IN carray(?)", (int(was_read), numbers(stories))
    )


UNDO: dict[Act, Undo] = {Act.READ: partial(_put_back, False), Act.UNREAD: partial(_put_back, True)}
