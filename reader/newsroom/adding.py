"""Subscribing to an address a person gave: find its feed, read it once, keep it."""

from __future__ import annotations

from collections.abc import Callable

from reader.loader.feeds.discover import discover
from reader.loader.net.private_networks import refusal
from reader.model.feed import FetchOutcome, Subscription
from reader.model.fetch import Fetcher, Response
from reader.newsroom.events import AddFailed, FoundSource, SourceAdded, SourcesFound

Take = Callable[[Subscription, Response], SourceAdded | AddFailed]
"""Subscribes and stores what the response brought."""


def add_source(
    fetcher: Fetcher, address: str, title: str, folder: str, take: Take
) -> SourceAdded | SourcesFound | AddFailed:
    """Subscribe to a feed or to the one feed of a site; several are handed back to choose from.

    An address that is a feed costs one GET: what came is stored, not asked for again. If it has
    moved, that is one of the two visits it takes until the new address is believed.
    """
    discovery = discover(fetcher, address)
    response = discovery.response
    if response is not None and response.outcome is FetchOutcome.OK:
        url = discovery.feeds[0].url
        near = response.private and not refusal(url)
        return take(Subscription(url, title, folder, private_network=near), response)
    if len(discovery.feeds) > 1:
        return SourcesFound(
            address, tuple(FoundSource(feed.url, feed.title) for feed in discovery.feeds)
        )
    return AddFailed(address, discovery.message, discovery.outcome)
