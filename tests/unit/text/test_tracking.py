"""What only tells who sent the reader is cut from addresses, and nothing else."""

from __future__ import annotations

import pytest

from reader.markup.html import blocks_from_html
from reader.text.tracking import without_tracking


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://courier.example/a?utm_source=feed&id=7", "https://courier.example/a?id=7"),
        ("https://courier.example/a?fbclid=x#part", "https://courier.example/a#part"),
        ("https://courier.example/a?q=utm_source", "https://courier.example/a?q=utm_source"),
        ("https://courier.example/a?b=%2F&gclid=1&c", "https://courier.example/a?b=%2F&c"),
        ("https://courier.example/a", "https://courier.example/a"),
    ],
)
def test_parameters_that_tell_who_sent_the_reader_are_cut(address: str, expected: str) -> None:
    assert without_tracking(address) == expected


def test_links_in_a_text_carry_none() -> None:
    (block,) = blocks_from_html('<p>See <a href="/b?utm_medium=rss&n=2">there</a>.</p>',
                                "https://courier.example/a")  # fmt: skip
    assert [span.url for span in block.spans] == ["https://courier.example/b?n=2"]


def test_an_address_without_any_stays_as_it_is_written() -> None:
    assert without_tracking("https://a.example/p?") == "https://a.example/p?"
