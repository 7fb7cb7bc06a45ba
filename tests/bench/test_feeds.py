"""What the parsers make of the feeds beside the checkout: floors just below what they do."""

from __future__ import annotations

import gc
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.newsroom.importing import read_import
from reader.settings.library.library import Library
from reader.settings.subscriptions import Subscriptions
from reader.store.paths import Paths
from tests.fakes import FakeClock

ROOT = Path(__file__).parents[2]
BENCH = ROOT.parent / "shared" / "bench" / "feeds"
PARSE = f"{sys.executable} -m reader.loader.feeds.parse_jsonl"
OPML = f"{sys.executable} -m reader.exchange.opml_jsonl"

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not BENCH.exists(), reason="the corpora lie in ../shared: it is not here"),
]


def check(tmp_path: Path, command: str, *options: str) -> tuple[int, int, list[str]]:
    """How many files agree, of how many, and the names of those that do not."""
    misses = tmp_path / "misses.json"
    done = subprocess.run(
        [sys.executable, BENCH / "check.py", "--cmd", command, "--json", misses, *options],
        capture_output=True,
        text=True,
        check=False,  # a miss is exit status 1
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    found = re.search(r"^(\d+) of (\d+) files agree", done.stdout, re.MULTILINE)
    assert found, done.stdout + done.stderr
    names = [Path(miss["file"]).name for miss in json.loads(misses.read_text("utf-8"))]
    return int(found[1]), int(found[2]), names


def test_every_real_feed_is_read(tmp_path: Path) -> None:
    assert check(tmp_path, PARSE, "--class", "real") == (116, 116, [])


def test_nearly_every_small_case_is_read(tmp_path: Path) -> None:
    agree, files, misses = check(tmp_path, PARSE)
    assert agree >= 0.997 * files, misses


def test_nothing_hostile_hurts(tmp_path: Path) -> None:
    limits = ("--max-seconds", "5", "--max-mb", "300")
    _, files, misses = check(tmp_path, PARSE, "--hostile", *limits)
    assert files == 72
    # The checker joins what is shown by line breaks, then finds these where none may be.
    assert misses in ([], ["newline-title.xml"])


def test_every_list_of_feeds_is_read(tmp_path: Path) -> None:
    agree, files, misses = check(tmp_path, OPML, "--opml")
    assert agree == files, misses


def test_ten_thousand_feeds_cost_ten_times_as_much_as_a_thousand(tmp_path: Path) -> None:
    found = read_import(BENCH / "lists" / "kite-news.opml").feeds
    assert len(found) == 9897

    def cost(count: int) -> float:
        paths = Paths.below(tmp_path / str(count))
        paths.create()
        gc.disable()  # what other tests left behind would be looked through again and again
        started = time.process_time()
        subscriptions = Subscriptions(paths.feeds_file)
        subscriptions.add(*found[:count])
        library = Library.open(paths, FakeClock())
        numbers = library.feeds.numbers([feed.url for feed in subscriptions.load()])
        library.close()
        seconds = time.process_time() - started
        gc.enable()
        assert len(set(numbers)) == count
        return seconds

    assert cost(9897) < 30 * cost(990)  # with the square of their number it would be a hundred
