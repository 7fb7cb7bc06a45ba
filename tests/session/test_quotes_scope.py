"""The quotes view and the keys that belong to reading; a page that is opened alone."""

from __future__ import annotations

from tests.session.driving import SessionDriver


def test_space_pages_and_the_story_behind_stays_unread() -> None:
    reader = SessionDriver()
    before = reader.unread
    reader.press("quotation_mark", "space", "space", "enter", "space")
    assert reader.session.place.quotes_open
    assert reader.unread == before


def test_marks_are_meant_for_the_story_of_the_chosen_quote() -> None:
    reader = SessionDriver()
    reader.press("quotation_mark", "enter", "j", "s")
    row = reader.window.quotes.row
    assert row
    assert reader.newsroom.calls[-1] == ("save", (row.story,), True)
    reader.press("s")
    assert reader.newsroom.calls[-1] == ("save", (row.story,), False)
