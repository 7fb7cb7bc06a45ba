"""From the name of a command to what it does: its needs are checked, macros are played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.commands.command import MACRO, Press, is_met
from reader.app.commands.macros import play
from reader.app.commands.table import BY_NAME
from reader.app.session.status import Fact

if TYPE_CHECKING:
    from reader.app.session.session import Session

QUIT = "quit"
"""The one command that is also answered while a sheet lies over the panes."""


def do(session: Session, name: str, key: str = "", number: int = 0) -> None:
    """Do what a key asks for, `number` times where one was typed."""
    if session.screen.covered and name != QUIT:
        return  # what lies over the panes has keys of its own
    if name != "link":
        session.link_asked = 0  # any other key takes back what the last one asked
    session.status.fact = Fact()
    press = Press(key, number)
    macro = session.newsroom.config.macros.get(name.removeprefix(MACRO))
    if macro is not None and name.startswith(MACRO):
        play(session, macro, press.times)
    else:
        command = BY_NAME[name]
        if all(is_met(session, need) for need in command.needs):
            command.do(session, press)
    session.status.tell()
