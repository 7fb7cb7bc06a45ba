"""``newsreader refresh``: fetch what is new."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.arguments import Form, Option, UsageError
from reader.cli.bar import draw_bar
from reader.cli.context import Context, message
from reader.cli.json_lines import print_record
from reader.model.errors import NotFoundError
from reader.newsroom.events import Event, FeedRefreshed, RefreshFinished
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.newsroom.newsroom import Newsroom

INDEXED_IN = 600
"""Seconds after which the full-text index is left to the next run."""
_UNITS = {"": 1, "B": 1, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000}


FORM = Form(
    "refresh",
    (Option("due"), Option("json"), Option("full"), Option("until", "size")),
    word="source",
)


def run(context: Context, arguments: list[str]) -> int:
    """Ask all sources, or those of a folder, title or number; exit 3 if some failed."""
    given = FORM.read(arguments)
    as_json = given.flag("json")
    until = bytes_of(given.text("until", "0"))
    newsroom = context.newsroom
    feeds = _chosen(newsroom, given.words) if given.words else None
    report = Report(as_json=as_json, bar=sys.stderr.isatty() and not as_json)
    stop_listening = newsroom.listen(report)
    try:
        newsroom.refreshing.start(feeds, force=not given.flag("due"), pages=False)
        newsroom.refreshing.wait()
        if given.flag("full"):
            message(newsroom.refreshing.fetch_wanted(until=until).sentence())
        newsroom.idle(INDEXED_IN)
    finally:
        stop_listening()
    report.end()
    return 3 if report.failed else 0


def bytes_of(text: str) -> int:
    """Return what a size such as ``200MB`` is in bytes; raises `UsageError`."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([kMG]?B?)", text.strip(), re.IGNORECASE)
    unit = match[2].upper() if match else ""
    factor = _UNITS.get(unit if unit in _UNITS else unit + "B")
    if match is None or factor is None:
        raise UsageError(say("refreshing.no_size", word=text))
    return int(float(match[1]) * factor)


def _chosen(newsroom: Newsroom, names: list[str]) -> list[int]:
    feeds = [
        feed.id
        for feed in newsroom.sources.overview().feeds
        if {feed.subscription.folder, feed.title, feed.subscription.url, str(feed.id)} & set(names)
    ]
    if not feeds:
        raise NotFoundError(say("cli.no_source", name=", ".join(names)))
    return feeds


class Report:
    """Hears the events of a run and prints them."""

    def __init__(self, *, as_json: bool, bar: bool) -> None:
        """`bar` draws a progress bar on standard error."""
        self._as_json = as_json
        self._bar = bar
        self.failed = 0
        self._last: RefreshFinished | None = None

    def __call__(self, event: Event) -> None:
        """Take one event, from any thread; whether anybody still reads is not the run's concern."""
        with suppress(BrokenPipeError):
            self._take(event)

    def _take(self, event: Event) -> None:
        if isinstance(event, FeedRefreshed):
            self.failed += event.failed
            if self._as_json:
                print_record(
                    {
                        "feed": event.feed,
                        "outcome": event.outcome.value,
                        "new": event.new,
                        "failed": event.failed,
                        "message": event.message,
                    }
                )
            elif self._bar:
                words = say("status.refreshing", done=event.done, total=event.total)
                draw_bar(words, event.done, event.total)
        elif isinstance(event, RefreshFinished):
            self._last = event

    def end(self) -> None:
        """Say what came of it."""
        if self._bar:
            message("")
        if self._last is None:
            return
        event = self._last
        if self._as_json:
            print_record(
                {
                    "feeds": event.total,
                    "new": event.new,
                    "failed": event.failed,
                    "seconds": round(event.seconds, 3),
                }
            )
        else:
            counts = {"new": event.new, "failed": event.failed}
            why = f" {say('refreshing.why')}" if event.failed else ""
            message(say("refreshing.done", count=event.total, **counts) + why)
