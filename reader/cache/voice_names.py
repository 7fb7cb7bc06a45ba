"""Under which key the quotes of a person are kept, and which keys a typed name means."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model.quote import Quote
from reader.store.database import Database
from reader.text.normal import fold, name_key

_PRONOUN_WORDS = """
he she they it we i you er sie es wir ich man il elle ils elles on nous je ella lui lei hij zij
"""
_ARTICLES = frozenset(
    ("a", "an", "one", "his", "her", "its", "their", "ein", "eine", "einer", "sein", "seine",
     "ihr", "ihre", "un", "une", "uno", "una", "um", "uma", "en", "et", "een", "ett")
)  # fmt: skip
"""What never stands before a person's name; folded."""
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())


def voice_key(quote: Quote) -> str:
    """Return the `Voice.key` of a quote's speaker; empty where the speaker is no name.

    A pronoun or a mere role ("the minister", "A spokeswoman") is somebody else in every story.
    """
    key = name_key(quote.speaker)
    first, *rest = quote.speaker.split() or [""]
    only_first_is_capital = bool(rest) and all(word[:1].islower() for word in rest)
    has_case = quote.speaker.lower() != quote.speaker.upper()
    is_no_name = (
        key in _PRONOUNS
        or (has_case and quote.speaker == quote.speaker.lower())
        or (has_case and only_first_is_capital)
        or (bool(rest) and fold(first) in _ARTICLES)
    )
    return "" if is_no_name else key


class VoiceNames:
    """Names of voices, those included that a person gave them. All of it from any thread."""

    def __init__(self, database: Database) -> None:
        """`database`: the open ``articles.db``."""
        self._database = database

    def key_of(self, name: str) -> str:
        """Return the key of the voice with this key or name; of the other one if it is an alias."""
        key = name_key(name)
        target = self._database.value("SELECT target FROM library_aliases WHERE voice = ?", (key,))
        return key if target is None else str(target)

    def aliases_of(self, voice: str) -> list[str]:
        """Return the keys that a person took for the same voice as this key."""
        rows = self._database.read("SELECT voice FROM library_aliases WHERE target = ?", (voice,))
        return [row[0] for row in rows]

    def beginning(self, name: str) -> list[str]:
        """Return the keys of the voices in whose names words begin like those of `name`.

        Voices that a person took for one are found by any of their names.
        """
        beginnings = fold(name_key(name) or name).split()
        if not beginnings:
            return []
        condition = " AND ".join(["' ' || key LIKE ? ESCAPE '\\'"] * len(beginnings))
        rows = self._database.read(
            f"WITH keys(key) AS (SELECT key FROM voices UNION SELECT voice FROM library_corrections"
            f" UNION SELECT target FROM library_aliases) SELECT key FROM keys WHERE {condition}",
            [f"% {_escaped(word)}%" for word in beginnings],
        )
        # Joined by aliases are all that have the same target.
        targets = {self.key_of(row[0]) for row in rows}
        return sorted(targets.union(*map(self.aliases_of, targets)))

    def stories_of(self, voices: Iterable[str]) -> set[int]:
        """Return the stories in which one of the voices speaks, under whatever name."""
        keys = {key for voice in voices for key in (voice, *self.aliases_of(voice))}
        marks = ", ".join("?" * len(keys))
        rows = self._database.read(
            f"SELECT story FROM quotes WHERE voice IN ({marks})"
            f" UNION SELECT story FROM library_corrections WHERE voice IN ({marks})",
            (*keys, *keys),
        )
        return {row[0] for row in rows}


def _escaped(word: str) -> str:
    """A word as a LIKE pattern that means its signs literally; the escape is a backslash."""
    return word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
