"""A home, a web and a clock for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editions import Edition


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Nothing is in it yet."""
    return Edition(tmp_path / "home")
