"""Asks the newsroom on threads of its own and brings the answers back to the app's loop.

The app never waits for a database, a file or the network: it asks, and goes on. Of several
questions of one kind only the last one's answer counts; acts are done one after the other, all of
them, in the order in which they were asked for. What was shown before it was stored is taken back
if storing it fails, whatever the failure.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from reader.model.errors import ReaderError
from reader.wording.catalogue import say

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
_ACTS = "acts"


class Requests(Protocol):
    """Takes questions and acts from the app's loop."""

    def ask(
        self,
        kind: str,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Do `job` beside the loop, then `then` with its answer if it still counts.

        Of several questions of a `kind` only the last one's answer counts. If `job` raises,
        `failed` is called instead, and what went wrong is said.
        """

    def act(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] = lambda _: None,
        undo: Callable[[], object] = lambda: None,
    ) -> None:
        """Do `job` after all acts before it, then `done` with its answer.

        If `job` raises, `undo` takes back what was shown already, and what went wrong is said.
        """

    def drop(self, kind: str) -> None:
        """Let no answer of that kind count any more."""

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come; for those who wait for a quiet screen."""


class Run(Protocol):
    """Does `job` beside the loop, then on the loop `then` with its result, or `failed`."""

    def __call__(
        self,
        job: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Return at once."""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do beside the loop, and what follows on the loop."""

    number: int
    """Which question of its kind it is; 0 for an act, which always counts."""
    do: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[], object]


class ThreadedRequests:
    """Does what is asked for on one daemon thread for each kind of question."""

    def __init__(
        self, post: Callable[[Callable[[], None]], object], trouble: Callable[[str], None]
    ) -> None:
        """`post`, safe from any thread, runs a callable on the loop; `trouble` says a sentence."""
        self._post = post
        self._trouble = trouble
        self._asked: dict[str, int] = {}
        self._open = 0
        self._counting = threading.Lock()
        self._queues: dict[str, queue.SimpleQueue[Job]] = {}

    def ask(
        self,
        kind: str,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """See `Requests.ask`."""
        self._count(1)
        self._asked[kind] = self._asked.get(kind, 0) + 1
        self._queue(kind).put(Job(self._asked[kind], job, then, failed))

    def act(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] = lambda _: None,
        undo: Callable[[], object] = lambda: None,
    ) -> None:
        """See `Requests.act`."""
        self._count(1)
        self._queue(_ACTS).put(Job(0, job, done, undo))

    def beside(self, kind: str) -> Run:
        """Return what does jobs one after the other beside the loop, on the thread of a kind.

        Every result counts, and what a job raises is for whoever asked.
        """

        def run(
            job: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object]
        ) -> None:
            def do() -> Callable[[], object]:
                try:
                    return partial(then, job())
                except Exception as fault:  # handed on
                    return partial(failed, fault)

            self._count(1)
            self._queue(kind).put(Job(0, do, lambda deliver: deliver(), lambda: None))

        return run

    def finish(self, seconds: float) -> bool:
        """Wait until every act asked for so far is done; False if that takes longer.

        For the end of the program: ``s`` and ``q`` in one breath still save.
        """
        if _ACTS not in self._queues:
            return True
        done = threading.Event()
        self.act(done.set)
        return done.wait(seconds)

    def drop(self, kind: str) -> None:
        """See `Requests.drop`."""
        self._asked[kind] = self._asked.get(kind, 0) + 1

    @property
    def busy(self) -> bool:
        """See `Requests.busy`."""
        return self._open > 0

    def _count(self, change: int) -> None:
        with self._counting:
            self._open += change

    def _queue(self, kind: str) -> queue.SimpleQueue[Job]:
        waiting = self._queues.get(kind)
        if waiting is None:
            waiting = self._queues[kind] = queue.SimpleQueue()
            threading.Thread(
                target=self._work, args=(kind, waiting), name=f"requests {kind}", daemon=True
            ).start()
        return waiting

    def _work(self, kind: str, waiting: queue.SimpleQueue[Job]) -> None:
        while True:
            job = waiting.get()
            if job.number and job.number != self._asked[kind]:
                self._count(-1)
                continue  # somebody has asked again since
            try:
                answer = job.do()
            except ReaderError as error:
                self._post(partial(self._fail, kind, job, str(error)))
            except Exception:
                # A fault of ours must not end the thread that all later questions need.
                _LOG.exception("a request of kind %s failed", kind)
                self._post(partial(self._fail, kind, job, say("status.request_failed")))
            else:
                self._post(partial(self._deliver, kind, job, answer))

    def _fail(self, kind: str, job: Job, words: str) -> None:
        self._count(-1)
        if self._counts(kind, job):
            job.failed()
            self._trouble(words)

    def _deliver(self, kind: str, job: Job, answer: object) -> None:
        self._count(-1)
        if self._counts(kind, job):
            job.then(answer)

    def _counts(self, kind: str, job: Job) -> bool:
        return not job.number or job.number == self._asked[kind]
