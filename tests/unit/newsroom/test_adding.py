"""Subscribing to an address a person gave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model.feed import Subscription
from reader.model.fetch import Request, Response
from reader.newsroom.adding import add_source
from reader.newsroom.events import SourceAdded
from tests.editions import COURIER, Item, rss
from tests.fakes import FakeFetcher


class AtHome(FakeFetcher):
    """A web that lies in the private network altogether."""

    def fetch(self, request: Request) -> Response:
        """As ever, from near by."""
        return replace(super().fetch(request), private=True)


@pytest.mark.parametrize(
    ("web", "url", "remembered"),
    [
        (FakeFetcher(), COURIER, False),
        (AtHome(), COURIER, True),
        (AtHome(), "http://localhost:8080/feed", False),
    ],
)
def test_that_a_typed_name_leads_to_the_private_network_is_remembered(
    web: FakeFetcher, url: str, remembered: bool
) -> None:
    taken: list[Subscription] = []

    def take(subscription: Subscription, response: Response) -> SourceAdded:
        taken.append(subscription)
        return SourceAdded(1, "Courier", 1)

    web.feed(url, rss("Courier", Item("The ferry floats")))
    assert add_source(web, url, "", "", take) == SourceAdded(1, "Courier", 1)
    assert [one.private_network for one in taken] == [remembered]
    assert web.asked == [url]
