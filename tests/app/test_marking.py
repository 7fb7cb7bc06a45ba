"""Marks: read, saved, undo; a row changes at once and never moves."""

from __future__ import annotations

from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines


async def test_s_saves_and_saves_no_longer() -> None:
    async with driven() as reader:
        await reader.press("s")
        assert reader.newsroom.rows[1].saved
        assert reader.fact == "Saved for later, complete"
        assert "◆" in "\n".join(screen_lines(reader.app))
        await reader.press("s")
        assert not reader.newsroom.rows[1].saved


async def test_u_turns_read_and_unread_about() -> None:
    async with driven() as reader:
        await reader.press("u")
        assert 1 not in reader.unread
        await reader.press("u")
        assert 1 in reader.unread


async def test_everything_is_marked_as_one_step_and_undone_as_one() -> None:
    async with driven() as reader:
        await reader.press("A")
        assert reader.unread == []
        assert reader.fact == "5 marked read"
        assert "z undo" in screen_lines(reader.app)[-1]
        assert len(reader.app.headlines.ids) == 5, "rows stay"
        await reader.press("z")
        assert len(reader.unread) == 5
        assert "Unread 5" in "\n".join(screen_lines(reader.app))


async def test_undo_goes_back_step_by_step_to_the_first_change() -> None:
    async with driven() as reader:
        await reader.press("s", "u", "j", "s")
        await reader.press("z", "z", "z")
        assert not any(row.saved for row in reader.newsroom.rows.values())
        assert len(reader.unread) == 5
        await reader.press("z")
        assert reader.fact == "Nothing to undo."


async def test_a_newsroom_that_saves_nothing_says_so_and_marks_nothing() -> None:
    newsroom = FakeNewsroom()
    newsroom.read_only = True
    async with driven(newsroom) as reader:
        assert reader.fact.startswith("Another newsreader is open")
        await reader.press("s", "u", "A", "z", "enter")
        await reader.beside(1)
        assert [call for call in newsroom.calls if call[0] != "end_visit"] == []
        assert len(reader.unread) == 5


async def test_saved_stories_stay_in_saved_when_they_are_read() -> None:
    async with driven() as reader:
        await reader.press("s", "j", "s", "h", "j", "enter")
        await reader.until(lambda: reader.app.list.key == "saved")
        await reader.quiet()
        assert len(reader.app.headlines.ids) == 2
        await reader.press("enter", "n", "q")
        await reader.press("h", "k", "enter", "h", "j", "enter")
        await reader.until(lambda: reader.app.list.key == "saved")
        await reader.quiet()
        assert len(reader.app.headlines.ids) == 2
