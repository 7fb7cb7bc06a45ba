"""Jobs beside the loop that are done when a test says so, without a thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class FakeRun:
    """Keeps jobs until `finish` is called; the first `faults` of them fail."""

    def __init__(self, faults: int = 0) -> None:
        self.faults = faults
        self.jobs: list[Callable[[], None]] = []

    def __call__(
        self,
        job: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Keep the job."""

        def do() -> None:
            if self.faults:
                self.faults -= 1
                failed(ValueError("made up"))
            else:
                then(job())

        self.jobs.append(do)

    def finish(self) -> None:
        """Do the job that was asked for first."""
        self.jobs.pop(0)()
