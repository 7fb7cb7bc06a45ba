"""What is made of the pages beside the checkout: floors a little below what is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCH = ROOT.parent / "shared" / "bench" / "extract"

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not BENCH.exists(), reason="the pages lie in ../shared: it is not here"),
]


@pytest.mark.parametrize(
    ("source", "floors"),
    [
        ("own-dev", {"F1": 0.97, "without": 0.97, "kinds": 0.97, "title": 0.97, "author": 0.94}),
        ("scrapinghub", {"F1": 0.93}),
        ("fundus", {"F1": 0.93, "title": 0.8, "author": 0.88, "date": 0.95}),
    ],
)
def test_text_structure_and_facts(source: str, floors: dict[str, float], tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    subprocess.run(
        [sys.executable, str(BENCH / "score.py"), "--first", "30", "--json", str(figures),
         "--run", f"{sys.executable} -m reader.loader.pages.extract_jsonl",
         str(BENCH / f"{source}.jsonl.gz")],
        capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip
    found = json.loads(figures.read_text("utf-8"))["figures"][source]
    assert {name: found[name] for name, floor in floors.items() if found[name] < floor} == {}
