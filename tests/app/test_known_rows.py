"""Rows of a list: each is asked for once, old ones are shown until the new ones have come."""

from __future__ import annotations

from dataclasses import replace

from reader.app.panes.headlines.known_rows import KnownRows
from reader.model.story import Headline
from tests.app.stories import headline, lamps

ROW = headline(lamps())


def rows(*stories: int) -> list[Headline]:
    return [replace(ROW, id=story) for story in stories]


def test_what_is_missing_is_asked_for_once_until_an_answer_comes() -> None:
    known = KnownRows()
    assert known.missing([1, 2, 3]) == [1, 2, 3]
    assert known.missing([2, 3, 4]) == [4]
    known.take(rows(1, 2))
    assert known.missing([1, 2, 3, 4]) == [3, 4]
    assert [row.id for row in known.of([2, 3, 1])] == [2, 1]


def test_rows_that_may_be_stale_are_shown_and_asked_for_again_and_far_ones_go() -> None:
    known = KnownRows()
    known.take(rows(1, 2, 3))
    assert known.keep([2, 3, 4]) == [2, 3]
    assert known.get(1) is None
    assert known.get(2)
    assert known.missing([1, 2]) == [1]


def test_one_row_is_asked_for_again_only_if_it_is_known() -> None:
    known = KnownRows()
    known.take(rows(1))
    assert known.again(1) == [1]
    assert known.again(1) == [1]
    assert known.again(2) == ()


def test_marks_of_known_rows_are_changed() -> None:
    known = KnownRows()
    known.take(rows(1, 2))
    known.change([1, 3], unread=False, saved=True)
    changed, other = known.of([1, 2])
    assert (changed.unread, changed.saved) == (False, True)
    assert other == replace(ROW, id=2)


def test_everything_may_be_asked_for_again() -> None:
    known = KnownRows()
    known.missing([1])
    known.ask_again()
    assert known.missing([1]) == [1]
