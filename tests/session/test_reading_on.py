"""Reading: the list, the story beside it, space alone."""

from __future__ import annotations

import dataclasses

from tests.app.fake_newsroom import FakeNewsroom
from tests.session.driving import SessionDriver


def test_moving_previews_without_marking() -> None:
    reader = SessionDriver()
    reader.press("j")
    reader.beside(2)
    assert len(reader.unread) == 5
    assert reader.session.place.pane == "list"


def test_n_and_p_go_to_unread_stories_and_keep_the_pane() -> None:
    reader = SessionDriver()
    reader.press("n")
    reader.beside(2)
    assert reader.session.place.pane == "list"
    reader.press("enter", "n")
    reader.beside(3)
    assert reader.session.place.pane == "article"
    reader.press("p")
    assert reader.fact, "nothing before it is unread, and that is said"


def test_capital_j_and_k_go_to_stories_that_were_read_too() -> None:
    reader = SessionDriver()
    reader.press("full_stop")
    reader.until(lambda: len(reader.window.headlines.ids) == 6)
    reader.press("J", "J", "J", "J")
    reader.beside(5)
    reader.press("K")
    reader.beside(4)


def test_a_story_that_was_read_stays_until_the_list_is_left() -> None:
    reader = SessionDriver()
    reader.press("space", "n", "n")
    reader.until(lambda: len(reader.unread) == 2)
    assert list(reader.window.headlines.ids) == [1, 2, 3, 4, 6]
    reader.press("h", "k", "enter")
    reader.until(lambda: list(reader.window.headlines.ids) == [4])


def test_the_rule_manual_leaves_marks_to_the_person() -> None:
    newsroom = FakeNewsroom()
    newsroom.config = dataclasses.replace(newsroom.config, mark_read="manual")
    reader = SessionDriver(newsroom)
    reader.press("enter", "G", "n")
    reader.beside(2)
    assert len(reader.unread) == 5


def test_a_key_that_has_nothing_to_do_says_so() -> None:
    reader = SessionDriver()
    reader.beside(1)
    reader.press("less_than_sign")
    assert reader.fact == "Nothing to do here."
    reader.press("j")
    assert reader.fact != "Nothing to do here."
