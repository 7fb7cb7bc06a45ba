"""Pictures on a real terminal that says it has Sixel, from files that are there already."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from reader.app.terminal.graphics import FIRST_QUESTION
from reader.store.paths import Paths
from tests.app.on_terminal import Terminal
from tests.app.test_sixel import read_back

pytest.importorskip("PIL")
URL = "https://wrenmouthpost.example/img/corn-exchange.jpg"
SECOND_QUESTION = "\x1b[?1;1;0S\x1b[c"
ATTRIBUTES = "\x1b[?62;4;22c"
CELL = (9, 18)
TITLE = "The town clock has been right"


def start(home: Path, *, images: str = "auto") -> Terminal:
    """The demo edition with one picture at hand."""
    from PIL import Image

    paths = Paths.below(home)
    paths.pictures.mkdir(parents=True)
    picture = Image.new("RGB", (1600, 900), (200, 40, 40))
    picture.save(paths.pictures / hashlib.sha256(URL.encode()).hexdigest(), "PNG")
    paths.config_file.parent.mkdir(parents=True, exist_ok=True)
    paths.config_file.write_text(f'images = "{images}"\n')
    return Terminal(home, "--demo", columns=80, rows=30)


def open_story(terminal: Terminal) -> None:
    terminal.expect("Welcome: this is how you read here")
    terminal.press(f"/{TITLE}\r")
    terminal.expect("1 story · ")
    terminal.press("\r")
    terminal.expect("WRENMOUTH POST")
    terminal.press(" ")


def pieces(raw: bytes) -> list[str]:
    return re.findall(r"\x1b7\x1b\[\d+D(\x1bP.*?\x1b\\)\x1b8", raw.decode("utf-8", "replace"))


def test_a_terminal_with_sixel_gets_pixels_of_its_cells(tmp_path: Path) -> None:
    terminal = start(tmp_path / "home")
    terminal.answers = {
        FIRST_QUESTION: f"\x1b[6;{CELL[1]};{CELL[0]}t{ATTRIBUTES}",
        SECOND_QUESTION: f"\x1b[?1;0;256S{ATTRIBUTES}",
    }
    open_story(terminal)
    for _ in range(200):
        if not terminal.read(0.1) or pieces(terminal.raw):
            break
    found = pieces(terminal.raw)
    terminal.press("\x11")
    assert terminal.ended() == 0
    assert b"no link" not in terminal.raw  # as a digit of an answer would have said
    assert found, "\n".join(terminal.lines)
    pixels, palette = read_back(found[0])
    assert len(pixels) == CELL[1]
    assert 400 < len(pixels[0]) <= 68 * CELL[0]
    assert all(red > green for red, green, _blue in palette.values())
    assert terminal.given_back()


@pytest.mark.parametrize("images", ["band", "auto"])
def test_without_leave_nothing_is_asked_and_without_sixel_there_are_half_blocks(
    tmp_path: Path, images: str
) -> None:
    terminal = start(tmp_path / "home", images=images)
    terminal.answers = {FIRST_QUESTION: "\x1b[?1;2c"}
    open_story(terminal)
    wanted = "▀▀▀▀▀▀▀▀" if images == "auto" else "i opens it"
    terminal.expect(wanted)
    terminal.press("\x11")
    assert terminal.ended() == 0
    assert (FIRST_QUESTION.encode() in terminal.raw) is (images == "auto")
    assert b"\x1bP" not in terminal.raw
