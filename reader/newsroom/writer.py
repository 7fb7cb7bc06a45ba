"""The one thread that writes. Short jobs, in order; whoever needs the answer waits for it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")
_LOG = logging.getLogger(__name__)


class Writer:
    """Runs jobs one after the other on a thread of its own.

    SQLite before 3.51.3 can lose commits when two connections write and checkpoint at once, and
    one writer needs no locks of its own.
    """

    def __init__(self, failed: Callable[[Exception], None]) -> None:
        """`failed` hears of jobs that raised and that nobody waited for."""
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._failed = failed
        self._pending = 0
        self._quiet = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def post(self, job: Callable[[], object]) -> None:
        """Run `job` soon; nobody waits."""

        def quietly() -> None:
            try:
                job()
            except Exception as error:
                # Whatever it was, the next job must still run, and a person must hear of it.
                _LOG.exception("a write failed")
                self._failed(error)

        self._put(quietly)

    def wait(self, job: Callable[[], T]) -> T:
        """Run `job` after all that were posted before it and return what it returns, or raise."""
        if threading.current_thread() is self._thread:
            return job()
        result: Future[T] = Future()

        def answering() -> None:
            try:
                result.set_result(job())
            except BaseException as error:
                result.set_exception(error)

        self._put(answering)
        return result.result()

    def idle(self, timeout: float) -> bool:
        """Wait until nothing is left to write; False if `timeout` seconds are too short."""
        with self._quiet:
            return self._quiet.wait_for(lambda: self._pending == 0, timeout)

    def close(self) -> None:
        """Finish what was posted and end the thread."""
        self._jobs.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join(5)

    def _put(self, job: Callable[[], None]) -> None:
        with self._quiet:
            self._pending += 1
        self._jobs.put(job)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
            with self._quiet:
                self._pending -= 1
                self._quiet.notify_all()
