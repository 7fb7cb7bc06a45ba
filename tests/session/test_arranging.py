from __future__ import annotations

from tests.session.driving import SessionDriver


def test_undo_says_what_it_took_back() -> None:
    reader = SessionDriver()
    reader.press("A", "z")
    assert reader.fact == "Undone: 5 marked read"
