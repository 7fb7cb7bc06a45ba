"""What stands behind a verb: its form, its help and every fault in it, in words of the catalogue.

A form is a constant of the verb's file. Its words are the table ``verb_NAME`` of the catalogue:
``about``, one for each option and for what is not an option, ``examples`` and ``status``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.wording.catalogue import say
from reader.wording.did_you_mean import did_you_mean

MANY = 1_000_000
"""More words than a shell hands on."""
_LETTER = re.compile(r"-[a-zA-Z][0-9]*")


class UsageError(Exception):
    """The command was called in a way it does not understand."""


class HelpAskedError(Exception):
    """Somebody wants to read the help of a verb; it is the error's text."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option; without `value` a switch."""

    name: str
    value: str = ""
    """What stands behind it, a word of the catalogue's table ``value``."""
    short: str = ""

    @property
    def key(self) -> str:
        """Its name in the catalogue."""
        return self.name.replace("-", "_")


@dataclass(slots=True)
class Wanted:
    """What was asked for."""

    words: list[str] = field(default_factory=list)
    _given: dict[str, str] = field(default_factory=dict)

    def give(self, option: str, value: str = "") -> None:
        """Note an option."""
        self._given[option] = value

    def flag(self, option: str) -> bool:
        """Whether a switch is there."""
        return option in self._given

    def text(self, option: str, default: str = "") -> str:
        """What stands behind an option."""
        return self._given.get(option, default)

    def number(self, option: str, default: int = 0) -> int:
        """The same as a whole number; raises `UsageError`."""
        text = self._given.get(option, str(default))
        try:
            return int(text)
        except ValueError:
            raise UsageError(say("usage.no_number", option=f"--{option}", word=text)) from None

    def stories(self) -> list[int]:
        """The words as the numbers of stories; raises `UsageError`."""
        return [story_number(word) for word in self.words]


@dataclass(frozen=True, slots=True)
class Form:
    """What one verb understands."""

    verb: str
    options: tuple[Option, ...] = ()
    word: str = ""
    """What its words are, a word of the catalogue's table ``value``; empty if it takes none."""
    least: int = 0
    most: int = MANY
    query: bool = False
    """Its words are a query: ``-sport`` is one of them, not an option."""
    one_of: tuple[str, ...] = ()
    """Options that do not go together."""
    needed: bool = False
    """One of those must be there."""

    def read(self, arguments: Sequence[str]) -> Wanted:
        """Return what was asked for.

        Raises:
            UsageError: it cannot be understood.
            HelpAskedError: ``-h`` or ``--help`` is there.

        """
        wanted, waiting = Wanted(), list(arguments)
        while waiting:
            word = waiting.pop(0)
            if word == "--":
                wanted.words += waiting
                break
            if word in ("-h", "--help"):
                raise HelpAskedError(self.help())
            if word.startswith("--"):
                self._long(word, waiting, wanted)
            elif not self._short(word, waiting, wanted):
                wanted.words.append(word)
        self._check(wanted)
        return wanted

    def help(self) -> str:
        """The page that ``newsreader VERB --help`` prints."""
        table = f"verb_{self.verb}"
        rows = [(f"  {self._value()}", say(f"{table}.{self.word}"))] if self.word else []
        options = [(self._option_form(one), say(f"{table}.{one.key}")) for one in self.options]
        options.append(("  -h, --help", say("usage.help")))
        column = max(len(left) for left, _ in (*rows, *options)) + 2
        lines = [f"newsreader {self.verb}: {say(f'{table}.about')}", "", self.usage(), ""]
        lines += [f"{left:<{column}}{right}" for left, right in rows]
        lines += [""] if rows else []
        lines += [say("usage.options"), *(f"{left:<{column}}{right}" for left, right in options)]
        lines += ["", say("usage.examples")]
        lines += [f"  {line}" for line in say(f"{table}.examples").splitlines()]
        lines += ["", say(f"{table}.status")]
        return "\n".join(lines) + "\n"

    def usage(self) -> str:
        """One line that shows the order of things."""
        word = self._value()
        if word and self.most > 1:
            word += " ..."
        if word and not self.least:
            word = f"[{word}]"
        parts = [f"newsreader {self.verb}", say("usage.options_here") if self.options else "", word]
        return say("usage.usage", form=" ".join(filter(None, parts)))

    def _value(self) -> str:
        return say(f"value.{self.word}") if self.word else ""

    def _option_form(self, option: Option) -> str:
        short = f"-{option.short}, " if option.short else "    "
        value = f" {say(f'value.{option.value}')}" if option.value else ""
        return f"  {short}--{option.name}{value}"

    def _long(self, word: str, waiting: list[str], wanted: Wanted) -> None:
        name, has_value, value = word[2:].partition("=")
        option = next((one for one in self.options if one.name == name), None)
        if option is None:
            raise self._fault("usage.no_option", option=f"--{name}", hint=self._hint(name))
        if has_value and not option.value:
            raise self._fault("usage.no_value", option=f"--{name}")
        wanted.give(option.name, value if has_value else self._behind(option, waiting))

    def _short(self, word: str, waiting: list[str], wanted: Wanted) -> bool:
        """Take ``-n``, ``-n 5`` or ``-n5``; False if the word is no option."""
        if not word.startswith("-") or len(word) == 1:
            return False
        option = next((one for one in self.options if one.short == word[1]), None)
        if option is not None and (len(word) == 2 or (option.value and word[2:].isdigit())):
            wanted.give(option.name, word[2:] or self._behind(option, waiting))
            return True
        if self.query and not _LETTER.fullmatch(word):
            return False
        raise self._fault("usage.no_option", option=word, hint="")

    def _behind(self, option: Option, waiting: list[str]) -> str:
        if not option.value:
            return ""
        if not waiting or waiting[0] == "--":
            value = say(f"value.{option.value}")
            raise self._fault("usage.value_missing", option=f"--{option.name}", value=value)
        return waiting.pop(0)

    def _check(self, wanted: Wanted) -> None:
        together = [f"--{name}" for name in self.one_of if wanted.flag(name)]
        if len(together) > 1:
            raise self._fault("usage.together", one=together[0], other=together[1])
        if self.needed and not together:
            options = ", ".join(f"--{name}" for name in self.one_of)
            raise self._fault("usage.one_of", options=options)
        if len(wanted.words) < self.least:
            raise self._fault("usage.missing", word=self._value())
        if len(wanted.words) > (self.most if self.word else 0):
            raise self._fault("usage.too_many", word=wanted.words[-1])

    def _hint(self, name: str) -> str:
        return did_you_mean(name, [option.name for option in self.options], "--")

    def _fault(self, key: str, **values: str) -> UsageError:
        return UsageError(f"{self.verb}: {say(key, **values)}")


def story_number(text: str) -> int:
    """Return the number of a story as it is typed; raises `UsageError` if it can be none."""
    if text.isdecimal() and 0 < int(text[:20]) < 2**63:
        return int(text[:20])
    raise UsageError(say("usage.no_story_number", word=text))
