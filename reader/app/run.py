"""Starts the app on a terminal and leaves the terminal as it was, whatever happens."""

from __future__ import annotations

import gc
import io
import logging
import os
import signal
import sys
import threading
from typing import TextIO

from rich.console import Console

from reader.app.app import NewsreaderApp, TerminalFacts
from reader.app.looks.looks import EXACT
from reader.app.terminal.background import told_by
from reader.app.terminal.clipboard import copy_text
from reader.app.terminal.driver import TerminalDriver
from reader.model.article import Article
from reader.newsroom.newsroom import Newsroom
from reader.store import last_frame
from reader.wording.catalogue import say, use_language

_LOG = logging.getLogger(__name__)
LAST_ACTS = 2.0
"""Seconds in which what was asked for last must be stored; a busy writer takes a tenth of one."""
GIVE_WAY = 0.001
"""Seconds after which a thread at work lets the one that paints go on: Python's own 5 ms are spent
several times for one key while a long story is laid out or a refresh runs."""
STARTED = 3.0
"""Seconds after which whatever the start makes is there."""
DEMO = 64
"""What `run` returns when somebody wants the edition that ships with the program."""


def run(newsroom: Newsroom, *, mouse: bool = True, article: Article | None = None) -> int:
    """Show a newsroom, or one `article` alone, until the person quits; return the exit status."""
    use_language(newsroom.config.language, os.environ)
    # With NO_COLOR only the terminal's own palette is without colour; others would turn grey.
    ansi_color = True if os.environ.get("NO_COLOR") else None
    app = NewsreaderApp(
        newsroom, article=article, ansi_color=ansi_color, terminal=_terminal_facts(mouse)
    )
    app.driver_class = TerminalDriver
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
        # The terminal is gone, or somebody ends the reader: what is open is kept, then it ends.
        signal.signal(number, lambda *_: app.call_later(app.session.quit))
    _log_faults_of_threads()
    _spare_collector()
    status = app.run(mouse=mouse and newsroom.config.mouse)
    app.requests.finish(LAST_ACTS)
    if app.failed:
        sys.stderr.write(f"newsreader: {say('status.fault', log=newsroom.paths.log)}\n")
    if app.wants_demo:
        return DEMO
    return status or app.return_code or 0


def _terminal_facts(mouse: bool) -> TerminalFacts:
    """What the environment and the streams tell of the terminal."""
    return TerminalFacts(
        light=told_by(os.environ) or False,
        colours=Console().color_system or EXACT,
        plain_signs=not _can_show("“…”▌", sys.stdout),
        mouse_allowed=mouse,
        copier=copy_text,
        behind_frame=last_frame.is_up(),
    )


def _log_faults_of_threads() -> None:
    """Note what ends a thread in the log; nothing of it goes to the terminal."""

    def note(fault: threading.ExceptHookArgs) -> None:
        if fault.exc_type is not SystemExit and fault.exc_value is not None:
            name = fault.thread.name if fault.thread else ""
            _LOG.error("the thread %s ended by a fault", name, exc_info=fault.exc_value)

    threading.excepthook = note


def _spare_collector() -> None:
    """Let threads give way sooner, and keep Python's collector off what the start makes.

    It all stays until the end, and a look at it takes 60 to 90 ms, in which no key is answered.
    Until the start is over nothing is collected; what there is by then is never looked at again.
    """

    def begin() -> None:
        gc.freeze()
        gc.enable()

    gc.disable()
    sys.setswitchinterval(GIVE_WAY)
    timer = threading.Timer(STARTED, begin)
    timer.daemon = True
    timer.start()


def _can_show(signs: str, out: TextIO) -> bool:
    """Whether an output can be given these signs; it replaces from now on what it cannot."""
    try:
        signs.encode(out.encoding or "ascii")
    except UnicodeEncodeError:
        if isinstance(out, io.TextIOWrapper):
            out.reconfigure(errors="replace")
        return False
    return True
