"""The newsroom: the only door for the app and the command line, in parts that are held by name.

Reads are synchronous, safe from any thread and never touch the network. Changes return at once
what they changed. Whatever takes long runs on threads of its own and answers with events.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from reader.cache.articles import Articles
from reader.model.change import Change
from reader.model.clock import Clock, SystemClock
from reader.model.errors import SettingsError, in_words
from reader.model.fetch import Fetcher
from reader.model.query import Query
from reader.model.sources import Sources
from reader.newsroom.adding import Adding
from reader.newsroom.background import Background
from reader.newsroom.cache_upkeep import CacheUpkeep
from reader.newsroom.digestion import Asker, Digestion
from reader.newsroom.events import Event, StoreFailed, StoriesMarked
from reader.newsroom.intake import Intake
from reader.newsroom.library_writes import LibraryWrites
from reader.newsroom.loading import Loading
from reader.newsroom.marks import Marks
from reader.newsroom.page_fetching import PageFetching
from reader.newsroom.pages import Pages
from reader.newsroom.pictures import Pictures
from reader.newsroom.preferences import Preferences
from reader.newsroom.quotes import Quotes
from reader.newsroom.refreshing import LAST_REFRESH, Refreshing
from reader.newsroom.source_overview import sources_of
from reader.newsroom.sources import SourceDirectory
from reader.newsroom.stores import Stores
from reader.newsroom.stories import Stories
from reader.newsroom.subscribing import Subscribing
from reader.newsroom.web_fetcher import web_fetcher
from reader.newsroom.window_state import WindowState
from reader.newsroom.writer import Writer
from reader.query.parse import parse_query
from reader.settings.config import Config, usable_config
from reader.settings.library.journal import OF_PREFERENCES, OF_SOURCES
from reader.settings.library.library import Library
from reader.store.paths import Paths
from reader.wording.catalogue import say


class Newsroom:
    """Everything a front end may ask for, in parts."""

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
        self._digestion = Digestion(clock, lambda: self.config, asker)
        stores = Stores(library, articles, self._writer)
        self._subscribing = Subscribing(paths, stores, self._tell)
        writes = LibraryWrites(library, self._writer, self._tell)
        loading = Loading(
            fetcher, self._digestion, clock, lambda: self.config, jitter, self._tell
        )
        self.stories = Stories(library, articles)
        self.marks = Marks(library, articles, writes)
        self.quotes = Quotes(library, articles, writes)
        self.window = WindowState(library, writes)
        self.pictures = Pictures(paths.pictures, fetcher, clock)
        self.pages = Pages(stores, loading)
        self.preferences = Preferences(
            paths.config_file, config, stores, self._subscribing, self._tell
        )
        self._hold_what_loads_feeds(stores, loading)

    def _hold_what_loads_feeds(self, stores: Stores, loading: Loading) -> None:
        subscribing, clock = self._subscribing, self.clock
        self._background = background = Background(clock, self._tell)
        self._upkeep = upkeep = CacheUpkeep(
            stores, subscribing, clock=clock, config=loading.config, background=background
        )
        intake = Intake(stores, mute=lambda: self.config.mute, parse=self.parse)
        self.refreshing = Refreshing(
            stores,
            subscribing,
            loading,
            intake=intake,
            pages=PageFetching(stores, subscribing, loading),
            upkeep=upkeep,
            background=background,
        )
        self.sources = SourceDirectory(
            stores,
            subscribing=subscribing,
            preferences=self.preferences,
            adding=Adding(stores, subscribing, loading, intake=intake, upkeep=upkeep),
            background=background,
            digestion=self._digestion,
            overview=self._overview,
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
        articles = Articles.open(paths.articles, paths.library, clock, read_only=library.read_only)
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
        newsroom._upkeep.catch_up()
        return newsroom

    def _reconcile(self) -> None:
        """Bring cache and library together after one of them was lost or restored."""
        if self.read_only:
            return
        if self._articles.fresh:
            self._library.presence.cache_lost()
        missing = self._articles.lists.missing_saved()
        if missing:
            self._articles.storing.store_kept(self._library.saved.stories(missing))
        self._library.back_up_if_due()

    @property
    def config(self) -> Config:
        """The preferences in force."""
        return self.preferences.config

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
        self.refreshing.close()
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
        return self.refreshing.idle(timeout) and self._writer.idle(timeout)

    def parse(self, text: str) -> Query:
        """Return the query a person typed; raises `QueryError`."""
        return parse_query(text, self.clock.now())

    def undo(self) -> Change | None:
        """Take back the last change, of whatever kind; None if there is none.

        One that is `joined` to the change before it is half a step: call again.

        Raises:
            StoreError: nothing may be stored.
            SettingsError: a file cannot be put back.

        """
        self._library.refuse_if_read_only()
        step = self._library.journal.last_step()
        if step is None:
            return None
        if step.change.act in OF_PREFERENCES:
            return self.preferences.undo(step)
        if step.change.act in OF_SOURCES:
            return self._subscribing.undo(step)
        change = self._writer.wait(self._library.journal.undo)
        if change is not None:
            self._tell(StoriesMarked(change.stories))
        return change

    def _overview(self) -> Sources:
        return sources_of(
            self._subscribing.current,
            self._articles,
            self.config.views,
            self.parse,
            now=self.clock.now(),
            updated=self._library.state.get(LAST_REFRESH),
        )
