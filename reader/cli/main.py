"""The command `newsreader`: global options, then a verb, each in a file of its own.

Data goes to standard output, messages to standard error. Exit status: 0 all well, 1 failed,
2 called wrongly, 3 some feeds failed, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from reader import __version__
from reader.cli.arguments import HelpAskedError, UsageError
from reader.cli.context import Context, Options, message
from reader.model.error_words import cause
from reader.model.errors import ReaderError
from reader.newsroom.chosen_language import chosen_language
from reader.store import last_frame
from reader.store.paths import Paths
from reader.wording.catalogue import find_language, say
from reader.wording.did_you_mean import did_you_mean

VERBS = (
    "add",
    "remove",
    "feeds",
    "refresh",
    "list",
    "show",
    "open",
    "save",
    "mark",
    "quotes",
    "extract",
    "parse",
    "opml",
    "import",
    "export",
    "paths",
)
"""Every verb, in the order of the help."""

OTHER_NAMES = {
    "cat": "show",
    "delete": "remove",
    "fetch": "refresh",
    "find": "list",
    "follow": "add",
    "ls": "list",
    "opens": "open",
    "read": "open",
    "rm": "remove",
    "search": "list",
    "sources": "feeds",
    "stories": "list",
    "subscribe": "add",
    "sync": "refresh",
    "unsubscribe": "remove",
    "update": "refresh",
}
"""What people try, and the verb that does it."""


def help_text() -> str:
    """The page that ``newsreader --help`` prints."""
    width = max(map(len, VERBS))
    verbs = "\n".join(f"  {verb:<{width}}  {say(f'verbs.{verb}')}" for verb in VERBS)
    return say("usage.page", verbs=verbs) + "\n"


def split(arguments: Sequence[str]) -> tuple[Options, str, list[str]]:
    """Part the global options from the verb and what belongs to it.

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
        if word == "--home" or word.startswith("--home="):
            value = word[7:] if "=" in word else (waiting.pop(0) if waiting else "")
            if not value:
                raise UsageError(say("usage.home"))
            options.home = value
        elif word == "--demo":
            options.demo = True
        elif word == "--plain":
            options.plain = True
        elif word == "--no-mouse":
            options.mouse = False
        elif verb:
            rest.append(word)
        elif word in ("-h", "--help", "help"):
            options.help = True
        elif word == "--version":
            options.version = True
        elif word.startswith("-"):
            known = ("home", "demo", "plain", "no-mouse", "help", "version")
            hint = did_you_mean(word.lstrip("-"), known, "--")
            raise UsageError(say("usage.no_option", option=word, hint=hint))
        elif word in VERBS:
            verb = word
        else:
            raise UsageError(_no_verb(word))
    if options.help and verb:
        options.help = False
        rest.append("--help")
    return options, verb, rest


def _no_verb(word: str) -> str:
    if "://" in word or "/" in word or Path(word).exists():
        return say("usage.no_verb_page", word=word)
    return say("usage.no_verb", word=word, hint=did_you_mean(OTHER_NAMES.get(word, word), VERBS))


def run(context: Context, verb: str, arguments: list[str]) -> int:
    """Run one verb, or the reader itself if `verb` is empty; return the exit status."""
    name = {"": "reading", "import": "import_"}.get(verb, verb)
    module = importlib.import_module(f"reader.cli.{name}")
    status: int = module.run(context, arguments)
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `newsreader` and return its exit status."""
    os.umask(0o077)
    _open_closed_streams()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a sign the locale lacks ends nothing
    words = sys.argv[1:] if arguments is None else list(arguments)
    environ = dict(os.environ)
    find_language(partial(_language, words, environ), environ)
    try:
        status = _answer(words, environ)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        what = f"{error.filename}: " if error.filename else ""
        with contextlib.suppress(OSError):
            message(f"newsreader: {what}{cause(error)}.")
        return 1


def _answer(words: Sequence[str], environ: Mapping[str, str]) -> int:
    """Do what the words say; what cannot be done is said on standard error."""
    try:
        options, verb, rest = split(words)
        if options.version:
            print(f"newsreader {__version__}")
            return 0
        if options.help:
            print(help_text(), end="")
            return 0
        with Context(options, environ) as context:
            try:
                return run(context, verb, rest)
            except (ReaderError, UsageError, HelpAskedError, OSError):
                raise
            except Exception as error:  # a fault of ours: no traceback across the terminal
                context.note_fault()
                raise ReaderError(say("status.fault", log=context.paths.log)) from error
            finally:
                last_frame.take_back()
    except HelpAskedError as asked:
        print(asked, end="")
        return 0
    except UsageError as error:
        message(f"newsreader: {error}\n{say('usage.see_help')}")
        return 2
    except ReaderError as error:
        message(f"newsreader: {error}")
        return 1


def _open_closed_streams() -> None:
    """Give the program the three streams it counts on, where whoever started it closed some.

    Else a database would be standard output, and be printed into.
    """
    while (descriptor := os.open(os.devnull, os.O_RDWR)) < 3:
        pass
    os.close(descriptor)
    sys.stdin = sys.stdin or open(0, encoding="utf-8")  # noqa: SIM115 - they last as long as we do
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8")  # noqa: SIM115


def _language(words: list[str], environ: Mapping[str, str]) -> str:
    """The language that is set where these words say that the settings lie."""
    home = next((word[7:] for word in words if word.startswith("--home=")), "")
    if "--home" in words[:-1]:
        home = words[words.index("--home") + 1]
    if "--demo" in words and not home:
        return ""
    return chosen_language(Paths.find(environ, home).config_file)


def leave() -> NoReturn:
    """Run `newsreader` and end the process; what the shell calls."""
    status = main()
    with contextlib.suppress(OSError):
        sys.stderr.flush()
    # All files and terminals are closed by now. What the interpreter would still do takes 0.2 s,
    # and whoever pressed q is waiting for the prompt.
    os._exit(status)
