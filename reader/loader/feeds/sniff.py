"""Tells from the beginning of a file whether it is a feed, and what else it is."""

from __future__ import annotations

import re
import zlib

from reader.markup.encoding import decode_markup
from reader.markup.repair_xml import find_root
from reader.model.errors import LoadError
from reader.wording.catalogue import say

ROOTS = ("rss", "feed", "rdf", "channel")
"""Local names of the elements that XML feeds begin with."""
MOST_BYTES = 10_000_000
"""Bytes of a gzip file after unpacking; more is refused."""
_JSON_FEED = re.compile(r"""jsonfeed\.org\\?/version|"items"\s*:\s*\[""")


def unpacked(data: bytes) -> bytes:
    """Return the contents of a gzip file, up to `MOST_BYTES`; anything else as it is.

    Raises:
        LoadError: the gzip file is damaged or too large.

    """
    if not data.startswith(b"\x1f\x8b"):
        return data
    unpacker = zlib.decompressobj(31)
    try:
        contents = unpacker.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise LoadError(say("feed.packed")) from error
    if unpacker.unconsumed_tail:
        raise LoadError(say("feed.too_large"))
    return contents


def not_a_feed(data: bytes, content_type: str = "") -> str:
    """Return what `data` is instead of a feed, as a sentence; empty if it begins like a feed.

    Never raises, and costs little: for choosing among addresses. Only `parse_feed` is sure.
    """
    try:
        text = decode_markup(unpacked(data), content_type)
    except LoadError as error:
        return str(error)
    head = text.lstrip()[:1]
    if not head:
        return say("feed.empty")
    if head in "{[":
        return "" if _JSON_FEED.search(text) else say("feed.json")
    _, root = find_root(text, ROOTS)
    return "" if root in ROOTS else why_not(root)


def why_not(root: str) -> str:
    """Return what a document is whose root element is `root`, which is no feed's, as a sentence."""
    if root in ("html", "head", "body"):
        return say("feed.page")
    if root == "opml":
        return say("feed.opml")
    if root in ("urlset", "sitemapindex"):
        return say("feed.map")
    return say("feed.none")
