"""Links to feeds in a page: declared by ``<link rel=alternate>``, or recognised by their look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.markup.html_tree import parse_html
from reader.text.clean import clean_line, clean_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_FOUND = 50
"""Feeds taken from one page, for a person to choose from."""

_FEED_TYPE = re.compile(
    r"(?:application|text)/(?:x[.-])?(?:(?:rss|atom|rdf)(?:\+xml)?|feed\+json)\Z"
)
_LIKELY_TYPES = frozenset({"text/xml", "application/xml", "application/json"})
"""Media types of feeds and of much else: the address or the title must name a feed, too."""
_FEED_WORD = re.compile(r"(?<![a-z])(?:rss\d*|atom|feeds?|rdf|syndication)(?![a-z])", re.IGNORECASE)
_FEED_PATH = re.compile(
    r"(?:^|[/._=-])(?:rss\d*|atom|rdf|feeds?)(?:$|[/._?&=-])|\.(?:xml|rss|atom|rdf)(?:$|\?)",
    re.IGNORECASE,
)
_NO_FEED_PATH = re.compile(r"sitemap|opensearch|wp-json|oembed|xmlrpc|\.(?:html?|pdf|zip)$", re.I)
_COMMENTS = re.compile(r"comments?(?![a-z])|kommentare?(?![a-z])", re.IGNORECASE)
_REFRESH = re.compile(r"""url\s*=\s*["']?([^"'>]{1,2000})""", re.IGNORECASE)
_YOUTUBE_CHANNEL = re.compile(
    r"""itemprop="(?:channelId|identifier)"\s+content="(UC[\w-]{22})"|"externalId":"(UC[\w-]{22})\""""
)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """The address of a feed, as a page or a rule names it."""

    url: str
    title: str = ""
    """As the page names it; empty if it does not."""
    type: str = ""
    """The media type the page states: ``application/rss+xml``."""


def feed_links(html: str, url: str) -> tuple[FeedLink, ...]:
    """Return the feeds that the page `html` at `url` declares, each address once. Never raises.

    That is ``<link rel=alternate>`` with the type of a feed, or ``rel=feed``. In the order of the
    page, but feeds of comments come last. Rules: blog.whatwg.org/feed-autodiscovery.
    """
    root = parse_html(html)
    declared = [] if root is None else _distinct(_declared(root, _base(root, url)))
    if not declared and (channel := _youtube_channel(html, url)):
        address = f"https://www.youtube.com/feeds/videos.xml?channel_id={channel}"
        return (FeedLink(address, "", "application/atom+xml"),)
    return tuple(sorted(declared, key=_of_comments))


def likely_feeds(html: str, url: str) -> tuple[FeedLink, ...]:
    """Return the links on a page to its own site that look like feeds, likeliest first.

    They must be fetched to be sure: many a page about feeds has the address ``/rss``.
    """
    root = parse_html(html)
    if root is None:
        return ()
    ranked = sorted(_distinct(_anchors(root, _base(root, url))), key=_unlikeliness)
    return tuple(ranked)


def sent_on(html: str, url: str) -> str:
    """Return the address that a page's ``<meta http-equiv=refresh>`` redirects to, or nothing."""
    root = parse_html(html)
    for element in () if root is None else root.iter("meta"):
        if str(element.get("http-equiv") or "").strip().lower() == "refresh":
            target = _REFRESH.search(str(element.get("content") or ""))
            address = clean_url(target[1].strip(), _base(root, url)) if target else ""
            if address and address != url:
                return address
    return ""


def same_site(url: str, other: str) -> bool:
    """Tell whether two addresses are of one site: the same host, or a subdomain of the other's."""
    first, second = (
        (urlsplit(address).hostname or "").removeprefix("www.") for address in (url, other)
    )
    return bool(first and second) and (
        first == second or first.endswith(f".{second}") or second.endswith(f".{first}")
    )


def _base(root: HtmlElement, url: str) -> str:
    """Return the address against which a page's relative addresses are resolved."""
    stated = next((str(href) for href in root.xpath("//base/@href")), "")
    return clean_url(stated, url) or url


def _declared(root: HtmlElement, base: str) -> Iterator[FeedLink]:
    """Give the feeds that a page declares, in its order."""
    for element in root.iter("link", "a"):
        rel = str(element.get("rel") or "").lower().split()
        kind = str(element.get("type") or "").partition(";")[0].strip().lower()
        address = _address(element, base)
        title = clean_line(str(element.get("title") or ""))
        if not address or "stylesheet" in rel:
            continue
        if "feed" in rel or ("alternate" in rel and _is_feed(kind, address, title)):
            yield FeedLink(address, title or clean_line(element.text_content()), kind)


def _address(element: HtmlElement, base: str) -> str:
    href = str(element.get("href") or "").strip()
    return clean_url(href, base) if href else ""


def _is_feed(kind: str, address: str, title: str) -> bool:
    if _FEED_TYPE.match(kind):
        return True
    named = _FEED_WORD.search(title) or _FEED_PATH.search(_path(address))
    return kind in _LIKELY_TYPES and bool(named) and not _NO_FEED_PATH.search(address)


def _anchors(root: HtmlElement, base: str) -> Iterator[FeedLink]:
    """Give the links to the same site whose address or words name a feed, in the page's order."""
    for element in root.iter("a"):
        address = _address(element, base).partition("#")[0]
        if not address or not same_site(address, base) or _NO_FEED_PATH.search(_path(address)):
            continue
        words = clean_line(element.text_content())
        label = words or clean_line(str(element.get("title") or element.get("aria-label") or ""))
        if _FEED_PATH.search(_path(address)) or (len(label) < 60 and _FEED_WORD.search(label)):
            yield FeedLink(address, label)


def _path(url: str) -> str:
    """Return path and query of an address."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _distinct(feeds: Iterable[FeedLink]) -> list[FeedLink]:
    """Return the first feed of each address, at most `MOST_FOUND`."""
    by_url: dict[str, FeedLink] = {}
    for feed in feeds:
        by_url.setdefault(feed.url, feed)
        if len(by_url) == MOST_FOUND:
            break
    return list(by_url.values())


def _of_comments(feed: FeedLink) -> bool:
    return bool(_COMMENTS.search(feed.title) or _COMMENTS.search(_path(feed.url)))


def _unlikeliness(feed: FeedLink) -> tuple[bool, bool]:
    return _of_comments(feed), not _FEED_PATH.search(_path(feed.url))


def _youtube_channel(html: str, url: str) -> str:
    """Return the id of the channel that a page of YouTube is about; empty if it names none."""
    host = (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
    channel = _YOUTUBE_CHANNEL.search(html) if host == "youtube.com" else None
    return (channel[1] or channel[2]) if channel else ""
