"""A person's own macros: keys that do several things as one step, or start a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.app.commands.command import words_of
from reader.app.terminal.opener import NO_LINK, run_with
from reader.newsroom.config import Macro
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.session.session import Session

PAUSE = 0.02
"""Seconds between two looks at whether a list that was asked for has come."""
PATIENCE = 250
"""Looks after which a macro goes on all the same."""


def words_of_macro(macros: Mapping[str, Macro], key: str) -> str:
    """What a macro does, in words."""
    macro = macros[key]
    if macro.run:
        return say("keys.runs", command=" ".join(macro.run))
    return ", ".join(map(words_of, macro.actions))


def play(session: Session, macro: Macro, times: int) -> None:
    """Do what a macro says, as one step that can be undone as one."""
    if macro.run:
        run_program(session, macro.run)
        return
    marks = session.newsroom.marks
    if not session.newsroom.read_only:
        session.requests.act(marks.begin_together)
    _play(session, list(macro.actions * times), PATIENCE)


def _play(session: Session, names: list[str], patience: int) -> None:
    """Do one command after the other, each in the list to which the one before it led."""
    while names:
        if session.list.on_screen != session.list.current.key and patience:
            session.screen.later(PAUSE, partial(_play, session, names, patience - 1))
            return
        session.do(names.pop(0))
    if not session.newsroom.read_only:
        session.requests.act(session.newsroom.marks.end_together)


def run_program(session: Session, command: Sequence[str]) -> None:
    """Start a program with the address of the story; it goes its own way."""
    story = session.story_meant()
    row, article = session.screen.headlines.row_of(story), session.screen.article.article
    url = row.link if row else article.link if article and story else ""

    def told(problem: str) -> None:
        if problem == NO_LINK:
            session.status.note(say("status.no_address"))
        elif problem:
            session.status.note(say("status.no_program", program=problem), failed=True)
        else:
            session.status.note(say("status.started", program=command[0]))

    session.requests.ask("program", lambda: run_with(command, url), told)
