"""Tags: words by which a person files stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import apsw

from reader.model.change import Act, Change
from reader.model.clock import Clock
from reader.settings.library.journal import Undo, enter
from reader.store.database import Database
from reader.text.normal import fold
from reader.text.tags import written


class Tags:
    """Knows which stories have which tags."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Read and write through `database`; `clock` says when."""
        self._database = database
        self._clock = clock

    def change(
        self, stories: Sequence[int], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> Change:
        """Give tags to stories and take others from them, as one step. Writer.

        Tags are the same whatever their case and accents; the first spelling stays. The change's
        subject are the tags that the first of the stories has now, as they are written.
        """
        done: list[tuple[int, str, int]] = []
        with self._database.immediate() as connection:
            rows = connection.execute("SELECT DISTINCT tag FROM tags")
            spellings = {fold(tag): tag for tag in (str(row[0]) for row in rows)}
            for on, tags in ((0, remove), (1, add)):
                for tag in tags:
                    tag = spellings.setdefault(fold(tag), tag)
                    done += [
                        (on, tag, story) for story in stories if _set(connection, on, tag, story)
                    ]
            rows = connection.execute(
                "SELECT tag FROM tags WHERE story = ? ORDER BY tag", (stories[0] if stories else 0,)
            )
            now = written(str(row[0]) for row in rows)
            change = Change(Act.TAG, tuple(sorted({story for _, _, story in done})), now)
            if done:
                enter(connection, self._clock.now(), Act.TAG, now, change.stories, done)
        return change


def _set(connection: apsw.Connection, on: int, tag: str, story: int) -> bool:
    """Let a story have a tag, or not; whether that was otherwise before."""
    sql = "INSERT OR IGNORE INTO tags VALUES (?, ?)"
    if not on:
        sql = "DELETE FROM tags WHERE tag = ? AND story = ?"
    connection.execute(sql, (tag, story))
    return connection.changes() > 0


def _turn_back(
    connection: apsw.Connection, step: int, stories: tuple[int, ...], payload: list[object]
) -> None:
    for entry in reversed(payload):
        if isinstance(entry, list):
            on, tag, story = entry
            _set(connection, not on, tag, story)


UNDO: dict[Act, Undo] = {Act.TAG: _turn_back}
