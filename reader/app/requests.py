"""Asks the newsroom on threads of its own and brings the answers back to the app's loop.

The app never waits for a database, a file or the network: it asks, and goes on. Of several
questions of one kind only the last one's answer counts; acts are done one after the other, all of
them, in the order in which they were asked for.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from textual.message import Message

from reader.model.errors import ReaderError

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
_ACTS = "acts"


class Answer(Message):
    """What a thread found; the app's loop calls `deliver`."""

    def __init__(self, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.deliver = deliver


class Desk:
    """Takes questions and acts from the app's loop."""

    def __init__(self, post: Callable[[Message], object], failed: Callable[[str], None]) -> None:
        """`post` is safe from any thread; `failed` is told, on the loop, what went wrong."""
        self._post = post
        self._failed = failed
        self._asked: dict[str, int] = {}
        self._open = 0
        self._counting = threading.Lock()
        self._queues: dict[str, queue.SimpleQueue[tuple[int, Callable[[], Any], Any]]] = {}

    def ask(self, kind: str, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do `job` on the thread for its kind, then `then` with its answer if it still counts."""
        self._count(1)
        self._asked[kind] = self._asked.get(kind, 0) + 1
        self._queue(kind).put((self._asked[kind], job, then))

    def act(self, job: Callable[[], T], then: Callable[[T], None] = lambda _: None) -> None:
        """Do `job` after all acts before it, then `then` with its answer."""
        self._count(1)
        self._queue(_ACTS).put((0, job, then))

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
        """Let no answer of that kind count any more."""
        self._asked[kind] = self._asked.get(kind, 0) + 1

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come; for those who wait for a quiet screen."""
        return self._open > 0

    def _count(self, change: int) -> None:
        with self._counting:
            self._open += change

    def _queue(self, kind: str) -> queue.SimpleQueue[tuple[int, Callable[[], Any], Any]]:
        waiting = self._queues.get(kind)
        if waiting is None:
            waiting = self._queues[kind] = queue.SimpleQueue()
            threading.Thread(
                target=self._work, args=(kind, waiting), name=f"desk {kind}", daemon=True
            ).start()
        return waiting

    def _work(
        self, kind: str, waiting: queue.SimpleQueue[tuple[int, Callable[[], Any], Any]]
    ) -> None:
        while True:
            number, job, then = waiting.get()
            if number and number != self._asked[kind]:
                self._count(-1)
                continue  # somebody has asked again since
            try:
                answer = job()
            except ReaderError as error:
                self._post(Answer(partial(self._told, str(error))))
                continue
            except Exception:
                # A fault of ours must not end the thread that all later questions need.
                _LOG.exception("a question of kind %s failed", kind)
                self._count(-1)
                continue
            self._post(self._answer(kind, number, then, answer))

    def _told(self, words: str) -> None:
        self._count(-1)
        self._failed(words)

    def _answer(
        self, kind: str, number: int, then: Callable[[Any], None], answer: object
    ) -> Answer:
        def deliver() -> None:
            self._count(-1)
            if not number or number == self._asked[kind]:
                then(answer)

        return Answer(deliver)
