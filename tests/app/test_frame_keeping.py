"""The reader begins with the screen as it was left, and takes it over."""

from __future__ import annotations

import os
import signal
import termios
from pathlib import Path

import pytest

from reader.store.last_frame import NAME, OTHER_SCREEN
from reader.store.paths import Paths
from tests.app.on_terminal import Terminal
from tests.editions import COURIER, Edition, Item, rss

BEGINNING = f"{OTHER_SCREEN}\x1b[?25l\x1b[?7l\x1b[1H".encode()
"""What a painted frame begins with, and nothing else the reader writes."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    edition = Edition(tmp_path / "home")
    edition.clock.time = 1_700_000_000
    items = [
        Item(title, f"<p>{words}</p>", title, published=1_699_000_000 - at)
        for at, (title, words) in enumerate(
            [("Bridge opens", "It opens on Monday."), ("Eels return", "They come by night.")]
        )
    ]
    edition.web.page(COURIER, rss("Courier", *items))
    newsroom = edition.open()
    newsroom.preferences.set("refresh.on_start", False)
    newsroom.preferences.set("keep_days", 0)
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    newsroom.close()
    return edition.home


def visit(home: Path, columns: int = 120) -> Terminal:
    """Read for a moment, and quit from the list."""
    terminal = Terminal(home, columns=columns)
    terminal.expect("It opens on Monday")
    terminal.press("q")
    assert terminal.ended() == 0
    return terminal


def kept(home: Path) -> Path:
    return Paths.below(home).cache / NAME


def test_the_next_start_begins_with_the_screen_as_it_was_left(home: Path) -> None:
    first = visit(home)
    assert BEGINNING not in first.raw
    lines = kept(home).read_text("utf-8").split("\n")[1:]
    assert len(lines) == 36
    again = visit(home)
    drawn = "".join(f"\x1b[{row}H{line}\x1b[m" for row, line in enumerate(lines, 1)).encode()
    assert drawn in again.raw
    assert again.raw.index(drawn) < len(BEGINNING)  # nothing comes before it
    assert again.raw.count(OTHER_SCREEN.encode()) == 1  # twice would clear it
    assert again.given_back()


def test_a_frame_is_not_painted_in_another_window(home: Path) -> None:
    visit(home)
    assert BEGINNING not in visit(home, columns=110).raw


def test_a_frame_is_not_painted_after_the_settings_changed(home: Path) -> None:
    visit(home)
    config = Paths.below(home).config_file
    config.write_text(config.read_text("utf-8") + "\n# mine\n", "utf-8")
    assert BEGINNING not in visit(home).raw


def test_a_frame_that_does_more_than_draw_is_not_painted(home: Path) -> None:
    visit(home)
    file = kept(home)
    file.write_text(file.read_text("utf-8") + "\x1b]52;c;aGk=\x07", "utf-8")
    again = visit(home)
    assert BEGINNING not in again.raw
    assert b"aGk=" not in again.raw


def test_no_frame_is_kept_of_what_the_next_start_does_not_begin_with(home: Path) -> None:
    visit(home)
    terminal = Terminal(home)
    terminal.press("/eels")
    terminal.expect("They come by night")
    terminal.press("\x11")
    assert terminal.ended() == 0
    assert not kept(home).exists()


def test_keys_typed_while_the_reader_starts_are_answered(home: Path) -> None:
    visit(home)
    terminal = Terminal(home)
    terminal.press("j\r")
    terminal.expect("They come by night")
    terminal.press("qq")
    assert terminal.ended() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_start_that_is_ended_gives_the_terminal_back(
    home: Path, number: signal.Signals
) -> None:
    visit(home)
    terminal = Terminal(home)
    before = termios.tcgetattr(terminal.process.child_fd)
    while BEGINNING not in terminal.raw and terminal.read():
        pass
    os.kill(terminal.process.pid or 0, number)
    terminal.press("q")  # for a start that was too quick to be ended by it
    terminal.drain()
    assert termios.tcgetattr(terminal.process.child_fd) == before
    assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
    assert b"Traceback" not in terminal.raw
    terminal.ended()


def test_a_start_that_fails_gives_the_terminal_back_before_it_says_why(home: Path) -> None:
    visit(home)
    paths = Paths.below(home)
    paths.library.unlink()
    paths.library.mkdir()
    terminal = Terminal(home)
    assert terminal.ended() == 1
    assert terminal.raw.startswith(BEGINNING)
    after = terminal.raw.partition(b"\x1b[?1049l")[2]
    assert after.startswith(b"\x1b[?25h")
    assert b"newsreader: " in after
