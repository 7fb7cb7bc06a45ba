"""By what feeds and pages are loaded; most parts of the newsroom that load need all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.model.clock import Clock
from reader.model.fetch import Fetcher
from reader.newsroom.digestion import Digestion
from reader.newsroom.events import Event
from reader.settings.config import Config


@dataclass(frozen=True, slots=True)
class Loading:
    """The network, the processes that read what it brings, and what both depend on."""

    fetcher: Fetcher
    digestion: Digestion
    clock: Clock
    config: Callable[[], Config]
    """Gives the preferences in force."""
    jitter: Callable[[], float]
    """Gives numbers from 0 to 1, so that feeds are not all asked at one time."""
    tell: Callable[[Event], None]
    """Takes every event."""
