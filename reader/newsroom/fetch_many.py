"""Fetches many addresses and works through the answers beside the fetching, on a few threads."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping

from reader.loader.workers.process_pool import PoolClosedError
from reader.model.fetch import Fetcher, Request, Response

MOST_WAITING = 32
"""Answers that wait to be read; each may hold megabytes. Only with fewer is more asked for."""
_LOG = logging.getLogger(__name__)


def fetch_many(
    fetcher: Fetcher,
    requests: Mapping[int, Request],
    settle: Callable[[int, Response], None],
    *,
    threads: int,
    stopped: Callable[[], bool],
    name: str,
    answered: Mapping[int, Response] | None = None,
    spoilt: Callable[[int, Exception], None] = lambda number, error: None,
) -> None:
    """Ask for everything and call ``settle(number, response)`` for each answer; wait for the end.

    Not in the fetcher's own thread: an answer that is slow to read would hold up the rest.
    `answered` needs no asking. An answer that cannot be settled is noted in the log, and
    ``spoilt(number, error)`` is called; it does not end the work on the others. `name` names
    threads.
    """
    waiting: queue.SimpleQueue[tuple[int, Response] | None] = queue.SimpleQueue()

    def work() -> None:
        while (item := waiting.get()) is not None:
            if stopped():
                continue
            number, response = item
            try:
                settle(number, response)
            except PoolClosedError:
                return  # the program ends; nothing was found out about the answer
            except Exception as error:
                # One answer's trouble, of whatever kind, must not end the run for the others.
                _LOG.exception("%s: %s could not be taken in", name, response.url)
                spoilt(number, error)

    # Daemons, since they may wait for a writer that has ended with the program.
    workers = [threading.Thread(target=work, name=name, daemon=True) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for number, response in (answered or {}).items():
        waiting.put((number, response))
    numbers = list(requests)
    try:
        fetcher.fetch_all(
            list(requests.values()),
            lambda index, response: waiting.put((numbers[index], response)),
            stopped,
            lambda: waiting.qsize() < MOST_WAITING,
        )
    finally:
        for _ in workers:
            waiting.put(None)
        for worker in workers:
            worker.join()
