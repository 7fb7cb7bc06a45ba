"""Settings by their names: lines of the palette, values that are typed, the files themselves."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.commands.marking import ask
from reader.app.commands.sources import change
from reader.app.sheets.sheet import Choice
from reader.app.terminal.editor import editor_command
from reader.model.errors import SettingsError
from reader.model.palette import THEMES
from reader.model.query import Order
from reader.newsroom.config import CHOICES
from reader.newsroom.settings_by_name import (
    OF_SOURCE,
    VIEW,
    choices,
    in_words,
    names,
    preference,
    read_preference,
    read_source_setting,
    source_choices,
)
from reader.text.clean import clean_line
from reader.text.normal import fold
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.commands.command import Press
    from reader.app.session.session import Session

_ON_OFF = (True, False)
WITH_FEW_VALUES: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("mark_read", CHOICES["mark_read"]),
    ("order", tuple(order.value for order in (Order.NEWEST, Order.OLDEST, Order.TO_FINISH))),
    ("smart_punctuation", _ON_OFF),
    ("quotes", _ON_OFF),
    ("images", CHOICES["images"]),
    ("glyphs", CHOICES["glyphs"]),
    ("ambiguous_width", (1, 2)),
    ("quote_style", CHOICES["quote_style"]),
    ("motion", _ON_OFF),
    ("mouse", _ON_OFF),
    ("clipboard", CHOICES["clipboard"]),
    ("copy_format", CHOICES["copy_format"]),
    ("language", CHOICES["language"]),
    ("keys_preset", CHOICES["keys_preset"]),
    ("refresh.on_start", _ON_OFF),
)
"""Settings each of whose values has a line of its own."""
FREE = tuple(
    name for name in names() if name not in ("theme", *(name for name, _ in WITH_FEW_VALUES))
)
"""The other settings: numbers and texts, which are asked for."""
SET, SOURCE = "set", "source."
"""The command that sets a value, and what stands before the name of a source's setting."""


# The files


def edit_settings(session: Session, press: Press) -> None:
    """Open the settings file; what is saved is in force at once."""
    _edit(session, session.newsroom.paths.config_file)


def edit_sources(session: Session, press: Press) -> None:
    """Open the file of the sources."""
    _edit(session, session.newsroom.paths.feeds_file)


def _edit(session: Session, file: Path) -> None:
    if not editor_command(os.environ):
        session.status.note(say("status.no_editor", path=file))
        return

    def edit_now(_: object) -> None:
        if session.screen.edit(file):
            session.preferences.look()
        else:
            session.status.note(say("status.settings", path=file))

    session.requests.ask("settings file", session.newsroom.preferences.prepare, edit_now)


# Lines of the palette


def lines_of_settings(session: Session) -> list[Choice]:
    """Every preference with each of its values, or with a question for the value."""
    config = session.newsroom.config
    lines = []
    for theme in (*THEMES, "auto", *config.themes):
        name = say(f"theme.{theme}") if theme not in config.themes else theme
        words = say("palette.theme", name=name)
        lines.append(_line_of_value(session, "theme", theme, words, config.theme == theme))
    for key, values in WITH_FEW_VALUES:
        for value in values:
            words = say(f"setting.{key.replace('.', '_')}_{_named(value)}")
            in_use = preference(config, key) == value
            lines.append(_line_of_value(session, key, value, words, in_use))
    for key in FREE:
        words = say(f"setting.{key.replace('.', '_')}") + "…"
        lines.append(
            Choice(words, do=partial(_ask_for, session, key), detail=_now(session, key))
        )
    for query in config.mute:
        rest = [other for other in config.mute if other != query]
        lines.append(
            Choice(
                say("palette.unmute", query=query),
                do=partial(session.preferences.prefer, "mute", rest),
                detail=say("palette.mute_detail"),
            )
        )
    return lines


