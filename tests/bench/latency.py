"""How long the reader takes to paint, and how often it paints: ``python -m tests.bench.latency``.

The real program runs in a terminal of 120 x 36 over a home of made-up stories, which is kept in
`--keep` for the next call. For each key: milliseconds to the first byte and to the last one before
silence (median and worst), paints, processor time and bytes. For the start: milliseconds to the
list, and how much memory there is in the end. Nothing is fetched.
"""

from __future__ import annotations

import argparse
import os
import select
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.app.on_terminal import Terminal
from tests.bench.homes import make_home

SILENCE = 0.15
"""Seconds after which a paint is over; previews, which come 80 ms after a key, belong to it."""
PATIENCE = 2.0
"""Seconds after which a key is taken for one that changes nothing on the screen."""
ANSWER = "\x1b[?2026;2$y"
"""What a terminal says that paints a frame at once; then each frame can be counted."""
FRAME = b"\x1b[?2026h"


class Step(NamedTuple):
    """Keys that are pressed in turn, each measured."""

    name: str
    keys: Sequence[str]
    then: str = ""
    """Pressed afterwards, not measured."""
    before: str = ""
    """Pressed before, not measured."""


def steps(runs: int) -> list[Step]:
    """What is measured."""
    return [
        Step("j", ["j"] * runs),
        Step("k", ["k"] * runs),
        Step("J", ["J"] * runs),
        Step("n", ["n"] * runs),
        Step("space", [" "] * runs),
        Step("page down", ["\x04"] * runs),
        Step("G and g", ["G", "g"] * 2 + ["G"]),
        Step("k at the end", ["k"] * runs),
        Step("n at the end", ["\x04", "k", "k", "n", "n"]),
        Step(". show read", ["."] * 4),
        Step("another list", ["j"] * runs, before="hg", then="g\r"),
        Step("/ and letters", list("/ronebafi"), then="\x1b"),
        Step("/ usual word", list("/the"), then="\x1b"),
        Step("/ name", list("/said:vane"), then="\x1b"),
        Step("u", ["u"] * 4),
        Step("A", ["A"]),
        Step("z", ["z"]),
        Step("j afterwards", ["j"] * runs),
    ]


class Paint(NamedTuple):
    """What one key came to."""

    first: float
    last: float
    paints: int
    size: int


def paint(terminal: Terminal, key: str) -> Paint:
    """Press a key and wait until nothing more comes."""
    descriptor = terminal.process.fileno()
    began = last = time.perf_counter()
    first, paints, size = 0.0, 0, 0
    os.write(descriptor, key.encode())
    while time.perf_counter() - last < (SILENCE if first else PATIENCE):
        if not select.select([descriptor], [], [], SILENCE if first else PATIENCE)[0]:
            break
        came = os.read(descriptor, 1 << 20)
        last = time.perf_counter()
        first = first or last - began
        paints, size = paints + came.count(FRAME), size + len(came)
    return Paint(first, last - began, paints, size)


def cpu(terminal: Terminal) -> float:
    """Seconds of the processor the reader has used."""
    fields = Path(f"/proc/{terminal.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(terminal: Terminal) -> float:
    """Megabytes that lie in memory."""
    pages = Path(f"/proc/{terminal.process.pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(home: Path, runs: int, only: Sequence[str], say: Callable[[str], None]) -> None:
    """Start the reader and press keys, `runs` times those that cost little."""
    began = time.perf_counter()
    terminal = Terminal(home, "--no-mouse")
    terminal.expect("of the long count")
    listed = (time.perf_counter() - began) * 1000
    terminal.press(ANSWER)
    settle(terminal)
    say(f"{'list painted':<14}{listed:8.0f} ms after the command, {cpu(terminal):.2f} s of CPU")
    heads = ("first ms", "worst", "last ms", "worst", "paints", "CPU ms", "bytes")
    say(f"{'key':<14}" + "".join(f"{head:>10}" for head in heads))
    for step in steps(runs):
        if only and step.name not in only:
            continue
        for key in step.before:
            paint(terminal, key)
        before = cpu(terminal)
        taken = [paint(terminal, key) for key in step.keys]
        used = (cpu(terminal) - before) / len(taken)
        first, last, paints, size = zip(*taken, strict=True)
        say(
            f"{step.name:<14}{1000 * statistics.median(first):10.1f}{1000 * max(first):10.1f}"
            f"{1000 * statistics.median(last):10.1f}{1000 * max(last):10.1f}"
            f"{statistics.median(paints):10.0f}{1000 * used:10.1f}{statistics.median(size):10.0f}"
        )
        for key in step.then:
            paint(terminal, key)
    say(f"{'memory':<14}{memory(terminal):8.0f} MB")
    terminal.press("\x11")
    terminal.process.close(force=True)


def settle(terminal: Terminal) -> None:
    """Wait until nothing has come for a second."""
    quiet = time.perf_counter()
    while time.perf_counter() - quiet < 1.0:
        if select.select([terminal.process.fileno()], [], [], 0.1)[0]:
            os.read(terminal.process.fileno(), 1 << 20)
            quiet = time.perf_counter()


def main() -> None:
    """Measure as the arguments say."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--stories", type=int, default=2_200)
    options.add_argument("--sources", type=int, default=3)
    options.add_argument("--runs", type=int, default=30)
    options.add_argument("--keep", type=Path, default=Path("/tmp/newsreader-latency"))
    options.add_argument("only", nargs="*", help="names of steps")
    wanted = options.parse_args()
    home = wanted.keep / f"{wanted.stories}-{wanted.sources}"
    make_home(home, wanted.stories, wanted.sources)
    measure(home, wanted.runs, wanted.only, print)


if __name__ == "__main__":
    main()
