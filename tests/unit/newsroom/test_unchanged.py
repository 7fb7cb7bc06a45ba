"""A feed that changed costs what changed: its other entries are known by their hashes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.model.query import Everything
from reader.newsroom.digestion import DigestedFeed, Job
from reader.newsroom.newsroom import Newsroom
from reader.store.codec import from_json
from tests.editions import COURIER, Edition, InThisProcess, Item, rss

HOUR = 3600


class Counting(InThisProcess):
    """Remembers how many entries of each feed were made stories."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def ask(self, head: bytes, body: bytes) -> bytes:
        answer = super().ask(head, body)
        if from_json(Job, head).feed:
            articles = from_json(DigestedFeed, answer).articles
            self.read.append(sum(article is not None for article in articles))
        return answer


@pytest.fixture
def asker() -> Counting:
    return Counting()


@pytest.fixture
def newsroom(edition: Edition, asker: Counting) -> Iterator[Newsroom]:
    newsroom = Newsroom.open(
        edition.paths,
        clock=edition.clock,
        fetcher=edition.web,
        jitter=lambda: 0.0,
        asker=asker,
    )
    newsroom.sources.subscribe(COURIER)
    yield newsroom
    newsroom.close()


def visit(edition: Edition, newsroom: Newsroom, *items: Item) -> dict[str, int]:
    """Serve a feed of these entries, visit it, and return its stories' numbers by title."""
    edition.web.feed(COURIER, rss("Courier", *items))
    edition.clock.advance(2 * HOUR)
    edition.refresh(newsroom)
    rows = newsroom.stories.headlines(newsroom.stories.select(Everything()))
    return {row.title: row.id for row in rows}


def test_only_what_changed_is_read_again(
    edition: Edition, newsroom: Newsroom, asker: Counting
) -> None:
    ferry, bakers = Item("The ferry floats", "<p>Up."), Item("Bakers may sleep", "<p>Late.")
    first = visit(edition, newsroom, ferry, bakers)
    bridge = Item("A bridge is counted", "<p>One.")
    second = visit(edition, newsroom, bridge, ferry, bakers)
    assert asker.read == [2, 1]
    assert second.items() > first.items()
    mended = Item("Bakers may sleep", "<p>Late, and on Sundays later.")
    assert visit(edition, newsroom, bridge, ferry, mended) == second
    assert asker.read == [2, 1, 1]
    assert (
        newsroom.stories.article(second["Bakers may sleep"]).text == "Late, and on Sundays later."
    )
    assert newsroom.stories.article(second["The ferry floats"]).text == "Up."


def test_entries_without_anything_of_their_own_keep_their_stories(
    edition: Edition, newsroom: Newsroom, asker: Counting
) -> None:
    def same(title: str, body: str) -> Item:
        return Item(title, body, guid="all", link="https://courier.example/")

    words = " ".join(f"word{number}" for number in range(50))
    items = (same("Tides", f"<p>{words}"), same("Winds", f"<p>{words}"))
    first = visit(edition, newsroom, *items)
    second = visit(edition, newsroom, same("Rain", "<p>None."), *items)
    assert asker.read == [2, 1]
    assert second.items() > first.items()
    assert len(second) == 3


def test_an_entry_that_left_and_returns_is_read_again_as_the_same_story(
    edition: Edition, newsroom: Newsroom, asker: Counting
) -> None:
    ferry, bakers = Item("The ferry floats", "<p>Up."), Item("Bakers may sleep", "<p>Late.")
    first = visit(edition, newsroom, ferry, bakers)
    visit(edition, newsroom, ferry)
    assert visit(edition, newsroom, ferry, bakers) == first
    assert asker.read == [2, 0, 1]
