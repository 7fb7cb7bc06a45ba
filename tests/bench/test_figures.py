"""What the program makes of the corpora beside the checkout: no worse than it was.

The floors lie a little below what was measured, so that a change which costs quality is seen and
noise is not. Times are compared within one run only.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCH = ROOT.parent / "shared" / "bench"
PROGRAM = f"{sys.executable} -m reader"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not BENCH.exists(), reason="the corpora lie in ../shared: it is not here"),
]


def measured(script: str, *words: str) -> str:
    """What one of the scorers prints; a score that is not perfect is no failure of its own."""
    done = subprocess.run(
        [sys.executable, str(BENCH / script), *words],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr[-2000:]
    return done.stdout


def test_pages_give_their_story_and_leave_their_boilerplate(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    gold = str(BENCH / "extract" / "own-dev.jsonl.gz")
    extract = f"{PROGRAM} extract --jsonl"
    measured("extract/score.py", "--run", extract, "--json", str(figures), gold)
    (source,) = json.loads(figures.read_text("utf-8"))["figures"].values()
    assert source["F1"] >= 0.98
    assert source["without"] >= 0.98


def seconds_of(*words: str) -> float:
    """The processor time of a Python process, the least of five."""
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *words], capture_output=True, env=ENVIRONMENT, cwd=ROOT, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def test_help_costs_little_more_than_python_itself() -> None:
    assert seconds_of("-m", "reader", "--help") <= 8 * seconds_of("-c", "pass")
