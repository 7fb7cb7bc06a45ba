"""What the engine makes of the corpora beside the checkout: floors a little below what it does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCH = ROOT.parent / "shared" / "bench" / "quotes"

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not BENCH.exists(), reason="the corpora lie in ../shared: it is not here"),
]


@pytest.mark.parametrize(
    ("corpus", "spans", "joint"),
    [("polnear", 0.97, 0.91), ("wikinews", 0.92, 0.78), ("adaq", 0.92, 0.83), ("hard", 0.99, 0.99)],
)
def test_words_and_speakers(corpus: str, spans: float, joint: float) -> None:
    done = subprocess.run(
        [sys.executable, str(BENCH / "score.py"), "--json", "--run",
         f"{sys.executable} -m reader.quotes.jsonl", str(BENCH / f"{corpus}-dev.jsonl")],
        capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip
    scores = json.loads(done.stdout)["scores"]["all"]
    assert scores["relaxed"]["f1"] >= spans
    assert scores["joint"]["f1"] >= joint
    assert scores["bad_offsets"] == 0
