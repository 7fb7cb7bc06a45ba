"""What happens in the newsroom meanwhile: progress is told, no row moves."""

from __future__ import annotations

import dataclasses
from functools import partial

from reader.app.listing import Loaded
from reader.app.session.story_list import StoryList
from reader.model.feed import FeedHealth, FetchOutcome
from reader.model.story import FullText
from reader.newsroom.events import (
    AddFailed,
    FeedRefreshed,
    FoundSource,
    FullTextArrived,
    FullTextsAsked,
    RefreshFinished,
    RefreshStarted,
    SettingsChanged,
    SettingsFailed,
    SourceAdded,
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
        await reader.until(lambda: reader.app.waiting is not None)
        await reader.quiet()
        after = screen_lines(reader.app)
        assert list(reader.app.headlines.ids) == [1, 2, 3, 4, 6]
        assert reader.app.headlines.story == 2
        assert before
        assert any("2 new above" in row and "g shows them" in row for row in after)
        await reader.press("g")
        await reader.until(lambda: len(reader.app.headlines.ids) == 7)
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


async def test_capital_r_refreshes_all_and_then_stops() -> None:
    async with driven() as reader:
        await reader.press("R")
        assert ("refresh", None) in reader.newsroom.calls
        reader.newsroom.tell(RefreshStarted(1, 3, (1, 2, 3)))
        await reader.quiet()
        await reader.press("R")
        assert ("stop_refresh",) in reader.newsroom.calls


async def test_r_refreshes_the_source_of_the_list() -> None:
    async with driven() as reader:
        await reader.press("h", "j", "j", "j", "j", "enter")
        await reader.until(lambda: reader.app.list.key == "feed:1")
        await reader.press("r")
        assert ("refresh", (1,)) in reader.newsroom.calls


async def test_a_source_that_failed_says_what_is_still_fine() -> None:
    newsroom = FakeNewsroom()
    newsroom.health[2] = FeedHealth(
        FetchOutcome.TIMEOUT, "The server did not answer.", checked=NOON, failures=3
    )
    async with driven(newsroom) as reader:
        assert any("Saltmarsh" in row and "!" in row[:24] for row in screen_lines(reader.app))
        await reader.press("h", "j", "j", "j", "j", "j", "enter")
        await reader.until(lambda: reader.app.list.key == "feed:2")
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


async def test_words_of_the_newsroom_reach_the_status_line() -> None:
    async with driven() as reader:
        for event, words in (
            (AddFailed("x", "That page has no feed we can find."), "no feed"),
            (SourceAdded(1, "Harbour Lamp", 12), "Harbour Lamp added · 12 stories"),
            (
                SourceAdded(1, "Harbour Lamp", 0, known=True),
                "Harbour Lamp is among your sources already",
            ),
            (SettingsFailed("config.toml, line 3: no."), "line 3"),
        ):
            reader.newsroom.tell(event)
            await reader.until(partial(lambda words: words in reader.fact, words))


async def test_a_full_text_replaces_the_summary_and_keeps_the_place() -> None:
    async with driven() as reader:
        await reader.press("enter", "x")
        assert ("fetch_full", 1) in reader.newsroom.calls
        reader.newsroom.tell(FullTextArrived(1, False, "the site wants a login"))
        await reader.until(lambda: "the site wants a login" in reader.fact)


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


async def test_a_story_that_is_read_does_not_have_the_whole_list_read_anew() -> None:
    async with driven() as reader:
        lists_read = 0
        read_list = reader.app.read_list

        def counted(wanted: StoryList) -> Loaded:
            nonlocal lists_read
            lists_read += 1
            return read_list(wanted)

        reader.app.read_list = counted  # type: ignore[method-assign]  # counted where it is read
        await reader.press("n", "n", "u")
        await reader.until(lambda: reader.app.known is not None and reader.app.known.unread == 4)
        await reader.quiet()
        assert lists_read == 0
        await reader.press("A")
        await reader.until(lambda: lists_read > 0)
