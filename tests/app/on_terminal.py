"""newsreader on a terminal of its own: what it writes is drawn on a screen one can read."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pexpect
import pyte

from reader.app.terminal.background import QUESTION

_OUTVOTING = (
    *("NO_COLOR", "COLUMNS", "LINES", "TMUX", "STY", "COLORFGBG", "LANG", "EDITOR", "VISUAL"),
)
"""Variables that would outvote what a test gives."""
_START = 'exec "$@" 2>"$0"'
WELCOME = "Welcome: this is how you read here"
"""The first headline of the demo edition."""
PATIENCE = 60.0
"""Seconds to wait for something on the screen; far more than it takes."""


class Terminal:
    """newsreader on a terminal of its own, and what stands on it."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        columns: int = 120,
        rows: int = 36,
        environ: Mapping[str, str] | None = None,
        errors: Path = Path("/dev/tty"),
    ) -> None:
        """`environ` comes over the environment; an empty value takes a name away.

        Standard error goes to `errors`.
        """
        given = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        given["LC_ALL"] = "C.UTF-8"
        for name in _OUTVOTING:
            given.pop(name, None)
        given = {name: value for name, value in {**given, **(environ or {})}.items() if value}
        self.background = ""
        """What the terminal answers when it is asked for its background."""
        self.answers: dict[str, str] = {}
        """What it answers to other questions."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        command = ["-m", "reader", "--home", str(home), *arguments]
        self.process = pexpect.spawn(
            "/bin/sh",
            ["-c", _START, str(errors), sys.executable, *command],
            dimensions=(rows, columns),
            env=given,
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
        if self.background and QUESTION.encode() in came:
            self.process.send(self.background)
        for question, answer in self.answers.items():
            if question.encode() in came:
                self.process.send(answer)
        self.raw += came
        self._stream.feed(came)
        return True

    @property
    def lines(self) -> list[str]:
        """What is on the screen, row by row."""
        columns, rows = range(self.screen.columns), range(self.screen.lines)
        return ["".join(self.screen.buffer[y][x].data for x in columns) for y in rows]

    def until(self, holds: Callable[[], bool]) -> bool:
        """Read on until something is so; False if it never is."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end or not self.read():
                return holds()
        return True

    def expect(self, words: str) -> None:
        """Wait until some words are on the screen; fails with what is there if they never come."""
        there = self.until(lambda: any(words in line for line in self.lines))
        assert there, f"{words!r} is not among:\n" + "\n".join(self.lines)

    def press(self, keys: str) -> None:
        """Type."""
        self.process.send(keys)

    def drain(self) -> None:
        """Read on until the program ends."""
        end = time.monotonic() + PATIENCE
        while self.read() and time.monotonic() < end:
            pass

    def ended(self) -> int | None:
        """Wait for the end; the exit status."""
        self.drain()
        self.process.close()
        return self.process.exitstatus

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.process.setwinsize(rows, columns)
        self.screen.resize(rows, columns)

    def given_back(self) -> bool:
        """Whether other screen, cursor, mouse, paste and keys are as they were."""
        pairs = [
            (b"\x1b[?1049h", b"\x1b[?1049l"),
            (b"\x1b[?25l", b"\x1b[?25h"),
            (b"\x1b[?1000h", b"\x1b[?1000l"),
            (b"\x1b[?2004h", b"\x1b[?2004l"),
            (b"\x1b[?1004h", b"\x1b[?1004l"),
            (b"\x1b[>", b"\x1b[<u"),
        ]
        return all(self.raw.rfind(on) < self.raw.rfind(off) for on, off in pairs)


Start = Callable[..., Terminal]
"""Starts the demo edition; takes what `Terminal` does behind its home."""
