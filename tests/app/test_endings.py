"""However the reader ends, the terminal is as it was, and nobody sees a traceback."""

from __future__ import annotations

import os
import signal
import termios
from pathlib import Path

import pytest

from tests.app.on_terminal import WELCOME, Start, Terminal


def modes(terminal: Terminal) -> list[object]:
    """What ``stty -a`` would show."""
    return termios.tcgetattr(terminal.process.child_fd)


@pytest.mark.parametrize(
    ("where", "how"),
    [
        ("", "q"),  # elsewhere it is a letter, or closes the sheet
        *((where, how) for where in ("", "/clock", ":", "?")
          for how in ("\x11", signal.SIGTERM, signal.SIGHUP)),
    ],
)  # fmt: skip
def test_the_modes_of_the_terminal_are_put_back(
    start: Start, where: str, how: str | signal.Signals
) -> None:
    terminal = start()
    before = modes(terminal)
    terminal.expect(WELCOME)
    assert modes(terminal) != before, "while it draws, keys come one by one"
    terminal.press(where)
    if isinstance(how, str):
        terminal.press(how)
    else:
        os.kill(terminal.process.pid or 0, how)
    terminal.drain()
    assert modes(terminal) == before
    assert terminal.given_back()
    assert b"Traceback" not in terminal.raw
    assert terminal.ended() == 0


@pytest.mark.parametrize("term", ["no-such-terminal", "vt52", "xterm-kitty"])
def test_a_terminal_nobody_knows_is_drawn_on_and_given_back(start: Start, term: str) -> None:
    terminal = start(environ={"TERM": term, "COLORTERM": ""}, columns=80, rows=24)
    terminal.expect(WELCOME)
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.given_back()


def test_a_second_reader_shows_everything_and_says_why_it_saves_nothing(
    tmp_path: Path, start: Start
) -> None:
    first = start()
    first.expect(WELCOME)
    second = Terminal(tmp_path / "home")
    second.expect(WELCOME)
    second.press("s")
    second.expect("Another newsreader is open")
    for terminal in (second, first):
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.given_back()
        assert b"Traceback" not in terminal.raw
