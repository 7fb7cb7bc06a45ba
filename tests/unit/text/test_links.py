from __future__ import annotations

import pytest

from reader.text.links import leads_elsewhere

BANK = "https://bank.example/login"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("bank.example", "https://other.example/"),
        ("https://bank.example/login", "https://bank.example.other.example/login"),
        ("Sign in at www.bank.example", "https://other.example/"),
        ("Sign in: bank.example/login", "https://other.example/bank.example"),
        ("https://bank.example@other.example/", "https://other.example/"),
        ("bücher.example", "https://bucher.example/"),
        ("sub.bank.example", BANK),
    ],
)
def test_an_address_of_another_site_is_told(text: str, url: str) -> None:
    assert leads_elsewhere(text, url)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("bank.example", BANK),
        ("www.bank.example/login", BANK),
        ("bank.example", "https://www.bank.example/"),
        ("bank.example", "https://news.bank.example/"),
        ("Sign in", BANK),
        ("the U.S. said, i.e. nothing", BANK),
        ("how Node.js came to be", BANK),
        ("version 3.14.2", BANK),
        ("bücher.example", "https://xn--bcher-kva.example/"),
        ("", BANK),
    ],
)
def test_words_and_addresses_of_the_same_site_are_not(text: str, url: str) -> None:
    assert not leads_elsewhere(text, url)
