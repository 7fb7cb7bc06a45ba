"""A person's own macros: keys that do several things as one step, or start a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from reader.app.commands.key_table import MACRO
from reader.app.commands.table import words_of
from reader.app.preferring import Preferring
from reader.app.terminal.opener import NO_LINK, run_with
from reader.newsroom.config import Macro
from reader.wording.catalogue import say

PAUSE = 0.02
"""Seconds between two looks at whether a list that was asked for has come."""
PATIENCE = 250
"""Looks after which a macro goes on all the same."""


def macro_words(macros: Mapping[str, Macro], key: str) -> str:
    """What a macro does, in words."""
    macro = macros[key]
    if macro.run:
        return say("keys.runs", command=" ".join(macro.run))
    return ", ".join(map(words_of, macro.actions))


class Playing(Preferring):
    """Does what macros say."""

    def do(self, name: str, key: str = "", number: int = 0) -> None:
        """Do an action, or a macro, `number` times where one was typed."""
        macro = self.newsroom.config.macros.get(name.removeprefix(MACRO))
        if macro is None or not name.startswith(MACRO):
            super().do(name, key, number)
        elif macro.run:
            self.run_program(macro.run)
        else:
            self._play_together(macro.actions * max(1, number))

    def _play_together(self, actions: Sequence[str]) -> None:
        if not self.newsroom.read_only:
            self.desk.act(self.newsroom.marks.begin_together)
        self._play(list(actions), PATIENCE)

    def _play(self, actions: list[str], patience: int) -> None:
        """Do one action after the other, each in the list to which the one before it led."""
        while actions:
            if self._shown != self.list.key and patience:
                self.later(PAUSE, partial(self._play, actions, patience - 1))
                return
            super().do(actions.pop(0))
        if not self.newsroom.read_only:
            self.desk.act(self.newsroom.marks.end_together)

    def run_program(self, command: Sequence[str]) -> None:
        """Start a program with the address of the story; it goes its own way."""
        story = self._target()
        row, article = self.headlines.row_of(story), self.article
        url = row.link if row else article.article.link if article.article and story else ""

        def told(problem: str) -> None:
            if problem == NO_LINK:
                self.note(say("status.no_address"))
            elif problem:
                self.note(say("status.no_program", program=problem), failed=True)
            else:
                self.note(say("status.started", program=command[0]))

        self.desk.ask("program", lambda: run_with(command, url), told)
