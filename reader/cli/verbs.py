"""The table of verbs; each is a module of its own, imported when it is asked for."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
"""What type checkers take for true; see `reader.cli.entry`."""
if TYPE_CHECKING:
    from reader.cli.context import Context

VERBS = {
    "add": ("follow", "subscribe"),
    "remove": ("delete", "rm", "unsubscribe"),
    "feeds": ("sources",),
    "refresh": ("fetch", "sync", "update"),
    "list": ("find", "ls", "search", "stories"),
    "show": ("cat",),
    "open": ("opens", "read"),
    "save": (),
    "mark": (),
    "quotes": (),
    "extract": (),
    "parse": (),
    "opml": (),
    "import": (),
    "export": (),
    "paths": (),
}
"""Every verb in the order of the help, and the names that people try in its place."""
_MODULES = {"": "reading", "import": "import_"}
"""Modules that have another name than their verb."""


def nearest_verb(word: str) -> str:
    """The verb that people mean by one of its other names; any other word as it is."""
    return next((verb for verb, other_names in VERBS.items() if word in other_names), word)


def run_verb(context: Context, verb: str, arguments: list[str]) -> int:
    """Run a verb, or the reader itself if `verb` is empty; return the exit status."""
    name = f"reader.cli.{_MODULES.get(verb, verb)}"
    __import__(name)  # as `importlib` does, which would have to be imported itself
    status: int = sys.modules[name].run(context, arguments)
    return status
