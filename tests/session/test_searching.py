"""Searching: what is typed is words, what is found says why, and everything comes back."""

from __future__ import annotations

from tests.session.driving import SessionDriver


def test_enter_leaves_the_field_for_what_was_found() -> None:
    reader = SessionDriver()
    reader.press("slash", *"marlow")
    reader.until(lambda: list(reader.window.headlines.ids) == [1, 4])
    reader.press("enter", "j", "enter")
    reader.beside(4)
    assert reader.session.place.pane == "article"


def test_tab_narrows_to_the_list_and_to_the_story() -> None:
    reader = SessionDriver()
    reader.press("h", "G", "enter")
    reader.until(lambda: reader.session.list.current.feed == 3)
    reader.beside(3)
    reader.press("slash", *"page")
    reader.until(lambda: len(reader.window.headlines.ids) > 2)
    reader.press("tab")
    reader.until(lambda: list(reader.window.headlines.ids) == [3, 6])
    reader.press("tab")
    reader.until(lambda: list(reader.window.headlines.ids) == [3])
    reader.press("tab")
    reader.until(lambda: len(reader.window.headlines.ids) > 2)
