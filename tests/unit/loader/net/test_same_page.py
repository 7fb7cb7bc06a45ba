"""Which addresses are of one page."""

from __future__ import annotations

import pytest

from reader.loader.net.same_page import same_page_key

PAGE = "https://courier.example/a/goats"


@pytest.mark.parametrize(
    "url",
    [
        "http://www.courier.example/a/goats/",
        "https://m.courier.example/a/goats#end",
        "https://COURIER.example:443/a/goats?utm_source=feed",
        "https://courier.example/a/goats/index.html",
        "https://courier.example/a/%67oats",
        f" {PAGE} ",
    ],
)
def test_addresses_of_one_page(url: str) -> None:
    assert same_page_key(url) == same_page_key(PAGE)


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example:8443/a/goats",
        "https://courier.example/a/Goats",
        "https://courier.example/a/goats?page=2",
        "https://other.example/a/goats",
        "not an address",
        "https://[",
    ],
)
def test_addresses_of_other_pages(url: str) -> None:
    assert same_page_key(url) != same_page_key(PAGE)


def test_the_order_of_parameters_does_not_count() -> None:
    assert same_page_key(f"{PAGE}?a=1&b=") == same_page_key(f"{PAGE}?b=&a=1")
