"""The whole command line: options for every verb, the verb, and what belongs to it."""

from __future__ import annotations

import os

from reader.cli.arguments import UsageError
from reader.cli.verbs import VERBS, nearest_verb
from reader.wording.catalogue import say

TYPE_CHECKING = False
"""What type checkers take for true; see `reader.cli.entry`."""
if TYPE_CHECKING:
    from collections.abc import Sequence

_HOME = "--home"
_SWITCHES = {"--demo": "demo", "--plain": "plain", "--no-mouse": "no_mouse"}
"""Switches that may stand before or behind the verb, and their fields in `Options`."""
_BEFORE_THE_VERB = {"-h": "help", "--help": "help", "help": "help", "--version": "version"}
"""The same for those that mean the whole program only before a verb."""


class Options:
    """The options that every verb has."""

    def __init__(self, *, home: str = "", demo: bool = False, plain: bool = False) -> None:
        """`home` is a directory below which all files lie; empty for the platform's places."""
        self.home = home
        self.demo = demo
        self.plain = plain
        self.no_mouse = False
        self.help = False
        self.version = False


def split(arguments: Sequence[str]) -> tuple[Options, str, list[str]]:
    """Part the options of every verb from the verb and what belongs to it.

    The options may also stand behind the verb, where people put them; ``help VERB`` is
    ``VERB --help``.

    Raises:
        UsageError: an option or a verb that does not exist.

    """
    options, verb, rest = Options(), "", []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        if word == _HOME or word.startswith(f"{_HOME}="):
            options.home = _directory(word, waiting)
        elif word in _SWITCHES:
            setattr(options, _SWITCHES[word], True)
        elif verb:
            rest.append(word)
        elif word in _BEFORE_THE_VERB:
            setattr(options, _BEFORE_THE_VERB[word], True)
        elif word in VERBS:
            verb = word
        else:
            raise UsageError(_not_understood(word))
    if options.help and verb:
        options.help = False
        rest.append("--help")
    return options, verb, rest


def help_text() -> str:
    """The page that ``newsreader --help`` prints."""
    width = max(map(len, VERBS))
    verbs = "\n".join(f"  {verb:<{width}}  {say(f'verbs.{verb}')}" for verb in VERBS)
    return say("usage.page", verbs=verbs) + "\n"


def _directory(word: str, waiting: list[str]) -> str:
    """What stands behind ``--home``; it is taken from `waiting` if it is a word of its own."""
    value = word.removeprefix(f"{_HOME}=") if "=" in word else (waiting.pop(0) if waiting else "")
    if not value:
        raise UsageError(say("usage.home"))
    return value


def _not_understood(word: str) -> str:
    from reader.wording.did_you_mean import did_you_mean  # it takes 6 ms to import

    if word.startswith("-"):
        options = [name[2:] for name in (_HOME, *_SWITCHES, "--help", "--version")]
        hint = did_you_mean(word.lstrip("-"), options, "--")
        return say("usage.no_option", option=word, hint=hint)
    if "://" in word or "/" in word or os.path.exists(word):
        return say("usage.no_verb_page", word=word)
    return say("usage.no_verb", word=word, hint=did_you_mean(nearest_verb(word), VERBS))
