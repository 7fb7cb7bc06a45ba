"""What is being typed: numbers before a key (``5j``, ``17o``), keys one after the other (``gg``).

A number alone opens the link of that number, once nothing more has come for a moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.app.commands.command import MACRO
from reader.app.commands.key_table import DIGITS, shown
from reader.app.commands.table import COUNTING

LINK = "link"
_MOST = 9_999
"""No list of links is longer, and no one pages further."""
_OPENING = frozenset({"open", "browser"})
"""Behind a number these open the link of that number."""


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """A command that was typed, `number` times; 0 where no number was."""

    action: str
    key: str = ""
    number: int = 0


class Typed:
    """Keys that do nothing yet."""

    def __init__(self) -> None:
        self.number = 0
        self.keys = ""
        """The beginning of a sequence."""

    @property
    def pending(self) -> bool:
        """Whether something is awaited."""
        return bool(self.number or self.keys)

    @property
    def words(self) -> str:
        """What has been typed, as a person sees it."""
        number = str(self.number) if self.number else ""
        return number + (shown(self.keys) if self.keys else "")

    def clear(self) -> None:
        """Forget what was typed."""
        self.number, self.keys = 0, ""

    def finish(self) -> list[TypedCommand]:
        """Nothing more has come: a number alone is a link's."""
        number = 0 if self.keys else self.number
        self.clear()
        return [TypedCommand(LINK, str(number), number)] if number else []

    def take(self, key: str, table: Mapping[str, str]) -> list[TypedCommand] | None:
        """Return what to do now; nothing if more must come, None if the key is not ours."""
        if self.keys:
            sequence = f"{self.keys} {key}"
            if sequence in table or _is_begun(sequence, table):
                return self._step(sequence, table)
            if key == "escape":
                self.clear()
                return []
            self.keys = ""  # the sequence does not exist; its last key may mean something alone
        if key in DIGITS:
            self._digit(int(key))
            return []
        if self.pending and key == "escape":
            self.clear()
            return []
        if self.pending and key == "backspace":
            self.number //= 10
            return []
        return self._step(key, table)

    def _digit(self, digit: int) -> None:
        if not self.number and not digit:
            self.number = 10  # 0 stands where the tenth would
        else:
            self.number = min(_MOST, self.number * 10 + digit)

    def _step(self, sequence: str, table: Mapping[str, str]) -> list[TypedCommand] | None:
        if sequence not in table:
            if not _is_begun(sequence, table):
                return None
            self.keys = sequence
            return []
        action, number = table[sequence], self.number
        self.clear()
        key = sequence.rpartition(" ")[2]
        if number and action in _OPENING:
            return [TypedCommand(LINK, key, number)]
        if number and action not in COUNTING and not action.startswith(MACRO):
            return [TypedCommand(LINK, key, number), TypedCommand(action, key)]
        return [TypedCommand(action, key, number)]


def _is_begun(keys: str, table: Mapping[str, str]) -> bool:
    return any(sequence.startswith(f"{keys} ") for sequence in table)
