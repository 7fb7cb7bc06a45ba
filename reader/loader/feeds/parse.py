"""Bytes to a `ParsedFeed`: RSS, Atom, RDF and JSON Feed as they are found in the wild."""

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
from reader.loader.feeds.salvage import split_feed
from reader.loader.feeds.sniff import ROOTS, unpacked, why_not
from reader.loader.feeds.titles import title_from_either, title_from_html, title_from_text
from reader.loader.feeds.update_hints import update_hints
from reader.markup.encoding import decode_markup
from reader.markup.repair import mend
from reader.model.errors import LoadError
from reader.model.feed import Enclosure, Entry, ParsedFeed
from reader.text.clean import clean_line, clean_url
from reader.wording.catalogue import say

MOST_ENTRIES = 20_000
"""Entries taken from one file; ten megabytes hold no more that are worth the name."""
MOST_ALIKE = 500
"""Categories, enclosures and the like of one entry; feedparser takes their square in time."""
MOST_TRIED = 200
"""Entries that are read one by one where something in a feed cannot be read."""
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
    """Return what the feed file `data` says; raise `LoadError` if it is no feed.

    `content_type` is the HTTP header's value, `url` where the file was found: relative addresses
    are resolved against it. Plain fields are clean; bodies are HTML yet to be cleaned. Entries are
    in the order of the file, at most `MOST_ENTRIES`.
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
        result = _in_parts(text, result)
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
    """What feedparser makes of a feed; None if it breaks over it."""
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
        _LOG.debug("feedparser broke", exc_info=True)
        return None
    return result


def _in_parts(text: str, whole: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """What feedparser makes of a feed that is no XML, or that it breaks over, entry by entry.

    `whole` is what it made of it in one piece; None if nothing. It stays where an entry more would
    be lost otherwise.
    """
    parts = split_feed(text)
    if parts is None:
        return whole
    sound = [parts.is_sound(entry) for entry in parts.entries]
    if whole is not None and len(sound) - sum(sound) > MOST_TRIED:
        return whole
    found: dict[int, list[dict[str, Any]]] = {}
    waiting = [[number for number, well in enumerate(sound) if well]]
    waiting += [[number] for number, well in enumerate(sound) if not well]
    tried = 0
    while waiting and tried < 2 * MOST_TRIED:
        numbers = waiting.pop()
        if not numbers:
            continue
        tried += 1
        result = _parsed(parts.document("".join(parts.entries[number] for number in numbers)))
        entries = result["entries"] if result is not None else []
        if len(entries) == len(numbers):
            found |= {number: [entry] for number, entry in zip(numbers, entries, strict=True)}
        elif len(numbers) == 1:
            found[numbers[0]] = entries
        else:
            middle = len(numbers) // 2
            waiting += [numbers[:middle], numbers[middle:]]
    entries = [entry for number in sorted(found) for entry in found[number]]
    if whole is not None and len(entries) < len(whole["entries"]):
        return whole
    bare = _parsed(parts.without_entries() or parts.document(""))
    if bare is None or (whole is not None and not bare["feed"].get("title")):
        bare = whole
    return {**(bare or {"feed": {}}), "entries": entries}


def _within_bounds(text: str) -> str:
    """Leave out the entries after `MOST_ENTRIES`, and of an entry what comes too often."""
    starts = [found.start() for found in _ENTRY.finditer(text)]
    if len(starts) > MOST_ENTRIES:
        # With its end: what breaks off is read twice, by a strict parser and by a loose one.
        ends = _ENDS.search(text, max(starts[-1], len(text) - 500))
        text = text[: starts[MOST_ENTRIES]] + (ends.group() if ends else "")
        del starts[MOST_ENTRIES:]
    bounds = [0, *starts, len(text)]
    parts = [text[start:end] for start, end in itertools.pairwise(bounds)]
    return "".join(part if part.count("<") <= 2 * MOST_ALIKE else _thinned(part) for part in parts)


def _thinned(entry: str) -> str:
    seen: Counter[str] = Counter()

    def keep(found: re.Match[str]) -> str:
        seen[found.group(1)] += 1
        return found.group() if seen[found.group(1)] <= MOST_ALIKE else ""

    return _ALIKE.sub(keep, entry)


def _without_overruling(text: str) -> str:
    """Take out what feedparser would let overrule what stands beside it.

    That is a Dublin Core title beside a title proper, an empty link beside a guid that is one,
    attributes of an RSS link beside the address in it, a relative ``xml:base``, which it applies to
    the elements that follow as well, and the namespace of RSS, which has none.
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
    """The address of the page: feedparser takes an enclosure's for it, or a guid that is none."""
    chosen = str(entry.get("link") or "")
    links = [(link.get("rel"), str(link.get("href") or "")) for link in entry.get("links") or ()]
    pages = [href for rel, href in links if rel == "alternate"]
    link = clean_url(chosen, url)
    if link and (chosen in pages or all(href != chosen for _, href in links)):
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
    value = str(holder.get(key) or "")
    kind = str((holder.get(f"{key}_detail") or {}).get("type") or "")
    if kind.endswith(("html", "html+xml")):
        return title_from_html(value)
    if kind == "text/plain":
        return title_from_text(value)
    return title_from_either(value)
