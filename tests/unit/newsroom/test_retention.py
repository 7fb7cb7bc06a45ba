"""How long stories stay: as many days as the settings say, and what a person marked for good."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.model.query import Everything, Is, State
from reader.newsroom.newsroom import Newsroom
from tests.editions import COURIER, Edition, Item, rss

HOUR, DAY = 3600, 86400


@pytest.fixture
def newsroom(edition: Edition) -> Iterator[Newsroom]:
    """Three stories of this hour from a source that sends others from then on."""
    published = edition.clock.now() - HOUR
    names = ("The ferry floats", "Bakers may sleep", "A bridge is counted")
    edition.web.feed(COURIER, rss("Courier", *(Item(name, published=published) for name in names)))
    newsroom = edition.open()
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    edition.web.feed(COURIER, rss("Courier", Item("Something else")))
    yield newsroom
    newsroom.close()


def count_after(edition: Edition, newsroom: Newsroom, days: int) -> int:
    """How many of the three are here, so many days later, after a refresh."""
    edition.clock.advance(days * DAY - HOUR)
    edition.refresh(newsroom)
    others = len(newsroom.stories.select(newsroom.parse("something")))
    return len(newsroom.stories.select(Everything())) - others


@pytest.mark.parametrize(("days", "here"), [(10, 3), (89, 3), (91, 0)])
def test_stories_stay_ninety_days(
    edition: Edition, newsroom: Newsroom, days: int, here: int
) -> None:
    assert count_after(edition, newsroom, days) == here


@pytest.mark.parametrize(("days", "here"), [(6, 3), (8, 0)])
def test_stories_stay_as_long_as_the_settings_say(
    edition: Edition, newsroom: Newsroom, days: int, here: int
) -> None:
    newsroom.preferences.set("keep_days", 7)
    assert count_after(edition, newsroom, days) == here


def test_stories_stay_for_ever_if_the_settings_say_so(
    edition: Edition, newsroom: Newsroom
) -> None:
    newsroom.preferences.set("keep_days", 0)
    assert count_after(edition, newsroom, 1000) == 3


@pytest.mark.parametrize(("keep", "days", "here"), [(20, 19, 3), (20, 21, 0), (200, 190, 3)])
def test_a_source_may_keep_its_stories_longer_or_shorter(
    edition: Edition, newsroom: Newsroom, keep: int, days: int, here: int
) -> None:
    newsroom.sources.change(1, keep=keep)
    assert count_after(edition, newsroom, days) == here


def test_a_source_cannot_outlast_what_the_settings_keep_for_ever(
    edition: Edition, newsroom: Newsroom
) -> None:
    newsroom.preferences.set("keep_days", 0)
    newsroom.sources.change(1, keep=20)
    assert count_after(edition, newsroom, 30) == 3


def test_saved_and_tagged_stories_stay_though_their_source_is_gone(
    edition: Edition, newsroom: Newsroom
) -> None:
    newsroom.marks.save([1])
    newsroom.marks.tag([2], ["ships"])
    newsroom.sources.unsubscribe(1)
    newsroom.sources.subscribe("https://gazette.example/feed.xml")
    edition.clock.advance(1000 * DAY)
    edition.refresh(newsroom)
    assert list(newsroom.stories.select(Is(State.SAVED))) == [1]
    assert list(newsroom.stories.select(newsroom.parse("#ships"))) == [2]
    assert newsroom.stories.article(1).text == newsroom.stories.article(2).text
    assert list(newsroom.stories.headlines([3])) == []
    assert [(tag.name, tag.stories) for tag in newsroom.sources.overview().tags] == [("ships", 1)]


def test_a_story_that_left_is_unread_no_more(edition: Edition, newsroom: Newsroom) -> None:
    assert newsroom.sources.overview().unread == 3
    count_after(edition, newsroom, 100)
    assert newsroom.sources.overview().unread == 1
