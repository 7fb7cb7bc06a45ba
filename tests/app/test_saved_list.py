"""The Saved list: how much is left to read, the last saved first, what is finished at the end."""

from __future__ import annotations

import dataclasses

from reader.app.panes.headlines.saved_rows import saved_total
from reader.app.session.reading_time import minutes_left
from reader.model.story import Headline
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines
from tests.app.stories import NOON


def saved(number: int, newsroom: FakeNewsroom, **fields: object) -> Headline:
    """Save a story with what is known of its reading."""
    row = dataclasses.replace(newsroom.rows[number], saved=True, **fields)  # type: ignore[arg-type]  # a test's own
    newsroom.rows[number] = row
    return row


async def open_saved(reader: Driver) -> list[str]:
    """Open the Saved list and return what is on screen."""
    await reader.press("h", "g", "j", "j", "enter")
    await reader.until(lambda: reader.session.list.current.key == "saved")
    await reader.quiet()
    return screen_lines(reader.app)


async def test_each_story_says_what_is_left_and_the_header_all_of_it() -> None:
    newsroom = FakeNewsroom()
    saved(1, newsroom, minutes=60, saved_at=NOON)
    saved(2, newsroom, minutes=20, progress=0.5, saved_at=NOON - 86400)
    saved(3, newsroom, minutes=9, progress=1.0, finished=True, saved_at=NOON - 20 * 86400)
    async with driven(newsroom) as reader:
        page = await open_saved(reader)
        assert "Saved 3 stories · 1 h 10 min" in page[1]
        assert page[1].endswith("last saved first")
        text = "\n".join(page)
        assert "Harbour Lamp · saved today · 1 quote" in text
        assert "saved yesterday" in text
        first = next(line for line in page if "lighthouse keeper" in line)
        assert first.endswith("60 min")
        begun = next(n for n, line in enumerate(page) if "counts its geese" in line)
        assert page[begun].endswith("10 min left")
        assert page[begun + 1].endswith("━" * 12)
        done = next(line for line in page if "A bench long enough" in line)
        assert "✓ A bench" in done
        assert done.endswith("finished")
        assert "space starts with the selected one" in text


async def test_it_has_the_story_s_room_and_gives_it_back() -> None:
    newsroom = FakeNewsroom()
    saved(1, newsroom, saved_at=NOON)
    async with driven(newsroom) as reader:
        await open_saved(reader)
        assert not reader.window.article.display
        await reader.press("enter")
        await reader.beside(1)
        assert reader.window.article.display
        assert reader.window.headlines.size.width == 37


async def test_an_empty_one_says_how_to_fill_it() -> None:
    async with driven() as reader:
        text = "\n".join(await open_saved(reader))
        assert "Nothing saved." in text
        assert "Press s on any story to keep it here, complete, for later." in text


def test_nothing_left_counts_as_nothing_and_a_rest_as_a_minute() -> None:
    newsroom = FakeNewsroom()
    read = saved(1, newsroom, minutes=5, progress=1.0, finished=True)
    nearly = saved(2, newsroom, minutes=5, progress=0.99)
    assert minutes_left(nearly) == 1
    assert saved_total([read, nearly]) == "2 stories · 1 min"
