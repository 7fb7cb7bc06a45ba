"""What a person says about quotes: two names are one voice, a speaker is another one."""

from __future__ import annotations

import apsw

from reader.model.change import Act, Change
from reader.settings.journal import Part, Undo, enter
from reader.text.normal import name_key


class Voices(Part):
    """The part of the library that knows what a person set right."""

    def alias(self, voice: str, target: str) -> Change:
        """Let one voice be another from now on; its own name again undoes it. Writer.

        Both may be keys or names.
        """
        key, other = name_key(voice), name_key(target)
        with self._database.immediate() as connection:
            # Aliases never lead on to aliases.
            known = connection.execute("SELECT target FROM aliases WHERE voice = ?", (other,)).get
            if known is not None and known != key and other != key:
                other = str(known)
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

    def correct(self, story: int, quote: str, speaker: str) -> Change:
        """Set the speaker of a quote, known by its text, right for good. Writer.

        An empty `speaker` says that it is no quote.
        """
        with self._database.immediate() as connection:
            before = list(
                connection.execute(
                    "SELECT speaker, voice FROM corrections WHERE story = ? AND quote = ?",
                    (story, quote),
                )
            )
            enter(
                connection,
                self._clock.now(),
                Act.CORRECT,
                speaker,
                [story],
                payload=[quote, before],
            )
            connection.execute(
                "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)",
                (story, quote, speaker, name_key(speaker)),
            )
        return Change(Act.CORRECT, (story,), speaker)

    def _undoers(self) -> dict[Act, Undo]:
        return {**super()._undoers(), Act.ALIAS: _unalias, Act.CORRECT: _uncorrect}


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
    place = (stories[0], str(quote))
    connection.execute("DELETE FROM corrections WHERE story = ? AND quote = ?", place)
    connection.executemany(
        "INSERT INTO corrections VALUES (?, ?, ?, ?)", [(*place, *row) for row in _rows(before)]
    )


def _rows(value: object) -> list[tuple[str, ...]]:
    """Rows of texts, as they come back from JSON."""
    return [tuple(map(str, row)) for row in value] if isinstance(value, list) else []
