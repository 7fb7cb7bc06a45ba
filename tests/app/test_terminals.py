"""Terminals of many kinds: each is asked only what it takes, drawn on as it can, and given back."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from tests.app.on_terminal import PATIENCE, WELCOME, Start, Terminal


def leave(terminal: Terminal) -> None:
    """Quit, and look whether the terminal is as it was."""
    terminal.press("q")
    assert terminal.ended() == 0
    assert b"Traceback" not in terminal.raw
    assert terminal.given_back()


def test_a_light_terminal_gets_the_light_theme_and_its_answer_is_no_key(start: Start) -> None:
    terminal = start()
    terminal.background = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
    terminal.expect(WELCOME)
    paper = terminal.until(lambda: b"48;2;248;244;234" in terminal.raw)
    assert paper, "the background of Paper"
    terminal.press("2j")
    terminal.expect("newest first")
    assert not any("]11" in line or "no link" in line for line in terminal.lines)
    leave(terminal)


@pytest.mark.parametrize("term", ["linux", "screen", "vt100", "xterm", "tmux-256color"])
def test_any_terminal_shows_the_stories_and_is_given_back(start: Start, term: str) -> None:
    terminal = start(environ={"TERM": term, "COLORTERM": ""}, columns=80, rows=24)
    terminal.expect(WELCOME)
    assert (b"\x1b]11;?" in terminal.raw) == (term in ("xterm", "tmux-256color"))
    leave(terminal)


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C", "LANG": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "", "LANG": ""},
    ],
)
def test_without_a_locale_it_draws_with_what_there_is(
    start: Start, environ: dict[str, str]
) -> None:
    terminal = start(environ=environ)
    terminal.expect(WELCOME)
    if environ.get("PYTHONIOENCODING"):
        assert not any(sign in line for line in terminal.lines for sign in "“”▌●")
    leave(terminal)


def test_with_its_errors_in_a_file_it_still_draws_on_the_terminal(
    tmp_path: Path, start: Start
) -> None:
    terminal = start(errors=tmp_path / "errors")
    terminal.expect(WELCOME)
    leave(terminal)
    assert (tmp_path / "errors").read_text() == ""


@pytest.mark.parametrize("environ", [{"TERM": "dumb"}, {"PYTHONIOENCODING": "ascii"}, {}])
def test_in_lines_one_reads_saves_and_leaves(start: Start, environ: dict[str, str]) -> None:
    plain = [] if environ.get("TERM") == "dumb" else ["--plain"]
    terminal = start(*plain, environ=environ)
    terminal.expect("for help:")
    terminal.press("2\rs\r")
    terminal.expect("Saved, whole, for later.")
    terminal.press("q\r")
    assert terminal.ended() == 0
    assert b"\x1b" not in terminal.raw, "no colour, no movement of the cursor"
    assert b"Traceback" not in terminal.raw


def test_the_smallest_window_and_the_largest_and_a_storm_between_them(start: Start) -> None:
    terminal = start(columns=40, rows=10)
    terminal.expect("newest")
    for step in range(40):
        terminal.resize(40 + step * 6, 10 + step * 2)
        terminal.read(0.01)
    terminal.resize(300, 100)
    terminal.expect("o browser")
    for columns, rows in ((20, 5), (1, 1), (300, 3), (30, 100)):
        terminal.resize(columns, rows)
        terminal.read(0.1)
    terminal.resize(80, 24)
    terminal.expect(WELCOME)
    leave(terminal)


@pytest.mark.parametrize("by_key", [True, False])
def test_stopped_and_continued_it_draws_itself_anew(start: Start, by_key: bool) -> None:
    terminal = start()
    terminal.expect(WELCOME)
    pid = terminal.process.pid or 0
    if by_key:
        terminal.press("\x1a")
    else:
        os.kill(pid, signal.SIGTSTP)
    given_back = terminal.until(terminal.given_back)
    assert given_back, "while it is stopped the shell has the terminal"
    # Told to go on before it has stopped, it would stop afterwards and never go on.
    assert terminal.until(lambda: bool(os.waitpid(pid, os.WNOHANG | os.WUNTRACED)[0]))
    terminal.screen.reset()
    os.kill(pid, signal.SIGCONT)
    terminal.expect(WELCOME)
    leave(terminal)


def test_a_window_that_is_closed_ends_the_reader_and_keeps_what_was_marked(
    tmp_path: Path, start: Start
) -> None:
    terminal = start()
    terminal.expect(WELCOME)
    terminal.press("nn")
    terminal.expect("Unread 28")
    pid = terminal.process.pid or 0
    terminal.process.ptyproc.fileobj.close()  # type: ignore[attr-defined]  # its stubs lack it
    terminal.process.ptyproc.closed = terminal.process.closed = True  # type: ignore[attr-defined]  # as above
    end = time.monotonic() + PATIENCE
    while not os.waitpid(pid, os.WNOHANG)[0]:
        assert time.monotonic() < end, "it still runs without a terminal"
        time.sleep(0.1)
    again = start()
    again.expect("Unread 28")
    leave(again)


def test_the_settings_are_edited_and_followed(tmp_path: Path, start: Start) -> None:
    editor = tmp_path / "ed it or"
    editor.write_text(
        "#!/bin/sh\nprintf 'EDITING %s\\n' \"$2\"\nsleep 0.3\n"
        "printf 'theme = \"contrast\"\\n' > \"$2\"\n"
    )
    editor.chmod(0o700)
    terminal = start(environ={"EDITOR": f"'{editor}' -n"})
    terminal.expect(WELCOME)
    seen = len(terminal.raw)
    terminal.press(",")
    contrast = terminal.until(lambda: b"48;2;0;0;0" in terminal.raw[seen:])
    assert b"EDITING" in terminal.raw[seen:]
    assert contrast, "the background of Contrast"
    terminal.expect(WELCOME)
    leave(terminal)


def came_since(terminal: Terminal, seen: int, sequence: bytes) -> bool:
    """Whether a sequence has come behind the first `seen` bytes."""
    return sequence in terminal.raw[seen:]


def test_the_mouse_is_left_to_the_terminal_as_soon_as_that_is_preferred(
    tmp_path: Path, start: Start
) -> None:
    terminal = start()
    terminal.expect(WELCOME)
    settings = tmp_path / "home" / "config" / "config.toml"
    for wish, sequence in (("false", b"\x1b[?1000l"), ("true", b"\x1b[?1000h")):
        seen = len(terminal.raw)
        settings.write_text(f"mouse = {wish}\n")
        assert terminal.until(partial(came_since, terminal, seen, sequence))
    leave(terminal)


def test_without_the_mouse_it_is_never_taken(start: Start) -> None:
    terminal = start("--no-mouse")
    terminal.expect(WELCOME)
    terminal.press("q")
    assert terminal.ended() == 0
    assert b"\x1b[?1000h" not in terminal.raw
