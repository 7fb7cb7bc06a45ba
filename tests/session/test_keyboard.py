"""Counts, numbers and sequences as they are typed into the reader."""

from __future__ import annotations

from tests.app.fake_newsroom import FakeNewsroom
from tests.session.driving import SessionDriver


def test_a_number_before_a_key_says_how_far() -> None:
    reader = SessionDriver(FakeNewsroom(stories=60))
    here = reader.window.headlines.chosen_item
    reader.press("1", "2", "j")
    assert reader.window.headlines.chosen_item == here + 12
    reader.press("4", "k")
    assert reader.window.headlines.chosen_item == here + 8
    reader.press("3", "G")
    assert reader.window.headlines.chosen_item == 2
    reader.press("j")
    assert reader.window.headlines.chosen_item == 3, "a number holds for one key"


def test_three_stories_on() -> None:
    reader = SessionDriver()
    reader.press("2", "n")
    reader.beside(3)
    assert len(reader.unread) == 4, "those between are not read"
    reader.press("2", "J")
    reader.beside(6)
