from __future__ import annotations

import pytest

from reader.text.clean import clean_url
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
        ("bank。example", "https://other.example/"),
        ("ｂａｎｋ．example", "https://other.example/"),
        ("ba\u200bnk\xad.example", "https://other.example/"),
        ("http://localhost/sign-in", "https://other.example/"),
        ("192.168.1.1", "https://other.example/"),
        ("https:bank.shop", "https://other.example/"),
        ("you@bank.example", "https://other.example/"),
        ("bank.example", clean_url("https://b\u0430nk.example/")),
        ("b\u0430nk.example", clean_url("https://b\u0430nk.example/")),
        ("\u0430\u0440\u0440\u04cf\u0435.com", clean_url("https://\u0430\u0440\u0440\u04cf\u0435.com/")),
        ("https://bank.example@other.example/", clean_url("https://bank.example@other.example/")),
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
        ("report.pdf", BANK),
        ("Node.js", BANK),
        ("москва.example", clean_url("https://москва.example/")),
        ("東京tokyo.example", clean_url("https://東京tokyo.example/")),
    ],
)
def test_words_and_addresses_of_the_same_site_are_not(text: str, url: str) -> None:
    assert not leads_elsewhere(text, url)


@pytest.mark.parametrize("name", ["αpple", "аpple", "οοο"])
def test_a_name_in_letters_that_pass_for_latin_is_another_site(name: str) -> None:
    site = f"{name.encode('idna').decode()}.example"
    assert leads_elsewhere(site, f"https://{site}/")


def test_a_name_in_a_script_of_its_own_is_no_other_site() -> None:
    site = f"{'βιβλιο'.encode('idna').decode()}.example"
    assert not leads_elsewhere("βιβλιο.example", f"https://{site}/")
