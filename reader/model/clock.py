"""Time comes in from outside, so that tests need no waiting and no patching."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> int:
        """Unix seconds, for dates that people see."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump, for waiting and measuring."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> int:
        """Unix seconds."""
        return int(time.time())

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()
