"""The edition that ships with the program: real feed files and pages, answered from a folder.

Nothing is cut short: the files go through the same loader as the web's, and only the fetcher is
another one. All dates move by one amount, so that the newest story is minutes old.
"""

from __future__ import annotations

import dataclasses
import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from importlib.resources import files
from pathlib import Path

from reader.loader.net.web_folder import FolderFetcher
from reader.model.clock import Clock
from reader.model.fetch import Request, Response
from reader.newsroom.newsroom import Newsroom
from reader.store.paths import Paths

NEWEST = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
"""The date of the newest story in the files."""
AGE = timedelta(minutes=12)
"""How old that story shall look."""

_ISO = re.compile(rb"\b2026-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
_RFC = re.compile(
    rb"\b(?:[A-Z][a-z]{2}, )\d\d? [A-Z][a-z]{2} 2026 \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})"
)


def open_demo(clock: Clock, home: str = "") -> Newsroom:
    """Open a newsroom on the demo edition and read it in.

    `home` is kept where it is given; otherwise the home is thrown away when the newsroom closes.
    """
    directory = Path(home).expanduser().absolute() if home else Path(
        tempfile.mkdtemp(prefix="newsreader-demo-")
    )  # fmt: skip
    paths = Paths.below(directory)
    paths.create()
    demo = Path(str(files("reader") / "demo"))
    if not paths.feeds_file.exists():
        shutil.copyfile(demo / "feeds.toml", paths.feeds_file)
    shift = datetime.fromtimestamp(clock.now(), UTC) - AGE - NEWEST
    newsroom = Newsroom.open(paths, clock=clock, fetcher=ShiftedFetcher(demo / "web", shift))
    if not home:
        newsroom.when_closed(lambda: shutil.rmtree(directory, ignore_errors=True))
    newsroom.refreshing.start(pages=False)
    newsroom.refreshing.wait()
    newsroom.refreshing.fetch_wanted()
    return newsroom


class ShiftedFetcher:
    """Answers from a folder, with every date in the files moved."""

    def __init__(self, directory: Path, shift: timedelta) -> None:
        """`shift` is added to each date."""
        self._folder = FolderFetcher(directory)
        self._shift = shift

    def fetch(self, request: Request) -> Response:
        """Answer one request."""
        return self._shifted(self._folder.fetch(request))

    def fetch_all(
        self,
        requests: list[Request],
        done: Callable[[int, Response], None],
        cancelled: Callable[[], bool],
        room: Callable[[], bool] = lambda: True,
    ) -> None:
        """Answer many, one after the other."""
        self._folder.fetch_all(
            requests, lambda index, response: done(index, self._shifted(response)), cancelled, room
        )

    def close(self) -> None:
        """Nothing is open."""
        self._folder.close()

    def _shifted(self, response: Response) -> Response:
        return dataclasses.replace(response, body=shift_dates(response.body, self._shift))


def shift_dates(body: bytes, shift: timedelta) -> bytes:
    """Move every full date in a file by `shift`."""

    def iso(match: re.Match[bytes]) -> bytes:
        moved = datetime.fromisoformat(match[0].decode()) + shift
        return moved.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()

    def rfc(match: re.Match[bytes]) -> bytes:
        moved = parsedate_to_datetime(match[0].decode()) + shift
        return format_datetime(moved.astimezone(UTC), usegmt=True).encode()

    return _RFC.sub(rfc, _ISO.sub(iso, body))
