from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from reader.app.terminal import sixel_canvas as module
from reader.app.terminal.picture_placeholders import MARKS
from reader.app.terminal.sixel import Painted
from reader.app.terminal.sixel_canvas import Canvas
from reader.model.picture import Picture

CELL = (2, 6)


def painted(columns: int = 5, rows: int = 2, seed: int = 1) -> Painted:
    """A picture of which no two cells are alike."""
    wide, high = columns * CELL[0], rows * CELL[1]
    return Painted(Picture(wide, high, random.Random(seed).randbytes(wide * high * 3)), CELL)


def test_placeholders_become_blanks_with_pixels_over_them() -> None:
    canvas, picture = Canvas(), painted()
    first, second = canvas.put(picture)
    assert canvas.paint(f"\x1b[3;4H\x1b[0m{first}\x1b[0m ▕") == (
        f"\x1b[3;4H\x1b[0m     \x1b7\x1b[5D{picture.piece(0, 0, 5)}\x1b8\x1b[0m ▕"
    )
    assert picture.piece(1, 0, 5) in canvas.paint(second)


def test_only_the_cells_that_are_written_are_drawn() -> None:
    canvas, picture = Canvas(), painted()
    row = canvas.put(picture)[1]
    cut = row[2 * 3 : 4 * 3]
    assert canvas.paint(f"a{cut}b") == f"a  \x1b7\x1b[2D{picture.piece(1, 2, 4)}\x1b8b"


def test_a_run_ends_where_another_picture_row_or_place_begins() -> None:
    canvas, one, two = Canvas(), painted(), painted(seed=2)
    first, second = canvas.put(one)
    other = canvas.put(two)[0]
    for left, right in ((first, second), (first, other), (first[:6], first[9:])):
        assert canvas.paint(left + right) == canvas.paint(left) + canvas.paint(right)
        assert canvas.paint(left + right).count("\x1bP") == 2


LETTERS = f"a漢\U0010eeee\U000f0000\U000f0005\U000ffffd{MARKS[:3]}\x1b[m "


@given(st.text(LETTERS, max_size=30))
def test_text_that_only_looks_like_a_placeholder_stays(text: str) -> None:
    canvas = Canvas()
    assert canvas.paint(text) == text
    letter = canvas.put(painted())[0][0]
    if letter not in text:
        assert canvas.paint(text) == text


def test_old_pictures_are_forgotten_and_their_cells_are_blank() -> None:
    canvas = Canvas()
    first = canvas.put(painted())[0]
    for _ in range(module._KEPT):  # noqa: SLF001 - as many as it keeps
        last = canvas.put(painted())[0]
    assert canvas.paint(first) == "     "
    assert "\x1bP" in canvas.paint(last)
