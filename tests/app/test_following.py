"""What happens in the newsroom meanwhile: progress is told, no row moves."""

from __future__ import annotations

import dataclasses

from reader.model.feed import FeedHealth, FetchOutcome
from reader.model.story import FullText
from reader.newsroom.events import (
    FeedRefreshed,
    FoundSource,
    FullTextArrived,
    FullTextsAsked,
    RefreshFinished,
    RefreshStarted,
    SettingsChanged,
    SourcesFound,
    StoriesChanged,
)
from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines
from tests.app.stories import NOON


async def test_arrivals_wait_above_and_no_row_moves() -> None:
    async with driven() as reader:
        await reader.press("j")
        before = [row for row in screen_lines(reader.app) if "Saltmarsh counts" in row]
        reader.newsroom.bring(2)
        await reader.until(lambda: reader.session.list.waiting is not None)
        await reader.quiet()
        after = screen_lines(reader.app)
        assert list(reader.window.headlines.ids) == [1, 2, 3, 4, 6]
        assert reader.window.headlines.story == 2
        assert before
        assert any("2 new above" in row and "g shows them" in row for row in after)
        await reader.press("g")
        await reader.until(lambda: len(reader.window.headlines.ids) == 7)
        await reader.quiet()
        assert not any("new above" in row for row in screen_lines(reader.app))


async def test_a_refresh_is_told_in_the_status_line_until_it_ends() -> None:
    async with driven() as reader:
        reader.newsroom.tell(RefreshStarted(1, 63, (1, 2, 3)))
        reader.newsroom.tell(
            FeedRefreshed(1, 1, 41, 63, 26, True, FetchOutcome.TIMEOUT, "The server slept.")
        )
        await reader.quiet()
        status = screen_lines(reader.app)[-1]
        assert "Refreshing 41 of 63  ━━━━━━━━━━━━━━━━━━  26 new · 1 failed" in status
        assert "R stop" in status
        assert "".join(screen_lines(reader.app)).count("◌") == 2
        reader.newsroom.tell(RefreshFinished(1, 63, 26, 1, 4.0, False))
        await reader.quiet()
        assert "Refreshing" not in screen_lines(reader.app)[-1]


async def test_a_source_that_failed_says_what_is_still_fine() -> None:
    newsroom = FakeNewsroom()
    newsroom.health[2] = FeedHealth(
        FetchOutcome.TIMEOUT, "The server did not answer.", checked=NOON, failures=3
    )
    async with driven(newsroom) as reader:
        assert any("Saltmarsh" in row and "!" in row[:24] for row in screen_lines(reader.app))
        await reader.press("h", "j", "j", "j", "j", "j", "enter")
        await reader.until(lambda: reader.session.list.current.key == "feed:2")
        await reader.quiet()
        screen = "\n".join(screen_lines(reader.app))
        assert "The server did not answer." in screen
        assert "r try again" in screen


async def test_several_feeds_of_a_site_are_offered() -> None:
    async with driven() as reader:
        found = (
            FoundSource("https://a.example/news", "News"),
            FoundSource("https://a.example/sport", "Sport"),
        )
        reader.newsroom.tell(SourcesFound("https://a.example", found))
        await reader.until(lambda: len(reader.app.screen_stack) == 2)
        await reader.press("2")
        await reader.until(lambda: ("add", "https://a.example/sport") in reader.newsroom.calls)


async def test_rows_say_whose_page_is_on_its_way_and_whose_could_not_be_fetched() -> None:
    async with driven() as reader:
        first = reader.newsroom.rows[1]
        line = first.title[:20]

        def mark() -> str:
            row = next(row for row in screen_lines(reader.app) if line in row[:60])
            return row[: row.index(line)].split()[-1]

        assert mark() == "●"
        reader.newsroom.tell(FullTextsAsked((1, 2)))
        await reader.until(lambda: mark() == "◌")
        reader.newsroom.rows[1] = dataclasses.replace(first, full_text=FullText.FAILED)
        reader.newsroom.tell(FullTextArrived(1, False, "the site wants a login"))
        await reader.until(lambda: mark() == "!")
        reader.newsroom.rows[1] = dataclasses.replace(first, gone=True)
        reader.newsroom.tell(FullTextArrived(1, False, "The page is gone."))
        await reader.until(lambda: mark() == "·")


async def test_a_theme_in_the_settings_is_worn_at_once() -> None:
    async with driven() as reader:
        assert reader.app.theme == "lamplight"
        reader.newsroom.preferences.set("theme", "paper")
        reader.newsroom.tell(SettingsChanged())
        await reader.until(lambda: reader.app.theme == "paper")


async def test_marks_made_elsewhere_arrive_in_the_rows() -> None:
    async with driven() as reader:
        rows = reader.newsroom.rows
        rows[3] = dataclasses.replace(rows[3], saved=True)
        reader.newsroom.tell(StoriesChanged((3,)))
        await reader.until(lambda: "◆" in "\n".join(screen_lines(reader.app)))
