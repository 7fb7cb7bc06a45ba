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
from collections.abc import Sequence
from typing import NoReturn

from reader import __version__
from reader.cli.context import Context, Options, UsageError
from reader.model.errors import ReaderError

VERBS = {
    "add": "subscribe to a site or a feed",
    "remove": "unsubscribe; what you saved stays",
    "feeds": "list the sources and how they are doing",
    "refresh": "fetch what is new",
    "list": "stories, by query",
    "show": "one story as text, Markdown or JSON, with who said what",
    "open": "read any page, HTML or text file as a story",
    "save": "keep a page for later, whole",
    "mark": "mark stories read, unread, saved or not saved",
    "quotes": "who said what",
    "extract": "what is the story of a page (JSON lines)",
    "parse": "what is in a feed file (JSON lines)",
    "opml": "what is in an OPML file (JSON lines)",
    "import": "take sources from OPML or newsboat",
    "export": "write sources as OPML, stories as Markdown",
    "paths": "where the files lie",
}
"""Every verb with what it does, in the order of the help."""

OPTIONS = """\
      --demo          an edition that comes with the program, in a home thrown away at the end
      --plain         lines and prompts instead of a screen
      --home DIR      keep everything below DIR (or set NEWSREADER_HOME)
      --no-mouse      leave the mouse to the terminal
      --version       say which version this is
  -h, --help          this help"""


def help_text() -> str:
    """The page that ``newsreader --help`` prints."""
    width = max(map(len, VERBS))
    verbs = "\n".join(f"  {verb:<{width}}  {what}" for verb, what in VERBS.items())
    return (
        "newsreader: read the news in the terminal, and see who said what\n\n"
        "usage: newsreader [options]              open the reader\n"
        "       newsreader [options] VERB ...     one thing from the shell\n\n"
        f"options:\n{OPTIONS}\n\nverbs ('newsreader VERB --help' says more):\n{verbs}\n"
    )


def split(arguments: Sequence[str]) -> tuple[Options, str, list[str]]:
    """Part the global options from the verb and what belongs to it.

    The options may also stand behind the verb, where people put them.

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
                raise UsageError("--home needs a directory.")
            options.home = value
        elif word == "--demo":
            options.demo = True
        elif word == "--plain":
            options.plain = True
        elif word == "--no-mouse":
            options.mouse = False
        elif verb:
            rest.append(word)
        elif word in ("-h", "--help"):
            options.help = True
        elif word == "--version":
            options.version = True
        elif word.startswith("-"):
            raise UsageError(f"There is no option {word}.")
        elif word in VERBS:
            verb = word
        else:
            raise UsageError(f"There is no verb {word!r}.")
    return options, verb, rest


def run(context: Context, verb: str, arguments: list[str]) -> int:
    """Run one verb, or the reader itself if `verb` is empty; return the exit status."""
    name = {"": "reading", "import": "import_"}.get(verb, verb)
    module = importlib.import_module(f"reader.cli.{name}")
    status: int = module.run(context, arguments)
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `newsreader` and return its exit status."""
    os.umask(0o077)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a sign the locale lacks ends nothing
    try:
        options, verb, rest = split(sys.argv[1:] if arguments is None else arguments)
        if options.version:
            print(f"newsreader {__version__}")
            return 0
        if options.help:
            print(help_text(), end="")
            return 0
        with Context(options, dict(os.environ)) as context:
            status = run(context, verb, rest)
        sys.stdout.flush()
        return status
    except UsageError as error:
        print(f"newsreader: {error}\n'newsreader --help' lists what there is.", file=sys.stderr)
        return 2
    except ReaderError as error:
        print(f"newsreader: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def leave() -> NoReturn:
    """Run `newsreader` and end the process; what the shell calls."""
    status = main()
    with contextlib.suppress(OSError):
        sys.stderr.flush()
    # All files and terminals are closed by now. What the interpreter would still do takes 0.2 s,
    # and whoever pressed q is waiting for the prompt.
    os._exit(status)
