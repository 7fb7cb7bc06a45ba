"""Whether bytes are a feed, told from their beginning, and what they are if not."""

from __future__ import annotations

import re
import zlib

from reader.markup.encoding import decode_markup
from reader.markup.repair import find_root
from reader.model.errors import LoadError
from reader.wording.catalogue import say

ROOTS = ("rss", "feed", "rdf", "channel")
"""Local names of the elements that XML feeds begin with."""
MOST_BYTES = 10_000_000
"""Of a file that comes compressed, after unpacking."""
_JSON_FEED = re.compile(r"""jsonfeed\.org\\?/version|"items"\s*:\s*\[""")


def unpacked(data: bytes) -> bytes:
    """Return the contents of a gzip file, up to `MOST_BYTES`; anything else as it is.

    Raises:
        LoadError: it is damaged or too large.

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
    """Return an empty string if `data` begins like a feed, else a sentence that says what it is.

    Cheap and never raises: for choosing among addresses. Only `parse_feed` knows for sure.
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
    """Return what a document that begins with the element `root` is instead of a feed."""
    if root in ("html", "head", "body"):
        return say("feed.page")
    if root == "opml":
        return say("feed.opml")
    if root in ("urlset", "sitemapindex"):
        return say("feed.map")
    return say("feed.none")
