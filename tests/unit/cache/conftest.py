from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty library and an empty cache."""
    store = Store(tmp_path)
    yield store
    store.close()
