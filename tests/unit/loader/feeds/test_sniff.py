"""Whether the beginning of a file is a feed's, and what it is if not."""

from __future__ import annotations

import gzip

import pytest

from reader.loader.feeds.sniff import MOST_BYTES, not_a_feed, unpacked
from reader.model.errors import LoadError


@pytest.mark.parametrize(
    ("data", "is_feed"),
    [
        (b"<?xml version='1.0'?><rss version='2.0'>", True),
        (b"\n<!-- x --><feed xmlns='http://www.w3.org/2005/Atom'>", True),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', True),
        (gzip.compress(b"<rss>", mtime=0), True),
        (b"<html><body>rss", False),
        (b"<opml>", False),
        (b"<urlset>", False),
        (b'{"name": "x"}', False),
        (b"", False),
        (b"\x1f\x8bnothing", False),
    ],
)
def test_what_is_no_feed_is_said(data: bytes, is_feed: bool) -> None:
    assert (not_a_feed(data) == "") is is_feed


def test_a_gzip_file_is_unpacked_up_to_a_limit() -> None:
    assert unpacked(gzip.compress(b"<rss/>")) == b"<rss/>"
    assert unpacked(b"<rss/>") == b"<rss/>"
    with pytest.raises(LoadError, match="large"):
        unpacked(gzip.compress(b"\0" * (MOST_BYTES + 1)))
