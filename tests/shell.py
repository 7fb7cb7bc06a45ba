"""What a verb of ``newsreader`` answers when a test calls it as a shell would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What a verb came to."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Standard output."""
        return self.out.splitlines()

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output, one JSON object a line."""
        return [json.loads(line) for line in self.lines]


Shell = Callable[..., Answer]
"""Runs ``newsreader`` with these words in the home of the test."""
