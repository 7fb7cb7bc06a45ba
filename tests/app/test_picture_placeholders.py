from __future__ import annotations

import unicodedata
from itertools import chain

from rich.segment import Segment

from reader.app.terminal.picture_placeholders import MARKS, placeholders
from reader.typesetting.cells import width
from reader.typesetting.measure import WIDEST

LETTER = "\U0010eeee"


def test_every_cell_says_its_row_and_its_column() -> None:
    rows = placeholders(LETTER, 3, 4)
    cells = [row[at : at + 3] for row in rows for at in range(0, len(row), 3)]
    assert [cell[0] for cell in cells] == [LETTER] * 12
    assert [MARKS.index(cell[1]) for cell in cells] == [0] * 4 + [1] * 4 + [2] * 4
    assert [MARKS.index(cell[2]) for cell in cells] == [0, 1, 2, 3] * 3


def test_the_marks_are_enough_for_the_widest_measure_and_are_all_different() -> None:
    assert len(set(MARKS)) == len(MARKS) >= WIDEST + 2
    assert {unicodedata.combining(mark) for mark in MARKS} == {230}
    assert MARKS[:6] == "\u0305\u030d\u030e\u0310\u0312\u033d"
    assert max(map(len, placeholders(LETTER, 999, 999))) == 3 * len(MARKS)


def test_a_row_can_be_cut_between_any_two_cells() -> None:
    (row,) = placeholders(LETTER, 1, 90)
    assert width(row) == 90
    for at in range(91):
        left, right = Segment(row).split_cells(at)
        assert (width(left.text), width(right.text)) == (at, 90 - at)
        assert "".join(chain(left.text, right.text)) == row
