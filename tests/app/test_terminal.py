"""The real program in a real terminal: read, mark, quit; the terminal is left as it was."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

PATIENCE = 30.0
"""Seconds to wait for something on the screen; far more than it takes."""


class Terminal:
    """newsreader on a terminal of its own, and what stands on it."""

    def __init__(self, home: Path, *arguments: str, columns: int = 120, rows: int = 36) -> None:
        environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environ["LC_ALL"] = "C.UTF-8"
        for name in ("NO_COLOR", "COLUMNS", "LINES"):  # they would outvote the terminal
            environ.pop(name, None)
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "reader", "--home", str(home), *arguments],
            dimensions=(rows, columns),
            env=environ,
            cwd=str(Path(__file__).parents[2]),
            timeout=PATIENCE,
        )

    def read(self, seconds: float = 0.05) -> bool:
        """Take what has come; False at the end of the program."""
        try:
            data: str | bytes = self.process.read_nonblocking(65_536, seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        # Without an encoding it gives bytes, whatever its stubs say.
        came = data if isinstance(data, bytes) else data.encode()
        self.raw += came
        self._stream.feed(came)
        return True

    @property
    def lines(self) -> list[str]:
        """What is on the screen, row by row."""
        columns, rows = range(self.screen.columns), range(self.screen.lines)
        return ["".join(self.screen.buffer[y][x].data for x in columns) for y in rows]

    def expect(self, words: str) -> None:
        """Wait until some words are on the screen; fails with what is there if they never come."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if any(words in line for line in self.lines):
                return
            if not self.read():
                break
        text = "\n".join(self.lines)
        assert words in text, text

    def press(self, keys: str) -> None:
        """Type."""
        self.process.send(keys)

    def ended(self) -> int | None:
        """Wait for the end; the exit status."""
        end = time.monotonic() + PATIENCE
        while self.read() and time.monotonic() < end:
            pass
        self.process.close()
        return self.process.exitstatus


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
    # The other screen, the cursor and the mouse are given back.
    assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
    assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l")
    assert terminal.raw.rfind(b"\x1b[?1000l") > terminal.raw.rfind(b"\x1b[?1000h")


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
    assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
    assert b"Traceback" not in terminal.raw
