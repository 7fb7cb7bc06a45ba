"""The newsroom: the only door for the app and the command line.

Reads are synchronous, safe from any thread and never touch the network. Acts return at once what
they changed. Whatever takes long runs on threads of its own and answers with events.
"""

from __future__ import annotations

import dataclasses
import random
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.cache.articles import Articles
from reader.model.article import Article
from reader.model.change import Change
from reader.model.clock import Clock, SystemClock
from reader.model.errors import SettingsError, in_words
from reader.model.feed import Subscription
from reader.model.fetch import Fetcher
from reader.model.query import Order, Query
from reader.model.sources import Sources
from reader.model.story import Headline, Position
from reader.newsroom.adding import add_source
from reader.newsroom.changes import Acts
from reader.newsroom.digestion import Asker, Digestion
from reader.newsroom.events import (
    AddFailed,
    Event,
    SourceAdded,
    SourcesFound,
    StoreFailed,
    StoriesMarked,
)
from reader.newsroom.flagged import save_flagged
from reader.newsroom.full_text import FullTextReport, report_of
from reader.newsroom.importing import ImportResult, read_import
from reader.newsroom.marking import Marking
from reader.newsroom.pages import open_page
from reader.newsroom.pictures import Pictures
from reader.newsroom.preferences import Preferences
from reader.newsroom.rules import Rules
from reader.newsroom.runs import Runs
from reader.newsroom.sources import sources_of
from reader.newsroom.speaking import Speaking
from reader.newsroom.subscribing import Subscribing
from reader.newsroom.versions import last_changes
from reader.newsroom.web import web_fetcher
from reader.newsroom.writer import Writer
from reader.query.parse import parse_query
from reader.settings.config import Config, usable_config
from reader.settings.library.library import Library
from reader.store.paths import Paths
from reader.text.changes import Changes
from reader.text.clean import clean_url
from reader.wording.catalogue import say


