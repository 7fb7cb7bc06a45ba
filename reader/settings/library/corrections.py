"""What a person says about quotes: two names are one voice, a speaker is another one."""

from __future__ import annotations

import json
from collections.abc import Mapping

import apsw

from reader.model.change import Act, Change
from reader.model.clock import Clock
from reader.model.quote import Correction
from reader.settings.library.journal import Undo, enter
from reader.store.database import Database
from reader.text.normal import name_key, words_key


class Corrections:
    """Knows what a person set right."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Read and write through `database`; `clock` says when."""
        self._database = database
        self._clock = clock

    def alias(self, voice: str, target: str) -> Change:
        """Let one voice be another from now on; its own name again undoes it. Writer.

        Both may be keys or names.
        """
        key, other = name_key(voice), name_key(target)
        with self._database.immediate() as connection:
            # Aliases never lead on to aliases.
            leads_to = connection.execute(
                "SELECT target FROM aliases WHERE voice = ?", (other,)
            ).get
            if leads_to is not None and leads_to != key and other != key:
                other = str(leads_to)
            before = list(
                connection.execute(
                    "SELECT voice, target, name FROM aliases WHERE voice IN (?, ?) OR target = ?",
                    (key, other, key),
                )
            )
            enter(connection, self._clock.now(), Act.ALIAS, target, payload=[key, before])
            connection.execute(
                "UPDATE aliases SET target = ?, name = ? WHERE target = ?", (other, target, key)
            )
            connection.execute("DELETE FROM aliases WHERE voice IN (?, ?)", (key, other))
            if other != key:
                connection.execute("INSERT INTO aliases VALUES (?, ?, ?)", (key, other, target))
        return Change(Act.ALIAS, subject=target)

    def correct(
        self, story: int, quote: str, speaker: str, evidence: Mapping[str, object] | None = None
    ) -> Change:
        """Set the speaker of a quote, known by its words, right for good. Writer.

        An empty `speaker` says that it is no quote. `evidence` is kept for those who improve the
        rules; see `Correction`.
        """
        words, now = words_key(quote), self._clock.now()
        with self._database.immediate() as connection:
            before = [
                row
                for row in connection.execute(
                    "SELECT quote, speaker, voice, at, evidence FROM corrections WHERE story = ?",
                    (story,),
                )
                if words_key(str(row[0])) == words
            ]
            enter(connection, now, Act.CORRECT, speaker, [story], payload=[quote, before])
            _forget(connection, story, quote)
            connection.execute(
                "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?)",
                (story, quote, speaker, name_key(speaker), now, json.dumps(dict(evidence or {}))),
            )
        return Change(Act.CORRECT, (story,), speaker)

    def all(self) -> list[Correction]:
        """What was said of quotes, the first first. Any thread."""
        rows = self._database.read(
            "SELECT story, quote, speaker, at, evidence FROM corrections ORDER BY at, story, quote"
        )
        return [
            Correction(story, quote, speaker, at, json.loads(evidence))
            for story, quote, speaker, at, evidence in rows
        ]


def _unalias(
    connection: apsw.Connection, step: int, stories: tuple[int, ...], payload: list[object]
) -> None:
    key, before = payload
    connection.execute("DELETE FROM aliases WHERE voice = ?", (str(key),))
    connection.executemany("INSERT OR REPLACE INTO aliases VALUES (?, ?, ?)", _rows(before))


def _uncorrect(
    connection: apsw.Connection, step: int, stories: tuple[int, ...], payload: list[object]
) -> None:
    quote, before = payload
    _forget(connection, stories[0], str(quote))
    rows = before if isinstance(before, list) else []
    connection.executemany(
        "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?)", [(stories[0], *row) for row in rows]
    )


def _forget(connection: apsw.Connection, story: int, quote: str) -> None:
    """Take away what was said of these words in a story, however their marks were set."""
    words = words_key(quote)
    rows = connection.execute("SELECT quote FROM corrections WHERE story = ?", (story,)).fetchall()
    connection.executemany(
        "DELETE FROM corrections WHERE story = ? AND quote = ?",
        [(story, stored) for (stored,) in rows if words_key(str(stored)) == words],
    )


def _rows(value: object) -> list[tuple[str, ...]]:
    """Rows of texts, as they come back from JSON."""
    return [tuple(map(str, row)) for row in value] if isinstance(value, list) else []


UNDO: dict[Act, Undo] = {Act.ALIAS: _unalias, Act.CORRECT: _uncorrect}
