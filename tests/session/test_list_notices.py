"""What stands above a list or in its place: what waits, what is wrong, why it is empty."""

from __future__ import annotations

from tests.session.driving import SessionDriver


def test_a_list_that_is_read_is_not_marked_once_more() -> None:
    reader = SessionDriver()
    reader.press("A", "A")
    assert reader.fact == "Everything in this list is read."
    assert sum(call[0] == "mark_read" for call in reader.newsroom.calls) == 1
    reader.press("z")
    assert reader.unread
