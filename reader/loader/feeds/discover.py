"""From an address a person gave to the feed they mean, with as few requests as can be.

In this order, until something answers with a feed: what the address itself tells (`known_feeds`),
the address (or where its page sends its readers), the feeds its page declares, links on the page
to the same site that look like feeds, the usual places. Several declared feeds are handed back to
choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.loader.feeds.feed_links import FoundFeed, feed_links, likely_feeds, same_site, sent_on
from reader.loader.feeds.known_sites import known_feeds
from reader.loader.feeds.sniff import not_a_feed
from reader.markup.encoding import decode_markup
from reader.model.feed import FetchOutcome
from reader.model.fetch import Fetcher, Request, Response
from reader.text.clean import clean_line, clean_url
from reader.wording.catalogue import say

__all__ = ["Discovery", "FoundFeed", "discover", "feed_links", "known_feeds"]

MOST_REQUESTS = 12
"""For one address, all in all."""
MOST_LINKS_TRIED = 4
"""Of the links that look like feeds."""
FIRST_PATIENCE, PATIENCE = 30.0, 12.0
"""Seconds that the address itself may take, and every guess after it."""

_USUAL_PLACES = ("feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss", "feed.json")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST = re.compile(
    r"(?:(?:[^\W_][\w-]*\.)+[^\W\d_][\w-]+\.?|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.]+\])"
    r"(?::\d{1,5})?(?=[/?#]|\Z)"
)
_PLAIN_HOST = re.compile(r"localhost\b|[\d.]+(?=[:/?#]|\Z)|\[")
_SILENT = frozenset({FetchOutcome.UNREACHABLE, FetchOutcome.TIMEOUT})
_HOPELESS = _SILENT | {FetchOutcome.OFFLINE, FetchOutcome.WAIT}
"""After one of these, asking the same site again is of no use."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What an address leads to."""

    feeds: tuple[FoundFeed, ...] = ()
    """The one feed that was asked for; or several, to choose from; or none."""
    response: Response | None = None
    """The answer of the one feed: it need not be asked again."""
    message: str = ""
    """Why there is none, for a person; empty if there is."""
    outcome: FetchOutcome | None = None
    """Why there is none: what came of asking, or `NOT_A_FEED` for a site that has none; None if
    only `message` can tell."""


def discover(fetcher: Fetcher, address: str) -> Discovery:
    """Find the feed that a person means by `address`. Never raises for what the web does.

    `response` is set exactly if there is one feed: its bytes begin like a feed, which is not yet
    to say that it can be read. Without a scheme https is tried, then http if nothing answers;
    the other way round for this machine and for addresses in numbers, which have no certificates.
    """
    candidates = _addresses(address)
    if not candidates:
        return Discovery(message=say("feed.no_address"))
    found = Discovery()
    for url in candidates:
        search = _Search(fetcher, url)
        found = search.run()
        if found.feeds or not search.silent:
            break
    return found


