"""The demo edition on a terminal of its own, for tests that start it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.on_terminal import Start, Terminal


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start newsreader with arguments; whatever still runs at the end is ended."""
    started: list[Terminal] = []

    def run(*arguments: str, **more: object) -> Terminal:
        started.append(Terminal(tmp_path / "home", "--demo", *arguments, **more))  # type: ignore[arg-type]  # as Terminal has them
        return started[-1]

    yield run
    for terminal in started:
        if not terminal.process.closed:
            terminal.process.close(force=True)
