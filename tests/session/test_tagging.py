from __future__ import annotations

from tests.app.fake_newsroom import FakeNewsroom
from tests.session.driving import SessionDriver


def typed(reader: SessionDriver, *keys: str) -> None:
    """Type as fast as a person who knows it by heart."""
    for key in keys:
        reader.type_key(key)
    reader.quiet()


def tags(reader: SessionDriver, story: int = 1) -> tuple[str, ...]:
    return reader.newsroom.rows[story].tags


def test_a_newsroom_that_saves_nothing_takes_no_tags() -> None:
    newsroom = FakeNewsroom()
    newsroom.read_only = True
    reader = SessionDriver(newsroom)
    reader.press("t")
    assert not reader.window.ask_line.typing
    assert reader.fact.startswith("Another newsreader is open")


def test_esc_leaves_the_tags_as_they_are() -> None:
    reader = SessionDriver()
    typed(reader, "t", *"ships", "escape")
    assert tags(reader) == ()
    assert not any(call[0] == "set_tags" for call in reader.newsroom.calls)
    reader.press("j")
    assert reader.window.headlines.story == 2, "keys are keys again"
