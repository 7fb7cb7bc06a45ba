"""Marks: read, saved, undo; a row changes at once and never moves."""

from __future__ import annotations

from tests.app.driving import driven
from tests.app.stage import screen_lines


async def test_s_saves_and_saves_no_longer() -> None:
    async with driven() as reader:
        await reader.press("s")
        assert reader.newsroom.rows[1].saved
        assert reader.fact == "Saved for later, complete"
        assert "◆" in "\n".join(screen_lines(reader.app))
        await reader.press("s")
        assert not reader.newsroom.rows[1].saved


async def test_everything_is_marked_as_one_step_and_undone_as_one() -> None:
    async with driven() as reader:
        await reader.press("A")
        assert reader.unread == []
        assert reader.fact == "5 marked read"
        assert "z undo" in screen_lines(reader.app)[-1]
        assert len(reader.window.headlines.ids) == 5, "rows stay"
        await reader.press("z")
        assert len(reader.unread) == 5
        assert "Unread 5" in "\n".join(screen_lines(reader.app))
