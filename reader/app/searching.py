"""Searching: the list becomes what was found, and everything comes back as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.app.finding import Finding
from reader.app.listing import FIRST_ROWS, ORDERS, Loaded
from reader.app.panes.headlines.found_rows import SCOPES, Finds
from reader.app.panes.headlines.pane import HeadlinesPane
from reader.app.panes.search_bar import SHORTEST, SearchBar
from reader.app.session import story_list as lists
from reader.app.session.passages import Passage, Wanted, passage_of, wanted_of
from reader.app.shell import LIST
from reader.model.errors import NotFoundError, QueryError
from reader.model.query import All, Order
from reader.typesetting.head_and_end import Notice
from reader.wording.catalogue import say

SEARCH_AFTER = 0.06
"""Seconds after the last letter."""
EVERYTHING, THIS_LIST, THIS_STORY = range(len(SCOPES))


class Before(NamedTuple):
    """The list as it was before a search."""

    list: lists.StoryList
    ids: Sequence[int]
    unread: set[int]
    chosen: int
    top: int
    story: int
    """The story that stood beside it."""


class Searching(Finding):
    """Looks for words, in everything, in the list or in the story."""

    _before: Before | None = None
    """What a search will give back."""
    _scope = EVERYTHING
    _order: Order | None = None
    """The order that was chosen by hand for what is found; None: the usual one."""
    _wanted = Wanted((), ())
    _passages: dict[int, Passage]

    def do_search(self, key: str) -> None:
        """Type words; the list becomes what has them."""
        if self.quotes_open:
            self.close_quotes()
        if self._before is None:
            pane = self.headlines
            self._before = Before(
                self.list, pane.ids, self.unread, pane.chosen_item, pane.top, self.current
            )
            self._wanted, self._passages = Wanted((), ()), {}
            pane.above, pane.notice = 0, None
        self.go(LIST)
        self.search_bar.begin()
        self._show_finds()

    def do_down(self, key: str) -> None:
        """As ever; from the field, the terminal's cursor goes to the list with it."""
        super().do_down(key)
        self.search_bar.field.beside = self.headlines

    def do_up(self, key: str) -> None:
        """The same, up."""
        super().do_up(key)
        self.search_bar.field.beside = self.headlines

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search when letters have stopped for a moment."""
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.later(SEARCH_AFTER, lambda: self._search(event.words))

    def on_search_bar_entered(self, event: SearchBar.Entered) -> None:
        """On to what was found."""
        self.pane = LIST
        self.main.set_focus(self.widget_of(LIST))
        self._show_finds()
        self.tell()

    def _search(self, words: str) -> None:
        if len(words) < SHORTEST or self._before is None:
            return
        began = self.newsroom.clock.monotonic()
        try:
            query = self.newsroom.parse(words)
        except QueryError as error:
            self.note(str(error))
            return
        wanted, scope, story = wanted_of(query), self._scope, self._before.story
        if scope == THIS_LIST:
            query = All((self._before.list.query, query))
        usual = Order.BEST if wanted.words else self.newsroom.config.order
        found = lists.found(say("list.search"), query, self._order or usual)

        def read() -> Loaded:
            ids: Sequence[int] = self.newsroom.stories.select(found.query, order=found.order)
            if scope == THIS_STORY:
                ids = [one for one in ids if one == story]
            rows = self.newsroom.stories.headlines(ids[:FIRST_ROWS])
            return Loaded(ids, frozenset(row.id for row in rows if row.unread), rows)

        def show(loaded: Loaded) -> None:
            if self._before is None:
                return
            self.list, self.unread = found, set(loaded.unread)
            self._wanted, self._passages = wanted, {}
            self.headlines.keeps, self.headlines.empty = False, None
            self.headlines.fill(loaded.rows)
            self.headlines.show(loaded.ids)
            self.name_list()
            self.arrange()
            self._show_finds()
            seconds = self.newsroom.clock.monotonic() - began
            found_words = say("status.found", count=len(loaded.ids), seconds=f"{seconds:.2f}")
            self.note(found_words, quiet=True)
            if len(loaded.ids) > FIRST_ROWS:
                self._read_unread(found, frozenset(loaded.ids[:FIRST_ROWS]))
            if loaded.ids:
                self.article.find(wanted.words)
                self._read_passages(loaded.ids[:FIRST_ROWS])
            else:
                self._nothing_found(words)

        self.desk.ask("list", read, show)

    def _read_unread(self, found: lists.StoryList, first: frozenset[int]) -> None:
        """Find what is unread beyond the first rows; letters are not kept waiting for it."""

        def show(unread: Sequence[int]) -> None:
            if self.list is found:
                self.unread |= frozenset(unread) - first

        self.desk.ask("unread", lambda: self.newsroom.stories.select(found.unread()), show)

    def sort_by(self, order: Order) -> None:
        """Show the list in another order, the cursor on the same story; a search keeps to it."""
        if self._before is not None:
            self._order = order
        self.open_list(lists.sorted_by(self.list, order), story=self.headlines.story)

    def orders(self) -> list[Order]:
        """The orders that the list can have; the best first is for what was searched."""
        searched = self.list.key == lists.SEARCH
        return [order for order in ORDERS if searched or order is not Order.BEST]

    # Passages

    def _read_passages(self, stories: Sequence[int]) -> None:
        """Find what is shown below the titles, beside the loop."""
        wanted, newsroom = self._wanted, self.newsroom

        def read() -> dict[int, Passage]:
            found: dict[int, Passage] = {}
            for story in stories:
                try:
                    article, quotes = (
                        newsroom.stories.article(story),
                        newsroom.quotes.of_story(story),
                    )
                except NotFoundError:  # it went meanwhile
                    continue
                if passage := passage_of(article, quotes, wanted):
                    found[story] = passage
            return found

        def show(found: dict[int, Passage]) -> None:
            if self._before is not None and wanted is self._wanted:
                self._passages.update(found)
                self._show_finds()
                self.preview_story()

        self.desk.ask("passages", read, show)

    def on_headlines_pane_wanted(self, event: HeadlinesPane.Wanted) -> None:
        """Rows that are read later have passages too."""
        if self._before is not None:
            missing = [story for story in event.ids if story not in self._passages]
            if missing:
                self._read_passages(missing)

    def _show_finds(self) -> None:
        """Bring the search's rows around the list up to date."""
        ids, count = self.headlines.ids, ""
        if self._wanted != Wanted((), ()) or self.list.key == lists.SEARCH:
            count = say("list.stories", count=len(ids))
            if ids and len(ids) <= FIRST_ROWS and self._passages:
                passages = sum(passage.fits for passage in self._passages.values())
                count = f"{count}, {say('search.passages', count=passages)}"
        typing = self.search_bar.typing
        tags = bool(self.known and self.known.tags)
        finds = Finds(self._scope, count, self._wanted.words, self._passages, typing, tags)
        self.headlines.finds = finds

    def preview_story(self) -> None:
        """Show the chosen story; of one that was found, the passage."""
        story = self.headlines.story
        if self._before is None or not story or self.quotes_open:
            super().preview_story()
            return
        passage = self._passages.get(story)
        quote = passage.quote if passage and not self._wanted.words else -1
        if story != self.current:
            self._show_story(story, opened=False, quote=quote)
        elif quote >= 0 and not self.opened:
            self.article.go_to_quote(quote)

    def _quote(self, direction: int) -> None:
        """While a search is open, the next found word; else the next quote."""
        if self._before is None or not self._wanted.words or self.quotes_open:
            super()._quote(direction)
        elif not self.article.next_hit(direction):
            self.note(say("status.no_hit"))

    def _nothing_found(self, words: str) -> None:
        first = say("empty.search", words=words)
        everywhere = self._scope == EVERYTHING
        pressed = () if everywhere else (("tab", say("empty.search_all")),)
        self.current = 0
        self.article.clear(Notice(""))

        def say_so(closest: tuple[str, int] | None) -> None:
            near = say("empty.closest", word=closest[0], count=closest[1]) if closest else ""
            if not self.headlines.ids and self._before is not None:
                self.headlines.empty = Notice(first, near, pressed)
                self.headlines.redraw()

        say_so(None)
        word = (self._wanted.words or (words.split()[-1],))[-1]
        self.desk.ask("closest", lambda: self.newsroom.stories.closest_word(word), say_so)

    def close_search(self) -> bool:
        """Restore list, selection and scroll; False if no search is open."""
        if self._before is None:
            return False
        before, self._before = self._before, None
        self._order = None
        self.desk.drop("list")
        self.desk.drop("passages")
        self.search_bar.close()
        self.headlines.finds, self.headlines.empty = None, None
        self.article.find(())
        self.list, self.unread = before.list, before.unread
        self.headlines.keeps = before.list.key == lists.SAVED
        self.name_list()
        self.headlines.show(before.ids, before.chosen, before.top)
        self.show_notices()
        self.headlines.forget()
        self.preview_story()
        if not before.ids:
            self.show_nothing()
        self.pane = LIST
        self.arrange()
        return True

    def switch_scope(self) -> None:
        """Search everything, only the list one came from, or only the story beside it."""
        scopes = len(SCOPES) if self._before and self._before.story else THIS_STORY
        self._scope = (self._scope + 1) % scopes
        self._show_finds()
        self._search(self.search_bar.field.value.strip())
