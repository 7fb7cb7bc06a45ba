"""Feed autodiscovery: from an address that a person gave to the feed they mean.

Tried in this order until something answers with a feed, to need few requests: feeds that follow
from the address itself (`known_feeds`); the address, or where its page redirects; the feeds that
its page declares; links on the page to the same site that look like feeds; common paths such as
``/feed``. Several declared feeds are returned to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.loader.feeds.feed_links import FeedLink, feed_links, likely_feeds, same_site, sent_on
from reader.loader.feeds.known_sites import known_feeds
from reader.loader.feeds.sniff import not_a_feed
from reader.markup.encoding import decode_markup
from reader.model.feed import FetchOutcome
from reader.model.fetch import Fetcher, Request, Response
from reader.text.clean import clean_line, clean_url
from reader.wording.catalogue import say

__all__ = ["Discovery", "FeedLink", "discover", "feed_links", "known_feeds"]

MOST_REQUESTS = 12
"""Requests for one address, all together."""
MOST_LINKS_TRIED = 4
"""Links that look like feeds and are asked whether they are."""
FIRST_PATIENCE, PATIENCE = 30.0, 12.0
"""Seconds that the address itself may take, and each of the guesses after it."""

_USUAL_PLACES = ("feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss", "feed.json")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST = re.compile(
    r"(?:(?:[^\W_][\w-]*\.)+[^\W\d_][\w-]+\.?|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.]+\])"
    r"(?::\d{1,5})?(?=[/?#]|\Z)"
)
_PLAIN_HOST = re.compile(r"localhost\b|[\d.]+(?=[:/?#]|\Z)|\[")
_SILENT = frozenset({FetchOutcome.UNREACHABLE, FetchOutcome.TIMEOUT})
_HOPELESS = _SILENT | {FetchOutcome.OFFLINE, FetchOutcome.WAIT}
"""Outcomes after which the same site is not asked again."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What an address leads to."""

    feeds: tuple[FeedLink, ...] = ()
    """The feed that was meant; or several to choose from; or none."""
    response: Response | None = None
    """What the server answered, where there is exactly one feed: it need not be fetched again."""
    message: str = ""
    """Why there is no feed, for a person; empty if there is one."""
    outcome: FetchOutcome | None = None
    """Why there is no feed: the outcome of the request, or `NOT_A_FEED` for a site without one;
    None where no outcome fits and only `message` says it."""


def discover(fetcher: Fetcher, address: str) -> Discovery:
    """Find the feed that a person means by `address`. Never raises for what servers answer.

    `response` is set if and only if there is one feed; its bytes begin like a feed, but have not
    been parsed. Without a scheme https is tried first, then http if nothing answers; http first
    for localhost and IP addresses, which rarely have certificates.
    """
    candidates = _addresses(address)
    if not candidates:
        return Discovery(message=say("feed.no_address"))
    discovery = Discovery()
    for url in candidates:
        search = _Search(fetcher, url)
        discovery = search.run()
        if discovery.feeds or not search.silent:
            break
    return discovery


