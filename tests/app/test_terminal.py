"""The real program in a real terminal: read, mark, quit; the terminal is left as it was."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.on_terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path / "home", "--demo")
    yield terminal
    terminal.process.close(force=True)


def test_a_newcomer_reads_saves_searches_and_leaves(terminal: Terminal) -> None:
    terminal.expect("Welcome: this is how you read here")
    terminal.press("n")
    terminal.expect("DAILY WHISTLE")
    terminal.press("s")
    terminal.expect("Saved for later, complete")
    terminal.press("z")
    terminal.expect("Undone")
    terminal.press('"')
    terminal.expect("Voices")
    terminal.press("q")
    terminal.expect("newest first")
    terminal.press("?")
    terminal.expect("page on, then the next unread story")
    terminal.press("q")
    terminal.press("/eels\r")
    terminal.expect("Eels go home by ear")
    terminal.press("\x1b")
    terminal.expect("Unread 29 ")  # and "q" at once behind "esc" would be another key
    terminal.press("q")
    assert terminal.ended() == 0
    assert b"Traceback" not in terminal.raw
    assert terminal.given_back()


def test_what_was_read_is_read_the_next_time(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = Terminal(home, "--demo", columns=80, rows=24)
    first.expect("Welcome: this is how you read here")
    first.press("\rnn")
    first.expect("The town clock has been right")
    first.press("qq")
    assert first.ended() == 0
    again = Terminal(home, "--demo", columns=80, rows=24)
    again.expect("Unread 27")
    again.press("q")
    assert again.ended() == 0


@pytest.mark.parametrize("signal_number", [1, 15])
def test_a_signal_ends_it_and_the_terminal_is_as_it_was(
    terminal: Terminal, signal_number: int
) -> None:
    terminal.expect("Welcome: this is how you read here")
    os.kill(terminal.process.pid or 0, signal_number)
    terminal.ended()
    assert terminal.given_back()
    assert b"Traceback" not in terminal.raw