class Newsroom(Marking, Rules, Speaking):
    """Everything a front end may ask for."""

    def __init__(
        self,
        paths: Paths,
        config: Config,
        library: Library,
        articles: Articles,
        *,
        clock: Clock,
        fetcher: Fetcher,
        jitter: Callable[[], float],
        asker: Asker | None,
    ) -> None:
        """Use `open`."""
        self.paths = paths
        self.clock = clock
        self.faults: tuple[str, ...] = ()
        """What could not be used of config.toml and feeds.toml at the start, in sentences."""
        self._library = library
        self._articles = articles
        self._fetcher = fetcher
        self._listeners: list[Callable[[Event], None]] = []
        self._closers: list[Callable[[], None]] = []
        self._closed = False
        self._writer = Writer(lambda error: self._tell(StoreFailed(in_words(error))))
        self.pictures = Pictures(paths.pictures, fetcher, clock)
        self._digestion = Digestion(clock, lambda: self.config, asker)
        self._subscribing = Subscribing(paths, library, articles, self._writer, self._tell)
        self._preferences = Preferences(paths.config_file, config, self._subscribing, self._tell)
        self._acts = Acts(library, articles, self._writer, self._subscribing, self._tell)
        self._runs = Runs(
            library,
            articles,
            self._writer,
            fetcher=fetcher,
            digestion=self._digestion,
            subscribing=self._subscribing,
            clock=clock,
            config=lambda: self.config,
            jitter=jitter,
            tell=self._tell,
        )

    @classmethod
    def open(
        cls,
        paths: Paths,
        *,
        clock: Clock | None = None,
        fetcher: Fetcher | None = None,
        jitter: Callable[[], float] = random.random,
        asker: Asker | None = None,
    ) -> Newsroom:
        """Open the newsroom whose files lie at `paths`, making what is missing.

        `fetcher` stands in for the network, `asker` for the processes that read what came.

        Faults in config.toml and feeds.toml keep nobody from reading what is stored: `faults`
        has them.

        Raises:
            StoreError: a database cannot be opened at all.

        """
        clock = clock or SystemClock()
        paths.create()
        config, faults = usable_config(paths.config_file)
        library = Library.open(paths, clock)
        articles = Articles.open(
            paths.articles, paths.library, clock, read_only=library.read_only
        )
        web = fetcher or web_fetcher(config, clock)
        newsroom = cls(
            paths, config, library, articles, clock=clock, fetcher=web, jitter=jitter, asker=asker
        )
        newsroom.faults = tuple(f"{fault} {say('fault.usual')}" for fault in faults)
        try:
            newsroom._subscribing.begin()
        except SettingsError as error:
            newsroom.faults += (f"{error} {say('fault.sources_stay')}",)
        newsroom._writer.wait(newsroom._reconcile)
        newsroom._runs.catch_up()
        return newsroom

    def _reconcile(self) -> None:
        """Bring cache and library together after one of them was lost or restored."""
        if self.read_only:
            return
        if self._articles.fresh:
            self._library.cache_lost()
        missing = self._articles.missing_saved()
        if missing:
            self._articles.store_kept(self._library.kept(missing))
        self._library.back_up_if_due()

    @property
    def config(self) -> Config:
        """The preferences in force."""
        return self._preferences.config

    @property
    def read_only(self) -> bool:
        """Another reader is open on this machine, or the library cannot be written."""
        return self._library.read_only

    @property
    def notice(self) -> str:
        """A sentence about the databases that a person should know; empty when all is well."""
        return self._library.notice or self._articles.notice

    def close(self) -> None:
        """End all runs, finish what is being written, let go of the files. Idempotent."""
        if self._closed:
            return
        self._closed = True
        self._runs.close()
        self._writer.close()
        self._digestion.close()
        self.pictures.close()
        for close in (self._fetcher.close, self._articles.close, self._library.close):
            close()
        for closer in self._closers:
            closer()

    def when_closed(self, closer: Callable[[], None]) -> None:
        """Call `closer` once the newsroom is closed."""
        self._closers.append(closer)

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call `listener` with every event, from whatever thread; returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)

    def idle(self, timeout: float = 30) -> bool:
        """Wait until nothing is under way; False if it takes longer than `timeout` seconds."""
        return self._runs.wait(timeout) and self._writer.idle(timeout)

    # --- reading

    def parse(self, text: str) -> Query:
        """Return the query a person typed; raises `QueryError`."""
        return parse_query(text, self.clock.now())

    def sources(self) -> Sources:
        """Return what the sidebar shows."""
        return sources_of(
            self._subscribing.current,
            self._articles,
            self.config.views,
            self.parse,
            now=self.clock.now(),
            updated=self._library.state("refreshed"),
        )

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Return the subscriptions in the order of the file."""
        return tuple(self._subscribing.current.values())

    def select(self, query: Query, *, order: Order = Order.NEWEST, limit: int = 0) -> array[int]:
        """Return the ids of the stories that match, all of them unless there is a `limit`."""
        return self._articles.select(query, order, limit)

    def headlines(self, stories: Sequence[int]) -> list[Headline]:
        """Return the rows of these stories in this order; unknown ones are left out."""
        return self._articles.headlines(stories)

    def headline(self, story: int) -> Headline:
        """Return one row; raises `NotFoundError`."""
        return self._articles.headline(story)

    def article(self, story: int) -> Article:
        """Return a story whole, its quotes as they were set right; raises `NotFoundError`."""
        return self._articles.set_right(story, self._articles.article(story))

    def changes(self, story: int) -> tuple[int, Changes] | None:
        """Return when a source last altered a story and how; None if it never did."""
        return last_changes(self._articles, story)

    def texts_of(self, feed: int | None = None) -> FullTextReport:
        """Return how many stories of a source, or of all, are whole, and why others are not."""
        return report_of(self._articles.provenances(feed))

    def position(self, story: int) -> Position | None:
        """Return where reading stopped, None if it never began."""
        return self._library.position(story)

    def closest_word(self, word: str) -> tuple[str, int] | None:
        """Return the stored word nearest to an unknown one, with how many stories have it."""
        return self._articles.closest_word(word)

    def state(self, key: str) -> str:
        """Return what the window kept under a name; empty if nothing."""
        return self._library.state(key)

    # --- acts

    def undo(self) -> Change | None:
        """Take back the last change; None if there is none.

        One that is `joined` to the change before it is half a step: call again.
        """
        return self._undo_rule() or self._acts.undo()

    def subscribe(self, url: str, *, title: str = "", folder: str = "") -> Change:
        """Subscribe to a feed by its address, without asking it."""
        return self._subscribing.subscribe(Subscription(url, title, folder))

    def unsubscribe(self, feed: int) -> Change:
        """Unsubscribe; what was saved stays."""
        return self._subscribing.unsubscribe(feed)

    def change_source(self, feed: int, **fields: object) -> Change:
        """Give a source another name, folder or setting, by the names of `Subscription`.

        None takes a field out of feeds.toml.

        Raises:
            NotFoundError: there is no such source.
            SettingsError: a value does not fit; nothing has changed.

        """
        known = next((one for one in self._articles.feeds() if one.id == feed), None)
        title = fields.get("title") or (known.title if known else "")
        return self._subscribing.alter(str(title), {feed: fields})

    def rename_folder(self, folder: str, name: str) -> Change:
        """Give a folder another name or place, with all that is in it."""
        inside = {
            feed: {"folder": (name + one.folder.removeprefix(folder)).strip("/") or None}
            for feed, one in self._subscribing.current.items()
            if f"{one.folder}/".startswith(f"{folder}/")
        }
        return self._subscribing.alter(name or folder, inside)

    def take_shelf(self) -> Change:
        """Subscribe to the sources of the shelf that ships with the program."""
        return self._subscribing.take_shelf()

    def prepare_settings(self) -> None:
        """Make sure that there is a config.toml to edit, with every default explained."""
        self._preferences.prepare()

    def reload_if_changed(self) -> bool:
        """Read changed settings anew, cheaply; of a file with a fault the last good one stays."""
        return self._preferences.read_if_changed()

    # --- network

    def refresh(
        self, feeds: Sequence[int] | None = None, *, force: bool = False, pages: bool = True
    ) -> int:
        """Start a run over these feeds, or over all that are due (`force`: over all).

        Wanted full texts are fetched after it unless `pages` is false. Returns the run's number;
        one that is already under way is joined, not doubled.

        Raises:
            SettingsError: feeds.toml was never read without a fault, so there is nobody to ask.
            StoreError: nothing may be stored, as while another reader is open.

        """
        self._subscribing.must_be_loaded()
        return self._runs.refresh(feeds, force=force, pages=pages)

    def wait_for_refresh(self) -> None:
        """Wait for the end of the current run and until what it brought is stored."""
        self._runs.wait_for_refresh()

    def stop_refresh(self) -> None:
        """End the current run; what was stored stays."""
        self._runs.stop()

    def next_refresh(self) -> int | None:
        """Return when the first feed is due (Unix seconds); None if there is none."""
        return self._runs.next_visit()

    def add(self, url: str, *, title: str = "", folder: str = "") -> None:
        """Find the feed of an address and subscribe; answers with an event."""
        self._runs.in_background(
            lambda: self._tell(self.add_now(url, title=title, folder=folder)), "add"
        )

    def add_now(
        self, url: str, *, title: str = "", folder: str = ""
    ) -> SourceAdded | SourcesFound | AddFailed:
        """Find the feed of an address and subscribe; waits for the network.

        Nobody is asked for what is subscribed to already.
        """
        known = self._runs.known(clean_url(url))
        return known or add_source(self._fetcher, url, title, folder, self._runs.take_first)

    def fetch_full(self, story: int) -> None:
        """Fetch a story's page; answers with `FullTextArrived`."""
        self._runs.fetch_full([story])

    def fetch_wanted(self, until: int = 0) -> FullTextReport:
        """Fetch the wanted pages of all stories, up to `until` bytes; waits for the network."""
        return self._runs.fetch_wanted(until)

    def open_page(self, where: str) -> Article:
        """Return any page or file as a story; waits for the network; raises `LoadError`."""
        return open_page(where, self._fetcher, self._digestion, self.clock)

    def save_page(self, url: str) -> int:
        """Keep a page among the saved stories; waits for the network; raises `LoadError`."""
        return self._acts.save_page(self.open_page(url), self.clock.now())

    def import_file(
        self, path: Path, progress: Callable[[int, int], None] = lambda done, total: None
    ) -> ImportResult:
        """Take the sources of an OPML or newsboat file; raises `LoadError`.

        `progress` hears, from this or another thread, how much of the work is done.
        """
        self._library.refuse_if_read_only()
        found = read_import(path)
        result = self._subscribing.take_import(found, progress)
        self._preferences.add_views(found.views)
        stores = (self._library, self._articles, self._writer)
        saved = save_flagged(found.flagged, self._digestion, *stores)
        if saved:
            self._tell(StoriesMarked(saved))
        return dataclasses.replace(result, saved=len(saved))

    def export_story(self, story: int, directory: Path) -> Path:
        """Write a story as a Markdown file into `directory`; returns the file."""
        from reader.newsroom.exporting import write_story

        return write_story(self.article(story), self.headline(story), directory)
