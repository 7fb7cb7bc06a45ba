"""A kept frame reads back as it was drawn, and what has changed is said in words."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tests.app.frames import Frame, differences, drawn_frame, frame_file, read_frame

LOUD, QUIET = "bold #d08770 on #14161a", "#88846f on #14161a"
FILE = f"""\
12 x 3
▌ 灯 lit

  quietly
aa.aaaa


a {LOUD}
. {QUIET}
"""


def frame(*rows: tuple[tuple[str, str], ...]) -> Frame:
    """A frame of runs of text, each with its style."""
    return drawn_frame(
        [Strip([Segment(text, Style.parse(style)) for text, style in row]) for row in rows]
    )


def lamp(lit: str = "lit", loud: str = LOUD, quiet: str = QUIET) -> Frame:
    first = (("▌ ", loud), ("灯", quiet), (f" {lit}", loud), ("    ", quiet))
    return frame(first, ((" " * 12, quiet),), (("  quietly   ", quiet),))


def test_the_file_shows_text_styles_and_what_their_letters_stand_for() -> None:
    assert frame_file(lamp(), {}) == FILE


def test_what_is_kept_reads_back_as_it_was_drawn() -> None:
    assert read_frame(FILE).rows == lamp().rows
    assert list(differences(read_frame(FILE), lamp())) == []


def test_a_style_keeps_its_letter_when_the_frame_is_renewed() -> None:
    first = frame((("a", "red"), ("b", "green"), ("     ", QUIET)))
    letters = read_frame(frame_file(first, {})).letters
    second = frame((("x", "blue"), ("b", "green"), ("a", "red"), ("     ", QUIET)))
    assert frame_file(second, letters).splitlines()[2] == "cba"


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (lamp("out"), ["row 1, text: '▌ 灯 lit', now: '▌ 灯 out'"]),
        (
            lamp(loud="bold red on #14161a"),
            [
                f"row 1, columns 1-2 '▌ ', style: {LOUD}, now: bold red on #14161a",
                f"row 1, columns 4-7 ' lit', style: {LOUD}, now: bold red on #14161a",
            ],
        ),
        (frame((("a lamp went", LOUD), ("!", "none"))), ["size: 12 x 3, now: 12 x 1"]),
    ],
    ids=["text", "style", "size"],
)
def test_what_has_changed_is_said(drawn: Frame, words: list[str]) -> None:
    said = list(differences(read_frame(FILE), drawn))
    assert said[: len(words)] == words
    assert len(said) == len(words) or "size" in said[0]


def test_one_sign_is_one_column() -> None:
    before, after = frame((("lamp", LOUD),)), frame((("lam", LOUD), ("p", "none")))
    assert list(differences(before, after)) == [f"row 1, column 4 'p', style: {LOUD}, now: none"]
