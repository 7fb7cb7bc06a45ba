"""Work that takes long, on threads of its own beside everything else."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from reader.model.clock import Clock
from reader.model.errors import in_words
from reader.newsroom.events import Event, StoreFailed

_LOG = logging.getLogger(__name__)


class Background:
    """Starts threads, and knows when they have ended."""

    def __init__(self, clock: Clock, tell: Callable[[Event], None]) -> None:
        """`tell` hears of jobs that fail."""
        self._clock = clock
        self._tell = tell
        self._threads: list[threading.Thread] = []
        self._closing = threading.Event()

    @property
    def closing(self) -> bool:
        """Whether the program ends: nothing new is begun."""
        return self._closing.is_set()

    def start(self, job: Callable[[], object], name: str) -> None:
        """Run `job` on a thread called `name`; returns at once."""

        def quietly() -> None:
            try:
                job()
            except Exception as error:
                # Whatever it was, it is no reason to write across the screen.
                _LOG.exception("%s failed", name)
                self._tell(StoreFailed(in_words(error)))

        thread = threading.Thread(target=quietly, name=name, daemon=True)
        self._threads = [old for old in self._threads if old.is_alive()] + [thread]
        thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for the end of all jobs; False if it takes longer."""
        end = self._clock.monotonic() + seconds
        for thread in tuple(self._threads):
            thread.join(max(0.0, end - self._clock.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def close(self) -> None:
        """Let nothing new begin."""
        self._closing.set()
