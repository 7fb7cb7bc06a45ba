"""What stands above a list or in its place: what waits, what is wrong, why it is empty."""

from __future__ import annotations

import pytest

from reader.model.feed import FeedHealth, FetchOutcome
from reader.wording.catalogue import use_language
from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines
from tests.app.stories import NOON


def failing(outcome: FetchOutcome, message: str) -> FakeNewsroom:
    """A newsroom whose last source failed three times."""
    newsroom = FakeNewsroom()
    newsroom.health[3] = FeedHealth(outcome, message, checked=NOON - 600, failures=3)
    return newsroom


async def test_a_source_that_failed_says_so_in_a_box_above_its_stories() -> None:
    newsroom = failing(FetchOutcome.TIMEOUT, "The server did not answer.")
    async with driven(newsroom) as reader:
        await reader.press("h", "G", "enter")
        await reader.until(lambda: reader.session.list.current.feed == 3)
        await reader.quiet()
        lines = [line[22:59] for line in screen_lines(reader.app)]
        assert "The Long Bench 2 stored" in lines[1]
        box = lines[3:12]
        assert box[0].strip() == "▌", "a blank row within the box"
        assert "▌ The server did not answer." in box[1]
        assert "Tried three times, last at " in box[2]
        assert any("two stories below are from" in line for line in box)
        assert any(line.startswith("▌ r try again   i details") for line in box)
        assert reader.fact == "1 of 3 sources could not be fetched"


async def test_a_site_that_refuses_is_to_be_opened_in_the_browser() -> None:
    newsroom = failing(FetchOutcome.REFUSED, "The site refuses to let us in (403).")
    async with driven(newsroom) as reader:
        await reader.press("h", "G", "enter")
        await reader.until(lambda: reader.session.list.current.feed == 3)
        await reader.quiet()
        assert "o open in browser" in "\n".join(screen_lines(reader.app))


async def test_new_stories_wait_in_a_band_above_and_no_row_moves() -> None:
    async with driven() as reader:
        await reader.press("j", "j")
        await reader.beside(3)
        before = list(reader.window.headlines.ids)
        reader.newsroom.bring(2)
        await reader.until(lambda: reader.window.headlines.above == 2)
        await reader.quiet()
        band = screen_lines(reader.app)[3][22:59]
        assert band.strip().startswith("2 new above")
        assert band.rstrip().endswith("g shows them")
        assert list(reader.window.headlines.ids) == before
        assert reader.window.headlines.story == 3
        await reader.press("g")
        await reader.until(lambda: not reader.window.headlines.above)
        assert len(reader.window.headlines.ids) == len(before) + 2


async def test_an_empty_list_says_so_in_its_place_and_names_a_story_to_read() -> None:
    async with driven() as reader:
        await reader.press("j", "s", "A", "h", "g", "enter", "h", "j", "enter")
        await reader.until(lambda: bool(reader.session.notices.suggested))
        await reader.quiet()
        page = screen_lines(reader.app)
        top = next(line for line in page if "You are up to date." in line)
        assert "One story is waiting in Saved." in top, "both begin at the same height"
        left = "\n".join(line[22:59] for line in page)
        right = "\n".join(line[60:] for line in page)
        assert "You are up to date." in left
        assert "R   look again" in left
        assert "One story is waiting in Saved." in right
        assert "◆ Saltmarsh counts its geese by ear" in right
        await reader.press("enter")
        await reader.beside(2)
        assert reader.session.place.pane == "article"


async def test_an_empty_list_speaks_german() -> None:
    use_language("de")
    try:
        async with driven() as reader:
            await reader.press("j", "s", "A", "h", "g", "enter", "h", "j", "enter")
            await reader.until(lambda: bool(reader.session.notices.suggested))
            await reader.quiet()
            page = "\n".join(screen_lines(reader.app))
            assert "Alles gelesen." in page
            assert "Eine Meldung wartet unter Gemerkt." in page
    finally:
        use_language("en")


async def test_a_narrow_window_says_why_its_list_is_empty_too() -> None:
    async with driven(size=(80, 24)) as reader:
        await reader.press("A", "h", "g", "enter", "h", "j", "enter")
        await reader.until(lambda: not reader.window.headlines.ids)
        await reader.quiet()
        page = "\n".join(screen_lines(reader.app))
        assert "newsreader › Unread 0" in page
        assert "You are up to date." in page


@pytest.mark.parametrize("size", [(40, 10), (50, 12), (60, 16), (80, 15), (80, 24)])
async def test_a_low_window_keeps_a_story_and_the_keys_below_what_is_wrong(
    size: tuple[int, int],
) -> None:
    newsroom = failing(FetchOutcome.TIMEOUT, "As noted.")
    async with driven(newsroom, size=size) as reader:
        await reader.press("h", "G", "enter")
        await reader.until(lambda: reader.session.list.current.feed == 3)
        await reader.quiet()
        lines = screen_lines(reader.app)
        page = "\n".join(lines)
        assert "The server did not answer." in page
        assert "r try again   i details" in page
        assert ("Tried three times" in page) == (size[1] > 12)
        assert "▌ ● " in page or "▌ • " in page, "the story under the cursor"
        assert lines[-1].rstrip().endswith("? help")
        assert "could not be fetched" in lines[-1] or "…" in lines[-1]


@pytest.mark.parametrize("size", [(40, 10), (50, 12), (60, 16), (80, 15)])
async def test_a_low_window_names_every_key_of_an_empty_list(size: tuple[int, int]) -> None:
    async with driven(size=size) as reader:
        await reader.press("A", "h", "g", "enter", "h", "j", "enter")
        await reader.until(lambda: not reader.window.headlines.ids)
        await reader.quiet()
        page = "\n".join(screen_lines(reader.app))
        for words in ("You are up to date.", "look again", "another list", "you have read"):
            assert words in page
