"""``newsreader refresh``: fetch what is new."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

from reader.cli.bar import draw_bar
from reader.cli.context import Context, UsageError, message, parser
from reader.cli.records import print_record
from reader.model.errors import NotFoundError
from reader.newsroom.events import Event, FeedRefreshed, RefreshFinished
from reader.newsroom.newsroom import Newsroom

INDEXED_IN = 600
"""Seconds after which the full-text index is left to the next run."""
_UNITS = {"": 1, "B": 1, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000}


def run(context: Context, arguments: list[str]) -> int:
    """Ask all sources, or those of a folder, title or number; exit 3 if some failed."""
    options = parser("refresh", "Fetch what is new; sources that asked to be left alone wait.")
    options.add_argument("source", nargs="*", help="titles, folders or numbers; none means all")
    options.add_argument("--due", action="store_true", help="only sources whose time has come")
    options.add_argument("--json", action="store_true", help="one JSON object a source")
    options.add_argument("--full", action="store_true", help="fetch the full text of new stories")
    options.add_argument("--until", default="0", metavar="SIZE", help="with --full: at most 200MB")
    wanted = options.parse_args(arguments)
    until = bytes_of(wanted.until)
    newsroom = context.newsroom
    feeds = _chosen(newsroom, wanted.source) if wanted.source else None
    report = Report(as_json=wanted.json, bar=sys.stderr.isatty() and not wanted.json)
    stop_listening = newsroom.listen(report)
    try:
        newsroom.refresh(feeds, force=not wanted.due, pages=False)
        newsroom.wait_for_refresh()
        if wanted.full:
            message(newsroom.fetch_wanted(until=until).sentence())
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
        raise UsageError(f"{text!r} is no size; 200MB is one.")
    return int(float(match[1]) * factor)


def _chosen(newsroom: Newsroom, names: list[str]) -> list[int]:
    feeds = [
        feed.id
        for feed in newsroom.sources().feeds
        if {feed.subscription.folder, feed.title, feed.subscription.url, str(feed.id)} & set(names)
    ]
    if not feeds:
        raise NotFoundError(f"There is no source {' or '.join(names)}. 'newsreader feeds' has all.")
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
                words = f"Refreshing {event.done} of {event.total}"
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
            why = " 'newsreader feeds' says why." if event.failed else ""
            counts = f"{event.total} sources asked, {event.new} new stories"
            message(f"{counts}, {event.failed} failed.{why}")
