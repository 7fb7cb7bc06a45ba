"""Adding a source by an address a person gave: find its feed, read it once, subscribe."""

from __future__ import annotations

from collections.abc import Callable

from reader.loader.feeds.discover import discover
from reader.loader.feeds.schedule import health_after
from reader.loader.net.private_networks import refusal
from reader.model.feed import FeedHealth, FetchOutcome, Subscription
from reader.model.fetch import Fetcher, Response
from reader.newsroom.cache_upkeep import CacheUpkeep
from reader.newsroom.events import AddFailed, FoundSource, SourceAdded, SourcesFound
from reader.newsroom.intake import Intake
from reader.newsroom.loading import Loading
from reader.newsroom.stores import Stores
from reader.newsroom.subscribing import Subscribing
from reader.text.clean import clean_url

Take = Callable[[Subscription, Response], SourceAdded | AddFailed]
"""Subscribes and stores what the response brought."""


class Adding:
    """Adds sources one by one; waits for the network."""

    def __init__(
        self,
        stores: Stores,
        subscribing: Subscribing,
        loading: Loading,
        *,
        intake: Intake,
        upkeep: CacheUpkeep,
    ) -> None:
        """`intake` stores what the first answer brings, `upkeep` indexes it."""
        self._stores = stores
        self._subscribing = subscribing
        self._loading = loading
        self._intake = intake
        self._upkeep = upkeep

    def add(
        self, address: str, title: str, folder: str
    ) -> SourceAdded | SourcesFound | AddFailed:
        """Find the feed of an address and subscribe.

        Nobody is asked for what is subscribed to already.
        """
        already = self._subscribed(clean_url(address))
        return already or add_source(
            self._loading.fetcher, address, title, folder, self._take_first
        )

    def _subscribed(self, *addresses: str) -> SourceAdded | None:
        """The source at one of these addresses, if it is subscribed to already."""
        for feed in self._stores.articles.feeds.subscribed():
            if feed.subscription.url in addresses and feed.subscription.url:
                return SourceAdded(feed.id, feed.title, 0, known=True)
        return None

    def _take_first(
        self, subscription: Subscription, response: Response
    ) -> SourceAdded | AddFailed:
        """Subscribe to a feed whose first answer is already here, and store what it brought."""
        already = self._subscribed(subscription.url, response.permanent_url)
        if already is not None:
            return already
        response_read, digested = self._loading.digestion.feed(subscription, response)
        if digested is None:
            return AddFailed(subscription.url, response_read.message)
        self._subscribing.subscribe(subscription)
        feed = self._stores.writer.wait(
            lambda: self._stores.library.feeds.number(subscription.url)
        )
        health = health_after(
            subscription,
            FeedHealth(),
            response_read,
            digested.parsed,
            self._loading.clock.now(),
            self._loading.jitter(),
            self._loading.config().refresh.interval,
        )
        new = self._intake.take(feed, subscription, digested, health, {})
        self._upkeep.index_soon()
        title = subscription.title or digested.parsed.title or subscription.url
        return SourceAdded(feed, title, new)


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
