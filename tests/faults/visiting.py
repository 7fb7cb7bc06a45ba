"""A newsroom that reads the test web with the real fetcher and a clock turned by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.loader.net.http import CurlFetcher
from reader.loader.net.programs import ProgramFetcher
from reader.model.feed import Feed
from reader.model.story import Headline
from reader.newsroom.newsroom import Newsroom
from reader.store.paths import Paths
from tests.editions import InThisProcess
from tests.fakes import FakeClock
from tests.faults.web import TestWeb


@dataclass
class Visitor:
    """Subscribes to paths of the test web and visits them as time passes."""

    web: TestWeb
    home: Path
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.newsroom = Newsroom.open(
            Paths.below(self.home),
            clock=self.clock,
            fetcher=ProgramFetcher(CurlFetcher(self.clock), self.clock),
            jitter=lambda: 0.0,
            asker=InThisProcess(),
        )

    def close(self) -> None:
        """Close the newsroom."""
        self.newsroom.close()

    def subscribe(self, *paths: str) -> None:
        """Subscribe without asking."""
        for path in paths:
            self.newsroom.sources.subscribe(self.web.address + path)

    def visit(self, *, by_hand: bool = False) -> None:
        """Refresh what is due, or everything if a person asks."""
        self.newsroom.refreshing.start(force=by_hand)
        self.newsroom.refreshing.wait()
        assert self.newsroom.idle(60)

    def wait(self, minutes: float) -> None:
        """Let time pass."""
        self.clock.advance(minutes * 60)

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        count: int = self.web.log().get(path, {"count": 0})["count"]
        return count

    def feed(self, path: str) -> Feed:
        """The feed at a path."""
        return next(feed for feed in self.feeds() if feed.subscription.url.endswith(path))

    def feeds(self) -> Sequence[Feed]:
        """All feeds."""
        return [
            feed for folder in self.newsroom.sources.overview().folders for feed in folder.feeds
        ]

    def stories(self, query: str = "") -> list[Headline]:
        """The stories that match."""
        newsroom = self.newsroom
        return newsroom.stories.headlines(newsroom.stories.select(newsroom.parse(query)))

    def titles(self, query: str = "") -> list[str]:
        """Their titles, in order of the alphabet."""
        return sorted(story.title for story in self.stories(query))
