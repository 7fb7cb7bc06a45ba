"""Where the cursor was in a list: found again though rows came and went."""

from __future__ import annotations

from array import array

import pytest

from reader.app.session.list_places import ListPlace
from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom

IDS = array("q", [10, 11, 12, 13, 14, 15])


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (IDS, (3, 1)),
        ([20, 21, *IDS], (5, 3)),
        ([12, 13, 14], (1, None)),
        ([10, 14, 15], (1, None)),
        ([20, 21], (0, None)),
        ([], (0, None)),
    ],
)
def test_a_place_is_found_by_its_stories(now: list[int], found: tuple[int, int | None]) -> None:
    place = ListPlace.at(IDS, 3, 1, {10, 14, 15})
    assert ListPlace.of(str(place)) == place
    assert place.find(now) == found


def test_at_the_very_top_what_has_come_is_seen_first() -> None:
    assert ListPlace.at(IDS, 0, 0, set(IDS)).find([20, *IDS]) == (0, None)


@pytest.mark.parametrize("text", ["", "7", "a b c", "1 2 3 4", "-1 2 3"])
def test_what_is_no_place_is_the_top(text: str) -> None:
    assert ListPlace.of(text) == ListPlace()


async def test_each_list_has_a_cursor_of_its_own() -> None:
    async with driven(FakeNewsroom(stories=60)) as reader:
        unread = list(reader.window.headlines.ids)
        await reader.press("1", "5", "j")
        top = reader.window.headlines.top
        assert top > 0
        await reader.press("h", "j", "enter")  # Saved, which is empty
        await reader.until(lambda: reader.session.list.current.key == "saved")
        await reader.quiet()
        await reader.press("h", "k", "enter")
        await reader.until(lambda: list(reader.window.headlines.ids) == unread)
        await reader.quiet()
        assert reader.window.headlines.chosen_item == 15
        assert reader.window.headlines.top == top


async def test_the_cursor_of_a_list_is_found_again_in_the_next_run() -> None:
    newsroom = FakeNewsroom(stories=60)
    async with driven(newsroom) as reader:
        await reader.press("1", "5", "j")
        story = reader.window.headlines.story
        await reader.pilot.press("q")
    async with driven(newsroom) as reader:
        assert reader.window.headlines.story == story


async def test_the_next_run_begins_with_the_story_the_last_one_ended_in() -> None:
    newsroom = FakeNewsroom(stories=9)
    async with driven(newsroom, (100, 16)) as reader:
        ids = list(reader.window.headlines.ids)
        await reader.press("J", "enter", "pagedown")
        story, place = reader.shown, reader.window.article.position()
        assert story not in reader.unread
        assert reader.window.article.top_line > 0
        await reader.pilot.press("ctrl+q")
    async with driven(newsroom, (100, 16)) as reader:
        await reader.beside(story)
        assert reader.window.headlines.story == story
        assert reader.window.article.position() == place
        left = {story, *reader.unread}
        assert list(reader.window.headlines.ids) == [one for one in ids if one in left]
        await reader.press("n")
        await reader.beside(ids[ids.index(story) + 1])


async def test_a_story_that_was_read_to_its_end_is_not_begun_again() -> None:
    newsroom = FakeNewsroom(stories=9)
    async with driven(newsroom) as reader:
        await reader.press("enter", "G")
        story = reader.shown
        await reader.pilot.press("ctrl+q")
    async with driven(newsroom) as reader:
        assert story not in list(reader.window.headlines.ids)
