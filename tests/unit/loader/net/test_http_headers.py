"""What headers say about time."""

from __future__ import annotations

import pytest

from reader.loader.net.http_headers import DAY, freshness, http_date, retry_after

NOW = 1_800_000_000
"""Fri, 15 Jan 2027 08:00:00 GMT"""


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("9999999", DAY),
        ("Fri, 15 Jan 2027 08:05:00 GMT", 300),
        ("Fri, 15 Jan 2027 07:00:00 GMT", 0),
        ("soon", 0),
        ("-5", 0),
        ("", 0),
        ("٣٠", 0),
    ],
)
def test_retry_after(value: str, seconds: int) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize(
    ("headers", "fresh"),
    [
        ({"cache-control": "public, max-age=600"}, (600, "max-age")),
        ({"cache-control": "max-age=600", "age": "100"}, (500, "max-age")),
        ({"cache-control": "s-maxage=600"}, (0, "")),
        (
            {"cache-control": "max-age=60", "expires": "Fri, 15 Jan 2027 09:00:00 GMT"},
            (60, "max-age"),
        ),
        ({"expires": "Fri, 15 Jan 2027 09:00:00 GMT"}, (3600, "Expires")),
        (
            {
                "expires": "Fri, 15 Jan 2027 09:00:00 GMT",
                "date": "Fri, 15 Jan 2027 08:30:00 GMT",
            },
            (1800, "Expires"),
        ),
        ({"expires": "0"}, (0, "")),
        ({}, (0, "")),
    ],
)
def test_freshness(headers: dict[str, str], fresh: tuple[int, str]) -> None:
    assert freshness(lambda name: headers.get(name, ""), NOW) == fresh


@pytest.mark.parametrize("text", ["", "yesterday", "Fri, 99 Zzz 2027", "\x00" * 300])
def test_what_is_no_date_is_none(text: str) -> None:
    assert http_date(text) is None
