"""What stands behind a verb: its form, its help and every fault in it, in words of the catalogue.

A form is a constant of the verb's file. Its words are the table ``verb_NAME`` of the catalogue:
``about``, one for each option and for what is not an option, ``examples`` and ``status``.
"""

from __future__ import annotations

from reader.wording.catalogue import say

TYPE_CHECKING = False
"""What type checkers take for true; see `reader.cli.entry`."""
if TYPE_CHECKING:
    from collections.abc import Sequence

MANY = 1_000_000
"""More words than a shell hands on."""


class UsageError(Exception):
    """The command was called in a way it does not understand."""


class HelpAskedError(Exception):
    """Somebody wants to read the help of a verb; it is the error's text."""


class Option:
    """An option; without `value` a switch."""

    __slots__ = ("name", "short", "value")

    def __init__(self, name: str, value: str = "", short: str = "") -> None:
        """`value` is what stands behind it, a word of the catalogue's table ``value``."""
        self.name = name
        self.value = value
        self.short = short

    @property
    def key(self) -> str:
        """Its name in the catalogue."""
        return self.name.replace("-", "_")


class Given:
    """What somebody has typed behind a verb: words and options."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._options: dict[str, str] = {}

    def give(self, option: str, value: str = "") -> None:
        """Note an option."""
        self._options[option] = value

    def flag(self, option: str) -> bool:
        """Whether a switch is there."""
        return option in self._options

    def text(self, option: str, default: str = "") -> str:
        """What stands behind an option."""
        return self._options.get(option, default)

    def number(self, option: str, default: int = 0) -> int:
        """The same as a whole number; raises `UsageError`."""
        text = self._options.get(option, str(default))
        try:
            return int(text)
        except ValueError:
            raise UsageError(say("usage.no_number", option=f"--{option}", word=text)) from None

    def stories(self) -> list[int]:
        """The words as the numbers of stories; raises `UsageError`."""
        return [story_number(word) for word in self.words]


class Form:
    """What one verb understands."""

    def __init__(
        self,
        verb: str,
        options: tuple[Option, ...] = (),
        word: str = "",
        *,
        least: int = 0,
        most: int = MANY,
        query: bool = False,
        one_of: tuple[str, ...] = (),
        needed: bool = False,
    ) -> None:
        """Say what may stand behind a verb.

        Args:
            verb: its name.
            options: its options, in the order of its help.
            word: what its words are, a word of the catalogue's table ``value``; empty if it
                takes none.
            least: how many words there must be.
            most: how many there may be.
            query: its words are a query: ``-sport`` is one of them, not an option.
            one_of: names of options that do not go together.
            needed: one of those must be there.

        """
        self.verb = verb
        self.options = options
        self.word = word
        self.least = least
        self.most = most
        self.query = query
        self.one_of = one_of
        self.needed = needed

    def read(self, arguments: Sequence[str]) -> Given:
        """Return what was typed, in parts.

        Raises:
            UsageError: it cannot be understood.
            HelpAskedError: ``-h`` or ``--help`` is there.

        """
        given, waiting = Given(), list(arguments)
        while waiting:
            word = waiting.pop(0)
            if word == "--":
                given.words += waiting
                break
            if word in ("-h", "--help"):
                raise HelpAskedError(self.help())
            if word.startswith("--"):
                self._long(word, waiting, given)
            elif not self._short(word, waiting, given):
                given.words.append(word)
        self._check(given)
        return given

    def help(self) -> str:
        """The page that ``newsreader VERB --help`` prints."""
        table = f"verb_{self.verb}"
        rows = [(f"  {self._value()}", say(f"{table}.{self.word}"))] if self.word else []
        options = [
            *((self._option_form(option), say(f"{table}.{option.key}")) for option in self.options),
            ("  -h, --help", say("usage.help")),
        ]
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

    def _long(self, word: str, waiting: list[str], given: Given) -> None:
        name, has_value, value = word[2:].partition("=")
        option = next((option for option in self.options if option.name == name), None)
        if option is None:
            raise self._fault("usage.no_option", option=f"--{name}", hint=self._hint(name))
        if has_value and not option.value:
            raise self._fault("usage.no_value", option=f"--{name}")
        given.give(option.name, value if has_value else self._behind(option, waiting))

    def _short(self, word: str, waiting: list[str], given: Given) -> bool:
        """Take ``-n``, ``-n 5`` or ``-n5``; False if the word is no option."""
        if not word.startswith("-") or len(word) == 1:
            return False
        option = next((option for option in self.options if option.short == word[1]), None)
        if option is not None and (len(word) == 2 or (option.value and word[2:].isdigit())):
            given.give(option.name, word[2:] or self._behind(option, waiting))
            return True
        if self.query and not _looks_like_an_option(word):
            return False
        raise self._fault("usage.no_option", option=word, hint="")

    def _behind(self, option: Option, waiting: list[str]) -> str:
        if not option.value:
            return ""
        if not waiting or waiting[0] == "--":
            value = say(f"value.{option.value}")
            raise self._fault("usage.value_missing", option=f"--{option.name}", value=value)
        return waiting.pop(0)

    def _check(self, given: Given) -> None:
        together = [f"--{name}" for name in self.one_of if given.flag(name)]
        if len(together) > 1:
            raise self._fault("usage.together", one=together[0], other=together[1])
        if self.needed and not together:
            options = ", ".join(f"--{name}" for name in self.one_of)
            raise self._fault("usage.one_of", options=options)
        if len(given.words) < self.least:
            raise self._fault("usage.missing", word=self._value())
        if len(given.words) > (self.most if self.word else 0):
            raise self._fault("usage.too_many", word=given.words[-1])

    def _hint(self, name: str) -> str:
        from reader.wording.did_you_mean import did_you_mean  # it takes 6 ms to import

        return did_you_mean(name, [option.name for option in self.options], "--")

    def _fault(self, key: str, **values: str) -> UsageError:
        return UsageError(f"{self.verb}: {say(key, **values)}")


def _looks_like_an_option(word: str) -> bool:
    """Whether a word is ``-x`` or ``-x5``; in a query, ``-sport`` says what is not wanted."""
    return word.isascii() and word[1].isalpha() and (len(word) == 2 or word[2:].isdecimal())


def story_number(text: str) -> int:
    """Return the number of a story as it is typed; raises `UsageError` if it can be none."""
    if text.isdecimal() and 0 < int(text[:20]) < 2**63:
        return int(text[:20])
    raise UsageError(say("usage.no_story_number", word=text))
