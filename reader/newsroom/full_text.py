"""Fetches the pages of stories whose feeds send only a summary, within a budget.

Newest first, one connection a host, no more bytes and minutes a run and requests a host than
allowed.
"""

from __future__ import annotations

import math
import threading
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from reader.loader.net.private_networks import refusal
from reader.loader.net.redirects import authority, may_know_secrets
from reader.loader.pages.next_page import MOST_PAGES, goes_on, is_first_page, joined
from reader.model.article import Article, Completeness
from reader.model.clock import Clock
from reader.model.feed import FetchOutcome, Subscription
from reader.model.fetch import Fetcher, Request, Response
from reader.newsroom.digestion import DigestedPage, Digestion
from reader.newsroom.fetch_many import fetch_many
from reader.newsroom.full_text_report import FullTextReport
from reader.quotes.article_quotes import with_quotes
from reader.wording.catalogue import say

BATCH = 64
"""Pages asked for at a time; a story that a person opens waits for no more than these."""

_NO_TEXT = (Completeness.FAILED, Completeness.SCRIPT, Completeness.CONSENT)


@dataclass(frozen=True, slots=True)
class Budget:
    """What a run may use; 0 for no limit."""

    bytes: int = 0
    per_host: int = 0
    """Pages."""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class WantedPage:
    """A story whose page is to be fetched."""

    story: int
    link: str
    subscription: Subscription
    before: tuple[Article, ...] = ()
    """The pages of the same article that came already."""


class FullTextRun:
    """Fetches the pages of some stories; call `run` from a thread that may wait."""

    def __init__(
        self,
        *,
        fetcher: Fetcher,
        digestion: Digestion,
        clock: Clock,
        keep: Callable[[int, Article], None],
        failed: Callable[[int, str, bool], None],
        asked: Callable[[tuple[int, ...]], None] = lambda _: None,
        budget: Budget,
    ) -> None:
        """`keep` stores a story's text, `failed` why there is none and whether the page is gone.

        `asked` hears whose pages are being fetched, and no others any more.
        """
        self._fetcher = fetcher
        self._digestion = digestion
        self._keep = keep
        self._tell_failed = failed
        self._asked = asked
        self._budget = budget
        self._clock = clock
        self._until = clock.monotonic() + budget.seconds if budget.seconds else math.inf
        self._stop = threading.Event()
        self._counting = threading.Lock()
        self._further: list[WantedPage] = []
        self.report = FullTextReport()

    def stop(self) -> None:
        """End soon; what was stored stays."""
        self._stop.set()

    def run(self, pages: list[WantedPage]) -> FullTextReport:
        """Fetch, digest and store; returns when all are done or the budget is used up."""
        waiting, hosts = deque(pages), Counter[str]()
        while waiting:
            if self._over():
                for page in waiting:
                    self._leave(page)
                break
            batch: list[WantedPage] = []
            while waiting and len(batch) < BATCH:
                page = waiting.popleft()
                host = urlsplit(page.link).hostname or ""
                hosts[host] += 1
                if self._budget.per_host and hosts[host] > self._budget.per_host:
                    self.report.limit = self.report.limit or "host"
                    self._leave(page)
                else:
                    batch.append(page)
            self._batch(batch)
            waiting.extendleft(self._further)
            self._further.clear()
        self._asked(())
        return self.report

    def _batch(self, pages: list[WantedPage]) -> None:
        self._asked(tuple(page.story for page in pages))
        settled: set[int] = set()

        def settle(number: int, response: Response) -> None:
            settled.add(number)
            self._settle(pages[number], response)

        fetch_many(
            self._fetcher,
            dict(enumerate(map(request_for_page, pages))),
            settle,
            threads=self._digestion.workers,
            stopped=self._over,
            name="pages",
        )
        for number in range(len(pages)):
            if number not in settled:
                self._leave(pages[number])

    def _over(self) -> bool:
        """Whether nothing more may be fetched."""
        if self._budget.bytes and self.report.bytes >= self._budget.bytes:
            self.report.limit = "bytes"
        elif self._clock.monotonic() >= self._until:
            self.report.limit = "time"
        else:
            return self._stop.is_set()
        return True

    def _settle(self, page: WantedPage, response: Response) -> None:
        if response.outcome is FetchOutcome.OFFLINE:  # no page is to blame: they stay wanted
            self.report.limit = "offline"
            self._stop.set()
            self._leave(page)
            return
        with self._counting:
            self.report.stories += not page.before
            self.report.bytes += len(response.body)
        if response.outcome is not FetchOutcome.OK:
            gone = response.outcome in (FetchOutcome.NOT_FOUND, FetchOutcome.GONE)
            words = say(f"page.{response.outcome.name.lower()}")
            self._without(page, words, gone=gone)
            return
        digested = self._digestion.page(
            response.body, response.header("content-type"), response.url or page.link
        )
        article = digested.article
        if article.provenance.completeness in _NO_TEXT:
            self._without(page, article.provenance.note)
        elif page.before and not (digested.told or goes_on(page.before[0], article)):
            self._finish(page, page.before)
        else:
            self._with(page, (*page.before, article), digested)

    def _with(self, page: WantedPage, pages: tuple[Article, ...], digested: DigestedPage) -> None:
        """Go on to the next page of an article, or finish it."""
        following = digested.next
        visited = {article.provenance.url for article in pages}
        begun = page.before or digested.told or is_first_page(pages[0].provenance.url)
        if not (following and begun) or following in visited or following == page.link:
            self._finish(page, pages)
        elif len(pages) == MOST_PAGES:
            self._finish(page, pages, say("notes.too_many"))
        else:
            self._further.append(replace(page, link=following, before=pages))

    def _finish(self, page: WantedPage, pages: tuple[Article, ...], missing: str = "") -> None:
        article = pages[0]
        if missing or len(pages) > 1:
            article = with_quotes(joined(pages, missing))
        with self._counting:
            if missing:
                self.report.fail(missing)
            elif article.provenance.completeness is Completeness.PAYWALL:
                self.report.paywall += 1
            else:
                self.report.whole += 1
        self._keep(page.story, article)

    def _without(self, page: WantedPage, reason: str, *, gone: bool = False) -> None:
        if page.before:
            self._finish(page, page.before, reason)
            return
        with self._counting:
            self.report.fail(reason)
        self._tell_failed(page.story, reason, gone)

    def _leave(self, page: WantedPage) -> None:
        """Pass over a page for which there is no room in the budget, or no network."""
        if page.before:
            self._finish(page, page.before, say("notes.no_more"))
            return
        with self._counting:
            self.report.waiting += 1


def request_for_page(page: WantedPage) -> Request:
    """Return what to ask for a story's page.

    A feed may link anywhere, so its headers and password go along to its own server alone.
    """
    subscription = page.subscription
    at_home = may_know_secrets(subscription.url, page.link)
    return Request(
        page.link,
        user_agent=subscription.user_agent,
        headers=subscription.headers if at_home else (),
        credentials_command=subscription.credentials if at_home else (),
        proxy=subscription.proxy,
        cookies=subscription.cookies,
        trusted=_same_private_host(page),
    )


def _same_private_host(page: WantedPage) -> bool:
    """Whether a page may lie in a private network: it does where its feed does, by a person's wish.

    Only on the feed's own host and port; elsewhere it needs `private_network`.
    """
    feed = page.subscription.url
    at_home = bool(feed) and bool(refusal(feed)) and authority(feed) == authority(page.link)
    return at_home or page.subscription.private_network
