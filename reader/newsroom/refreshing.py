"""Refreshing: visits to feeds, one run at a time, and what follows from them."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from reader.model.errors import StoreError
from reader.model.feed import FetchOutcome
from reader.newsroom.background import Background
from reader.newsroom.cache_upkeep import CacheUpkeep
from reader.newsroom.events import (
    Event,
    FeedRefreshed,
    FullTextArrived,
    RefreshFinished,
    StoreFailed,
    StoriesChanged,
)
from reader.newsroom.full_text import Budget
from reader.newsroom.full_text_report import FullTextReport
from reader.newsroom.intake import Intake
from reader.newsroom.loading import Loading
from reader.newsroom.page_fetching import PageFetching
from reader.newsroom.refresh_run import RefreshRun, Visit, visits_due
from reader.newsroom.stores import Stores
from reader.newsroom.subscribing import Subscribing
from reader.wording.catalogue import say

LAST_REFRESH = "refreshed"
"""The name under which the library keeps when all was last refreshed, Unix seconds."""
MOST_PAGES = 2000
"""Full texts fetched after one refresh."""
_READ = (FetchOutcome.OK, FetchOutcome.DAMAGED)


class Refreshing:
    """Starts runs, joins them, ends them."""

    def __init__(
        self,
        stores: Stores,
        subscribing: Subscribing,
        loading: Loading,
        *,
        intake: Intake,
        pages: PageFetching,
        upkeep: CacheUpkeep,
        background: Background,
    ) -> None:
        """`pages` fetches what follows a run, `upkeep` indexes and prunes what it brought."""
        self._stores = stores
        self._subscribing = subscribing
        self._loading = loading
        self._intake = intake
        self._pages = pages
        self._upkeep = upkeep
        self._background = background
        self._lock = threading.Lock()
        self._number = 0
        self._run: RefreshRun | None = None
        self._pages_after = True

    def start(
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
        self._stores.library.refuse_if_read_only()
        with self._lock:
            if self._run is not None and not self._run.over:
                return self._run.number
            self._number += 1
            self._pages_after = pages
            self._run = RefreshRun(
                self._number,
                self._visits(feeds, force=force),
                fetcher=self._loading.fetcher,
                digestion=self._loading.digestion,
                intake=self._intake,
                moved=self._subscribing.moved,
                clock=self._loading.clock,
                interval=self._loading.config().refresh.interval,
                jitter=self._loading.jitter,
                tell=self._hear,
            )
            self._run.start()
            return self._number

    def wait(self) -> None:
        """Wait for the end of the current run and until what it brought is stored."""
        run = self._current_run()
        if run is not None:
            run.join()

    def stop(self) -> None:
        """End the current run soon; what was stored stays."""
        run = self._current_run()
        if run is not None:
            run.stop()

    def next_due(self) -> int | None:
        """Return when the first feed is due (Unix seconds); None if there is none."""
        visits = [
            health.next_visit
            for feed, subscription in self._subscribing.current.items()
            if not subscription.paused
            and (health := self._stores.articles.feeds.health(feed)).next_visit is not None
        ]
        return min((visit for visit in visits if visit is not None), default=None)

    def fetch_full(self, story: int) -> None:
        """Fetch a story's page; answers with `FullTextArrived`."""

        def fetch() -> None:
            if self._pages.fetch([story], Budget()).limit == "offline":
                self._loading.tell(FullTextArrived(story, False, say("page.offline")))

        self._background.start(fetch, "page")

    def fetch_wanted(self, until: int = 0) -> FullTextReport:
        """Fetch the wanted pages of all stories; waits for the network.

        `until` in bytes: the only limit, because a person named it; 0 for those of the settings.
        """
        usual = self._loading.config().full_text
        budget = (
            Budget(until)
            if until
            else Budget(usual.megabytes * 1_000_000, usual.per_host, usual.minutes * 60)
        )
        report = self._pages.fetch(self._stores.articles.lists.pages_wanted(MOST_PAGES), budget)
        self._upkeep.index()
        return report

    def idle(self, timeout: float) -> bool:
        """Wait for everything that runs; False if it takes longer than `timeout` seconds."""
        end = self._loading.clock.monotonic() + timeout
        run = self._current_run()
        if run is not None and not run.join(timeout):
            return False
        return self._background.wait(max(0.0, end - self._loading.clock.monotonic()))

    def close(self) -> None:
        """End everything; waits only for what is being stored."""
        self._background.close()
        self.stop()
        self._pages.stop()
        self.idle(0.15)

    def _current_run(self) -> RefreshRun | None:
        with self._lock:
            return self._run

    def _visits(self, feeds: Sequence[int] | None, *, force: bool) -> list[Visit]:
        visits = [
            Visit(feed, subscription, self._stores.articles.feeds.health(feed))
            for feed, subscription in self._subscribing.current.items()
            if feeds is None or feed in feeds
        ]
        if feeds is not None:
            return visits  # a paused one is asked when a person names it
        return visits_due(visits, self._loading.clock.now(), force=force)

    def _hear(self, event: Event) -> None:
        """Pass an event on; after a run start what follows from it."""
        if isinstance(event, RefreshFinished):
            if event.total and not event.stopped and not self._stores.library.read_only:
                self._keep_moment(str(self._loading.clock.now()))
            self._loading.tell(event)
            if not self._background.closing:
                self._background.start(self._after_refresh, "after refresh")
            return
        self._loading.tell(event)
        if isinstance(event, FeedRefreshed) and event.outcome in _READ:
            self._loading.tell(StoriesChanged((event.feed,)))

    def _keep_moment(self, now: str) -> None:
        """Note when all was last looked at; a full disk does not keep the run from ending."""
        try:
            self._stores.writer.wait(lambda: self._stores.library.state.keep(LAST_REFRESH, now))
        except StoreError as error:
            self._loading.tell(StoreFailed(str(error)))

    def _after_refresh(self) -> None:
        self._upkeep.index()
        if self._pages_after:
            self.fetch_wanted()
        self._upkeep.prune()
