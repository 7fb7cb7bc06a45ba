"""What every test shares: ``async def`` tests without a plugin, frames that can be renewed."""

from __future__ import annotations

import asyncio
import inspect
import os
import time

import pytest

# Frames show local times.
os.environ["TZ"] = "UTC"
time.tzset()


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
