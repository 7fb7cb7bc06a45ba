"""The bytes of a feed to a `ParsedFeed`: RSS 0.9 to 2.0, Atom (RFC 4287), JSON Feed.

Broken XML is mended first (`reader.markup.repair_xml`), then read by feedparser; where feedparser
finds it not well-formed, it is read entry by entry.
"""

from __future__ import annotations

import dataclasses
import io
import itertools
import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from reader.loader.feeds.dates import parse_date
from reader.loader.feeds.jsonfeed import parse_json_feed
from reader.loader.feeds.salvage import parse_by_entry
from reader.loader.feeds.sniff import ROOTS, unpacked, why_not
from reader.loader.feeds.titles import title_from_either, title_from_html, title_from_text
from reader.loader.feeds.update_hints import update_hints
from reader.markup.encoding import decode_markup
from reader.markup.repair_xml import mend
from reader.model.errors import LoadError
from reader.model.feed import Enclosure, Entry, ParsedFeed
from reader.text.clean import clean_line, clean_url
from reader.wording.catalogue import say

MOST_ENTRIES = 20_000
"""Entries taken from one file; a real feed of ten megabytes, the largest read, has fewer."""
MOST_ALIKE = 500
"""Categories, enclosures and the like of one entry; feedparser's time grows as their square."""
_LOG = logging.getLogger(__name__)

