"""Closing in the middle of a refresh: at once, and as if nothing under way had been asked."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

import pytest

from reader.loader.workers.process_pool import PoolClosedError
from reader.newsroom.events import Event, FeedRefreshed
from reader.newsroom.newsroom import Newsroom
from tests.editions import COURIER, GAZETTE, Edition, Item, rss

SOON = 20.0
"""Seconds; a worker that hangs would take sixty."""


class Stuck:
    """Works on the first job until it is closed, as a worker on a hostile feed does."""

    def __init__(self) -> None:
        self.at_work = threading.Event()
        self._closed = threading.Event()

    def ask(self, head: bytes, body: bytes) -> bytes:
        self.at_work.set()
        self._closed.wait(60)
        raise PoolClosedError("newsreader is closing.")

    def close(self) -> None:
        self._closed.set()


def test_closing_waits_for_no_worker_and_leaves_no_trace(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    edition = Edition(tmp_path)
    for address in (COURIER, GAZETTE):
        edition.web.feed(address, rss("Courier", Item("The ferry floats")), etag='"1"')
    stuck, events = Stuck(), list[Event]()
    newsroom = Newsroom.open(
        edition.paths, clock=edition.clock, fetcher=edition.web, jitter=lambda: 0.0, asker=stuck
    )
    newsroom.sources.subscribe(COURIER)
    newsroom.sources.subscribe(GAZETTE)
    newsroom.listen(events.append)
    with caplog.at_level(logging.WARNING):
        newsroom.refreshing.start()
        assert stuck.at_work.wait(5)
        began = time.monotonic()
        newsroom.close()
        assert time.monotonic() - began < SOON
        time.sleep(0.05)  # whatever a thread might still do wrong, it does now
    assert caplog.records == []
    assert not any(isinstance(event, FeedRefreshed) for event in events)
    again = edition.open()
    feeds = [feed for folder in again.sources.overview().folders for feed in folder.feeds]
    assert [feed.health.outcome for feed in feeds] == [None, None]
    edition.refresh(again)
    assert len(again.stories.select(again.parse(""))) == 1  # the same story in both
    again.close()
