"""How long the reader takes to paint, and how often it paints: ``python -m tests.bench.latency``.

The real program runs in a terminal of 120 x 36 over a home of made-up stories, which is kept in
`--keep` for the next call. For each key: milliseconds to the first byte and to the last one before
silence (median and worst), writes to the terminal, processor time and bytes. For the start:
milliseconds to the list. Nothing is fetched.
"""

from __future__ import annotations

import argparse
import os
import select
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from tests.app.on_terminal import Terminal
from tests.editions import Edition, Item, rss

SILENCE = 0.12
"""Seconds after which a paint is over; previews, which come 80 ms after a key, belong to it."""
KEYS = (("j", "j"), ("k", "k"), ("J", "J"), ("n", "n"), ("space", " "), ("page down", "\x04"))
_FEED = 1_000
"""Stories of one feed."""
_BODY = "<p>“We count every one of them,” said Iris Vane, who counts.</p>" + "".join(
    f"<p>Paragraph {number} says what the one before left out, at some length, so that there is "
    "something to turn the page for and a line that has to be broken in two.</p>"
    for number in range(12)
)


def make_home(home: Path, stories: int) -> None:
    """Fill a home with stories that nobody has read; once."""
    if (home / "made").exists():
        return
    edition = Edition(home)
    edition.clock.time = int(time.time())
    newsroom = edition.open()
    newsroom.set_preference("refresh.on_start", False)
    newsroom.set_preference("keep_days", 0)
    for first in range(0, stories, _FEED):
        url = f"https://feed-{first // _FEED}.example/feed.xml"
        items = (
            Item(f"Story {number} of the long count, told once", _BODY, f"s{number}",
                 published=edition.clock.time - 60 * number)
            for number in range(first, min(first + _FEED, stories))
        )  # fmt: skip
        edition.web.page(url, rss(f"Feed {first // _FEED}", *items))
        newsroom.subscribe(url)
    newsroom.refresh(force=True, pages=False)
    newsroom.wait_for_refresh()
    while not newsroom.idle():
        pass
    newsroom.close()
    (home / "made").touch()


def paint(terminal: Terminal, key: str) -> tuple[float, float, int, int]:
    """Press a key: seconds to the first byte and to the last, writes, bytes."""
    began = last = time.perf_counter()
    first, writes, size = 0.0, 0, 0
    terminal.press(key)
    while time.perf_counter() - last < SILENCE:
        if not select.select([terminal.process.fileno()], [], [], SILENCE)[0]:
            break
        came = os.read(terminal.process.fileno(), 1 << 20)
        last = time.perf_counter()
        first = first or last - began
        writes, size = writes + 1, size + len(came)
    return first, last - began, writes, size


def cpu(terminal: Terminal) -> float:
    """Seconds of the processor the reader has used."""
    fields = Path(f"/proc/{terminal.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(home: Path, runs: int, say: Callable[[str], None]) -> None:
    """Start the reader and press each key `runs` times."""
    began = time.perf_counter()
    terminal = Terminal(home, "--no-mouse")
    terminal.expect("of the long count")
    say(f"{'list painted':<14}{(time.perf_counter() - began) * 1000:8.0f} ms after the command")
    _settle(terminal)
    heads = ("first ms", "worst", "last ms", "worst", "writes", "CPU ms", "bytes")
    say(f"{'key':<14}" + "".join(f"{head:>10}" for head in heads))
    for name, key in KEYS:
        before = cpu(terminal)
        taken = [paint(terminal, key) for _ in range(runs)]
        used = (cpu(terminal) - before) / runs
        first, last, writes, size = zip(*taken, strict=True)
        say(
            f"{name:<14}{1000 * statistics.median(first):10.1f}{1000 * max(first):10.1f}"
            f"{1000 * statistics.median(last):10.1f}{1000 * max(last):10.1f}"
            f"{statistics.median(writes):10.0f}{1000 * used:10.1f}{statistics.median(size):10.0f}"
        )
    terminal.press("\x11")
    terminal.process.close(force=True)


def _settle(terminal: Terminal) -> None:
    quiet = time.perf_counter()
    while time.perf_counter() - quiet < 1.0:
        if select.select([terminal.process.fileno()], [], [], 0.1)[0]:
            os.read(terminal.process.fileno(), 1 << 20)
            quiet = time.perf_counter()


def main() -> None:
    """Measure as the arguments say."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--stories", type=int, default=2_200)
    options.add_argument("--runs", type=int, default=30)
    options.add_argument("--keep", type=Path, default=Path("/tmp/newsreader-latency"))
    wanted = options.parse_args()
    home = wanted.keep / str(wanted.stories)
    make_home(home, wanted.stories)
    measure(home, wanted.runs, print)


if __name__ == "__main__":
    main()
