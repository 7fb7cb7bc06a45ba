"""The terminal the app runs on: what is written and typed there, its background, its end.

Textual's driver with six differences. The terminal is asked for its background, and if pictures
are wanted for what it can draw; the answers never become keys. Placeholders of pictures become
pixels where it has Sixel. What cannot be encoded or decoded is replaced; it does not end a thread.
A terminal that is gone ends the app. The mouse can be taken and given back while the app runs.
Over the last frame nothing is painted until all there is to paint has come.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import selectors
import struct
import sys
import termios
import time
from codecs import getincrementaldecoder
from io import TextIOWrapper
from typing import IO, cast

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reader.app.terminal.background import QUESTION, Answers, may_ask
from reader.app.terminal.graphics import FIRST_QUESTION, Questions, cell_size
from reader.app.terminal.sixel_canvas import Canvas
from reader.store import last_frame

IN_TIME = 0.5
"""Seconds in which an answer still changes the colours: later it would change them while somebody
reads. The first frame does not wait for it."""
_LATE = 10.0
"""Seconds in which the beginning of an answer is held back; whole ones never become keys."""
_PAUSE = 0.05
"""Seconds without a further byte after which nothing more belongs to what has come."""


class BackgroundTold(Message):
    """The terminal has said whether its background is light."""

    def __init__(self, light: bool) -> None:
        super().__init__()
        self.light = light


class GraphicsTold(Message):
    """The terminal has said whether it draws Sixel, and how large its cells are."""

    def __init__(self, sixel: bool, cell: tuple[int, int] | None) -> None:
        super().__init__()
        self.sixel = sixel
        self.cell = cell


class TerminalGone(Message):
    """Nothing can be typed any more: the window was closed."""


class Outlet:
    """A file that takes what is written even when nobody reads it any more.

    Textual's thread for output ends with an error when the window is closed, and everybody who
    still wants to write then waits for it for ever: the program would never end.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write, or let it go."""
        with contextlib.suppress(OSError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Send on what was written, or let it go."""
        with contextlib.suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """Return the number of the file."""
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Reads and writes the terminal; see the module's text."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # Standard error may lead to a file, and that is where Textual's driver would draw.
        self._file = cast(TextIOWrapper, Outlet(sys.__stdout__ or sys.stdout))
        self._answers = Answers()
        self._asked: float | None = None
        self.canvas = Canvas()
        self._held: list[str] | None = None
        """What is to be written once the last frame is let go."""
        self._has_screen = False

    def start_application_mode(self) -> None:
        """Take the terminal, and ask it for its background the first time."""
        before = last_frame.taking_over()
        self._has_screen = before is not None
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's lacks types
        if before is not None:
            self.attrs_before = before
        if self._asked is None and self.input_tty and may_ask(os.environ):
            self._asked = time.monotonic()
            self.write(QUESTION)
            self.flush()
        if before is not None:
            self._held = []

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self.let_go()
        super().stop_application_mode()

    def write(self, data: str) -> None:
        """Write, with pixels in the place of pictures' placeholders; over the last frame later."""
        if self._has_screen and data == last_frame.OTHER_SCREEN:
            self._has_screen = False  # to take it once more would clear it
        elif self._held is not None:
            self._held.append(data)
        else:
            super().write(self.canvas.paint(data))

    def let_go(self) -> None:
        """Paint over the last frame, at one stroke."""
        held, self._held = self._held, None
        if held:
            text = "".join(held).replace(SYNC_START, "").replace(SYNC_END, "")
            self.write(f"{SYNC_START}{text}{SYNC_END}")
            self.flush()

    def ask_graphics(self) -> None:
        """Ask what the terminal can draw, once; `GraphicsTold` says it, or nothing ever comes."""
        if self._answers.graphics is None and self.input_tty and may_ask(os.environ):
            self._asked = time.monotonic()
            self._answers.graphics = Questions()
            self.write(FIRST_QUESTION)
            self.flush()

    def cell_size(self) -> tuple[int, int] | None:
        """Pixels of a cell as the system knows them; None if it does not."""
        try:
            size = fcntl.ioctl(self.fileno, termios.TIOCGWINSZ, bytes(8))
        except OSError:
            return None
        rows, columns, wide, high = struct.unpack("HHHH", size)
        return cell_size(wide // columns, high // rows) if rows and columns else None

    def use_mouse(self, wanted: bool) -> None:
        """Take the mouse, or leave it to the terminal."""
        if wanted != self._mouse:
            self._mouse = True  # the other two do nothing without it
            (self._enable_mouse_support if wanted else self._disable_mouse_support)()
            self._mouse = wanted

    def run_input_thread(self) -> None:
        """Make events of what is typed until the app stops listening."""
        parser = XTermParser(self._debug)
        decoder = getincrementaldecoder("utf-8")("replace")
        with selectors.SelectSelector() as waiting:
            waiting.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                text = ""
                if waiting.select(_PAUSE):
                    typed = self._read()
                    if not typed:
                        self.process_message(TerminalGone())
                        return
                    text = self._without_answers(decoder.decode(typed))
                else:
                    text = self._answers.rest()
                if text:
                    for event in parser.feed(text):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:  # the terminal's other end is closed
            return b""

    def _without_answers(self, text: str) -> str:
        if self._asked is None:
            return text
        waited = time.monotonic() - self._asked
        graphics = self._answers.graphics
        told = self._answers.answered and (graphics is None or graphics.finished)
        if told and "\x1b]11;" not in text:
            return self._answers.rest() + text
        before, drew = self._answers.answered, graphics is not None and graphics.finished
        text = self._answers.take(text, hold=waited < _LATE)
        if self._answers.answered and not before and waited < IN_TIME:
            light = self._answers.light
            if light is not None:
                self.process_message(BackgroundTold(light))
        if graphics:
            self._go_on_asking()
            if graphics.finished and not drew:
                self.process_message(GraphicsTold(graphics.sixel, graphics.cell))
        return text

    def _go_on_asking(self) -> None:
        if self._answers.next_question:
            self.write(self._answers.next_question)
            self.flush()
            self._answers.next_question = ""
