"""The list in hand: which one, what of it is unread, what waits above it, where the cursor was."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.app.session import story_list as lists
from reader.app.session.list_places import ListPlace, ListPlaces, index_of
from reader.app.session.story_list import StoryList
from reader.model.feed import Feed
from reader.model.query import Order
from reader.model.story import Headline
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.session.session import Session
    from reader.app.session.views import Timer

PREVIEW = 0.08
"""Seconds the cursor rests before the story beside it changes."""
FIRST_ROWS = 60
"""Rows read together with a list, so that it never appears without words."""
ORDERS = {
    Order.BEST: "best", Order.NEWEST: "newest", Order.OLDEST: "oldest",
    Order.TO_FINISH: "to_finish", Order.LAST_SAVED: "last_saved",
}  # fmt: skip
"""The orders of a list, by the name their words have."""
IN_HAND = "in hand"
"""The name under which the window keeps the story it ended in."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A list as a thread has read it."""

    ids: Sequence[int]
    unread: frozenset[int]
    rows: list[Headline]
    """The rows of its beginning."""
    fresh: int = 0
    """How many of them the list on the screen lacks."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a list is to be opened."""

    list: StoryList
    story: int = 0
    """The story to have under the cursor; 0: where the list was left."""
    into: int = 0
    """Open its first unread story at once (1), or its last one (-1)."""
    at_top: bool = False
    resume: bool = False
    """Have the story under the cursor that the last run ended in, though it counts as read."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a list is to be shown."""

    chosen: int
    """Index of the story under the cursor."""
    top: int | None = None
    """Index of the first story on screen; None: as it comes."""


