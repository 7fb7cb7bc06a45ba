"""What every test shares: ``async def`` tests without a plugin, frames that can be renewed."""

from __future__ import annotations

import asyncio
import inspect
import os
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from reader.wording.catalogue import use_language

# Frames show local times, and words in English, wherever the tests run.
os.environ["TZ"] = "UTC"
time.tzset()
os.environ["LC_ALL"] = "C.UTF-8"

# A slow machine is no fault of what is tested.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """After a test the interface speaks English, whatever the test made of it."""
    yield
    use_language("en")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run an ``async def`` test to its end in an event loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let kept frames be renewed."""
    parser.addoption(
        "--update-snapshots", action="store_true", help="write the frames as they are drawn now"
    )


@pytest.fixture
def update_snapshots(request: pytest.FixtureRequest) -> bool:
    """Whether kept frames are to be renewed."""
    return bool(request.config.getoption("--update-snapshots"))
