"""Copying, asking for pages, adding: what is taken from a story or a source."""

from __future__ import annotations

from tests.session.driving import SessionDriver


def test_the_count_over_a_list_is_its_own() -> None:
    reader = SessionDriver()
    reader.press("s", "j", "s", "h", "j", "enter")
    reader.until(lambda: reader.session.list.current.key == "saved")
    reader.quiet()
    assert reader.window.headlines.count == "2"


def test_a_link_that_is_not_there_is_said() -> None:
    reader = SessionDriver()
    reader.press("enter", "7", "o")
    assert reader.fact == "There is no link 7 in this story."
