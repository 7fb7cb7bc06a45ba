"""The cursor of a list: where it may stand, what stays in sight around it, what the mouse does."""

from __future__ import annotations

import pytest

from reader.app.drawing.list_cursor import KEPT, ListCursor


class Cursor(ListCursor):
    """Remembers what was told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        super().__init__(
            lambda: self.told.append("redraw"),
            lambda: self.told.append("moved"),
            lambda: self.told.append("entered"),
        )


def test_it_stays_within_the_list_and_says_when_it_moves() -> None:
    cursor = Cursor()
    assert cursor.choose(5, 10)
    assert cursor.told == ["redraw", "moved"]
    assert not cursor.choose(5, 10)
    assert cursor.told == ["redraw", "moved"]
    assert cursor.choose(99, 10)
    assert cursor.chosen == 9
    assert cursor.choose(-3, 10)
    assert cursor.chosen == 0
    assert not cursor.choose(4, 0)


def test_a_click_chooses_and_a_second_one_enters() -> None:
    cursor = Cursor()
    cursor.click(3, 10)
    cursor.click(3, 10)
    cursor.click(-1, 10)
    assert cursor.told == ["redraw", "moved", "redraw", "entered"]


def test_the_wheel_moves_the_list_as_far_as_there_is_more_and_not_the_cursor() -> None:
    cursor = Cursor()
    cursor.wheel(-1, 7)
    assert cursor.told == []
    for _ in range(4):
        cursor.wheel(3, 7)
    assert (cursor.top, cursor.chosen, cursor.stays) == (7, 0, True)
    assert cursor.told == ["redraw"] * 3


def test_after_the_mouse_a_key_brings_the_cursor_back_even_where_it_cannot_move() -> None:
    cursor = Cursor()
    cursor.wheel(3, 7)
    assert not cursor.choose(-1, 10), "it is on the first item already"
    assert cursor.told == ["redraw", "redraw"]
    assert not cursor.stays
    cursor.choose(-1, 10)
    assert len(cursor.told) == 2


@pytest.mark.parametrize("height", [1, 2, 4])
def test_rows_stay_in_sight_around_the_cursor(height: int) -> None:
    cursor, room, length = Cursor(), 24, 50
    for chosen in (0, 7, 30, 49, 30, 12, 0):
        cursor.choose(chosen, length)
        cursor.keep_in_sight(lambda _: height, room, length)
        above = (chosen - cursor.top) * height
        below = room - above - height
        assert above >= (min(KEPT, height) if chosen else 0), "an item, or some rows of it"
        assert below >= (KEPT if chosen + 1 < length else 0)


def test_it_moves_the_list_as_little_as_it_needs() -> None:
    cursor = Cursor()
    for chosen in range(21):
        cursor.choose(chosen, 50)
        cursor.keep_in_sight(lambda _: 1, 24, 50)
        assert cursor.top == 0
    cursor.choose(21, 50)
    cursor.keep_in_sight(lambda _: 1, 24, 50)
    assert cursor.top == 1


def test_an_item_higher_than_the_room_is_on_top() -> None:
    cursor = Cursor()
    cursor.choose(3, 5)
    cursor.keep_in_sight(lambda _: 9, 4, 5)
    assert cursor.top == 3


def test_of_tens_of_thousands_of_items_those_near_the_screen_are_measured() -> None:
    cursor, measured = Cursor(), list[int]()

    def height(index: int) -> int:
        measured.append(index)
        return 4

    cursor.choose(39_999, 40_000)
    cursor.keep_in_sight(height, 30, 40_000)
    assert 0 < len(measured) < 100