_RELATIVE_BASE = re.compile(r"""\sxml:base=(?:"/[^/"<>][^"<>]*"|'/[^/'<>][^'<>]*')""")
_PART = re.compile(r"(?=<item[\s>])|(?<=</item>)")
_ENTRY = re.compile(r"<(?:[\w.-]{1,40}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ENDS = re.compile(r"(?:</(?!item|entry)[\w.:-]{1,60}\s{0,20}>\s{0,20}){1,3}\Z", re.IGNORECASE)
_ALIKE = re.compile(
    r"<((?:[\w.-]{1,40}:)?(?:category|subject|keywords|enclosure|link|author|contributor|creator"
    r"|content|thumbnail|person|credit))(?:\s[^<>]{0,2000})?"
    r"(?:/>|>(?:[^<>]{0,2000}|<(\w{1,20})>[^<>]{0,2000}</\2>)</\1\s{0,20}>)"
)
_DUBLIN_CORE = re.compile(r"""xmlns:([\w.-]{1,40})\s*=\s*["']http://purl\.org/dc/elements/1""")
_RSS_NAMESPACE = re.compile(
    r"""\A(<rss(?:\s[^<>]{0,2000}?)?)\sxmlns\s{0,9}=\s{0,9}(?:"[^"<>]{0,200}"|'[^'<>]{0,200}')"""
)
_EMPTY_LINK = re.compile(r"<link\s{0,20}(?:/>|>\s{0,100}</link>)")
_LINK_WITH_TEXT = re.compile(
    r"<link\s(?![^<>]*\b(?:rel|href)\s*=)[^<>]{1,2000}(?<!/)>"
    r"(?=\s{0,50}(?:<!\[CDATA\[\s{0,50})?https?://)"
)
_RSS_IN_RDF = re.compile(
    r"""xmlns(?::\w+)?\s*=\s*["']https?://(?:purl\.org/rss/|(?:my|channel)\.netscape\.com/)"""
)


def parse_feed(data: bytes, content_type: str = "", url: str = "") -> ParsedFeed:
    """Return the feed in `data`, with its entries in the order of the file.

    `content_type` is the value of the HTTP header; `url` is where the file was fetched, against
    which relative addresses are resolved. Plain fields are clean; bodies are HTML yet to be
    cleaned. There are at most `MOST_ENTRIES` entries.

    Raises:
        LoadError: the bytes are no feed, in words for a person.

    """
    text = decode_markup(unpacked(data), content_type)
    head = text.lstrip()[:1]
    if not head:
        raise LoadError(say("feed.empty"))
    if head in "{[":
        return parse_json_feed(text, url, MOST_ENTRIES)
    mended = mend(text, ROOTS)
    if not mended.text:
        raise LoadError(why_not(mended.root))
    return dataclasses.replace(
        _by_feedparser(mended.text, url), warnings=mended.warnings, whole=mended.whole
    )


def _by_feedparser(text: str, url: str) -> ParsedFeed:
    text = _without_overruling(_within_bounds(text))
    result = _parsed(text)
    if result is None or result.get("bozo"):
        result = parse_by_entry(text, result, _parsed)
    if result is None:
        raise LoadError(say("feed.damaged"))
    feed, entries = result["feed"], result["entries"]
    if not (result.get("version") or entries or _RSS_IN_RDF.search(text[:5000])):
        raise LoadError(say("feed.none"))
    hints = update_hints(feed, text)
    return ParsedFeed(
        format=str(result.get("version") or ""),
        title=_title(feed, "title"),
        link=clean_url(str(feed.get("link") or ""), url),
        description=_title(feed, "subtitle"),
        lang=clean_line(str(feed.get("language") or "")),
        entries=tuple(_entry(entry, url) for entry in entries[:MOST_ENTRIES]),
        ttl=hints.ttl,
        skip_hours=hints.skip_hours,
        skip_days=hints.skip_days,
    )


def _parsed(text: str) -> Mapping[str, Any] | None:
    """Return what feedparser makes of a feed; None if it raises."""
    # Imported here: it costs 60 ms, and only the process that parses needs it.
    import feedparser.api

    feedparser.api.PREFERRED_XML_PARSERS = ["reader.loader.feeds.expat"]
    try:
        result: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # feedparser raises nearly anything on hostile input
        _LOG.debug("feedparser raised", exc_info=True)
        return None
    return result


def _within_bounds(text: str) -> str:
    """Drop the entries after `MOST_ENTRIES`, and of an entry what it repeats too often."""
    starts = [tag.start() for tag in _ENTRY.finditer(text)]
    if len(starts) > MOST_ENTRIES:
        # The end tags are kept: a feed without them is parsed a second time, as broken.
        ends = _ENDS.search(text, max(starts[-1], len(text) - 500))
        text = text[: starts[MOST_ENTRIES]] + (ends.group() if ends else "")
        del starts[MOST_ENTRIES:]
    bounds = [0, *starts, len(text)]
    parts = [text[start:end] for start, end in itertools.pairwise(bounds)]
    return "".join(part if part.count("<") <= 2 * MOST_ALIKE else _thinned(part) for part in parts)


def _thinned(entry: str) -> str:
    """Drop the elements of an entry after the first `MOST_ALIKE` of a name."""
    seen: Counter[str] = Counter()

    def keep(element: re.Match[str]) -> str:
        seen[element.group(1)] += 1
        return element.group() if seen[element.group(1)] <= MOST_ALIKE else ""

    return _ALIKE.sub(keep, entry)


def _without_overruling(text: str) -> str:
    """Remove what makes feedparser ignore a better value beside it.

    That is a Dublin Core title beside the entry's own title; an empty ``link`` beside a guid that
    is the link; attributes of an RSS ``link`` that holds an address; a relative ``xml:base``, which
    it applies to the elements that follow as well; and a namespace on ``rss``, which has none.
    """
    text = _RSS_NAMESPACE.sub(r"\1", text)
    text = _LINK_WITH_TEXT.sub("<link>", _EMPTY_LINK.sub("", text))
    if "xml:base" in text:
        text = _RELATIVE_BASE.sub("", text)
    dublin = _DUBLIN_CORE.search(text)
    prefix = dublin[1] if dublin else "dc"
    if f"<{prefix}:title" not in text:
        return text
    name = re.escape(f"{prefix}:title")
    title = re.compile(rf"<{name}(?:\s[^<>]*)?>[^<>]{{0,2000}}</{name}\s*>")
    parts = _PART.split(text)
    return "".join(title.sub("", part) if "<title" in part else part for part in parts)


def _entry(entry: dict[str, Any], url: str) -> Entry:
    contents = [str(content.get("value") or "") for content in entry.get("content") or ()]
    return Entry(
        guid=clean_line(str(entry.get("id") or "")),
        link=_link(entry, url),
        title=_title(entry, "title"),
        author=clean_line(str(entry.get("author") or "")),
        published=parse_date(str(entry.get("published") or entry.get("created") or "")),
        # Not entry.get: feedparser would give the date of publication in its place.
        updated=parse_date(str(dict.get(entry, "updated") or "")),
        summary_html=str(entry.get("summary") or ""),
        content_html=max(contents, key=len, default=""),
        categories=tuple(
            clean_line(str(tag.get("label") or tag.get("term") or ""))
            for tag in entry.get("tags") or ()
        ),
        enclosures=tuple(_enclosures(entry, url)),
        base=url,
    )


def _link(entry: Mapping[str, Any], url: str) -> str:
    """Return the address of an entry's page.

    Where feedparser's ``link`` is an enclosure's address or a guid that is no address, the first
    link with ``rel=alternate`` is taken instead.
    """
    stated = str(entry.get("link") or "")
    links = [(link.get("rel"), str(link.get("href") or "")) for link in entry.get("links") or ()]
    pages = [href for rel, href in links if rel == "alternate"]
    link = clean_url(stated, url)
    if link and (stated in pages or all(href != stated for _, href in links)):
        return link
    return next(filter(None, (clean_url(page, url) for page in pages)), link)


def _enclosures(entry: Mapping[str, Any], url: str) -> Iterator[Enclosure]:
    for link in entry.get("links") or ():
        if link.get("rel") == "enclosure":
            address = clean_url(str(link.get("href") or ""), url)
            length = str(link.get("length") or "")
            if address:
                yield Enclosure(
                    address,
                    clean_line(str(link.get("type") or "")),
                    int(length) if length.isdecimal() and len(length) < 16 else 0,
                )


def _title(holder: Mapping[str, Any], key: str) -> str:
    """Return a title by the type that feedparser states for it: HTML, text, or either (RSS)."""
    value = str(holder.get(key) or "")
    kind = str((holder.get(f"{key}_detail") or {}).get("type") or "")
    if kind.endswith(("html", "html+xml")):
        return title_from_html(value)
    if kind == "text/plain":
        return title_from_text(value)
    return title_from_either(value)
