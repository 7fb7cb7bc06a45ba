"""Settings in the palette: every value of a few, and any value that is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reader.app.playing import Playing
from reader.app.sheets.sheet import Choice
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

_ON_OFF = (True, False)
SETTINGS: tuple[tuple[str, tuple[object, ...]], ...] = (
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
"""Settings with few values, each of which has a line of its own."""
FREE = tuple(
    name for name in names() if name not in ("theme", *(name for name, _ in SETTINGS))
)
"""The other settings: numbers and texts, which are asked for."""
SET, SOURCE = "set", "source."
"""The command that sets a value, and what stands before the name of a source's setting."""


class Choosing(Playing):
    """Offers settings by their names and takes values for them."""

    def settings_lines(self) -> list[Choice]:
        """Every preference with each of its values, or with a question for the value."""
        config = self.newsroom.config
        found = []
        for theme in (*THEMES, "auto", *config.themes):
            known = say(f"theme.{theme}") if theme not in config.themes else theme
            words = say("palette.theme", name=known)
            found.append(self._value_line("theme", theme, words, config.theme == theme))
        for key, values in SETTINGS:
            for value in values:
                words = say(f"setting.{key.replace('.', '_')}_{_named(value)}")
                in_use = preference(config, key) == value
                found.append(self._value_line(key, value, words, in_use))
        for key in FREE:
            words = say(f"setting.{key.replace('.', '_')}") + "…"
            found.append(Choice(words, do=partial(self._ask_for, key), detail=self._now(key)))
        for query in config.mute:
            rest = [one for one in config.mute if one != query]
            found.append(
                Choice(say("palette.unmute", query=query), do=partial(self.prefer, "mute", rest),
                       detail=say("palette.mute_detail"))
            )  # fmt: skip
        return found

    def _value_line(self, key: str, value: object, words: str, in_use: bool) -> Choice:
        detail = say("palette.setting_used" if in_use else "palette.setting")
        return Choice(words, do=partial(self.prefer, key, value), detail=detail)

    def set_lines(self, typed: str) -> Iterator[Choice]:
        """What ``set measure 72`` and its beginnings come to; ``set`` may be left out."""
        command, _, rest = typed.strip().partition(" ")
        known = self._settable()
        if fold(command) != SET:
            if command not in known or not rest:
                return
            rest = typed
        name, _, words = clean_line(rest).partition(" ")
        if words and (name in known or name.startswith(VIEW)):
            yield from self._typed_values(name, words)
            return
        wanted = fold(name)
        fitting = [one for one in known if wanted in fold(one)]
        # Names that begin so come before those that hold it further on.
        for one in sorted(fitting, key=lambda one: not fold(one).startswith(wanted)):
            now = in_words(self._value_of(one))
            yield Choice(f"{SET} {one} {now}".strip(), do=partial(self._ask_for, one),
                         detail=self._now(one))  # fmt: skip

    def _typed_values(self, name: str, words: str) -> Iterator[Choice]:
        fitting = [one for one in self._choices_of(name) if one.startswith(words)]
        for value in fitting or [words]:
            do: Callable[[], object] = partial(self.call_later, self.set_by_name, name, value)
            try:
                self._read(name, value)
                detail = self._now(name)
            except SettingsError as error:
                do, detail = partial(self.call_later, self.trouble, error.reason), error.reason
            yield Choice(f"{SET} {name} {value}", do=do, detail=detail)

    def set_by_name(self, name: str, words: str) -> None:
        """Set what is called so to the value in words, or say why that cannot be."""
        try:
            value = self._read(name, words)
        except SettingsError as error:
            self.trouble(error.reason)
            return
        feed = self.chosen_feed
        if not name.startswith(SOURCE):
            self.prefer(name, value)
        elif feed is not None:
            self.change_source(feed.id, name.removeprefix(SOURCE), value)

    def _ask_for(self, name: str) -> None:
        """Ask for a value in the bottom line, where the present one stands."""

        def ask() -> None:
            answered = partial(self.set_by_name, name)
            begun = in_words(self._value_of(name))
            self.ask_line.ask(
                name, "", self._choices_of(name), answered, self._asked, begun=begun
            )
            self.tell()

        self.call_later(ask)

    def _settable(self) -> list[str]:
        """The names of everything that can be set now."""
        views = (f"{VIEW}{view}" for view in self.newsroom.config.views if " " not in view)
        source = (SOURCE + name for name in OF_SOURCE) if self.chosen_feed else ()
        return [*names(), *views, *source]

    def _value_of(self, name: str) -> object:
        feed = self.chosen_feed
        if name.startswith(SOURCE) and feed is not None:
            return getattr(feed.subscription, name.removeprefix(SOURCE))
        return preference(self.newsroom.config, name)

    def _choices_of(self, name: str) -> Sequence[str]:
        if name.startswith(SOURCE):
            return source_choices(name.removeprefix(SOURCE))
        return choices(self.newsroom.config, name)

    def _read(self, name: str, words: str) -> object:
        if name.startswith(SOURCE):
            return read_source_setting(name.removeprefix(SOURCE), words)
        return read_preference(self.newsroom.config, name, words)

    def _now(self, name: str) -> str:
        """What it is now, and of which source."""
        feed = self.chosen_feed if name.startswith(SOURCE) else None
        value = in_words(self._value_of(name)) or say("palette.nothing_set")
        now = say("palette.setting_now", value=value)
        return f"{feed.title} · {now}" if feed else now


def _named(value: object) -> str:
    """A value as the catalogue names it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value).replace(" ", "_") or "auto"
