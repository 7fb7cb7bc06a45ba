"""``newsreader refresh``: fetch what is new."""

from __future__ import annotations

import sys

from reader.cli.context import Context, message, parser
from reader.cli.records import print_record
from reader.newsroom.events import Event, FeedRefreshed, RefreshFinished

BAR = 18
"""Cells of the progress bar, as wide as on the screen."""


def run(context: Context, arguments: list[str]) -> int:
    """Ask all sources, or those of a folder, title or number; exit 3 if some failed."""
    options = parser("refresh", "Fetch what is new. Polite: only sources whose time has come.")
    options.add_argument("source", nargs="*", help="titles, folders or numbers; none means all")
    options.add_argument("--force", action="store_true", help="also those not due yet")
    options.add_argument("--json", action="store_true", help="one JSON object a source")
    options.add_argument("--full", action="store_true", help="fetch the full text of new stories")
    options.add_argument("--until", default="", metavar="SIZE", help="with --full: at most 200MB")
    wanted = options.parse_args(arguments)
    newsroom = context.newsroom
    feeds = None
    if wanted.source:
        feeds = [
            feed.id
            for folder in newsroom.sources().folders
            for feed in folder.feeds
            if {folder.name, feed.title, feed.subscription.url, str(feed.id)} & set(wanted.source)
        ]
    report = Report(as_json=wanted.json, bar=sys.stderr.isatty() and not wanted.json)
    stop_listening = newsroom.listen(report)
    try:
        newsroom.refresh(feeds, force=wanted.force or feeds is not None)
        newsroom.wait_for_refresh()
        if wanted.full:
            message(newsroom.fetch_wanted(until=wanted.until).sentence())
    finally:
        stop_listening()
    report.end()
    return 3 if report.failed else 0


class Report:
    """Hears the events of a run and prints them."""

    def __init__(self, *, as_json: bool, bar: bool) -> None:
        """`bar` draws a progress bar on standard error."""
        self._as_json = as_json
        self._bar = bar
        self.failed = 0
        self._last: RefreshFinished | None = None

    def __call__(self, event: Event) -> None:
        """Take one event."""
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
                full = BAR * event.done // max(event.total, 1)
                bar = "#" * full + "-" * (BAR - full)
                print(
                    f"\rRefreshing {event.done} of {event.total} {bar}",
                    end="",
                    file=sys.stderr,
                    flush=True,
                )
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
            message(f"{event.total} sources asked, {event.new} new stories, {event.failed} failed.")
