"""Marks: read, saved, undo; a row changes at once and never moves."""

from __future__ import annotations

from tests.app.fake_newsroom import FakeNewsroom
from tests.session.driving import SessionDriver


def test_u_turns_read_and_unread_about() -> None:
    reader = SessionDriver()
    reader.press("u")
    assert 1 not in reader.unread
    reader.press("u")
    assert 1 in reader.unread


def test_undo_goes_back_step_by_step_to_the_first_change() -> None:
    reader = SessionDriver()
    reader.press("s", "u", "j", "s")
    reader.press("z", "z", "z")
    assert not any(row.saved for row in reader.newsroom.rows.values())
    assert len(reader.unread) == 5
    reader.press("z")
    assert reader.fact == "Nothing to undo."


def test_a_newsroom_that_saves_nothing_says_so_and_marks_nothing() -> None:
    newsroom = FakeNewsroom()
    newsroom.read_only = True
    reader = SessionDriver(newsroom)
    assert reader.fact.startswith("Another newsreader is open")
    reader.press("s", "u", "A", "z", "enter")
    reader.beside(1)
    assert [call for call in newsroom.calls if call[0] != "end_visit"] == []
    assert len(reader.unread) == 5


def test_saved_stories_stay_in_saved_when_they_are_read() -> None:
    reader = SessionDriver()
    reader.press("s", "j", "s", "h", "j", "enter")
    reader.until(lambda: reader.session.list.current.key == "saved")
    reader.quiet()
    assert len(reader.window.headlines.ids) == 2
    reader.press("enter", "n", "q")
    reader.press("h", "k", "enter", "h", "j", "enter")
    reader.until(lambda: reader.session.list.current.key == "saved")
    reader.quiet()
    assert len(reader.window.headlines.ids) == 2