class ListInHand:
    """Opens lists and keeps what is true of the one on the screen."""

    def __init__(self, session: Session) -> None:
        self._session = session
        newsroom = session.newsroom
        self.current = lists.all_unread(say("sources.unread"), newsroom.config.order)
        self.on_screen = ""
        """The key of the list whose stories are on the screen; `current` may still be read."""
        self.show_read = False
        self.unread: set[int] = set()
        """The unread stories of the list."""
        self.waiting: Loaded | None = None
        """The list as it is by now; shown when somebody asks for it."""
        self.finished: set[str] = set()
        """Keys of lists read to their end since everything was read; what arrives there waits."""
        self.places = ListPlaces(newsroom.window.state, newsroom.window.keep)
        self._preview: Timer | None = None

    def all_unread(self) -> StoryList:
        """The list of everything unread, in the order of the preferences."""
        return lists.all_unread(say("sources.unread"), self._session.newsroom.config.order)

    # Opening

    def read(self, story_list: StoryList) -> Loaded:
        """Read a list; for a thread."""
        stories, scope = self._session.newsroom.stories, story_list.scope(self.show_read)
        ids = stories.select(scope, order=story_list.order)
        only_unread = scope == story_list.unread()  # a long list is not read twice
        unread = frozenset(ids if only_unread else stories.select(story_list.unread()))
        return Loaded(ids, unread, stories.headlines(ids[:FIRST_ROWS]))

    def open(
        self,
        story_list: StoryList,
        *,
        story: int = 0,
        into: int = 0,
        at_top: bool = False,
        resume: bool = False,
    ) -> None:
        """Show a list where it was left, or as `Opening` says."""
        opening = Opening(story_list, story, into, at_top, resume)
        self.keep_place()
        self.current = story_list
        self.waiting = None
        self._session.story.keep_place()
        self._session.requests.ask(
            "list", lambda: self._load(opening), lambda loaded: self._show(opening, *loaded)
        )

    def open_again(self, *, at_top: bool = False) -> None:
        """Show the list as it is now, the cursor on the same story or at the top."""
        story = 0 if at_top else self._session.screen.headlines.story
        self.open(self.current, story=story, at_top=at_top)

    def let_in(self) -> None:
        """Show what waits above the list."""
        self.open(self.current)

    def sort_by(self, order: Order) -> None:
        """Show the list in another order, the cursor on the same story; a search keeps to it."""
        self._session.search.sorted_by_hand(order)
        story = self._session.screen.headlines.story
        self.open(lists.sorted_by(self.current, order), story=story)

    def orders(self) -> list[Order]:
        """The orders that the list can have; the best first is for what was searched."""
        searched = self.current.key == lists.SEARCH
        return [order for order in ORDERS if searched or order is not Order.BEST]

    def toggle_read(self) -> None:
        """Hide or show what was read."""
        self.show_read = not self.show_read
        self._session.status.note(
            say("status.show_read" if self.show_read else "status.hide_read")
        )
        self.open_again()

    def _load(self, opening: Opening) -> tuple[Loaded, Cursor]:
        """Read a list and find where the cursor belongs; for a thread."""
        loaded = self.read(opening.list)
        if opening.at_top or opening.story:
            return loaded, Cursor(max(0, index_of(loaded.ids, opening.story)))
        if opening.into:
            indices = range(len(loaded.ids))[:: opening.into]
            first = next((at for at in indices if loaded.ids[at] in loaded.unread), 0)
            return loaded, Cursor(first)
        cursor = Cursor(*self.places.of(opening.list.key).find(loaded.ids))
        return self._with_story_in_hand(loaded, cursor) if opening.resume else (loaded, cursor)

    def _with_story_in_hand(self, loaded: Loaded, cursor: Cursor) -> tuple[Loaded, Cursor]:
        newsroom = self._session.newsroom
        kept = newsroom.window.state(IN_HAND)
        story = int(kept) if kept.isdecimal() else 0
        rows = newsroom.stories.headlines([story]) if story else []
        at = index_of(loaded.ids, story)
        if not rows or at >= 0:
            return loaded, Cursor(at) if at >= 0 else cursor
        ids = array("q", loaded.ids)
        ids.insert(cursor.chosen, story)
        return replace(loaded, ids=ids, rows=loaded.rows + rows), Cursor(cursor.chosen)

    def _show(self, opening: Opening, loaded: Loaded, cursor: Cursor) -> None:
        session, pane = self._session, self._session.screen.headlines
        self.unread = set(loaded.unread)
        self.on_screen = opening.list.key
        pane.now = session.newsroom.clock.now()
        pane.fill(loaded.rows)
        pane.keeps = opening.list.key == lists.SAVED
        pane.empty, session.notices.suggested = None, 0
        pane.show(loaded.ids, cursor.chosen, cursor.top)
        session.notices.show()
        self.name()
        session.screen.arrange()
        if opening.into and not self.unread:  # the sidebar had not yet heard that it was read
            session.reading.read_on_elsewhere(opening.into)
        elif not loaded.ids:
            session.notices.show_nothing()
        elif opening.into:
            session.story.open()
        else:
            session.story.preview()
        session.status.tell()
        session.screen.answer_early()

    # What stands over it

    def name(self) -> None:
        """Put title, count and order over the list."""
        pane = self._session.screen.headlines
        pane.title = self.current.title
        pane.order = say(f"list.{ORDERS[self.current.order]}")
        self.count()

    def count(self) -> None:
        """Bring the count over the list up to date."""
        pane = self._session.screen.headlines
        whole = self.current.keeps_read or self.show_read
        stories = len(pane.ids) if whole else len(self.unread)
        failed = self._session.notices.failed_feed()
        pane.count = say("list.stored", count=stories) if failed else str(stories)
        pane.paint_header()

    @property
    def feed(self) -> Feed | None:
        """The one source of the list, if it has one."""
        return self._session.sidebar.feed(self.current.feed) if self.current.feed else None

    def feeds(self) -> list[int] | None:
        """The feeds the list is made of; None for all."""
        if self.current.feed:
            return [self.current.feed]
        kind, _, name = self.current.key.partition(":")
        sources = self._session.sidebar.sources
        if kind == "folder" and sources:
            folders = [folder for folder in sources.folders if folder.name == name]
            return [feed.id for folder in folders for feed in folder.feeds]
        return None

    # Where the cursor is

    def keep_place(self) -> None:
        """Remember where the cursor is in the list on the screen."""
        pane = self._session.screen.headlines
        kept = self.on_screen not in ("", lists.SEARCH) and pane.ids
        if kept and not self._session.newsroom.read_only:
            place = ListPlace.at(pane.ids, pane.chosen_item, pane.top, self.unread)
            self.places.keep(self.on_screen, place)

    def preview_soon(self, show: Callable[[], object], seconds: float = PREVIEW) -> None:
        """Show something once the cursor, or the typing of words, rests."""
        self.preview_no_more()
        self._preview = self._session.screen.later(seconds, show)

    def preview_no_more(self) -> None:
        """Something else is shown: what was to be shown soon is not."""
        if self._preview is not None:
            self._preview.stop()
            self._preview = None

    def take_rows(self, stories: Sequence[int]) -> None:
        """Read rows that are missing on the screen."""
        session = self._session
        session.requests.ask(
            "rows",
            lambda: session.newsroom.stories.headlines(stories),
            session.screen.headlines.fill,
        )
        session.search.read_missing_passages(stories)
