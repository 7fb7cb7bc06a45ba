"""Help, the menu of orders and the palette: every command, source, view and setting, by letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from reader.app.commands.command import MACRO, words_of
from reader.app.commands.macros import words_of_macro
from reader.app.commands.marking import make_alias
from reader.app.commands.settings import lines_of_settings, lines_that_set, set_by_name
from reader.app.commands.sources import add_address
from reader.app.session.list_in_hand import ORDERS
from reader.app.session.place import SOURCES
from reader.app.session.story_list import SEARCH
from reader.app.sheets.sheet import Choice, OverScreen
from reader.newsroom.settings_by_name import VIEW, in_words
from reader.text.normal import fold
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.commands.command import Command, Press
    from reader.app.session.session import Session

_KINDS = frozenset({"feed", "folder", "view", "tag"})
_NOT_LISTED = frozenset({"link", "palette"})
_OF_STORY = frozenset({"save", "unread", "browser", "export", "full_text", "copy"})
_AGES = ((1, "day"), (3, "three_days"), (7, "week"), (30, "month"))
"""Days, and the name of their words."""


def show_help(session: Session, press: Press) -> None:
    """Show all keys, by what they are for."""
    # Imported here: the sheet lists the table in which this function stands.
    from reader.app.sheets.help_sheet import HelpScreen

    macros = session.newsroom.config.macros
    own = {MACRO + key: words_of_macro(macros, key) for key in macros}
    session.screen.show_sheet(HelpScreen(session.keys.keys_set, own))


def show(session: Session, press: Press) -> None:
    """Show the palette."""
    session.screen.show_sheet(
        OverScreen(
            say("palette.title"),
            [*_lines(session)],
            hint=say("palette.hint"),
            typed=lambda typed: [*lines_of_words(session, typed)],
        )
    )


def sort(session: Session, press: Press) -> None:
    """Show the menu of orders."""
    choices = [
        Choice(
            _capital(say(f"list.{ORDERS[order]}")),
            do=partial(session.list.sort_by, order),
            detail=say("palette.in_use") if order is session.list.current.order else "",
        )
        for order in session.list.orders()
    ]
    session.screen.show_sheet(OverScreen(say("palette.sort_title"), choices))


# The lines before anything is typed


def _lines(session: Session) -> Iterator[Choice]:
    commands = _lines_of_commands(session)
    yield next(commands)
    yield Choice(
        say("palette.older"),
        do=partial(session.screen.soon, partial(_ask_for_age, session)),
        detail=say("palette.older_detail"),
    )
    yield from commands
    yield from _lines_of_macros(session)
    yield from _lines_of_orders(session)
    yield from _lines_of_lists(session)
    yield from lines_of_settings(session)
    take_shelf = session.newsroom.sources.take_shelf
    yield Choice(
        say("palette.take_shelf"),
        do=lambda: session.requests.act(take_shelf, session.status.changed),
        detail=say("first.shelf_short"),
    )


def _lines_of_commands(session: Session) -> Iterator[Choice]:
    # Imported here: this function's command stands in the table.
    from reader.app.commands.table import COMMANDS

    # What marks many stories comes before what marks one.
    for command in sorted(COMMANDS, key=lambda command: command.name != "mark_all"):
        if command.name not in _NOT_LISTED:
            yield Choice(
                _capital(_words(session, command)),
                session.key_for(command.name),
                _later(session, command.name),
                detail=_detail(session, command),
            )


def _lines_of_macros(session: Session) -> Iterator[Choice]:
    macros = session.newsroom.config.macros
    for key in macros:
        yield Choice(
            _capital(words_of_macro(macros, key)),
            session.key_for(MACRO + key),
            _later(session, MACRO + key),
            detail=say("palette.macro"),
        )


def _lines_of_orders(session: Session) -> Iterator[Choice]:
    for order in session.list.orders():
        in_use = order is session.list.current.order
        yield Choice(
            say("palette.sort", order=say(f"list.{ORDERS[order]}")),
            do=partial(session.screen.soon, partial(session.list.sort_by, order)),
            detail=say("palette.order_used" if in_use else "palette.order"),
        )


def _lines_of_lists(session: Session) -> Iterator[Choice]:
    for item in session.screen.sources.everything:
        kind = item.key.partition(":")[0]
        yield Choice(
            say("palette.go_to", name=item.title),
            do=partial(_go_to, session, item.key),
            detail=say(f"palette.kind_{kind if kind in _KINDS else 'list'}"),
        )


def _words(session: Session, command: Command) -> str:
    """What a command would do now."""
    row = session.screen.headlines.headline
    if command.name == "unread" and row:
        return say("palette.mark_read" if row.unread else "palette.mark_unread")
    return words_of(command.name)


def _detail(session: Session, command: Command) -> str:
    """What a command would change now."""
    row = session.screen.headlines.headline
    if command.name == "mark_all":
        count = say("list.stories", count=len(session.list.unread))
        undo = say("palette.undo", undo=session.key_for("undo"))
        return f"{session.list.current.title}, {count} · {undo}"
    if command.name in _OF_STORY and row:
        return row.title
    if command.name == "refresh":
        return session.list.current.title
    return say(f"group.{command.group}")


def _later(session: Session, name: str) -> Callable[[], None]:
    return partial(session.screen.soon, partial(session.do, name))


def _go_to(session: Session, key: str) -> None:
    sidebar = session.screen.sources
    sidebar.uncover(key)
    sidebar.choose_key(key)

    def open_it() -> None:
        session.place.leave_quotes()
        session.place.change(pane=SOURCES)
        session.do("open")

    session.screen.soon(open_it)


# The lines of what is typed


def lines_of_words(session: Session, typed: str) -> Iterator[Choice]:
    """Commands that take words: ``set``, ``add``, ``search``, ``mute``, ``view``, ``alias``."""
    command, _, words = typed.strip().partition(" ")
    command, words = fold(command), words.strip()
    yield from lines_that_set(session, typed)
    if not words:
        return
    taking_words: tuple[tuple[str, Callable[[Session, str], object]], ...] = (
        ("add", add_address), ("search", search_for), ("mute", mute),
        *((("view", keep_search),) if session.list.current.key == SEARCH else ()),
    )  # fmt: skip
    for name, do in taking_words:
        if command and name.startswith(command):
            yield Choice(
                say(f"palette.with_{name}", words=words),
                do=partial(session.screen.soon, partial(do, session, words)),
                detail=say("palette.command"),
            )
    voice, sign, other = (part.strip() for part in words.partition("="))
    if command == "alias" and voice and sign and other:
        yield Choice(
            say("palette.alias", voice=voice, other=other),
            do=partial(session.screen.soon, lambda: _alias(session, voice, other)),
            detail=say("palette.command"),
        )


def _alias(session: Session, voice: str, other: str) -> None:
    if session.may_write():
        make_alias(session, voice, other)


def mute(session: Session, query: str) -> None:
    """Let stories that match arrive as read."""
    set_by_name(session, "mute", in_words((*session.newsroom.config.mute, query)))


def keep_search(session: Session, name: str) -> None:
    """Keep what is searched for as a view, under a name."""
    set_by_name(session, f"{VIEW}{name}", session.screen.search_field.words)


def search_for(session: Session, words: str) -> None:
    """Open a search for words."""
    session.search.begin(words)


# Marking what is old


def _ask_for_age(session: Session) -> None:
    """Ask how old stories are to be that are marked read."""
    choices = [
        Choice(say(f"older.{name}"), do=partial(session.marks.read_older, days))
        for days, name in _AGES
    ]
    session.screen.show_sheet(OverScreen(say("palette.older"), choices))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
