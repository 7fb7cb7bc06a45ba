"""Where there is nothing: why, and what to press, with the keys that are in force."""

from __future__ import annotations

import dataclasses

from reader.model.feed import FeedHealth
from reader.model.story import QuoteRow
from reader.settings.config import Config
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.fake_quotes import FakeQuotes
from tests.app.stage import screen_lines


async def waited(reader: Driver, *words: str) -> str:
    """The page, once all these words stand on it, its lines and columns drawn together."""

    def page() -> str:
        return " ".join(" ".join(screen_lines(reader.app)).split())

    await reader.until(lambda: all(part in page() for part in words))
    return page()


def with_keys(**keys: tuple[str, ...]) -> FakeNewsroom:
    """A newsroom of somebody with own keys."""
    newsroom = FakeNewsroom()
    newsroom.config = Config(keys=keys)
    return newsroom


async def test_saved_is_empty() -> None:
    async with driven() as reader:
        await reader.press("h", "g", "j", "j", "enter")
        keep = "Press s on any story to keep it here, complete, for later."
        page = await waited(reader, "Nothing saved.", keep, "Saved 0")
        assert "Stored for offline reading" not in page
        head = next(line for line in screen_lines(reader.app) if "Saved 0" in line)
        words = next(line for line in screen_lines(reader.app) if "Nothing saved." in line)
        assert head.index("Saved 0") == words.index("Nothing saved.")


async def test_saved_is_empty_for_somebody_with_other_keys() -> None:
    async with driven(with_keys(save=("W",))) as reader:
        await reader.press("h", "g", "j", "j", "enter")
        await waited(reader, "Press W on any story")


async def test_the_saved_list_names_the_key_that_reads_on() -> None:
    async with driven(with_keys(read_on=("Q",))) as reader:
        await reader.press("s", "j", "s", "h", "g", "j", "j", "enter")
        await waited(
            reader,
            "Q starts with the selected one and reads on through them",
            "The first two unfinished take four minutes.",
        )


async def test_a_source_that_was_never_asked() -> None:
    newsroom = FakeNewsroom(stories=2)
    newsroom.health[3] = FeedHealth()
    async with driven(newsroom) as reader:
        await reader.press("h", "G", "enter")
        await waited(reader, "No stories yet.", "r fetch it now")
        page = " ".join(" ".join(line[22:59] for line in screen_lines(reader.app)).split())
        assert "This source has never been fetched." in page
        await reader.press("r")
        assert ("refresh", (3,)) in newsroom.calls


async def test_a_search_without_finds_in_one_list_offers_all() -> None:
    async with driven() as reader:
        await reader.press("slash", *"lighthoose")
        page = await waited(reader, "No story has “lighthoose”.", "Closest: lighthouse (1).")
        assert "searches everything" not in page
        await reader.press("tab")
        await waited(reader, "tab searches everything")


class NoQuotes(FakeQuotes):
    """Stories in which nobody speaks."""

    def of_story(self, story: int) -> list[QuoteRow]:
        """None."""
        return []


async def test_nobody_is_quoted() -> None:
    newsroom = FakeNewsroom()
    newsroom.quotes = NoQuotes(newsroom)
    async with driven(newsroom) as reader:
        await reader.press("enter", "quotation_mark")
        await waited(reader, "Nobody is quoted in these stories.")


async def test_the_first_page_names_the_keys_in_force() -> None:
    newsroom = FakeNewsroom(empty=True)
    newsroom.config = dataclasses.replace(newsroom.config, keys={"save": ("W",)})
    async with driven(newsroom) as reader:
        await waited(reader, "Three keys are enough:", "W save a story for later")
