from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.measure import Frame, frame


@pytest.mark.parametrize(
    ("width", "left", "measure", "margin", "rail"),
    [
        (36, 2, 32, False, 0),
        (60, 3, 54, False, 0),
        (80, 6, 68, False, 0),
        (91, 26, 62, True, 0),
        (200, 63, 70, True, 139),
        (125, 26, 70, True, 102),
    ],
)
def test_the_columns_of_each_class(
    width: int, left: int, measure: int, margin: bool, rail: int
) -> None:
    columns = frame(width)
    assert (columns.left, columns.measure, columns.margin, columns.rail) == (
        left, measure, margin, rail,
    )  # fmt: skip


def test_the_reading_view_is_centred_with_a_margin_only_for_quotes() -> None:
    assert frame(120, reading=True)[:4] == (120, 26, 68, True)
    assert frame(120, reading=True, quotes=False)[:4] == (120, 26, 68, False)
    assert frame(100, reading=True)[:4] == (100, 16, 68, False)
    assert frame(112, reading=True).margin
    assert not frame(111, reading=True).margin


def test_a_pane_with_a_narrow_window_to_itself_has_the_text_where_the_reading_view_has_it() -> None:
    assert frame(80, single=True)[:5] == (80, 6, 68, False, 0)
    assert frame(70, single=True)[:5] == (70, 4, 62, False, 0)
    assert frame(59, single=True) == frame(59)
    for cells in range(60, 100):
        columns = frame(cells, single=True)
        assert columns.measure == min(68, cells - 8)
        assert not columns.margin
        assert columns == frame(cells, reading=True)._replace(top=0)


def test_nothing_stands_beside_quotes_in_their_own_view() -> None:
    assert frame(125, beside=False)[:5] == (125, 28, 68, False, 0)


@given(st.integers(20, 300), st.integers(40, 90), st.booleans(), st.booleans())
def test_everything_has_its_room(width: int, measure: int, reading: bool, quotes: bool) -> None:
    columns: Frame = frame(width, measure=measure, reading=reading, quotes=quotes)
    assert 0 <= columns.rule < columns.left
    assert columns.left + columns.measure <= width - 1
    assert columns.free >= columns.measure - 1
    assert columns.measure <= measure + 2
    if columns.margin:
        assert columns.name_end >= 22
    if columns.rail:
        assert columns.left + columns.measure + 4 <= columns.rail
        assert columns.rail + 20 < width - 1


def test_names_stand_in_the_margin_while_seven_eighths_of_the_measure_are_left() -> None:
    assert [frame(width).margin for width in (87, 88)] == [False, True]
