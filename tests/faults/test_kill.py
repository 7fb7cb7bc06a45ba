"""Killed in the middle of a refresh, again and again: what was acknowledged is still there."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from reader.newsroom.newsroom import Newsroom
from reader.store.paths import Paths
from tests.fakes import FakeClock
from tests.faults.web import ABSENT, SCRIPT, TestWeb, running_testweb

pytestmark = [
    pytest.mark.bench,
    pytest.mark.slow,
    pytest.mark.skipif(not SCRIPT.exists(), reason=ABSENT),
]
ROOT = Path(__file__).resolve().parents[2]
FEEDS = 40
NOW = 1_790_100_000  # a day after the web's own beginning
READER = """
import json, os, sys
from reader.loader.net.http import CurlFetcher
from reader.store.paths import Paths
from reader.newsroom.events import FeedRefreshed
from reader.newsroom.newsroom import Newsroom
from tests.fakes import FakeClock
from pathlib import Path

home, now, addresses = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
clock = FakeClock(now)
newsroom = Newsroom.open(Paths.below(Path(home)), clock=clock, fetcher=CurlFetcher(clock))

def say(**fact):
    os.write(1, (json.dumps(fact) + "\\n").encode())  # whole, whichever thread says it

def hear(event):
    if isinstance(event, FeedRefreshed):
        say(feed=event.feed)
        stories = newsroom.stories.select(newsroom.parse("is:unread"))[:3]
        read = newsroom.marks.read(stories).stories
        say(read=list(read))
        saved = newsroom.marks.save(newsroom.stories.select(newsroom.parse("is:read"))[:1]).stories
        say(saved=list(saved))

known = {source.url for source in newsroom.sources.subscriptions()}
for address in addresses:
    if address not in known:
        newsroom.sources.subscribe(address)
        say(subscribed=address)
newsroom.listen(hear)
newsroom.refreshing.start(force=True)
newsroom.refreshing.wait()
newsroom.idle(60)
newsroom.close()
say(finished=True)
"""


@pytest.fixture(scope="module")
def web() -> Iterator[TestWeb]:
    with running_testweb("--feeds", str(FEEDS)) as web:
        yield web


class Told:
    """What the reader has acknowledged before it was killed."""

    def __init__(self) -> None:
        self.subscribed: set[str] = set()
        self.feeds: set[int] = set()
        self.read: set[int] = set()
        self.saved: set[int] = set()
        self.finished = False

    def hear(self, line: str) -> None:
        fact = json.loads(line)
        self.finished = self.finished or "finished" in fact
        if "subscribed" in fact:
            self.subscribed.add(fact["subscribed"])
        if "feed" in fact:
            self.feeds.add(fact["feed"])
        self.read.update(fact.get("read", ()))
        self.saved.update(fact.get("saved", ()))


def run(home: Path, web: TestWeb, told: Told, lines: int) -> None:
    """Run the reader and kill it after so many facts; let it finish if `lines` is 0."""
    addresses = [f"{web.address}/feed/{number}.xml" for number in range(FEEDS)]
    process = subprocess.Popen(
        [sys.executable, "-c", READER, str(home), str(NOW), *addresses],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    with process:
        assert process.stdout is not None
        for count, line in enumerate(process.stdout, start=1):
            told.hear(line)
            if count == lines:
                process.send_signal(signal.SIGKILL)
                break
        for line in process.stdout:  # written before it was killed
            told.hear(line)


def assert_nothing_lost(home: Path, told: Told, web: TestWeb) -> None:
    for file in (Paths.below(home).library, Paths.below(home).articles):
        connection = apsw.Connection(str(file))
        assert list(connection.execute("PRAGMA integrity_check")) == [("ok",)]
        connection.close()
    newsroom = Newsroom.open(Paths.below(home), clock=FakeClock(NOW))
    try:
        assert newsroom.notice == ""
        assert told.subscribed <= {source.url for source in newsroom.sources.subscriptions()}
        kept = {f.id: f for folder in newsroom.sources.overview().folders for f in folder.feeds}
        for feed in told.feeds:
            number = int(kept[feed].subscription.url.rpartition("/")[2].removesuffix(".xml"))
            truth = web.control(f"/__state?feed={number}")[0]["entries"]
            assert kept[feed].stories == len(truth)
            assert kept[feed].health.etag
        assert told.read <= set(newsroom.stories.select(newsroom.parse("is:read")))
        assert told.saved <= set(newsroom.stories.select(newsroom.parse("is:saved")))
        for story in told.saved:
            assert newsroom.stories.article(story).text
    finally:
        newsroom.close()


def test_nothing_acknowledged_is_lost(web: TestWeb, tmp_path: Path) -> None:
    told = Told()
    for lines in (7, FEEDS + 1, 5, 16, 40, 70):
        run(tmp_path, web, told, lines)
        assert not told.finished
        assert_nothing_lost(tmp_path, told, web)
    run(tmp_path, web, told, 0)
    assert told.finished
    assert len(told.feeds) == FEEDS
    assert_nothing_lost(tmp_path, told, web)


def test_killed_readers_leave_no_story_twice(web: TestWeb, tmp_path: Path) -> None:
    told = Told()
    for lines in (FEEDS + 10, 10, 0):
        run(tmp_path, web, told, lines)
    newsroom = Newsroom.open(Paths.below(tmp_path), clock=FakeClock(NOW))
    links = [
        h.link for h in newsroom.stories.headlines(newsroom.stories.select(newsroom.parse("")))
    ]
    newsroom.close()
    truth = [entry["link"] for feed in web.control("/__state") for entry in feed["entries"]]
    assert sorted(links) == sorted(web.address + link for link in truth)
