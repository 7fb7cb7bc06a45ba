"""Reading: the list, the story beside it, space alone."""

from __future__ import annotations

import dataclasses

import pytest

from reader.model.story import Position
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines

SIZES = [(80, 24), (120, 36)]


def lines(driver: Driver) -> str:
    return "\n".join(screen_lines(driver.app))


async def test_the_reader_opens_on_the_unread_stories_and_shows_the_first() -> None:
    async with driven() as reader:
        await reader.beside(1)
        assert "Unread 5" in lines(reader)
        assert "HARBOUR LAMP" in lines(reader)
        assert 1 in reader.unread, "looking is not reading"


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_and_q_goes_back(size: tuple[int, int]) -> None:
    async with driven(size=size) as reader:
        await reader.press("enter")
        await reader.beside(1)
        assert reader.session.place.pane == "article"
        assert 1 not in reader.unread
        await reader.press("q")
        assert reader.session.place.pane == "list"
        assert reader.app.is_running


async def test_escape_never_quits_and_q_on_the_list_does() -> None:
    async with driven() as reader:
        await reader.press("escape", "escape")
        assert reader.app.is_running
        await reader.pilot.press("q")
        await reader.pilot.pause()
        assert not reader.app.is_running or reader.app.return_value == 0


@pytest.mark.parametrize("size", [*SIZES, (200, 50)])
async def test_space_alone_reads_everything_unread_and_says_so(size: tuple[int, int]) -> None:
    async with driven(size=size) as reader:
        order: list[int] = []
        for _ in range(80):
            await reader.press("space")
            if reader.shown and reader.session.story.opened and reader.shown not in order:
                order.append(reader.shown)
            if not reader.unread and not reader.session.story.id:
                break
        assert order == [1, 2, 3, 4, 6]
        assert "You are up to date." in lines(reader)
        await reader.press("space")
        assert reader.app.is_running


async def test_the_first_space_at_the_end_skips_no_story() -> None:
    async with driven() as reader:
        await reader.press("enter", "G")
        await reader.until(lambda: reader.window.article.at_end)
        await reader.press("space")
        await reader.beside(2)
        assert reader.window.article.top_line == 0


async def test_a_place_in_a_story_is_kept_and_found_again() -> None:
    newsroom = FakeNewsroom()
    async with driven(newsroom) as reader:
        await reader.press("enter", "pagedown")
        await reader.until(lambda: 1 in newsroom.positions)
        place = newsroom.positions[1]
        assert place.block > 0
        await reader.press("J")
        await reader.beside(2)
        await reader.press("K")
        await reader.beside(1)
        await reader.until(lambda: reader.window.article.position() == place)


async def test_the_place_survives_every_width() -> None:
    newsroom = FakeNewsroom()
    newsroom.positions[1] = Position(8, 0)
    async with driven(newsroom) as reader:
        await reader.press("enter")
        await reader.until(lambda: reader.window.article.top_line > 0)
        block = reader.window.article.position().block
        for size in ((80, 24), (200, 50), (101, 30), (120, 36)):
            await reader.pilot.resize_terminal(*size)
            await reader.quiet()
            assert reader.session.place.pane == "article"
            assert reader.shown == 1
            await reader.until(lambda: abs(reader.window.article.position().block - block) <= 1)


async def test_the_rule_end_counts_a_story_as_read_at_its_last_line() -> None:
    newsroom = FakeNewsroom()
    newsroom.config = dataclasses.replace(newsroom.config, mark_read="end")
    async with driven(newsroom) as reader:
        await reader.press("enter")
        await reader.beside(1)
        assert 1 in reader.unread
        await reader.press("G")
        await reader.until(lambda: 1 not in reader.unread)


async def test_a_headline_in_brackets_is_only_a_headline() -> None:
    async with driven() as reader:
        await reader.press("full_stop")
        assert "[/foo] Brackets in a" in lines(reader)


async def test_reading_view_hides_the_lists_and_comes_back() -> None:
    async with driven() as reader:
        await reader.press("f")
        await reader.beside(1)
        assert not reader.window.sources.display
        assert not reader.window.headlines.is_on_screen
        assert reader.fact.startswith("1 of 5 · ")
        await reader.press("f")
        assert reader.window.sources.display


async def test_the_measure_is_kept() -> None:
    async with driven() as reader:
        await reader.press("minus", "minus")
        assert reader.window.article.measure == 60
        await reader.until(lambda: reader.newsroom.config.measure == 60)
        await reader.press("plus")
        await reader.pilot.press("q")  # in the breath before it would be written
        assert reader.app.requests.finish(5)
        assert reader.newsroom.config.measure == 64