def _line_of_value(session: Session, key: str, value: object, words: str, in_use: bool) -> Choice:
    detail = say("palette.setting_used" if in_use else "palette.setting")
    return Choice(words, do=partial(session.preferences.prefer, key, value), detail=detail)


def lines_that_set(session: Session, typed: str) -> Iterator[Choice]:
    """What ``set measure 72`` and its beginnings come to; ``set`` may be left out."""
    command, _, rest = typed.strip().partition(" ")
    settable = _settable(session)
    if fold(command) != SET:
        if command not in settable or not rest:
            return
        rest = typed
    name, _, words = clean_line(rest).partition(" ")
    if words and (name in settable or name.startswith(VIEW)):
        yield from _typed_values(session, name, words)
        return
    typed_name = fold(name)
    fitting = [setting for setting in settable if typed_name in fold(setting)]
    # Names that begin so come before those that hold it further on.
    for setting in sorted(fitting, key=lambda name: not fold(name).startswith(typed_name)):
        now = in_words(_value_of(session, setting))
        yield Choice(
            f"{SET} {setting} {now}".strip(),
            do=partial(_ask_for, session, setting),
            detail=_now(session, setting),
        )


def _typed_values(session: Session, name: str, words: str) -> Iterator[Choice]:
    fitting = [value for value in _choices_of(session, name) if value.startswith(words)]
    for value in fitting or [words]:
        do: Callable[[], object] = partial(
            session.screen.soon, partial(set_by_name, session, name, value)
        )
        try:
            _read(session, name, value)
            detail = _now(session, name)
        except SettingsError as error:
            do = partial(session.screen.soon, partial(session.status.trouble, error.reason))
            detail = error.reason
        yield Choice(f"{SET} {name} {value}", do=do, detail=detail)


def set_by_name(session: Session, name: str, words: str) -> None:
    """Set what is called so to the value in words, or say why that cannot be."""
    try:
        value = _read(session, name, words)
    except SettingsError as error:
        session.status.trouble(error.reason)
        return
    feed = session.sidebar.chosen_feed
    if not name.startswith(SOURCE):
        session.preferences.prefer(name, value)
    elif feed is not None:
        change(session, feed.id, name.removeprefix(SOURCE), value)


def _ask_for(session: Session, name: str) -> None:
    """Ask for a value in the bottom line, where the present one stands."""

    def ask_now() -> None:
        begun = in_words(_value_of(session, name))
        answered = partial(set_by_name, session, name)
        ask(session, name, "", _choices_of(session, name), answered, begun)
        session.status.tell()

    session.screen.soon(ask_now)


def _settable(session: Session) -> list[str]:
    """The names of everything that can be set now."""
    views = (f"{VIEW}{view}" for view in session.newsroom.config.views if " " not in view)
    source = (SOURCE + name for name in OF_SOURCE) if session.sidebar.chosen_feed else ()
    return [*names(), *views, *source]


def _value_of(session: Session, name: str) -> object:
    feed = session.sidebar.chosen_feed
    if name.startswith(SOURCE) and feed is not None:
        return getattr(feed.subscription, name.removeprefix(SOURCE))
    return preference(session.newsroom.config, name)


def _choices_of(session: Session, name: str) -> Sequence[str]:
    if name.startswith(SOURCE):
        return source_choices(name.removeprefix(SOURCE))
    return choices(session.newsroom.config, name)


def _read(session: Session, name: str, words: str) -> object:
    if name.startswith(SOURCE):
        return read_source_setting(name.removeprefix(SOURCE), words)
    return read_preference(session.newsroom.config, name, words)


def _now(session: Session, name: str) -> str:
    """What it is now, and of which source."""
    feed = session.sidebar.chosen_feed if name.startswith(SOURCE) else None
    value = in_words(_value_of(session, name)) or say("palette.nothing_set")
    now = say("palette.setting_now", value=value)
    return f"{feed.title} · {now}" if feed else now


def _named(value: object) -> str:
    """A value as the catalogue names it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value).replace(" ", "_") or "auto"
