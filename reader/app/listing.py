"""The list that is shown: which one, what is in it, what waits, why it may be empty."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Callable, Sequence

from reader.app.panes.headlines.empty import (
    first_sentence,
    has_failed,
    is_amiss,
    suggestion,
    what_is_wrong,
)
from reader.app.panes.headlines.pane import HeadlinesPane
from reader.app.panes.headlines.rows import minutes_left
from reader.app.panes.sidebar import Item, SourcesPane
from reader.app.session import story_list as lists
from reader.app.session.list_places import ListPlace, ListPlaces, index_of
from reader.app.session.story_list import StoryList
from reader.app.shell import ARTICLE, Shell
from reader.model.errors import QueryError
from reader.model.feed import Feed, FetchOutcome
from reader.model.query import Order
from reader.model.sources import Sources
from reader.model.story import Headline
from reader.newsroom.newsroom import Newsroom
from reader.typesetting.head_and_end import Notice
from reader.wording.catalogue import say
from reader.wording.dates import clock, day

PREVIEW = 0.08
"""Seconds the cursor rests before the story beside it changes."""
FIRST_ROWS = 60
"""Rows read together with a list, so that it never appears without words."""
ORDERS = {
    Order.BEST: "best", Order.NEWEST: "newest", Order.OLDEST: "oldest",
    Order.TO_FINISH: "to_finish", Order.LAST_SAVED: "last_saved",
}  # fmt: skip
_IN_HAND = "in hand"
"""The name under which the window keeps the story it ended in."""
_PRESSED = {
    "empty.look_again": "refresh_all", "empty.look_now": "refresh_all",
    "empty.fetch_now": "refresh", "empty.choose_list": "left", "empty.show_read": "hide_read",
    "key.add": "add",
}  # fmt: skip
"""The action behind the key that a notice offers."""


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """A list as a thread has read it."""

    ids: Sequence[int]
    unread: frozenset[int]
    rows: list[Headline]
    fresh: int = 0
    """How many of them the list on the screen lacks."""


class Listing(Shell):
    """Keeps the sidebar and the current list."""

    def __init__(self, newsroom: Newsroom, *, ansi_color: bool | None = None) -> None:
        super().__init__(newsroom, ansi_color=ansi_color)
        self.list = lists.all_unread(say("sources.unread"), newsroom.config.order)
        self.show_read = False
        self.unread: set[int] = set()
        """The unread stories of the current list."""
        self.waiting: Loaded | None = None
        """The list as it is by now; shown when somebody asks for it."""
        self.current = 0
        """The story beside the list; 0 for none."""
        self.opened = False
        """Whether it was opened, not only previewed."""
        self.read_here = 0
        self.began = newsroom.clock.monotonic()
        self.known: Sources | None = None
        self.places = ListPlaces(newsroom.window.state, newsroom.window.keep)
        self.finished: set[str] = set()
        """Lists read to their end since everything was read; what arrives there waits."""
        self._shown = ""
        """The key of the list on the screen."""
        self.suggested = 0
        """A story named beside an empty list, which opens with the usual key; 0 for none."""

    # Sources

    def look_at_sources(self) -> None:
        """Read the sidebar anew."""
        self.desk.ask("sources", self.newsroom.sources.overview, self.sources_known)

    def sources_known(self, sources: Sources) -> None:
        """Show the sidebar."""
        self.known = sources
        self.sources.show(sources)
        self.count_list()
        if not self.headlines.ids and not self.current and self.headlines.empty is not None:
            self.show_nothing()
        else:
            self.show_notices()
        self.tell()

    def list_of(self, item: Item) -> StoryList | None:
        """The list a line of the sidebar stands for."""
        config, now = self.newsroom.config, self.newsroom.clock.now()
        kind, _, name = item.key.partition(":")
        if kind == lists.TODAY:
            return lists.today(item.title, now, config.order)
        if kind == lists.UNREAD:
            return lists.all_unread(item.title, config.order)
        if kind == lists.SAVED:
            return lists.saved(item.title)
        if kind == lists.TAGS:
            return lists.tagged(item.title, config.order)
        if kind == "tag":
            return lists.of_tag(name, config.order)
        if kind == "feed":
            return lists.of_feed(item.feed, item.title, config.order)
        if kind == "folder":
            return lists.of_folder(name, item.title, config.order)
        if kind == "view":
            try:
                query = self.newsroom.parse(config.views.get(name, ""))
            except QueryError as error:
                self.trouble(str(error))
                return None
            return lists.of_view(name, query, config.order)
        return None

    def on_sources_pane_moved(self, event: SourcesPane.Moved) -> None:
        """Moving in the sidebar previews the list."""
        self._preview_soon(self._preview_list)

    def on_sources_pane_entered(self, event: SourcesPane.Entered) -> None:
        """A second click goes to the list."""
        self.do_open("")

    def _preview_list(self) -> None:
        item = self.sources.item
        wanted = self.list_of(item) if item else None
        if wanted and wanted.key != self.list.key:
            self.open_list(wanted)

    # The list

    def read_list(self, wanted: StoryList) -> Loaded:
        """Read a list; for a thread."""
        newsroom, scope = self.newsroom, wanted.scope(self.show_read)
        ids = newsroom.stories.select(scope, order=wanted.order)
        known = scope == wanted.unread()  # a long list is not read twice
        unread = frozenset(ids if known else newsroom.stories.select(wanted.unread()))
        return Loaded(ids, unread, newsroom.stories.headlines(ids[:FIRST_ROWS]))

    def keep_list_place(self) -> None:
        """Remember where the cursor is in the list on the screen."""
        pane = self.headlines
        if self._shown not in ("", lists.SEARCH) and pane.ids and not self.newsroom.read_only:
            place = ListPlace.at(pane.ids, pane.chosen_item, pane.top, self.unread)
            self.places.keep(self._shown, place)

    def keep_story_in_hand(self) -> None:
        """Remember the story that is not yet read to its end, for the next run."""
        in_hand = self.current if self.opened and not self.article.at_end else 0
        self.newsroom.window.keep(_IN_HAND, str(in_hand))

    def open_list(
        self,
        wanted: StoryList,
        *,
        story: int = 0,
        into: int = 0,
        at_top: bool = False,
        resume: bool = False,
    ) -> None:
        """Show a list where it was left, or with `story` under the cursor, or from its top.

        `into` opens its first unread story (1), or its last (-1), at once. With `resume` the
        story that the last run ended in is under the cursor, though it counts as read.
        """
        self.keep_list_place()
        self.list = wanted
        self.waiting = None
        self.keep_place()

        def read() -> tuple[Loaded, tuple[int, int | None]]:
            loaded = self.read_list(wanted)
            if at_top or story:
                return loaded, (max(0, index_of(loaded.ids, story)), None)
            if into:
                order = range(len(loaded.ids))[::into]
                index = next((at for at in order if loaded.ids[at] in loaded.unread), 0)
                return loaded, (index, None)
            place = self.places.of(wanted.key).find(loaded.ids)
            return self._with_story_in_hand(loaded, place) if resume else (loaded, place)

        def show(answer: tuple[Loaded, tuple[int, int | None]]) -> None:
            loaded, place = answer
            self.unread = set(loaded.unread)
            self._shown = wanted.key
            self.headlines.now = self.newsroom.clock.now()
            self.headlines.fill(loaded.rows)
            self.headlines.keeps = wanted.key == lists.SAVED
            self.headlines.empty, self.suggested = None, 0
            self.headlines.show(loaded.ids, *place)
            self.show_notices()
            self.name_list()
            self.arrange()
            if into and not self.unread:  # the sidebar had not yet heard that it was read
                self.read_on_elsewhere(into)
            elif not loaded.ids:
                self.show_nothing()
            elif into:
                self.open_story()
            else:
                self.preview_story()
            self.tell()
            self.answer_early()

        self.desk.ask("list", read, show)

    def _with_story_in_hand(
        self, loaded: Loaded, place: tuple[int, int | None]
    ) -> tuple[Loaded, tuple[int, int | None]]:
        kept = self.newsroom.window.state(_IN_HAND)
        story = int(kept) if kept.isdecimal() else 0
        rows = self.newsroom.stories.headlines([story]) if story else []
        at = index_of(loaded.ids, story)
        if not rows or at >= 0:
            return loaded, (at, None) if at >= 0 else place
        ids = array("q", loaded.ids)
        ids.insert(place[0], story)
        return dataclasses.replace(loaded, ids=ids, rows=loaded.rows + rows), (place[0], None)

    def name_list(self) -> None:
        """Put title, count and order over the list."""
        self.headlines.title = self.list.title
        self.headlines.order = say(f"list.{ORDERS[self.list.order]}")
        self.count_list()

    def count_list(self) -> None:
        """Bring the count over the list up to date."""
        whole = self.list.keeps_read or self.show_read
        count = len(self.headlines.ids) if whole else len(self.unread)
        failed = self.failed_feed()
        self.headlines.count = say("list.stored", count=count) if failed else str(count)
        self.headlines.paint_header()

    def feed_of_list(self) -> Feed | None:
        """The one source of the list, if it has one."""
        if not self.list.feed:
            return None
        folders = self.known.folders if self.known else ()
        feeds = (feed for folder in folders for feed in folder.feeds)
        return next((feed for feed in feeds if feed.id == self.list.feed), None)

    def failed_feed(self) -> Feed | None:
        """The source of the list, if something is wrong with it."""
        feed = self.feed_of_list()
        return feed if feed and has_failed(feed.health) else None

    def show_notices(self) -> None:
        """Say above the list what waits, and what is wrong with its source."""
        pane = self.headlines
        feed = self.feed_of_list()
        pane.above = self.waiting.fresh if self.waiting is not None else 0
        pane.shows_them = say("list.shows_them", top=self.key_for("top"))
        pane.reads_on = self.key_for("read_on")
        newest = pane.row_of(pane.ids[0]) if pane.ids else None
        pane.notice = None
        if feed and is_amiss(feed) and pane.ids:
            when = newest.published if newest else None
            pane.notice = what_is_wrong(feed, when, self.newsroom.clock.now(), self.key_for)
        pane.redraw()

    def show_nothing(self) -> None:
        """Say why there is nothing, in place of the list; beside it, what could be read."""
        self.current, self.opened = 0, False
        self.headlines.empty = self.why_empty()
        self.headlines.redraw()
        self.article.clear(Notice(""))
        if self.list.key != lists.SAVED:
            self.desk.ask("shortest", self._shortest_saved, self._suggest)

    def _shortest_saved(self) -> tuple[int, Headline | None]:
        """How many saved stories wait, and the one that is read soonest; for a thread."""
        newsroom = self.newsroom
        rows = newsroom.stories.headlines(newsroom.stories.select(lists.saved("").query))
        waiting = [row for row in rows if not row.finished]
        return len(waiting), min(waiting, key=minutes_left, default=None)

    def _suggest(self, found: tuple[int, Headline | None]) -> None:
        count, shortest = found
        if shortest is None or self.headlines.ids:
            return
        self.suggested = shortest.id
        self.article.clear(suggestion(count, shortest, self.key_for("open")))

    def why_empty(self) -> Notice:
        """Words for an empty list, and what to press."""
        if self.list.key == lists.SAVED:
            return Notice(*first_sentence(say("empty.saved", key=self.key_for("save"))))
        known = self.known
        feeds = [feed for folder in known.folders for feed in folder.feeds] if known else []
        if known and not feeds:
            return Notice(f"{say('status.no_sources')}.", keys=(self._press("key.add"),))
        feed = self.feed_of_list()
        if feed and feed.health.checked is None and not feed.health.message:
            never = first_sentence(say("empty.source"))
            return Notice(*never, keys=(self._press("empty.fetch_now"),))
        if feed and not feed.stories:
            if is_amiss(feed) or feed.health.outcome is FetchOutcome.OFFLINE:
                return what_is_wrong(feed, None, self.newsroom.clock.now(), self.key_for)
            return Notice(say("empty.no_stories"))
        if known and not known.updated:
            return Notice(say("empty.no_stories"), keys=(self._press("empty.look_now"),))
        rest = [say("empty.nothing_unread", count=len(feeds))]
        if known and known.updated:
            now = self.newsroom.clock.now()
            when = f"{day(known.updated, now)} {clock(known.updated)}"
            rest.append(say("empty.last_look", when=when))
        if self.read_here:
            minutes = max(1, round((self.newsroom.clock.monotonic() - self.began) / 60))
            rest.append(say("empty.took", count=self.read_here, minutes=minutes))
        names = ("empty.look_again", "empty.choose_list", "empty.show_read")
        return Notice(say("empty.up_to_date"), " ".join(rest), tuple(map(self._press, names)))

    def _press(self, name: str) -> tuple[str, str]:
        """A key that is in force, and what it does."""
        return self.key_for(_PRESSED[name]), say(name)

    def on_headlines_pane_wanted(self, event: HeadlinesPane.Wanted) -> None:
        """Read the rows that are missing."""
        self.desk.ask(
            "rows", lambda: self.newsroom.stories.headlines(event.ids), self.headlines.fill
        )

    def on_headlines_pane_moved(self, event: HeadlinesPane.Moved) -> None:
        """The story beside the list follows the cursor when it rests."""
        self._preview_soon(self.preview_story)

    def on_headlines_pane_entered(self, event: HeadlinesPane.Entered) -> None:
        """A second click opens."""
        self.open_story()
        self.go(ARTICLE)

    def _preview_soon(self, what: Callable[[], object]) -> None:
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.later(PREVIEW, what)

    def do_hide_read(self, key: str) -> None:
        """Hide or show what was read."""
        self.show_read = not self.show_read
        self.note(say("status.show_read" if self.show_read else "status.hide_read"))
        self.open_list(self.list, story=self.headlines.story)

    # What reading a story means; see `Reading`.

    def read_on_elsewhere(self, direction: int) -> None:
        """Read on in the next source that has something unread, or in the one before."""

    def preview_story(self) -> None:
        """Show the chosen story without counting it as read."""

    def open_story(self, *, quote: int = -1) -> None:
        """Open the chosen story."""

    def keep_place(self) -> None:
        """Store where reading stopped."""