class _Search:
    """One search: counts its requests, asks nothing twice, remembers why things failed."""

    def __init__(self, fetcher: Fetcher, url: str) -> None:
        self._fetcher, self._url = fetcher, url
        self._answers: dict[str, Response] = {}
        self._trouble: Response | None = None
        """What makes it of no use to ask the site again."""
        self.silent = True
        """Nothing has answered at all."""

    def run(self) -> Discovery:
        """Search in the order of the module's first lines."""
        known = known_feeds(self._url)
        if len(known) > 1:
            return Discovery(known)
        found = self._first_of(known)
        if found:
            return found
        return self._at(self._url)

    def _at(self, url: str) -> Discovery:
        """The feed at an address, or behind the page there."""
        page = self._ask(url)
        page = page or self._trouble
        if page is None:
            return self._nothing(url, ())
        if page.outcome is not FetchOutcome.OK:
            return Discovery(message=page.message, outcome=page.outcome)
        why = _why_no_feed(page)
        if not why:
            return Discovery((FoundFeed(url, "", page.header("content-type")),), page)
        return self._behind(page) if _is_page(page) else Discovery(message=why)

    def _behind(self, page: Response) -> Discovery:
        """The feed of a page: declared, linked, or at a usual place."""
        html, url = decode_markup(page.body, page.header("content-type")), page.url or self._url
        declared = feed_links(html, url)
        if len(declared) > 1:
            return Discovery(declared)
        target = "" if declared else sent_on(html, url)
        if target and target not in self._answers:
            return self._at(target)
        found = (
            self._first_of(declared)
            or self._linked(likely_feeds(html, url))
            or self._first_of(FoundFeed(place) for place in _usual_places(url))
        )
        return found or self._nothing(url, declared)

    def _linked(self, links: tuple[FoundFeed, ...]) -> Discovery | None:
        """Ask the likeliest links; a page among them that declares or lists feeds counts too."""
        feeds: list[FoundFeed] = []
        for link in links[:MOST_LINKS_TRIED]:
            answer = self._ask(link.url)
            if answer is None or answer.outcome is not FetchOutcome.OK:
                continue
            if not _why_no_feed(answer):
                feeds.append(link)
            elif not feeds and _is_page(answer):
                feeds += (feed for feed in _listed(answer) if feed not in links)
        return Discovery(tuple(feeds)) if len(feeds) > 1 else self._first_of(feeds)

    def _first_of(self, feeds: Iterable[FoundFeed]) -> Discovery | None:
        """The first that answers with a feed."""
        for feed in feeds:
            answer = self._ask(feed.url)
            if answer and not _why_no_feed(answer):
                return Discovery((feed,), answer)
        return None

    def _ask(self, url: str) -> Response | None:
        """One GET for each address, or None if it would cost too much or be in vain."""
        if url in self._answers:
            return self._answers[url]
        if self._trouble or len(self._answers) >= MOST_REQUESTS:
            return None
        deadline = PATIENCE if self._answers else FIRST_PATIENCE
        near = same_site(url, self._url)
        answer = self._fetcher.fetch(Request(url, trusted=near, deadline=deadline))
        self._answers[url] = answer
        self.silent = self.silent and answer.outcome in _SILENT
        if near and answer.outcome in _HOPELESS:
            self._trouble = answer
        return answer

    def _nothing(self, url: str, declared: tuple[FoundFeed, ...]) -> Discovery:
        host = urlsplit(url).hostname or url
        if self._trouble:
            words = say("feed.not_found_so_far", host=host, reason=self._trouble.message)
            return Discovery(message=words, outcome=self._trouble.outcome)
        if declared:
            return Discovery(message=say("feed.named", host=host, url=declared[0].url))
        words = say("feed.not_found", host=host)
        return Discovery(message=words, outcome=FetchOutcome.NOT_A_FEED)


def _addresses(typed: str) -> tuple[str, ...]:
    """The addresses that may be meant, likeliest first; none if it is no web address."""
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
    if response.outcome is not FetchOutcome.OK:
        return response.message or say("feed.no_feed")
    return not_a_feed(response.body, response.header("content-type"))


def _is_page(response: Response) -> bool:
    kind = response.header("content-type").partition(";")[0].strip().lower()
    html = kind in ("text/html", "application/xhtml+xml")
    return html or b"<html" in response.body[:4000].lower()


def _listed(page: Response) -> tuple[FoundFeed, ...]:
    """The feeds of a page that is about feeds."""
    html = decode_markup(page.body, page.header("content-type"))
    return feed_links(html, page.url) or tuple(
        link for link in likely_feeds(html, page.url) if link.url != page.url
    )


def _usual_places(url: str) -> Iterator[str]:
    """Below the page itself, then below the root of its site."""
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}/"
    here = parts.path.strip("/")
    if here:
        yield f"{root}{here}/feed"
        yield f"{root}{here}.rss"
    for place in _USUAL_PLACES:
        yield root + place
