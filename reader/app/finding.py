"""Keys that look for something: words, the full story, a copy, a source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reader.app import lists
from reader.app.listing import Loaded
from reader.app.over import Choice, OverScreen
from reader.app.picturing import Picturing
from reader.app.quoting import Scope
from reader.app.search import SHORTEST, SearchBar
from reader.app.shell import ARTICLE, LIST
from reader.model.article import Origin
from reader.model.errors import QueryError, ReaderError
from reader.model.feed import Feed
from reader.model.query import All, Query, Words
from reader.model.story import QuoteRow
from reader.newsroom.full_text import FullTextReport
from reader.text.ages import ago, clock
from reader.text.catalogue import say
from reader.text.changes import Changes, describe
from reader.text.citation import citation
from reader.text.layout_around import Notice

SEARCH_AFTER = 0.06
"""Seconds after the last letter."""


class Before(NamedTuple):
    """The list as it was before a search."""

    list: lists.StoryList
    ids: Sequence[int]
    unread: set[int]
    chosen: int
    top: int


class Finding(Picturing):
    """Searches, copies, asks for pages."""

    _before: Before | None = None
    """What a search will give back."""
    _everywhere = True

    # Searching

    def do_search(self, key: str) -> None:
        """Type words; the list becomes what has them."""
        if self.quotes_open:
            self.close_quotes()
        if self._before is None:
            pane = self.headlines
            self._before = Before(
                self.list, pane.ids, self.unread, pane.chosen_item, pane.top
            )
        self.go(LIST)
        self.search_bar.begin()

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search when letters have stopped for a moment."""
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.later(SEARCH_AFTER, lambda: self._search(event.words))

    def on_search_bar_entered(self, event: SearchBar.Entered) -> None:
        """On to what was found."""
        self.pane = LIST
        self.widget_of(LIST).focus()
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
        if not self._everywhere:
            query = All((self._before.list.query, query))
        found = lists.found(say("list.search"), query, self.newsroom.config.order)
        self.list = found

        def show(loaded: Loaded) -> None:
            self.unread = set(loaded.unread)
            self.headlines.fill(loaded.rows)
            self.headlines.show(loaded.ids)
            self.show_notices()
            self.name_list()
            seconds = self.newsroom.clock.monotonic() - began
            self.note(say("status.found", count=len(loaded.ids), seconds=f"{seconds:.2f}"))
            if loaded.ids:
                self.preview_story()
                self.article.find(_plain_words(query))
            else:
                self._nothing_found(words)

        self.desk.ask("list", lambda: self.read_list(found), show)

    def _nothing_found(self, words: str) -> None:
        first = say("empty.search", words=words)
        self.current = 0
        self.article.clear(Notice(first))

        def closest(answer: tuple[str, int] | None) -> None:
            if answer and not self.headlines.ids:
                near = say("empty.closest", word=answer[0], count=answer[1])
                self.article.clear(Notice(first, near))

        word = words.split()[-1]
        self.desk.ask("closest", lambda: self.newsroom.closest_word(word), closest)

    def close_search(self) -> bool:
        """Restore list, selection and scroll; False if no search is open."""
        if self._before is None:
            return False
        before, self._before = self._before, None
        self.desk.drop("list")
        self.search_bar.close()
        self.article.find(())
        self.list, self.unread = before.list, before.unread
        self.name_list()
        self.headlines.show(before.ids, before.chosen, before.top)
        self.show_notices()
        self.headlines.forget()
        self.preview_story()
        self.pane = LIST
        self.arrange()
        return True

    def switch_scope(self) -> None:
        """Search everything, or only the list one came from."""
        self._everywhere = not self._everywhere
        self._search(self.search_bar.field.value.strip())

    # Pages

    def do_image(self, key: str) -> None:
        """Open the first image on the page, or the details of a source or story."""
        item = self.sources.item
        if self.pane == "sources" and item and item.feed:
            self.show_details(item.feed)
        elif self.pane == ARTICLE and self.visit_image():
            return
        elif self.list.feed and self.pane != ARTICLE:
            self.show_details(self.list.feed)
        elif self.article.article and self.current:
            self.show_origin()
        else:
            self.note(say("status.nothing_here"))

    def show_details(self, number: int) -> None:
        """How a source is doing, in full."""
        known = self.known
        feeds = [feed for folder in known.folders for feed in folder.feeds] if known else []
        feed = next((feed for feed in feeds if feed.id == number), None)
        if feed is None:
            return
        lines = _details(feed, self.newsroom.clock.now())

        def show(report: FullTextReport) -> None:
            facts = [*lines, (say("details.stories"), report.sentence())]
            self.show_sheet(OverScreen(feed.title, [Choice(w, k) for k, w in facts]))

        self.desk.ask("details", lambda: self.newsroom.texts_of(number), show)

    def show_origin(self) -> None:
        """Where the text of the story is from, how much of it, and what its source altered."""
        article, story = self.article.article, self.current
        if article is None:
            return
        now, origin = self.newsroom.clock.now(), article.provenance
        kind = say("details.from_page" if origin.origin is Origin.PAGE else "details.from_feed")
        lines = [(kind, origin.url or origin.origin.value)]
        if origin.fetched:
            moment = f"{clock(origin.fetched)} · {ago(origin.fetched, now)}"
            lines.append((say("details.fetched"), moment))
        if origin.share:
            lines.append((f"{origin.share:.0%}", say("details.share")))
        if origin.note:
            lines.append(("", origin.note))

        def show(found: tuple[int, Changes] | None) -> None:
            if found is not None:
                when, changes = found
                lines.append((clock(when), describe(changes, when, now)))
            self.show_sheet(OverScreen(say("details.title"), [Choice(w, k) for k, w in lines]))

        self.desk.ask("details", lambda: self.newsroom.changes(story), show)

    def do_full_text(self, key: str) -> None:
        """Fetch the full story."""
        if self.current:
            self.note(say("status.fetching"))
            story = self.current
            self.desk.act(lambda: self.newsroom.fetch_full(story))
        else:
            self.note(say("status.nothing_here"))

    # Copies

    def do_copy(self, key: str) -> None:
        """Copy what is selected, else the current quote with its credit, else the address."""
        selected = self.main.get_selected_text()
        article, row = self.article.article, None
        if selected:
            text = selected
        elif self.quotes_open:
            row, text = self.quotes.row, ""
        elif self.article.current_quote >= 0 and (self.current or self.alone):
            self._copy_quote(self.article.current_quote)
            return
        else:
            text = article.link if article and (self.current or self.alone) else ""
        self._copied(citation(row, self.newsroom.config.copy_format) if row else text)

    def _copy_quote(self, index: int) -> None:
        shown = Scope(self.current, self.list, "", self.alone)

        def copy(rows: list[QuoteRow]) -> None:
            row = next((row for row in rows if row.index == index), None)
            self._copied(citation(row, self.newsroom.config.copy_format) if row else "")

        self.desk.ask("copy", lambda: self.rows_of(shown), copy)

    def _copied(self, text: str) -> None:
        if text:
            self.copy_to_clipboard(text)
        self.note(say("status.copied" if text else "status.nothing_to_copy"))

    def do_export(self, key: str) -> None:
        """Write the story as Markdown into the current directory."""
        if not self.current:
            self.note(say("status.nothing_here"))
            return
        story = self.current

        def write() -> str:
            try:
                return say("status.exported", path=self.newsroom.export_story(story, Path.cwd()))
            except ReaderError as error:
                return str(error)

        self.desk.ask("export", write, self.note)

    # Sources

    def do_refresh(self, key: str) -> None:
        """Refresh the source of the list, or the folder's, or all."""
        feeds = self.feeds_of_list()
        self.desk.act(lambda: self.newsroom.refresh(feeds, force=True))

    def do_refresh_all(self, key: str) -> None:
        """Refresh all; during a refresh, stop it."""
        if self.refreshing:
            self.note(say("status.stopped"))
            self.desk.act(self.newsroom.stop_refresh)
        else:
            self.desk.act(lambda: self.newsroom.refresh(force=True))

    @property
    def refreshing(self) -> bool:
        """Whether a refresh is under way."""
        return False

    def feeds_of_list(self) -> list[int] | None:
        """The feeds the current list is made of; None for all."""
        if self.list.feed:
            return [self.list.feed]
        kind, _, name = self.list.key.partition(":")
        if kind == "folder" and self.known:
            folders = [folder for folder in self.known.folders if folder.name == name]
            return [feed.id for folder in folders for feed in folder.feeds]
        return None

    def do_add(self, key: str) -> None:
        """Add a source by its address."""

        def add(url: str) -> None:
            self.note(say("status.adding", url=url))
            self.newsroom.add(url)

        self.show_sheet(OverScreen(say("add.title"), hint=say("add.hint"), submitted=add))

    def choose_feed(self, found: list[tuple[str, str]], add: Callable[[str], object]) -> None:
        """Let a person choose between several feeds of one site."""
        choices = [Choice(f"{title}  {url}".strip(), do=partial(add, url)) for title, url in found]
        self.show_sheet(OverScreen(say("add.choose"), choices))


def _plain_words(query: Query) -> list[str]:
    """The words of a query that can be marked in a story."""
    if isinstance(query, Words):
        return [query.text]
    if isinstance(query, All):
        return [word for term in query.terms for word in _plain_words(term)]
    return []


def _details(feed: Feed, now: int) -> list[tuple[str, str]]:
    health = feed.health
    lines = [(say("details.address"), feed.subscription.url)]
    if health.outcome is not None:
        status = f" ({health.status})" if health.status else ""
        lines.append((say("details.outcome"), f"{health.outcome.value}{status}"))
    if health.message:
        lines.append(("", health.message))
    if health.checked:
        lines.append((say("details.checked"), ago(health.checked, now)))
    if health.next_visit:
        because = say("details.because", reason=health.reason) if health.reason else ""
        lines.append((say("details.next_visit"), f"{clock(health.next_visit)} {because}".strip()))
    return lines
