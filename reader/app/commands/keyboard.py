"""From the keys that are typed to the commands they mean, and from commands to their keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.app.commands import dispatch
from reader.app.commands.key_table import DIGITS, key_table, keyless, keys_in_force, keys_of, shown
from reader.app.commands.typed_keys import LINK, Typed, TypedCommand
from reader.app.session.place import FIRST
from reader.app.session.status import Fact
from reader.model.errors import SettingsError
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.session.session import Session
    from reader.app.session.views import Timer
    from reader.newsroom.config import Config

LINK_AFTER = 0.7
"""Seconds after which a number alone opens its link; until then it may become a count."""
_BESIDE_LETTERS = frozenset({"tab", "shift+tab", "escape", "f1", "ctrl+q", "down", "up"})
"""Keys that are commands also while words are typed: no letters, and not of the field."""
_ARROWS = ("up", "down")
_OF_FIELD = ((_ARROWS, "choose"), (("enter",), "open"), (("tab",), "where"), (("escape",), "close"))
"""What is named below while words are typed: keys and what they do."""


class Keyboard:
    """Reads keys one by one, in the order in which they are typed."""

    def __init__(self) -> None:
        self.keys_set: dict[str, str] = {}
        """Key to command; see `key_table`."""
        self.number_waits = LINK_AFTER
        """Seconds; see `LINK_AFTER`."""
        self._typed = Typed()
        self._number_alone: Timer | None = None

    # What is bound

    def take_preferences(self, config: Config) -> Fact | None:
        """Bind the keys of the preferences; what is wrong with them, in words.

        After a fault the keys in force stay.
        """
        try:
            self.keys_set = keys_in_force(config)
        except SettingsError as error:
            self.keys_set = self.keys_set or key_table(config.keys_preset, {})
            return Fact(str(error), failed=True)
        lost = keyless(config.keys_preset, config.keys, self.keys_set)
        return Fact(" ".join(lost)) if lost else None

    def key_for(self, name: str) -> str:
        """The usual key of a command, as a person writes it; empty if it has none."""
        return next(iter(keys_of(name, self.keys_set)), "")

    def _label(self, name: str) -> str:
        """The key of a command as the footer names it: of links a range, of arrows both."""
        if name == LINK:
            digits = keys_of(LINK, self.keys_set)
            return f"{digits[0]}–{digits[-2]}" if len(digits) > 2 else "".join(digits[:1])
        if name == "arrows":
            return "".join(shown(arrow) for arrow in _ARROWS if arrow in self.keys_set)
        return self.key_for(name)

    def useful_keys(self, session: Session) -> Sequence[tuple[str, str]]:
        """At most five keys with their words; where room is short, they go from the left."""
        if session.screen.search_field.typing:
            return [("".join(map(shown, keys)), say(f"key.{word}")) for keys, word in _OF_FIELD]
        labels = []
        for useful in session.panes.current.useful():
            name, _, word = useful.partition(":")
            if key := self._label(name):
                labels.append((key, say(f"key.{word or name}")))
        return labels

    # What is typed

    def do(self, session: Session, name: str) -> None:
        """Do what a command does, as if its key were pressed."""
        dispatch.do(session, name)

    def take(self, session: Session, key: str) -> bool:
        """Answer a key that no sheet and no question takes; False if it is for a field."""
        if session.screen.search_field.typing:
            if key not in _BESIDE_LETTERS or key not in self.keys_set:
                return False
            commands: list[TypedCommand] | None = [TypedCommand(self.keys_set[key], key)]
        elif key in DIGITS and session.place.pane == FIRST:
            commands = [TypedCommand(LINK, key, int(key) or 10)]  # chosen at once, never a count
        else:
            commands = self._typed.take(key, self.keys_set)
        if commands is None:
            return False
        self._obey(session, commands)
        return True

    def ends_the_reader(self, key: str) -> bool:
        """Whether a key quits at once, also over a sheet."""
        return self.keys_set.get(key) == dispatch.QUIT

    def _obey(self, session: Session, commands: list[TypedCommand]) -> None:
        if self._number_alone is not None:
            self._number_alone.stop()
            self._number_alone = None
        for command in commands:
            dispatch.do(session, command.action, command.key, command.number)
        typed = self._typed
        if typed.pending:
            if typed.keys:
                session.status.note(f"{typed.words} …")
            else:
                session.status.note(say("status.typed_number", number=typed.number))
                self._number_alone = session.screen.later(
                    self.number_waits, lambda: self._obey(session, typed.finish())
                )
        elif not commands:
            session.status.note("")
