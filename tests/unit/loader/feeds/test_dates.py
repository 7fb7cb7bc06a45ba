from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loader.feeds.dates import parse_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-11-24T09:30:00Z", "2026-11-24T09:30:00"),
        ("2026-11-24T09:30:00.25+01:00", "2026-11-24T08:30:00"),
        ("20261124T093000Z", "2026-11-24T09:30:00"),
        ("2026-11-24", "2026-11-24T00:00:00"),
        ("2020/1/10 14:33", "2020-01-10T14:33:00"),
        ("2026-328", "2026-11-24T00:00:00"),
        ("Tue, 24 Nov 2026 09:30:00 GMT", "2026-11-24T09:30:00"),
        ("2026-július-13T9:15-05:00", "2026-07-13T14:15:00"),
        ("24 Nov 2026 09:30 a.m.", "2026-11-24T09:30:00"),
        ("24 Nov 2026 09:30 p.m. EST", "2026-11-25T02:30:00"),
        ("Tue, 24 Nov 26 9:30 EST", "2026-11-24T14:30:00"),
        ("Tue, 24 Nov 2026 09:30:00 EDT", "2026-11-24T13:30:00"),
        ("Tue, 24 Nov 2026 09:30:00 -0330", "2026-11-24T13:00:00"),
        ("24 Nov 2026 12:30 a.m.", "2026-11-24T00:30:00"),
        ("24 Nov 2026 12:30 p.m.", "2026-11-24T12:30:00"),
        ("Tue, 24 Nov 69 09:30:00 GMT", "2069-11-24T09:30:00"),
        ("Tue, 24 Nov 70 09:30:00 GMT", "1970-11-24T09:30:00"),
        ("Tue, 24 Nov 2026 09:30:00 JST", "2026-11-24T00:30:00"),
        ("Tue, 24 Nov 2026 09:30:00 BST", "2026-11-24T09:30:00"),
        ("24 November 2026, 9.30 pm", "2026-11-24T21:30:00"),
        ("Di, 24 Nov 2026 10:30:00 +0100", "2026-11-24T09:30:00"),
        ("24 novembre 2026 09:30", "2026-11-24T09:30:00"),
        ("24.11.2026 09:30", "2026-11-24T09:30:00"),
        ("11/24/2026", "2026-11-24T00:00:00"),
        ("2003-06-31T15:51:30-0500", "2003-07-01T20:51:30"),
        ("2026-11-24T24:00:00Z", "2026-11-25T00:00:00"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00"),
        ("1795512600", "2026-11-24T09:30:00"),
        ("1795512600000", "2026-11-24T09:30:00"),
        ("20261124093000", "2026-11-24T09:30:00"),
        ("24 novembre 2026 à 09h30", "2026-11-24T09:30:00"),
        ("2026年11月24日 9時30分", "2026-11-24T09:30:00"),
        ("24 листопада 2026, 09:30", "2026-11-24T09:30:00"),
        ("24 Kasım 2026", "2026-11-24T00:00:00"),
        ("24 Νοεμβρίου 2026", "2026-11-24T00:00:00"),
    ],
)
def test_dates_as_feeds_write_them(text: str, iso: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert datetime.fromtimestamp(found, UTC).replace(tzinfo=None).isoformat() == iso


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13-01", "2026-11-32", "24 Nov", "99:99", "x" * 101]
)
def test_what_names_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.text(max_size=120))
def test_nothing_makes_it_raise(text: str) -> None:
    parse_date(text)
