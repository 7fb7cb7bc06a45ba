"""Whatever happens around the reader, the row under the cursor stays where it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model.feed import FetchOutcome
from reader.newsroom.events import FeedRefreshed, RefreshFinished, RefreshStarted
from reader.typesetting.cells import width
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines


def row_of_cursor(reader: Driver) -> int:
    """The row of the screen in which the chosen story begins."""
    lines = enumerate(screen_lines(reader.app))
    return next(number for number, line in lines if line[22:23] == "▌")


def fresh(reader: Driver) -> int:
    """How many unread stories came after the first forty."""
    return sum(row.unread for number, row in reader.newsroom.rows.items() if number > 40)


async def down_to(reader: Driver, story: int) -> int:
    """Move the cursor to a story and return its row."""
    while reader.window.headlines.story != story:
        await reader.press("j")
    await reader.beside(story)
    return row_of_cursor(reader)


async def test_a_refresh_with_arrivals_moves_no_row_but_the_band_s() -> None:
    async with driven(FakeNewsroom(stories=40)) as reader:
        row = await down_to(reader, reader.window.headlines.ids[9])
        story, ids = reader.window.headlines.story, list(reader.window.headlines.ids)
        reader.newsroom.tell(RefreshStarted(1, 3, (1, 2, 3)))
        for feed in (1, 2, 3):
            reader.newsroom.bring(2)
            event = FeedRefreshed(1, feed, feed, 3, 2, False, FetchOutcome.OK, "")
            reader.newsroom.tell(event)
            await reader.until(lambda: reader.window.headlines.above == fresh(reader))
            await reader.quiet()
            assert reader.window.headlines.story == story
            assert list(reader.window.headlines.ids) == ids
        reader.newsroom.tell(RefreshFinished(1, 3, 6, 0, 1.0, False))
        await reader.quiet()
        assert abs(row_of_cursor(reader) - row) <= 2, "the band takes two rows, no more"
        await reader.press("g")
        await reader.until(lambda: len(reader.window.headlines.ids) == len(ids) + fresh(reader))


@pytest.mark.parametrize("theme", ["paper", "contrast", "terminal"])
async def test_another_theme_moves_nothing(theme: str) -> None:
    async with driven(FakeNewsroom(stories=40)) as reader:
        row = await down_to(reader, reader.window.headlines.ids[9])
        before = screen_lines(reader.app)
        reader.newsroom.preferences.set("theme", theme)
        reader.session.preferences.follow()
        await reader.until(lambda: reader.app.theme == theme)
        await reader.quiet()
        assert row_of_cursor(reader) == row
        assert [line[22:] for line in screen_lines(reader.app)[:-1]] == [
            line[22:] for line in before[:-1]
        ]


async def test_another_size_keeps_the_story_and_brings_it_back_into_sight() -> None:
    async with driven(FakeNewsroom(stories=40)) as reader:
        story = reader.window.headlines.ids[12]
        await down_to(reader, story)
        for size in ((80, 24), (200, 50), (40, 10), (300, 100), (100, 30), (120, 36)):
            await reader.pilot.resize_terminal(*size)
            await reader.quiet()
            assert reader.window.headlines.story == story
            begin = reader.newsroom.rows[story].title[:14]
            assert begin in "\n".join(screen_lines(reader.app)), size


async def test_what_is_read_or_saved_stays_in_its_row_until_the_list_is_left() -> None:
    async with driven() as reader:
        await reader.press("j")
        await reader.beside(2)
        row = row_of_cursor(reader)
        for key in ("s", "u", "u", "s", "A", "z"):
            await reader.press(key)
            assert reader.window.headlines.story == 2
            assert row_of_cursor(reader) == row, key
        await reader.press("u", "h", "j", "enter", "h", "k", "enter")
        await reader.until(lambda: 2 not in reader.window.headlines.ids)


async def test_a_sheet_leaves_everything_as_it_was() -> None:
    async with driven() as reader:
        await reader.press("j", "j")
        await reader.beside(3)
        before = screen_lines(reader.app)
        for key in ("question_mark", "colon", "a"):
            await reader.press(key, "escape")
            assert screen_lines(reader.app) == before, key
        await reader.press("slash", *"geese")
        await reader.until(lambda: list(reader.window.headlines.ids) == [2])
        await reader.press("escape")
        await reader.beside(3)
        assert screen_lines(reader.app)[:-1] == before[:-1]


@pytest.mark.parametrize(
    "name", ["潮新聞・朝刊版", "🐙 Octopus 👩‍👩‍👧 Weekly", "é" * 40, "שבועון הים"]
)
@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36)])
async def test_names_of_any_script_keep_the_columns(name: str, size: tuple[int, int]) -> None:
    newsroom = FakeNewsroom()
    for number, row in newsroom.rows.items():
        newsroom.rows[number] = replace(row, source=name, title=f"{name} {row.title}")
    async with driven(newsroom, size) as reader:
        for key in ("", "v", "slash", *"na"):
            if key:
                await reader.press(key)
            for line in screen_lines(reader.app):
                assert width(line) <= size[0]
