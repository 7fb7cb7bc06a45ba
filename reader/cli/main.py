"""The command `newsreader`: options, then a verb, each in a file of its own.

Data goes to standard output, messages to standard error. Exit status: 0 all well, 1 failed,
2 called wrongly, 3 some feeds failed, 130 interrupted.
"""

from __future__ import annotations

import io
import os
import sys
from functools import partial

from reader import __version__
from reader.cli.arguments import HelpAskedError, UsageError
from reader.cli.command_line import help_text, split
from reader.cli.context import Context, message
from reader.cli.verbs import run_verb
from reader.model.error_words import cause
from reader.model.errors import ReaderError
from reader.store import last_frame
from reader.wording.catalogue import find_language, say

TYPE_CHECKING = False
"""What type checkers take for true; see `reader.cli.entry`."""
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import NoReturn


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
        try:
            message(f"newsreader: {what}{cause(error)}.")
        except OSError:
            return 1  # nobody hears it
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
                return run_verb(context, verb, rest)
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
    # Imported here: a verb that answers in data alone says no word.
    from reader.newsroom.chosen_language import chosen_language
    from reader.store.paths import Paths

    return chosen_language(Paths.find(environ, home).config_file)


def leave() -> NoReturn:
    """Run `newsreader` and end the process; what the shell calls."""
    status = main()
    try:
        sys.stderr.flush()
    finally:
        # All files and terminals are closed by now. What the interpreter would still do takes
        # 0.2 s, and whoever pressed q is waiting for the prompt.
        os._exit(status)
