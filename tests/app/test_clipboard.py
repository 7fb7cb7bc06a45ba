"""What is copied goes to the terminal and, where the system has a program for it, to that."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.app import TerminalFacts
from reader.app.terminal.clipboard import copy_command, copy_text
from tests.app.driving import driven


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A directory of programs that write what they are given into a file."""
    for name in ("wl-copy", "xclip", "xsel", "tmux", "pbcopy", "clip.exe"):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\n/bin/cat > "{tmp_path}/{name}.text"\n')
        program.chmod(0o700)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "platform", "program"),
    [
        ((), "linux", ""),
        (("DISPLAY",), "linux", "xclip"),
        (("WAYLAND_DISPLAY", "DISPLAY"), "linux", "wl-copy"),
        (("WSL_DISTRO_NAME",), "linux", "clip.exe"),
        (("TMUX",), "linux", "tmux"),
        (("TMUX", "DISPLAY"), "linux", "xclip"),
        ((), "darwin", "pbcopy"),
        (("SSH_CONNECTION", "DISPLAY"), "linux", ""),
        (("SSH_CONNECTION", "TMUX"), "linux", "tmux"),
        (("SSH_TTY",), "darwin", ""),
    ],
)
def test_the_program_is_that_of_the_desktop_one_sits_at(
    programs: Path, names: tuple[str, ...], platform: str, program: str
) -> None:
    environ = {"PATH": str(programs), **dict.fromkeys(names, "x")}
    assert copy_command(environ, platform)[:1] == ((program,) if program else ())


def test_a_program_that_is_not_there_is_passed_over(programs: Path) -> None:
    (programs / "xclip").unlink()
    environ = {"PATH": str(programs), "DISPLAY": ":0"}
    assert copy_command(environ, "linux")[:1] == ("xsel",)


def test_the_text_arrives_whole(programs: Path) -> None:
    text = "“Steel is honest.”\n— Mara Okafor 佐伯"
    assert copy_text(text, {"PATH": str(programs), "WAYLAND_DISPLAY": "x"})
    assert (programs / "wl-copy.text").read_text("utf-8") == text


def test_a_program_that_fails_is_no_harm(programs: Path) -> None:
    (programs / "wl-copy").write_text("#!/bin/sh\nexit 1\n")
    assert not copy_text("x", {"PATH": str(programs), "WAYLAND_DISPLAY": "x"})
    assert not copy_text("x", {"PATH": str(programs)})


async def test_the_app_asks_the_terminal_and_the_program() -> None:
    taken: list[str] = []
    async with driven(terminal=TerminalFacts(copier=taken.append)) as reader:
        await reader.press("enter", "right_square_bracket", "y")
        await reader.until(lambda: bool(taken))
        assert taken == [reader.app.clipboard]
        assert "Edda Marlow" in taken[0]


@pytest.mark.parametrize(
    ("setting", "tool", "terminal"),
    [("auto", True, True), ("system", True, False), ("terminal", False, True)],
)
async def test_the_setting_says_which_way_is_taken(
    setting: str, tool: bool, terminal: bool
) -> None:
    copied: list[str] = []
    async with driven(terminal=TerminalFacts(copier=copied.append)) as reader:
        reader.newsroom.preferences.set("clipboard", setting)
        reader.app.copy_to_clipboard("words")
        await reader.quiet()
        assert copied == ["words"] * tool
        assert (reader.app.clipboard == "words") == terminal
