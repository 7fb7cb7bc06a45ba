"""The lists of the reader in lines: numbered headlines, sources, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.cli.spoken import headline_line
from reader.model.clock import Clock
from reader.model.query import All, Everything, FeedIs, FolderIs, Is, Order, Query, State, Tagged
from reader.newsroom.newsroom import Newsroom
from reader.wording.catalogue import say

AT_ONCE = 20
"""Headlines read out before the prompt comes back."""


class List(NamedTuple):
    """What may be read in one go."""

    name: str
    """Empty for what was searched for."""
    query: Query
    order: Order = Order.NEWEST
    facts: str = ""
    """What is said behind the name among the sources."""


class Lists:
    """The list that is open, and those before it."""

    def __init__(self, newsroom: Newsroom, clock: Clock, tell: Callable[[str], None]) -> None:
        """`tell` is given a line at a time."""
        self._newsroom = newsroom
        self._clock = clock
        self._tell = tell
        self._before: list[List] = []
        self._shown = 0
        self.open = List(say("search.everything"), Everything())
        self.ids: list[int] = []
        """Its stories, as they are numbered."""

    def begin(self, *, everything: bool) -> None:
        """Read out the first headlines, or all of them and nothing else."""
        self.ids = self._stories(self.open)
        if everything:
            self._nothing_or_more(len(self.ids))
        else:
            self._read_out()

    def go_to(self, chosen: List) -> None:
        """Open a list; `back` leads to the one before it."""
        self._go_to(chosen, self._stories(chosen))

    def search(self, words: str) -> None:
        """Open what a query finds; where that is nothing, the list stays."""
        matches = List("", self._newsroom.parse(words), Order.BEST)
        if stories := self._stories(matches):
            self._go_to(matches, stories)
        else:
            self._tell(say("empty.search", words=words))

    def back(self) -> None:
        """Open the list before this one again."""
        if self._before:
            before = self._before.pop()
            self._open(before, self._stories(before))
        else:
            self._tell(say("plain.first_list"))

    def again(self) -> None:
        """Read the headlines out once more, from the first on."""
        self._open(self.open, self._stories(self.open))

    def more(self, count: int = AT_ONCE) -> None:
        """Read further headlines out."""
        page = self.ids[self._shown : self._shown + count]
        if not page:
            self._tell(say("plain.no_more"))
        now = self._clock.now()
        for number, headline in enumerate(self._newsroom.stories.headlines(page), self._shown + 1):
            self._tell(headline_line(number, headline, now))
        self._shown += len(page)
        if self._shown < len(self.ids):
            self._tell(say("plain.more", number=len(self.ids) - self._shown))

    def story(self, number: int) -> int:
        """The story with that number; 0, with a word about it, if there is none."""
        if 1 <= number <= len(self.ids):
            return self.ids[number - 1]
        self._tell(
            say("plain.no_headline", number=number, last=len(self.ids))
            if self.ids
            else self._nothing()
        )
        return 0

    def sources(self) -> None:
        """Read out everything that can be opened, numbered."""
        for number, item in enumerate(self._known(), 1):
            self._tell(say("plain.source", number=number, name=item.name, facts=item.facts))
        self._tell(say("plain.choose_source"))

    def open_source(self, words: str) -> None:
        """Open one of those by its number or its name."""
        choices = list(self._known())
        number = int(words[:9]) if words.isdecimal() else 0
        named = [choice for choice in choices if choice.name.casefold() == words.casefold()]
        if 1 <= number <= len(choices):
            named = [choices[number - 1]]
        if named:
            self.go_to(named[0])
        else:
            self._tell(say("plain.no_source", words=words))

    def _go_to(self, chosen: List, stories: list[int]) -> None:
        self._before.append(self.open)
        self._open(chosen, stories)

    def _open(self, chosen: List, stories: list[int]) -> None:
        self.open, self.ids = chosen, stories
        self._read_out()

    def _read_out(self) -> None:
        self._shown = 0
        if self.ids:
            count = say("list.stories", count=len(self.ids))
            self._tell(f"{self.open.name}: {count}." if self.open.name else f"{count}.")
        self._nothing_or_more(AT_ONCE)

    def _nothing_or_more(self, count: int) -> None:
        if self.ids:
            self.more(count)
        else:
            self._tell(self._nothing())

    def _nothing(self) -> str:
        if not isinstance(self.open.query, Everything):
            return say("plain.no_story_here")
        return say(
            "plain.no_stories" if self._newsroom.sources.overview().feeds else "plain.no_sources"
        )

    def _stories(self, asked: List) -> list[int]:
        return list(self._newsroom.stories.select(asked.query, order=asked.order))

    def _known(self) -> Iterator[List]:
        """Everything that can be read: all, unread, saved, views, tags, folders, sources."""
        overview = self._newsroom.sources.overview()
        saved = say("list.stories", count=overview.saved)
        unread = _unread(overview.unread)
        yield List(say("search.everything"), Everything(), facts=unread)
        yield List(say("sources.unread"), Is(State.UNREAD), facts=unread)
        yield List(say("sources.saved"), Is(State.SAVED), Order.TO_FINISH, saved)
        for view in overview.views:
            yield List(view.name, self._newsroom.parse(view.query), facts=_unread(view.unread))
        for tag in overview.tags:
            asked = Tagged(tag.name)
            count = len(self._newsroom.stories.select(All((asked, Is(State.UNREAD)))))
            yield List(f"#{tag.name}", asked, facts=_unread(count))
        for folder in overview.folders:
            if folder.name:
                yield List(folder.name, FolderIs(folder.name), facts=_unread(folder.unread))
            for feed in folder.feeds:
                failed = f", {say('legend.failed')}" if feed.health.failures else ""
                facts = _unread(feed.unread) + failed
                yield List(feed.title, FeedIs(feed.id), facts=facts)


def _unread(count: int) -> str:
    return say("plain.unread", count=count)
