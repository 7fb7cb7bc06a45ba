"""From the keys that are typed to the commands they mean."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.timer import Timer

from reader.app.commands.key_table import DIGITS, keys_of
from reader.app.commands.table import ACTIONS
from reader.app.commands.typed_keys import Command, Typed
from reader.app.failing import Failing
from reader.app.pointing import Pointing
from reader.app.sheets.sheet import Sheet
from reader.wording.catalogue import say

LINK_AFTER = 0.7
"""Seconds after which a number alone opens its link; until then it may become a count."""
_WHILE_TYPING = frozenset({"tab", "shift+tab", "escape", "f1", "ctrl+q", "down", "up"})
"""Keys that are no letters and do not move in the field."""
_METHODS = {action.name: f"do_{action.name}" for action in ACTIONS}


class Keyboard(Pointing, Failing):
    """Reads what is typed. What the commands do is in the classes above this one."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.keys_set: dict[str, str] = {}
        """Key to action; see `key_table`."""
        self.number = 0
        """The number typed before the key that is being answered; 0 for none."""
        self._typed = Typed()
        self.number_waits = LINK_AFTER
        """Seconds; see `LINK_AFTER`."""
        self._number_alone: Timer | None = None
        self._early: list[events.Key] | None = []
        """Keys typed before there is a list to which they could mean something."""

    @property
    def times(self) -> int:
        """How often the key that is being answered is meant."""
        return max(1, self.number)

    def takes_commands(self) -> bool:
        """Whether keys are commands now: there are panes, and nothing lies over them."""
        return False

    def typing_words(self) -> bool:
        """Whether somebody types words into a field of the panes."""
        return False

    def picks_by_number(self) -> bool:
        """Whether a digit chooses at once, as on the first page."""
        return False

    def note(self, words: str, *, failed: bool = False) -> None:
        """Say one thing in the status line."""

    def later(self, seconds: float, what: Callable[[], object]) -> Timer:
        """Do something in a while."""
        return self.set_timer(seconds, what)

    async def on_event(self, event: events.Event) -> None:
        """Answer our keys in the order in which they are typed.

        As bindings they would travel through the focused pane first, and of ``/eels`` typed at
        once the letters would still go to the list: ``e`` would write a file.
        """
        if isinstance(event, events.Key) and not event.is_forwarded:
            if self._early is not None:
                self._early.append(event)
                return
            if self.answer(event):
                return
        await super().on_event(event)

    def answer_early(self) -> None:
        """Answer the keys that were typed before there was something to answer them."""
        if self._early is not None:
            self.call_next(self._answer_early)

    async def _answer_early(self) -> None:
        early, self._early = self._early, None
        for event in early or ():
            await self.on_event(event)

    def answer(self, event: events.Key) -> bool:
        """Answer a key, if it is a command; False if it is for a field."""
        key = event.key
        if key == "ctrl+z":  # the terminal hands it to us; the shell is meant, wherever one is
            self.action_suspend_process()
            return True
        if isinstance(self.screen, Sheet):
            if self.keys_set.get(key) == "quit" and not event.is_printable:
                self.do("quit", key)
                return True
            return self.screen.took(event)
        if not self.takes_commands():
            return False
        if self.typing_words():
            if key not in _WHILE_TYPING or key not in self.keys_set:
                return False
            commands: list[Command] | None = [Command(self.keys_set[key], key)]
        elif key in DIGITS and self.picks_by_number():
            commands = [Command("link", key, int(key) or 10)]
        else:
            commands = self._typed.take(key, self.keys_set)
        if commands is None:
            return False
        self._obey(commands)
        return True

    def _obey(self, commands: list[Command]) -> None:
        if self._number_alone is not None:
            self._number_alone.stop()
            self._number_alone = None
        for command in commands:
            self.do(command.action, command.key, command.number)
        typed = self._typed
        if typed.pending:
            if typed.keys:
                self.note(f"{typed.words} …")
            else:
                self.note(say("status.typed_number", number=typed.number))
                self._number_alone = self.later(
                    self.number_waits, lambda: self._obey(typed.finish())
                )
        elif not commands:
            self.note("")

    def do(self, name: str, key: str = "", number: int = 0) -> None:
        """Do what a key asks for, `number` times where one was typed."""
        method: Callable[[str], None] = getattr(self, _METHODS[name])
        self.number = number
        method(key)
        self.number = 0

    def key_for(self, name: str) -> str:
        """The usual key of an action, as a person writes it; empty if it has none."""
        return next(iter(keys_of(name, self.keys_set)), "")
