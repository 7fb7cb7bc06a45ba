"""What a list of stories is: a key for the window's memory, a title, a query."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.model.query import (
    All,
    Everything,
    FeedIs,
    FolderIs,
    Is,
    Order,
    Query,
    Said,
    Since,
    State,
    Tagged,
)
from reader.text.normal import name_key

TODAY, UNREAD, SAVED, TAGS = "today", "unread", "saved", "tags"
QUOTES, SEARCH = "quotes", "search"
DAY = 86400


@dataclass(frozen=True, slots=True)
class StoryList:
    """A list of stories as the sidebar offers it."""

    key: str
    """``today``, ``unread``, ``saved``, ``tags``, ``tag:NAME``, ``view:NAME``, ``folder:NAME``,
    ``feed:ID``, ``search``."""
    title: str
    query: Query
    order: Order = Order.NEWEST
    feed: int = 0
    """The one feed of the list, if it is the list of a feed."""

    @property
    def voice(self) -> str:
        """The key of the voice that is followed, if it is the list of one."""
        return name_key(self.query.name) if isinstance(self.query, Said) else ""

    @property
    def tags(self) -> bool:
        """Whether it holds what was tagged."""
        return self.key == TAGS or self.key.startswith("tag:")

    @property
    def keeps_read(self) -> bool:
        """Whether read stories belong to it however they were read."""
        return self.tags or self.key in (SAVED, SEARCH)

    def scope(self, show_read: bool) -> Query:
        """The query with or without what was read."""
        if show_read or self.keeps_read:
            return self.query
        return self.unread()

    def unread(self) -> Query:
        """What of it is unread."""
        return All((self.query, Is(State.UNREAD)))


def today(title: str, now: int, order: Order) -> StoryList:
    """The stories of the last 24 hours."""
    return StoryList(TODAY, title, Since(now - DAY), order)


def all_unread(title: str, order: Order) -> StoryList:
    """Everything; what was read is hidden like in any list."""
    return StoryList(UNREAD, title, Everything(), order)


def saved(title: str) -> StoryList:
    """What was saved for later, the last first, what is finished at the end."""
    return StoryList(SAVED, title, Is(State.SAVED), Order.LAST_SAVED)


def tagged(title: str, order: Order) -> StoryList:
    """What has any tag."""
    return StoryList(TAGS, title, Is(State.TAGGED), order)


def of_tag(tag: str, order: Order) -> StoryList:
    """What has that tag."""
    return StoryList(f"tag:{tag}", f"#{tag}", Tagged(tag), order)


def of_feed(feed: int, title: str, order: Order) -> StoryList:
    """The stories of one source."""
    return StoryList(f"feed:{feed}", title, FeedIs(feed), order, feed)


def of_folder(folder: str, title: str, order: Order) -> StoryList:
    """The stories of a folder and of those below it."""
    return StoryList(f"folder:{folder}", title, FolderIs(folder), order)


def of_view(name: str, query: Query, order: Order) -> StoryList:
    """The stories of a query that was saved under a name."""
    return StoryList(f"view:{name}", name, query, order)


def sorted_by(shown: StoryList, order: Order) -> StoryList:
    """The same list in another order."""
    return replace(shown, order=order)


def found(title: str, query: Query, order: Order) -> StoryList:
    """The stories a search found."""
    return StoryList(SEARCH, title, query, order)
