"""Where a redirect leads, and what may be told there."""

from __future__ import annotations

import pytest

from reader.loader.net.redirects import authority, may_know_secrets, next_address


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/new feed", "https://a.example/new%20feed"),
        ("//b.example/x#part", "https://b.example/x"),
        ("http://user:pw@b.example/", "http://b.example/"),
        ("file:///etc/passwd", ""),
        ("gopher://a.example/", ""),
        ("java\tscript:1", ""),
    ],
)
def test_where_it_leads(location: str, target: str) -> None:
    assert next_address("https://a.example/old", location) == target


@pytest.mark.parametrize(
    ("first", "now", "may"),
    [
        ("https://a.example/x", "https://a.example/y", True),
        ("http://a.example/x", "https://a.example/x", True),
        ("https://a.example/x", "http://a.example/x", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/x", "https://a.example:8443/x", False),
        ("https://a.example/x", "https://sub.a.example/x", False),
        ("https://a.example:8443/x", "http://a.example:8443/x", False),
        ("http://a.example:8080/x", "https://a.example/x", False),
        ("http://a.example/x", "https://b.example/x", False),
    ],
)
def test_secrets_stay_with_the_server_they_are_for(first: str, now: str, may: bool) -> None:
    assert may_know_secrets(first, now) is may


def test_an_authority_is_host_and_port() -> None:
    assert authority("http://A.example/x") == ("a.example", 80)
    assert authority("https://a.example/") == ("a.example", 443)
    assert authority("https://a.example:8443/") == ("a.example", 8443)
