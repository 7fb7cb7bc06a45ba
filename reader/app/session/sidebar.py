"""The sources as they were last read, and the lists they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session import story_list as lists
from reader.app.session.sidebar_items import Item
from reader.app.session.story_list import StoryList
from reader.model.errors import QueryError
from reader.model.feed import Feed, FetchOutcome
from reader.model.sources import Sources

if TYPE_CHECKING:
    from reader.app.session.session import Session

SETTLE = 0.05
"""Seconds in which several changes become one look at the counts."""


class Sidebar:
    """Keeps what the newsroom said of the sources."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.sources: Sources | None = None
        """None until they were read for the first time."""
        self._will_look = False
        self._offline_of: tuple[Sources | None, int | None] = (None, None)
        """The sources that `offline` was last worked out of, and what it was."""

    def look(self) -> None:
        """Read the sources anew."""
        session = self._session
        session.requests.ask("sources", session.newsroom.sources.overview, self.take)

    def settle(self) -> None:
        """Read counts anew, once, when several things have changed."""
        if not self._will_look:
            self._will_look = True
            self._session.screen.later(SETTLE, self._look_now)

    def _look_now(self) -> None:
        self._will_look = False
        self.look()

    def take(self, sources: Sources) -> None:
        """Show the sources; the first one ends the first page."""
        session, headlines = self._session, self._session.screen.headlines
        self.sources = sources
        session.screen.sources.show(sources)
        session.list.count()
        if not headlines.ids and not session.story.id and headlines.empty is not None:
            session.notices.show_nothing()
        else:
            session.notices.show()
        session.status.tell()
        if session.first_page.is_open and sources.folders:
            session.first_page.begun()

    # What is in it

    @property
    def feeds(self) -> list[Feed]:
        """The feeds in the order of the sidebar; none until the sources were read."""
        folders = self.sources.folders if self.sources else ()
        return [feed for folder in folders for feed in folder.feeds]

    @property
    def folder_names(self) -> tuple[str, ...]:
        """The paths of all folders."""
        folders = self.sources.folders if self.sources else ()
        return tuple(folder.name for folder in folders if folder.name)

    @property
    def tag_names(self) -> list[str]:
        """All tags in the order of the alphabet."""
        return [tag.name for tag in self.sources.tags] if self.sources else []

    def feed(self, number: int) -> Feed | None:
        """A feed by its number, if it stands in the sidebar."""
        return next((feed for feed in self.feeds if feed.id == number), None)

    @property
    def chosen_feed(self) -> Feed | None:
        """The source that is chosen in the sidebar."""
        item = self._session.screen.sources.item
        feeds = self.sources.feeds if self.sources and item and item.feed else ()
        return next((feed for feed in feeds if item and feed.id == item.feed), None)

    def offline(self) -> int | None:
        """When the network is tried again, 0 if nobody knows; None if there is a network."""
        if self._offline_of[0] is not self.sources:
            healths = [feed.health for feed in self.feeds]
            off = [health for health in healths if health.outcome is FetchOutcome.OFFLINE]
            again = min((health.next_visit for health in off if health.next_visit), default=0)
            self._offline_of = self.sources, again if off else None
        return self._offline_of[1]

    def list_of(self, item: Item) -> StoryList | None:
        """The list a line stands for; None if it stands for none, or its query has a fault."""
        newsroom = self._session.newsroom
        order, (kind, _, name) = newsroom.config.order, item.key.partition(":")
        match kind:
            case lists.TODAY:
                return lists.today(item.title, newsroom.clock.now(), order)
            case lists.UNREAD:
                return lists.all_unread(item.title, order)
            case lists.SAVED:
                return lists.saved(item.title)
            case lists.TAGS:
                return lists.tagged(item.title, order)
            case "tag":
                return lists.of_tag(name, order)
            case "feed":
                return lists.of_feed(item.feed, item.title, order)
            case "folder":
                return lists.of_folder(name, item.title, order)
            case "view":
                return self._list_of_view(name)
        return None

    def _list_of_view(self, name: str) -> StoryList | None:
        newsroom = self._session.newsroom
        try:
            query = newsroom.parse(newsroom.config.views.get(name, ""))
        except QueryError as error:
            self._session.status.trouble(str(error))
            return None
        return lists.of_view(name, query, newsroom.config.order)

    def preview(self) -> None:
        """Show the list of the line the cursor rests on."""
        item = self._session.screen.sources.item
        pointed = self.list_of(item) if item else None
        if pointed and pointed.key != self._session.list.current.key:
            self._session.list.open(pointed)

    def open(self) -> None:
        """Go to the list of the chosen line; a closed folder opens, Quotes shows today's."""
        session, sidebar = self._session, self._session.screen.sources
        item = sidebar.item
        if item is None:
            return
        if item.key == lists.QUOTES:
            session.quotes.open_today()
        elif item.folder is not None and item.folder in sidebar.closed:
            sidebar.toggle(item.folder)
        elif (pointed := self.list_of(item)) is not None:
            session.place.leave_quotes()
            if pointed.key != session.list.current.key:
                session.list.open(pointed)
            session.go("list")
