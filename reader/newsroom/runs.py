"""All that runs beside the reader: refreshes, full texts, indexing. One of each at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from reader.cache.articles import Articles
from reader.loader.feeds.schedule import health_after, is_due
from reader.model.article import Article
from reader.model.clock import Clock
from reader.model.errors import NotFoundError, StoreError, in_words
from reader.model.feed import FeedHealth, FetchOutcome, Subscription
from reader.model.fetch import Fetcher, Response
from reader.model.story import FullText
from reader.newsroom.digestion import Digestion
from reader.newsroom.events import (
    AddFailed,
    Event,
    FeedRefreshed,
    FullTextArrived,
    FullTextsAsked,
    RefreshFinished,
    SourceAdded,
    StoreFailed,
    StoriesChanged,
)
from reader.newsroom.full_text import Budget, FullTextReport, FullTextRun, WantedPage
from reader.newsroom.intake import Intake
from reader.newsroom.refresh import RefreshRun, Visit
from reader.newsroom.story_page import page_for_story
from reader.newsroom.subscribing import Subscribing
from reader.newsroom.writer import Writer
from reader.query.parse import parse_query
from reader.settings.config import Config
from reader.settings.library.library import Library
from reader.wording.catalogue import say

_LOG = logging.getLogger(__name__)
_READ = (FetchOutcome.OK, FetchOutcome.DAMAGED)
MOST_PAGES = 2000
"""Full texts fetched after one refresh."""


class Runs:
    """Starts runs, joins them, ends them."""

    def __init__(
        self,
        library: Library,
        articles: Articles,
        writer: Writer,
        *,
        fetcher: Fetcher,
        digestion: Digestion,
        subscribing: Subscribing,
        clock: Clock,
        config: Callable[[], Config],
        jitter: Callable[[], float],
        tell: Callable[[Event], None],
    ) -> None:
        """`tell` takes every event."""
        self._library = library
        self._articles = articles
        self._writer = writer
        self._fetcher = fetcher
        self._digestion = digestion
        self._subscribing = subscribing
        self._clock = clock
        self._config = config
        self._jitter = jitter
        self._tell = tell
        self._intake = Intake(
            library,
            articles,
            writer,
            mute=lambda: config().mute,
            parse=lambda text: parse_query(text, clock.now()),
        )
        self._lock = threading.Lock()
        self._number = 0
        self._run: RefreshRun | None = None
        self._pages_after = True
        self._pages: FullTextRun | None = None
        self._background: list[threading.Thread] = []
        self._closing = threading.Event()

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
        self._library.refuse_if_read_only()
        with self._lock:
            if self._run is not None and not self._run.over:
                return self._run.number
            self._number += 1
            self._pages_after = pages
            self._run = RefreshRun(
                self._number,
                self._visits(feeds, force=force),
                fetcher=self._fetcher,
                digestion=self._digestion,
                intake=self._intake,
                moved=self._subscribing.moved,
                clock=self._clock,
                interval=self._config().refresh.interval,
                jitter=self._jitter,
                tell=self._hear,
            )
            self._run.start()
            return self._number

    def catch_up(self) -> None:
        """Do what was left: by an end in the middle, or by a version that stored less."""
        if self._library.read_only:
            return
        if self._articles.index.is_behind():
            self.in_background(self._index, "index")
        if self._articles.texts.are_unnoted():
            self.in_background(self._note_completeness, "completeness")

    def stop(self) -> None:
        """End the current run soon; what was stored stays."""
        with self._lock:
            run = self._run
        if run is not None:
            run.stop()

    def wait(self) -> None:
        """Wait for the end of the current run and until what it brought is stored."""
        with self._lock:
            run = self._run
        if run is not None:
            run.join()

    def idle(self, timeout: float) -> bool:
        """Wait for everything that runs; False if it takes longer than `timeout` seconds."""
        end = self._clock.monotonic() + timeout
        with self._lock:
            run = self._run
        if run is not None and not run.join(timeout):
            return False
        for thread in tuple(self._background):
            thread.join(max(0.0, end - self._clock.monotonic()))
        return not any(thread.is_alive() for thread in self._background)

    def close(self) -> None:
        """End everything; waits only for what is being stored."""
        self._closing.set()
        self.stop()
        if self._pages is not None:
            self._pages.stop()
        self.idle(0.15)

    def next_due(self) -> int | None:
        """Return when the first feed is due (Unix seconds); None if there is none."""
        visits = [
            health.next_visit
            for feed, subscription in self._subscribing.current.items()
            if not subscription.paused
            and (health := self._articles.feeds.health(feed)).next_visit is not None
        ]
        return min((visit for visit in visits if visit is not None), default=None)

    def known(self, *addresses: str) -> SourceAdded | None:
        """The source at one of these addresses, if it is subscribed to already."""
        for feed in self._articles.feeds.subscribed():
            if feed.subscription.url in addresses and feed.subscription.url:
                return SourceAdded(feed.id, feed.title, 0, known=True)
        return None

    def take_first(self, subscription: Subscription, response: Response) -> SourceAdded | AddFailed:
        """Subscribe to a feed whose first answer is already here, and store what it brought."""
        known = self.known(subscription.url, response.permanent_url)
        if known is not None:
            return known
        answer, digested = self._digestion.feed(subscription, response)
        if digested is None:
            return AddFailed(subscription.url, answer.message)
        self._subscribing.subscribe(subscription)
        feed = self._writer.wait(lambda: self._library.feeds.number(subscription.url))
        health = health_after(
            subscription,
            FeedHealth(),
            answer,
            digested.parsed,
            self._clock.now(),
            self._jitter(),
            self._config().refresh.interval,
        )
        new = self._intake.take(feed, subscription, digested, health, {})
        self.in_background(self._index, "index")
        title = subscription.title or digested.parsed.title or subscription.url
        return SourceAdded(feed, title, new)

    def fetch_full(self, story: int) -> None:
        """Fetch a story's page; answers with `FullTextArrived`."""

        def fetch() -> None:
            if self._fetch_pages([story], Budget()).limit == "offline":
                self._tell(FullTextArrived(story, False, say("page.offline")))

        self.in_background(fetch, "page")

    def fetch_wanted(self, until: int = 0) -> FullTextReport:
        """Fetch the wanted pages of all stories; waits for the network.

        `until` in bytes: the only limit, because a person named it; 0 for those of the settings.
        """
        usual = self._config().full_text
        budget = (
            Budget(until)
            if until
            else Budget(usual.megabytes * 1_000_000, usual.per_host, usual.minutes * 60)
        )
        report = self._fetch_pages(self._articles.lists.pages_wanted(MOST_PAGES), budget)
        self._index()
        return report

    def _visits(self, feeds: Sequence[int] | None, *, force: bool) -> list[Visit]:
        now = self._clock.now()
        visits = []
        for feed, subscription in self._subscribing.current.items():
            if feeds is not None and feed not in feeds:
                continue
            health = self._articles.feeds.health(feed)
            if feeds is None and (subscription.paused or not (force or is_due(health, now))):
                continue  # a paused one is asked when a person names it
            visits.append(Visit(feed, subscription, health))
        return visits

    def _hear(self, event: Event) -> None:
        """Pass an event on; after a run start what follows from it."""
        if isinstance(event, RefreshFinished):
            if event.total and not event.stopped and not self._library.read_only:
                self._keep_moment(str(self._clock.now()))
            self._tell(event)
            if not self._closing.is_set():
                self.in_background(self._after_refresh, "after refresh")
            return
        self._tell(event)
        if isinstance(event, FeedRefreshed) and event.outcome in _READ:
            self._tell(StoriesChanged((event.feed,)))

    def _keep_moment(self, now: str) -> None:
        """Note when all was last looked at; a full disk does not keep the run from ending."""
        try:
            self._writer.wait(lambda: self._library.state.keep("refreshed", now))
        except StoreError as error:
            self._tell(StoreFailed(str(error)))

    def _after_refresh(self) -> None:
        self._index()
        if self._pages_after:
            self.fetch_wanted()
        self._prune()

    def _note_completeness(self) -> None:
        while not self._closing.is_set():
            if not self._writer.wait(self._articles.texts.note_completeness):
                break

    def _index(self) -> None:
        while not self._closing.is_set() and not self._library.read_only:
            if not self._writer.wait(self._articles.index.fill):
                break

    def _prune(self) -> None:
        config, now = self._config(), self._clock.now()
        if not config.keep_days or self._library.read_only:
            return
        keep = {
            feed: now - subscription.keep * 86400
            for feed, subscription in self._subscribing.current.items()
            if subscription.keep
        }

        def prune() -> None:
            gone = self._articles.retention.prune(now - config.keep_days * 86400, keep)
            if gone:
                self._library.presence.absent(gone)

        self._writer.wait(prune)

    def _fetch_pages(self, stories: Sequence[int], budget: Budget) -> FullTextReport:
        if self._library.read_only or not stories:
            return FullTextReport()
        subscriptions = self._subscribing.current
        pages = [
            WantedPage(headline.id, headline.link, subscriptions[headline.feed])
            for headline in self._articles.lists.headlines(stories)
            if headline.link and headline.feed in subscriptions
        ]
        run = FullTextRun(
            fetcher=self._fetcher,
            digestion=self._digestion,
            clock=self._clock,
            keep=self._keep_page,
            failed=self._page_failed,
            asked=lambda stories: self._tell(FullTextsAsked(stories)),
            budget=budget,
        )
        self._pages = run
        return run.run(pages)

    def _keep_page(self, story: int, page: Article) -> None:
        def keep() -> None:
            known = self._articles.texts.article(story)
            merged = page_for_story(known, page)
            self._articles.texts.put_article(story, merged, FullText.DONE)
            self._library.saved.put_article(story, merged)

        try:
            self._writer.wait(keep)
        except NotFoundError:
            return
        self._tell(FullTextArrived(story, True, ""))

    def _page_failed(self, story: int, reason: str, gone: bool) -> None:
        self._writer.wait(lambda: self._articles.texts.page_failed(story, reason, gone))
        self._tell(FullTextArrived(story, False, reason))

    def in_background(self, job: Callable[[], object], name: str) -> None:
        """Do something that takes long beside everything else; `idle` waits for it."""

        def quietly() -> None:
            try:
                job()
            except Exception as error:
                # Whatever it was, it is no reason to write across the screen.
                _LOG.exception("%s failed", name)
                self._tell(StoreFailed(in_words(error)))

        thread = threading.Thread(target=quietly, name=name, daemon=True)
        self._background = [t for t in self._background if t.is_alive()] + [thread]
        thread.start()
