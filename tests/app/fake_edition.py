"""What a made-up newsroom holds: stories, sources and settings in dictionaries, and who listens."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from reader.model.article import Article
from reader.model.change import Change
from reader.model.errors import StoreError
from reader.model.feed import FeedHealth, Subscription
from reader.model.story import Headline, Position
from reader.newsroom.events import Event, SourcesChanged, StoriesChanged
from reader.settings.config import Config
from reader.store.paths import Paths
from reader.text.normal import fold, words_key
from tests.app.stories import NOON, STORIES, made_up
from tests.fakes import FakeClock

FEEDS = (
    ("Harbour Lamp", "Coast"),
    ("Saltmarsh Herald", "Coast"),
    ("The Long Bench", "Craft"),
)
"""Title and folder of each source; feed 1 is the first."""
Feeds = dict[int, tuple[str, str]]
"""Title and folder of what is subscribed to, by the number of the feed."""


class FakeEdition:
    """The state that the parts of a made-up newsroom share, and what a test does to it."""

    def __init__(self, *, stories: int = len(STORIES), empty: bool = False) -> None:
        self.clock = FakeClock(NOON)
        self.config = Config()
        self.paths = Paths.below(Path("/nowhere"))
        self.read_only = False
        self.notice = ""
        self.faults: tuple[str, ...] = ()
        self.calls: list[tuple[object, ...]] = []
        """Every change and every use of the network, in order."""
        self.kept: dict[str, str] = {}
        self.earlier: dict[int, Article] = {}
        self.positions: dict[int, Position] = {}
        self.health: dict[int, FeedHealth] = {}
        self.updated: int | None = NOON - 240
        self.rows: dict[int, Headline] = {}
        self.feeds: Feeds = {} if empty else all_feeds()
        self.done: list[Change] = []
        """What undo takes back, the last change last."""
        self.tags_before: list[tuple[str, ...]] = []
        """The tags before each time some were set."""
        self.feeds_before: list[Feeds] = []
        """The sources before each change of them that can be undone."""
        self.corrected: dict[tuple[int, str], list[str]] = {}
        """By story and words: what was said of a quote, the last thing last."""
        self.aliases: dict[str, str] = {}
        self._listeners: list[Callable[[Event], None]] = []
        for _ in range(0 if empty else stories):
            self.arrive()

    def arrive(self, minutes: int | None = None) -> int:
        """Let one more story arrive; its number."""
        number = len(self.rows) + 1
        title, feed, ago, read, speaker, _ = STORIES[(number - 1) % len(STORIES)]
        ago = minutes if minutes is not None else ago + 10 * ((number - 1) // len(STORIES))
        when = NOON - 60 * ago
        self.rows[number] = Headline(
            id=number, feed=feed, source=FEEDS[feed - 1][0], title=title,
            link=f"https://lamp.example/{number}", published=when, stated=when, unread=not read,
            new=ago < 60, saved=False, quotes=int(bool(speaker)), words=400, minutes=2, lang="en",
        )  # fmt: skip
        return number

    def bring(self, count: int = 1) -> None:
        """Let newer stories arrive and say so, as a refresh does."""
        for _ in range(count):
            self.arrive(minutes=1)
        self.tell(StoriesChanged((1,)))

    def leave_everything(self) -> None:
        """Let every source have been removed."""
        self.feeds = {}
        self.rows.clear()
        self.tell(SourcesChanged())

    def feed_title(self, feed: int) -> str:
        """What a source is called."""
        return self.feeds[feed][0]

    def subscription(self, feed: int) -> Subscription:
        """One of the sources."""
        title, folder = self.feeds[feed]
        return Subscription(f"https://feed{feed}.example/rss", title, folder)

    def tell(self, event: Event) -> None:
        """Let something have happened."""
        for listener in tuple(self._listeners):
            listener(event)

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call `listener` with every event."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refuse_if_read_only(self) -> None:
        """Raise what a newsroom raises that may store nothing."""
        if self.read_only:
            raise StoreError("Another reader is open.")

    def count_quotes(self, story: int) -> None:
        """Let the row of a story say how many quotes it has now."""
        quotes = len(set_right(self, story).quotes)
        self.rows[story] = dataclasses.replace(self.rows[story], quotes=quotes)

    def set_feeds(self, feeds: Feeds) -> None:
        """Let these be the sources from now on; their stories name them."""
        self.feeds = feeds
        for story, row in self.rows.items():
            source = feeds[row.feed][0] if row.feed in feeds else row.source
            self.rows[story] = dataclasses.replace(row, source=source)
        self.tell(SourcesChanged())

    def stored(self, change: Change) -> Change:
        """Note a change as one that can be undone."""
        self.done.append(change)
        return change


def all_feeds() -> Feeds:
    """All sources."""
    return dict(enumerate(FEEDS, 1))


def set_right(edition: FakeEdition, story: int) -> Article:
    """A story, its quotes as somebody set them right."""
    article = made_up(story)
    quotes = []
    for quote in article.quotes:
        said = edition.corrected.get((story, words_key(quote.text)))
        [*_, speaker] = said or [quote.speaker]
        if speaker:
            name = edition.aliases.get(fold(speaker), speaker)
            quotes.append(dataclasses.replace(quote, speaker=name))
    return dataclasses.replace(article, quotes=tuple(quotes))
