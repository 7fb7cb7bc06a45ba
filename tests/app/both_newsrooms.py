"""The made-up newsroom, and a real one on disk with the same edition, behind the same door."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from reader.model.article import Article, BlockKind
from reader.model.change import Act, Change
from reader.model.query import Query
from reader.newsroom.events import Event
from reader.newsroom.newsroom import Newsroom
from tests.app.fake_edition import FEEDS
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stories import NOON, STORIES, made_up
from tests.editions import Edition, Item, rss
from tests.fakes import FakeClock

_READ = [place for place, (*_, read, _, _) in enumerate(STORIES) if read]
"""The places of the stories that were read."""


@dataclass
class Side:
    """A newsroom, its stories and sources by their place in the edition, and what it told."""

    newsroom: Newsroom
    stories: Sequence[int]
    """The ids of `STORIES`, in their order."""
    feeds: Sequence[int]
    """The ids of `FEEDS`, in their order."""
    told: list[Event]
    first_step: Change
    """The step before those of the test: one story was marked read."""

    def found(self, query: str) -> list[int]:
        """The places in the edition of the stories that match a typed query, newest first."""
        return self.places(self.newsroom.parse(query))

    def places(self, query: Query) -> list[int]:
        """The same for a query."""
        return [self.stories.index(story) for story in self.newsroom.stories.select(query)]

    def since(self) -> list[Event]:
        """The events since the last time somebody asked."""
        told, self.told[:] = list(self.told), []
        return told


def made_up_side(*, read_only: bool = False) -> Side:
    """The made-up newsroom."""
    made_up = FakeNewsroom()
    newsroom, stories = made_up.door(), range(1, len(STORIES) + 1)
    newsroom.marks.read(list(stories), False)
    made_up.done.clear()
    _mark_read(newsroom, stories)
    made_up.read_only = read_only
    return _heard(newsroom, stories, range(1, len(FEEDS) + 1))


def fill(home: Path) -> None:
    """Read the edition into a home: three sources with the made-up stories."""
    edition = Edition(home, clock=FakeClock(NOON))
    for number, (title, _) in enumerate(FEEDS, 1):
        items = [
            Item(
                made_up(place + 1).title,
                _as_html(made_up(place + 1)),
                guid=str(place),
                link=f"https://lamp.example/{place + 1}",
                published=NOON - 60 * minutes,
            )
            for place, (_, feed, minutes, *_) in enumerate(STORIES)
            if feed == number
        ]
        edition.web.feed(_address(number), rss(title, *items))
    newsroom = edition.open()
    for number, (title, folder) in enumerate(FEEDS, 1):
        newsroom.sources.subscribe(_address(number), title=title, folder=folder)
    edition.refresh(newsroom)
    _mark_read(newsroom, _by_title(newsroom))
    newsroom.close()


def real_side(filled: Path, home: Path) -> Side:
    """A real newsroom over a copy of the home that `fill` made; whoever asks closes it."""
    return open_side(Path(shutil.copytree(filled, home)))


def open_side(home: Path) -> Side:
    """A real newsroom over a home that holds the edition; whoever asks closes it."""
    newsroom = Edition(home, clock=FakeClock(NOON)).open()
    overview = newsroom.sources.overview()
    by_address = {
        feed.subscription.url: feed.id for folder in overview.folders for feed in folder.feeds
    }
    feeds = [by_address[_address(number)] for number in range(1, len(FEEDS) + 1)]
    return _heard(newsroom, _by_title(newsroom), feeds)


def _heard(newsroom: Newsroom, stories: Sequence[int], feeds: Sequence[int]) -> Side:
    told: list[Event] = []
    newsroom.listen(told.append)
    read = tuple(stories[place] for place in _READ)
    return Side(newsroom, stories, feeds, told, Change(Act.READ, read))


def _mark_read(newsroom: Newsroom, stories: Sequence[int]) -> None:
    newsroom.marks.read([stories[place] for place in _READ])


def _by_title(newsroom: Newsroom) -> list[int]:
    ids = newsroom.stories.select(newsroom.parse(""))
    by_title = {row.title: row.id for row in newsroom.stories.headlines(ids)}
    return [by_title[title] for title, *_ in STORIES]


def _address(feed: int) -> str:
    return f"https://feed{feed}.example/rss"


def _as_html(article: Article) -> str:
    tags = {BlockKind.HEADING: "h2"}
    return "".join(
        f"<{tags.get(block.kind, 'p')}>{escape(block.text)}</{tags.get(block.kind, 'p')}>"
        for block in article.blocks
    )
