"""One job at a time beside the app's loop; of those that wait for it, only the newest is done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from reader.app.requests import Run

T = TypeVar("T")
_LOG = logging.getLogger(__name__)


def at_once(
    job: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object]
) -> None:
    """Do the job before returning: for a pane that nobody gave threads."""
    try:
        result = job()
    except Exception as fault:  # handed on to whoever asked
        failed(fault)
    else:
        then(result)


class NewestJob:
    """Keeps one job running; a newer one takes the place of that which waits behind it.

    A result nobody wants any more is dropped. A job that raises is logged, and nothing else stops.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._running = False
        self._newest = 0
        """The number of the job whose result is wanted; 0 is none's."""
        self._waiting: Callable[[], None] | None = None
        self._count = 0

    def start(
        self, job: Callable[[], T], then: Callable[[T], object], failed: Callable[[], object]
    ) -> None:
        """Do this job, as soon as the one that runs is done; `failed` is called if it raises."""
        self._count += 1
        number = self._newest = self._count

        def done(result: T) -> None:
            if self._ended(number):
                then(result)

        def fault(error: Exception) -> None:
            _LOG.error("a job beside the loop failed", exc_info=error)
            if self._ended(number):
                failed()

        def begin() -> None:
            self._running = True
            self._run(job, done, fault)

        if self._running:
            self._waiting = begin
        else:
            begin()

    def drop(self) -> None:
        """Want no result any more."""
        self._newest, self._waiting = 0, None

    def _ended(self, number: int) -> bool:
        """Begin what waits behind the job that has ended; return whether its result is wanted."""
        self._running = False
        waiting, self._waiting = self._waiting, None
        if waiting:
            waiting()
        return number == self._newest
