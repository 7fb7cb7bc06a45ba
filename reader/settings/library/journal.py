"""The journal: what a person did, so that it can be taken back step by step, the last one first."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import apsw

from reader.model.change import Act, Change
from reader.model.clock import Clock
from reader.store.database import Database

STEPS = 50
"""How many changes can be taken back."""

OF_SOURCES = frozenset({Act.SUBSCRIBE, Act.UNSUBSCRIBE, Act.ALTER})
"""What changes feeds.toml."""
OF_PREFERENCES = frozenset({Act.FOLLOW, Act.UNFOLLOW, Act.RULE})
"""What changes config.toml."""
_OF_FILES = OF_SOURCES | OF_PREFERENCES

Undo = Callable[[apsw.Connection, int, tuple[int, ...], list[object]], None]
"""Takes back a step, given its number, its stories and what was kept with it."""


@dataclass(frozen=True, slots=True)
class Step:
    """The last step of the journal."""

    change: Change
    before: str = ""
    """Before it, of what changed a file: feeds.toml, or of a rule ``[name, value]`` as JSON."""
    after: str = ""
    """The same after it."""


class Journal:
    """Remembers steps."""

    def __init__(self, database: Database, clock: Clock, undoers: Mapping[Act, Undo]) -> None:
        """`undoers` take back the acts that changed the library itself."""
        self._database = database
        self._clock = clock
        self._undoers = undoers

    def record(self, act: Act, subject: str, before: str, after: str) -> Change:
        """Remember what changed in a settings file: the texts before and after it. Writer."""
        with self._database.immediate() as connection:
            enter(connection, self._clock.now(), act, subject, payload=[before, after])
        return Change(act, subject=subject)

    def last_step(self) -> Step | None:
        """What `undo` would take back; None if there is nothing. Any thread."""
        with self._database.reading() as connection:
            row = _last(connection)
        if row is None:
            return None
        _, change, payload = row
        texts = change.act in _OF_FILES
        return Step(change, *map(str, payload)) if texts else Step(change)

    def last_number(self) -> int:
        """The number of the last step, 0 if there is none. Any thread."""
        return int(self._database.value("SELECT coalesce(max(id), 0) FROM journal"))

    def join(self, after: int) -> None:
        """Let the steps after that number be one. Writer."""
        with self._database.immediate() as connection:
            connection.execute(
                "UPDATE journal SET joined = 1 WHERE id >"
                " (SELECT min(id) FROM journal WHERE id > ?)",
                (after,),
            )

    def undo(self) -> Change | None:
        """Take back the last step and return what it was; None if there is none. Writer.

        Of what changed a file only the step is forgotten: the caller puts the file back.
        """
        with self._database.immediate() as connection:
            row = _last(connection)
            if row is None:
                return None
            step, change, payload = row
            undoer = self._undoers.get(change.act)
            if undoer is not None:
                undoer(connection, step, change.stories, payload)
            connection.execute("DELETE FROM journal WHERE id = ?", (step,))
            return change


def enter(
    connection: apsw.Connection,
    now: int,
    act: Act,
    subject: str = "",
    stories: Iterable[int] = (),
    payload: Iterable[object] = (),
) -> int:
    """Add a step within a transaction, forget those that are too old; returns its number."""
    connection.execute(
        "INSERT INTO journal (at, act, subject, stories, payload) VALUES (?, ?, ?, ?, ?)",
        (
            now,
            act.value,
            subject,
            zlib.compress(array("q", stories).tobytes(), 1),
            zlib.compress(json.dumps(list(payload)).encode(), 1),
        ),
    )
    step = connection.last_insert_rowid()
    connection.execute(
        "DELETE FROM journal WHERE id <="
        " (SELECT id FROM journal ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (STEPS,),
    )
    connection.execute(
        "DELETE FROM saved WHERE dropped IS NOT NULL AND dropped < (SELECT min(id) FROM journal)"
    )
    return step


def _last(connection: apsw.Connection) -> tuple[int, Change, list[object]] | None:
    row = connection.execute(
        "SELECT id, act, subject, stories, payload, joined FROM journal ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    step, act, subject, packed, payload, joined = row
    stories = array("q", zlib.decompress(packed))
    change = Change(Act(act), tuple(stories), subject, joined=bool(joined))
    return int(step), change, json.loads(zlib.decompress(payload))
