"""Single settings by their names, and their values in words, as somebody types them."""

from __future__ import annotations

import dataclasses
import json
import shlex
from collections.abc import Iterable
from typing import Any

from reader.model.errors import SettingsError
from reader.model.feed import FullTextWish, Subscription
from reader.settings.config import CHOICES, Config, parse_config
from reader.settings.subscription_form import parse_subscriptions
from reader.wording.catalogue import say

OF_SOURCE = (
    *("title", "folder", "tags", "interval", "full_text", "keep", "mute"),
    *("paused", "hidden", "updates_unread"),
)
"""What of a subscription is set by name. Programs and passwords are set by hand alone."""
VIEW = "views."
"""Before the name of a view."""
_YES, _NO = ("on", "true", "yes", "1"), ("off", "false", "no", "0")


def names() -> tuple[str, ...]:
    """Return the names of all preferences that are one value: ``refresh.interval``."""
    return tuple(_names(Config(), ""))


def _names(table: Any, before: str) -> Iterable[str]:
    for field in dataclasses.fields(table):
        value = getattr(table, field.name)
        if dataclasses.is_dataclass(value):
            yield from _names(value, f"{field.name}.")
        elif isinstance(value, str | int | tuple):
            yield before + field.name


def preference(config: Config, name: str) -> object:
    """Return what a preference is now; a view that does not exist is empty."""
    if name.startswith(VIEW):
        return config.views.get(name.removeprefix(VIEW), "")
    value: object = config
    for part in name.split("."):
        value = getattr(value, part)
    return value


def choices(config: Config, name: str) -> tuple[str, ...]:
    """Return the words a preference may be, none where it is free."""
    if isinstance(preference(config, name), bool):
        return (_YES[0], _NO[0])
    own = tuple(config.themes) if name == "theme" else ()
    return (*CHOICES.get(name, ()), *own)


def source_choices(name: str) -> tuple[str, ...]:
    """Return the words a setting of a source may be, none where it is free."""
    if name == "full_text":
        return tuple(wish.value for wish in FullTextWish)
    return (_YES[0], _NO[0]) if isinstance(getattr(Subscription(""), name), bool) else ()


def in_words(value: object) -> str:
    """Return a value as it is typed: ``on``, ``72``, ``firefox --new-tab``."""
    if isinstance(value, bool):
        return _YES[0] if value else _NO[0]
    return shlex.join(value) if isinstance(value, tuple) else str(value)


def read_preference(config: Config, name: str, words: str) -> object:
    """Return the value that `words` say.

    Raises:
        SettingsError: they do not fit; its `reason` says why.

    """
    if name.startswith(VIEW):
        view = json.dumps(name.removeprefix(VIEW))
        parse_config(f"[views]\n{view} = {_toml(words)}", "config.toml")
        return words
    value = _value(preference(config, name), words)
    if value not in config.themes or name != "theme":
        parse_config(f"{name} = {_toml(value)}", "config.toml")
    return value


def read_source_setting(name: str, words: str) -> object:
    """Return the value of a field of `Subscription` that `words` say; None: its default.

    Raises:
        SettingsError: they do not fit; its `reason` says why.

    """
    default = getattr(Subscription(""), name)
    value = _value(default, words)
    entry = f'[[feed]]\nurl = "https://feed.example/"\n{name} = {_toml(value)}'
    parse_subscriptions(entry, "feeds.toml")
    return None if value == default else value


def _value(now: object, words: str) -> object:
    """The words as a value of the same type; what does not fit stays words, and is refused."""
    if isinstance(now, bool):
        meanings = {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}
        return meanings.get(words.lower(), words)
    if isinstance(now, int):
        return int(words) if words.lstrip("-").isdecimal() and len(words) < 10 else words
    if isinstance(now, tuple):
        try:
            return tuple(shlex.split(words))
        except ValueError:
            raise SettingsError("", 0, say("fault.open_quote")) from None
    return words


def _toml(value: object) -> str:
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
