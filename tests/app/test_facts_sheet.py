"""Details of a source: facts with their names, at any size, in the person's language."""

from __future__ import annotations

import pytest

from reader.model.feed import FeedHealth, FetchOutcome
from reader.wording.catalogue import say, use_language
from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines
from tests.app.stories import NOON


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_details_of_a_source_are_told_whole_and_left_again(size: tuple[int, int]) -> None:
    newsroom = FakeNewsroom()
    words = "The server did not answer. " + "It may be busy. " * 6
    newsroom.health[3] = FeedHealth(FetchOutcome.TIMEOUT, words.strip(), checked=NOON - 600)
    async with driven(newsroom, size) as reader:
        await reader.press("h", "G", "i")
        await reader.until(lambda: reader.app.screen is not reader.window.main)
        await reader.quiet()
        page = "\n".join(screen_lines(reader.app))
        assert "The Long Bench" in page
        assert "https://feed3.example/rss" in page
        assert "last answer" in page
        assert "no answer in time" in page
        await reader.press("q")
        assert reader.app.screen is reader.window.main
        assert reader.app.is_running


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_outcome_has_words(language: str) -> None:
    use_language(language)
    try:
        for outcome in FetchOutcome:
            assert say(f"outcome.{outcome.name.lower()}")
    finally:
        use_language("en")


async def test_why_a_source_is_asked_then_is_said_in_words() -> None:
    newsroom = FakeNewsroom()
    for feed, reason in ((2, "max-age"), (3, "back-off")):
        newsroom.health[feed] = FeedHealth(
            FetchOutcome.TIMEOUT, "As noted.", checked=NOON, next_visit=NOON + 600, reason=reason
        )
    async with driven(newsroom) as reader:
        await reader.press("h", "G", "i")
        await reader.until(lambda: reader.app.screen is not reader.window.main)
        await reader.quiet()
        assert "because of earlier failures" in "\n".join(screen_lines(reader.app))
        await reader.press("q", "k", "k", "i")
        await reader.until(lambda: reader.app.screen is not reader.window.main)
        await reader.quiet()
        assert "because of max-age" in "\n".join(screen_lines(reader.app))
