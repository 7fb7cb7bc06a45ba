"""The hostile web of ``../shared/tools/testweb.py``, started for tests."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).resolve().parents[3] / "shared" / "tools" / "testweb.py"
ABSENT = f"needs the test web, which is not at {SCRIPT}"


class TestWeb:
    """A running test web and what it has counted."""

    __test__ = False

    def __init__(self, address: str) -> None:
        self.address = address
        self.other_address = address.replace("127.0.0.1", "127.0.0.2")
        """The same web under another host."""

    def control(self, path: str) -> Any:
        """Answer one of the paths that are not counted."""
        with urllib.request.urlopen(self.address + path, timeout=10) as answer:
            return json.load(answer)

    def reset(self) -> None:
        """Forget all requests; what depends on their number begins anew."""
        self.control("/__log/reset")

    def log(self) -> dict[str, dict[str, Any]]:
        """What was asked since, by path."""
        paths: dict[str, dict[str, Any]] = self.control("/__log")["paths"]
        return paths

    def most_at_once(self) -> int:
        """The most requests that were under way at one host at the same time."""
        return max(self.control("/__log")["max_concurrent_requests_per_host"].values(), default=0)


@contextmanager
def running_testweb(*options: str) -> Iterator[TestWeb]:
    """Start the test web on a free port of the loopback; end it afterwards."""
    process = subprocess.Popen(
        [sys.executable, str(SCRIPT), "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        yield TestWeb(line.rpartition(" ")[2].strip())
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