class _Search:
    """One search: counts its requests, asks nothing twice, remembers why things failed."""

    def __init__(self, fetcher: Fetcher, url: str) -> None:
        self._fetcher, self._url = fetcher, url
        self._answers: dict[str, Response] = {}
        self._trouble: Response | None = None
        """The answer after which the site is not asked again (`_HOPELESS`)."""
        self.silent = True
        """No server has answered so far."""

    def run(self) -> Discovery:
        """Search in the order that the module's docstring gives."""
        by_address = known_feeds(self._url)
        if len(by_address) > 1:
            return Discovery(by_address)
        return self._first_of(by_address) or self._at(self._url)

    def _at(self, url: str) -> Discovery:
        """Return the feed at an address, or the feed of the page there."""
        page = self._ask(url)
        page = page or self._trouble
        if page is None:
            return self._nothing(url, ())
        if page.outcome is not FetchOutcome.OK:
            return Discovery(message=page.message, outcome=page.outcome)
        why = _why_no_feed(page)
        if not why:
            return Discovery((FeedLink(url, "", page.header("content-type")),), page)
        return self._of_page(page) if _is_page(page) else Discovery(message=why)

    def _of_page(self, page: Response) -> Discovery:
        """Return the feed of a page: declared, linked, or at a common path."""
        html, url = decode_markup(page.body, page.header("content-type")), page.url or self._url
        declared = feed_links(html, url)
        if len(declared) > 1:
            return Discovery(declared)
        target = "" if declared else sent_on(html, url)
        if target and target not in self._answers:
            return self._at(target)
        return (
            self._first_of(declared)
            or self._linked(likely_feeds(html, url))
            or self._first_of(FeedLink(place) for place in _usual_places(url))
            or self._nothing(url, declared)
        )

    def _linked(self, links: tuple[FeedLink, ...]) -> Discovery | None:
        """Fetch the likeliest links; a page among them that names feeds adds those."""
        feeds: list[FeedLink] = []
        for link in links[:MOST_LINKS_TRIED]:
            response = self._ask(link.url)
            if response is None or response.outcome is not FetchOutcome.OK:
                continue
            if not _why_no_feed(response):
                feeds.append(link)
            elif not feeds and _is_page(response):
                feeds += (feed for feed in _listed(response) if feed not in links)
        return Discovery(tuple(feeds)) if len(feeds) > 1 else self._first_of(feeds)

    def _first_of(self, feeds: Iterable[FeedLink]) -> Discovery | None:
        """Return the first of some addresses that answers with a feed."""
        for feed in feeds:
            response = self._ask(feed.url)
            if response and not _why_no_feed(response):
                return Discovery((feed,), response)
        return None

    def _ask(self, url: str) -> Response | None:
        """Return the answer of an address, fetched once; None once asking has to stop.

        That is after `MOST_REQUESTS`, or where the site cannot be reached.
        """
        if url in self._answers:
            return self._answers[url]
        if self._trouble or len(self._answers) >= MOST_REQUESTS:
            return None
        deadline = PATIENCE if self._answers else FIRST_PATIENCE
        near = same_site(url, self._url)
        response = self._fetcher.fetch(Request(url, trusted=near, deadline=deadline))
        self._answers[url] = response
        self.silent = self.silent and response.outcome in _SILENT
        if near and response.outcome in _HOPELESS:
            self._trouble = response
        return response

    def _nothing(self, url: str, declared: tuple[FeedLink, ...]) -> Discovery:
        """Return why there is no feed; `declared` are those the page names that did not answer."""
        host = urlsplit(url).hostname or url
        if self._trouble:
            words = say("feed.not_found_so_far", host=host, reason=self._trouble.message)
            return Discovery(message=words, outcome=self._trouble.outcome)
        if declared:
            return Discovery(message=say("feed.named", host=host, url=declared[0].url))
        words = say("feed.not_found", host=host)
        return Discovery(message=words, outcome=FetchOutcome.NOT_A_FEED)


def _addresses(typed: str) -> tuple[str, ...]:
    """Return the URLs that may be meant, likeliest first; none if `typed` is no web address."""
    typed = clean_line(typed).strip("<>\"'")
    feed_scheme = re.match(r"(?:web\+)?feed:(?://)?(?=.)", typed, re.IGNORECASE)
    if feed_scheme:
        typed = typed[feed_scheme.end() :]
    if _SCHEME.match(typed):
        url = clean_url(typed)
        return (url,) if url else ()
    typed = typed.removeprefix("//")
    if not _HOST.match(typed):
        return ()
    schemes = ("http", "https") if _PLAIN_HOST.match(typed) else ("https", "http")
    urls = (clean_url(f"{scheme}://{typed}") for scheme in schemes)
    return tuple(url for url in urls if url)


def _why_no_feed(response: Response) -> str:
    """Return why an answer is no feed, for a person; empty if it is one."""
    if response.outcome is not FetchOutcome.OK:
        return response.message or say("feed.no_feed")
    return not_a_feed(response.body, response.header("content-type"))


def _is_page(response: Response) -> bool:
    kind = response.header("content-type").partition(";")[0].strip().lower()
    html = kind in ("text/html", "application/xhtml+xml")
    return html or b"<html" in response.body[:4000].lower()


def _listed(page: Response) -> tuple[FeedLink, ...]:
    """Return the feeds that a page about feeds declares, or else links to."""
    html = decode_markup(page.body, page.header("content-type"))
    return feed_links(html, page.url) or tuple(
        link for link in likely_feeds(html, page.url) if link.url != page.url
    )


def _usual_places(url: str) -> Iterator[str]:
    """Give the common paths of feeds: below the page itself, then below the root of its site."""
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}/"
    here = parts.path.strip("/")
    if here:
        yield f"{root}{here}/feed"
        yield f"{root}{here}.rss"
    for place in _USUAL_PLACES:
        yield root + place
