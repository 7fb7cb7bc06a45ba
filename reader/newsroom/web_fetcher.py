"""Who answers requests: the network, and the person's own programs for feeds that have one."""

from __future__ import annotations

from reader.model.clock import Clock
from reader.model.fetch import Fetcher
from reader.settings.config import Config


def web_fetcher(config: Config, clock: Clock) -> Fetcher:
    """Return the fetcher of the real world."""
    # Imported here: reading what is stored needs no network, and pycurl costs 23 ms.
    from reader.loader.net.http import CurlFetcher
    from reader.loader.net.programs import ProgramFetcher

    fetcher = CurlFetcher(
        clock,
        contact=config.refresh.contact,
        max_parallel=config.refresh.parallel,
    )
    return ProgramFetcher(fetcher, clock)
