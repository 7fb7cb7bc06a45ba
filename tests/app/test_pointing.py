"""The terminal's cursor is on what the next key is for: magnifiers and screen readers follow it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.on_terminal import PATIENCE, Terminal

STORY = "Mayor to goose"


@pytest.fixture(params=[(120, 36), (80, 24)], ids=["wide", "narrow"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    columns, rows = request.param
    started = Terminal(tmp_path / "home", "--demo", columns=columns, rows=rows)
    started.expect("Welcome: this is how you read here"[:20])
    yield started
    if not started.process.closed:
        started.process.close(force=True)


def pointed(terminal: Terminal, before: str, after: str) -> None:
    """Wait until the cursor stands between these words, blanks left aside."""
    end = time.monotonic() + PATIENCE
    left = right = ""
    while time.monotonic() < end:
        cursor, columns = terminal.screen.cursor, terminal.screen.columns
        cells = [terminal.screen.buffer[cursor.y][x].data for x in range(columns)]
        left, right = "".join(cells[: cursor.x]).rstrip(), "".join(cells[cursor.x :]).lstrip()
        if left.endswith(before) and right.startswith(after):
            return
        if not terminal.read():
            break
    assert (left, right) == (before, after), "\n".join(terminal.lines)


def test_in_lists_and_stories_it_is_on_what_is_chosen(terminal: Terminal) -> None:
    pointed(terminal, "", "▌ ● Welcome")
    terminal.press("j")
    pointed(terminal, "", f"▌ ● {STORY}")
    terminal.press("\r")
    pointed(terminal, "", "DAILY WHISTLE")
    terminal.press("]]")
    pointed(terminal, "▎", "“I have faced down")
    terminal.press('"')
    pointed(terminal, "", "▌ ▎ Reginald Thrupp-Lacey")
    terminal.press("\r")
    pointed(terminal, "▎", "“a reign of honking,”")
    terminal.press("j")
    pointed(terminal, "▎", "“I have faced down")
    terminal.press("q")
    pointed(terminal, "▎", "“I have faced down")
    terminal.press("hh")
    pointed(terminal, "", "▌ Unread")


def test_while_words_are_typed_it_is_behind_them_until_the_arrows_move(terminal: Terminal) -> None:
    pointed(terminal, "", "▌ ● Welcome")
    terminal.press("/")
    pointed(terminal, "/", "")
    terminal.press("clock")
    pointed(terminal, "/ clock", "")
    terminal.expect("6 stories")
    terminal.press("\x1b[B")
    pointed(terminal, "", "▌ ● ")
    terminal.press("s")
    pointed(terminal, "/ clocks", "")
    terminal.press("\x1b")
    pointed(terminal, "", "▌ ● Welcome")
    terminal.press(":")
    pointed(terminal, "›", "a command, a source")
    terminal.press("theme")
    pointed(terminal, "› theme", "")
    terminal.press("\x1b[B")
    pointed(terminal, "", "▌  Theme: ")
    terminal.press("\x1b")
    pointed(terminal, "", "▌ ● Welcome")
    terminal.press("?")
    pointed(terminal, "Keys", "")
    terminal.press("mark")
    pointed(terminal, "Keys mark", "")
