"""A refresh run: ask all feeds, digest what came, store it, tell what happened.

::

    due feeds ─ request_for ─> fetcher.fetch_all ─ responses ─> digest threads ─> writer ─> events
      (any)                       (one thread)                    (a few, each      (one)
                                                                   with a process)

Nothing waits for anything behind it: a slow feed holds up neither the others nor the reader.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reader.loader.feeds.schedule import (
    answer_without_asking,
    health_after,
    is_due,
    new_address,
    request_for,
    same_body,
)
from reader.model.clock import Clock
from reader.model.errors import StoreError
from reader.model.feed import FeedHealth, FetchOutcome, Subscription
from reader.model.fetch import Fetcher, Request, Response
from reader.model.story import Taken
from reader.newsroom.digestion import DigestedFeed, Digestion
from reader.newsroom.events import (
    Event,
    FeedRefreshed,
    RefreshFinished,
    RefreshStarted,
    StoreFailed,
)
from reader.newsroom.fetch_many import fetch_many
from reader.newsroom.intake import Intake
from reader.wording.catalogue import say

_FINE = (FetchOutcome.OK, FetchOutcome.NOT_MODIFIED, FetchOutcome.DAMAGED)


@dataclass(frozen=True, slots=True)
class Visit:
    """One feed that a run asks."""

    feed: int
    subscription: Subscription
    health: FeedHealth


def visits_due(visits: Sequence[Visit], now: int, *, force: bool) -> list[Visit]:
    """Return the visits whose time has come (`force`: all), but for those to paused feeds."""
    return [
        visit
        for visit in visits
        if not visit.subscription.paused and (force or is_due(visit.health, now))
    ]


class RefreshRun:
    """One run over some feeds, on threads of its own."""

    def __init__(
        self,
        number: int,
        visits: Sequence[Visit],
        *,
        fetcher: Fetcher,
        digestion: Digestion,
        intake: Intake,
        moved: Callable[[int, str], None],
        clock: Clock,
        interval: int,
        jitter: Callable[[], float],
        tell: Callable[[Event], None],
    ) -> None:
        """`interval` is the general one, in minutes; `jitter` gives numbers from 0 to 1.

        `moved(feed, url)` stores a feed's new address.
        """
        self.number = number
        self._visits = visits
        self._fetcher = fetcher
        self._digestion = digestion
        self._intake = intake
        self._moved = moved
        self._clock = clock
        self._interval = interval
        self._jitter = jitter
        self._tell = tell
        self._stop = threading.Event()
        self._counting = threading.Lock()
        self._done = self._new = self._failed = 0
        self._told = False
        """Whether it was said that nothing can be stored."""
        self._thread = threading.Thread(target=self._run, name=f"refresh {number}", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """End soon: nothing further is asked, what was stored stays."""
        self._stop.set()

    @property
    def over(self) -> bool:
        """Whether the run has ended."""
        return not self._thread.is_alive()

    def join(self, timeout: float | None = None) -> bool:
        """Wait for the end; False if it takes longer than `timeout` seconds."""
        self._thread.join(timeout)
        return self.over

    def _run(self) -> None:
        began = self._clock.monotonic()
        total = len(self._visits)
        self._tell(RefreshStarted(self.number, total, tuple(v.feed for v in self._visits)))
        now = self._clock.now()
        requests: dict[int, Request] = {}
        answered: dict[int, Response] = {}
        for number, visit in enumerate(self._visits):
            response = answer_without_asking(visit.subscription, visit.health, now)
            if response is None:
                requests[number] = request_for(visit.subscription, visit.health, now)
            else:
                answered[number] = response
        fetch_many(
            self._fetcher,
            requests,
            lambda number, response: self._settle(self._visits[number], response),
            threads=self._digestion.workers,
            stopped=self._stop.is_set,
            name=f"refresh {self.number}",
            answered=answered,
            spoilt=lambda number, error: self._spoilt(self._visits[number], error),
        )
        self._tell(
            RefreshFinished(
                self.number,
                total,
                self._new,
                self._failed,
                self._clock.monotonic() - began,
                self._stop.is_set() and self._done < total,
            )
        )

    def _spoilt(self, visit: Visit, error: Exception) -> None:
        if isinstance(error, StoreError):  # a full disk concerns all of them, and says it once
            with self._counting:
                told, self._told = self._told, True
            if not told:
                self._tell(StoreFailed(str(error)))
        self._count(visit, FetchOutcome.BAD_RESPONSE, say("fetch.not_stored"), 0)

    def _settle(self, visit: Visit, response: Response) -> None:
        digested: DigestedFeed | None = None
        taken: Mapping[str, Taken] = {}
        if response.outcome is FetchOutcome.OK and not same_body(visit.health, response):
            taken = self._intake.taken(visit.feed)
            response, digested = self._digestion.feed(visit.subscription, response, taken)
        health = health_after(
            visit.subscription,
            visit.health,
            response,
            digested.parsed if digested else None,
            self._clock.now(),
            self._jitter(),
            self._interval,
        )
        if digested is None:
            self._intake.keep_health(visit.feed, health)
            new = 0
        else:
            new = self._intake.take(visit.feed, visit.subscription, digested, health, taken)
        address = new_address(visit.health, health)
        if address:
            self._moved(visit.feed, address)
        self._count(visit, health.outcome or response.outcome, health.message, new)

    def _count(self, visit: Visit, outcome: FetchOutcome, message: str, new: int) -> None:
        failed = outcome not in _FINE
        with self._counting:
            self._done += 1
            self._new += new
            self._failed += failed
            done = self._done
        self._tell(
            FeedRefreshed(
                self.number, visit.feed, done, len(self._visits), new, failed, outcome, message
            )
        )
