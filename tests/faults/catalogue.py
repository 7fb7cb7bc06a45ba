"""What the loader shall make of each path of the test web, by one visit.

The words of the catalogue (``reader_shall``) decide; where they leave a choice, this is ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.feed import FetchOutcome as Came


@dataclass(frozen=True)
class Visit:
    """What comes of one visit to a path."""

    outcome: Came = Came.OK
    entries: int = 3
    """Entries read; -1: it is no feed."""
    first: str = "Item 0"
    """Title of the first entry."""
    requests: int = 1
    path: str = ""
    """What is asked instead, where the catalogue names a family of paths."""
    wait: int = 0
    """Seconds the site asks to be left alone."""
    patience: float = 4.0
    """Seconds of less than the slowest pace until the connection is given up."""
    within: float = 15.0
    """Seconds for fetching and parsing together, on a slow machine."""
    most: int = 250_000
    """Bytes of bodies taken off the wire."""
    permanent: bool = False
    """Whether it was sent on for good."""


NO_FEED = Visit(entries=-1)
SLOW = Visit(Came.TIMEOUT, entries=-1, patience=1.5, within=15)
CUT = Visit(Came.BAD_RESPONSE, entries=-1)
HUGE = Visit(Came.TOO_LARGE, entries=-1, within=20, most=10_100_000)
BOMB = Visit(Came.TOO_LARGE, entries=-1, within=60, patience=30)  # the web takes long to make it
SENT_ON = Visit(requests=2)
SENT_FOR_GOOD = Visit(requests=2, permanent=True)
LOOP = Visit(Came.REDIRECTS, entries=-1, requests=2)
TWO = Visit(entries=2, first="A")
ZURICH = Visit(entries=1, first="Zürich 世界")
ONE = Visit(entries=1)


def failed(outcome: Came, wait: int = 0) -> Visit:
    return Visit(outcome, entries=-1, wait=wait)


def titled(entries: int, first: str) -> Visit:
    return Visit(entries=entries, first=first)


VISITS: dict[str, Visit] = {
    "/feed/*": Visit(path="/feed/0.xml", entries=26, first="Why Northport"),
    "/article/*": Visit(path="/article/0/3.html", entries=-1),
    "/site/*": Visit(path="/site/0/", entries=-1),
    "/opml": NO_FEED,
    "/img/*": Visit(path="/img/0-1.png", entries=-1),
    "/favicon.ico": NO_FEED,
    "/audio/*": Visit(path="/audio/1", entries=-1),
    "/robots.txt": NO_FEED,
    "/bad/redirect/301": SENT_FOR_GOOD,
    "/bad/redirect/302": SENT_ON,
    "/bad/redirect/303": SENT_ON,
    "/bad/redirect/307": SENT_ON,
    "/bad/redirect/308": SENT_FOR_GOOD,
    "/bad/target": Visit(),
    "/bad/redirect/chain/*": Visit(path="/bad/redirect/chain/4", requests=6, permanent=True),
    "/bad/redirect/loop-a": LOOP,
    "/bad/redirect/loop-b": LOOP,
    "/bad/redirect/self": failed(Came.REDIRECTS),
    "/bad/redirect/file": failed(Came.FORBIDDEN_ADDRESS),
    "/bad/redirect/no-location": failed(Came.REDIRECTS),
    "/bad/redirect/html": Visit(entries=-1, requests=2, permanent=True),
    "/bad/redirect/broken-header": Visit(Came.NOT_FOUND, entries=-1, requests=2),
    "/bad/status/400": failed(Came.BAD_RESPONSE),
    "/bad/status/401": failed(Came.REFUSED),
    "/bad/status/403": failed(Came.REFUSED),
    "/bad/status/404": failed(Came.NOT_FOUND),
    "/bad/status/410": failed(Came.GONE),
    "/bad/status/418": failed(Came.BAD_RESPONSE),
    "/bad/status/500": failed(Came.SERVER_ERROR),
    "/bad/status/502": failed(Came.SERVER_ERROR),
    "/bad/429": failed(Came.WAIT, 3600),
    "/bad/429-short": failed(Came.WAIT, 2),
    "/bad/429-date": failed(Came.WAIT, 3600),
    "/bad/429-nonsense": failed(Came.WAIT, 0),
    "/bad/429-forever": failed(Came.WAIT, 86_400),
    "/bad/503": failed(Came.WAIT, 120),
    "/bad/flaky": failed(Came.WAIT),
    "/bad/gone-later": Visit(),
    "/polite/etag": Visit(),
    "/polite/weak-etag": Visit(),
    "/polite/last-modified": Visit(),
    "/polite/odd-last-modified": Visit(),
    "/polite/changing-etag": Visit(),
    "/polite/304-new-etag": Visit(),
    "/polite/max-age": Visit(),
    "/polite/expires": Visit(),
    "/polite/no-store": Visit(),
    "/polite/ttl": Visit(),
    "/polite/sy": Visit(),
    "/polite/no-ua": Visit(),
    "/polite/head": Visit(),
    "/polite/slow/*": Visit(path="/polite/slow/1"),
    "/bad/slowloris": SLOW,
    "/bad/slow-headers": SLOW,
    "/bad/hang": SLOW,
    "/bad/slow-ok": Visit(within=20),
    "/bad/reset": CUT,
    "/bad/reset-at-once": CUT,
    "/bad/short-length": ONE,
    "/bad/long-length": CUT,
    "/bad/no-length": Visit(),
    "/bad/chunked": Visit(),
    "/bad/chunked-cut": CUT,
    "/bad/chunked-nonsense": CUT,
    "/bad/not-http": CUT,
    "/bad/huge-header": CUT,
    "/bad/empty": CUT,
    "/bad/204-like": CUT,
    "/bad/100mb": HUGE,
    "/bad/endless": HUGE,
    "/bad/gzip": Visit(),
    "/bad/deflate": Visit(),
    "/bad/raw-deflate": Visit(),
    "/bad/gzip-unlabelled": Visit(),
    "/bad/gzip-lie": Visit(),
    "/bad/gzip-cut": CUT,
    "/bad/gzip-bomb": BOMB,
    "/bad/gzip-bomb-nested": Visit(Came.BAD_RESPONSE, entries=-1, within=60, patience=30),
    "/bad/unknown-coding": CUT,
    "/bad/type-html": Visit(),
    "/bad/type-plain": Visit(),
    "/bad/type-octet": Visit(),
    "/bad/type-none": Visit(),
    "/bad/type-nonsense": Visit(),
    "/bad/type-json": Visit(),
    "/bad/charset-lie": titled(1, "Café 世界"),
    "/bad/charset-http-only": titled(1, "Привет"),
    "/bad/xml-bomb": titled(1, "&a9;"),
    "/bad/xml-quadratic": titled(1, "&a;"),
    "/bad/xxe-file": titled(2, "x&f;x"),
    "/bad/xxe-http": titled(2, "x&f;x"),
    "/bad/external-dtd": Visit(),
    "/bad/xinclude": ONE,
    "/bad/deep": ONE,
    "/bad/deep-html": ONE,
    "/bad/wide-attributes": ONE,
    "/bad/invalid-utf8": titled(3, "bad "),
    "/bad/latin1-as-utf8": titled(3, "Caf"),
    "/bad/utf16le": ZURICH,
    "/bad/utf16be": ZURICH,
    "/bad/utf16le-nobom": ZURICH,
    "/bad/utf8-bom": ZURICH,
    "/bad/utf32": ZURICH,
    "/bad/double-bom": Visit(),
    "/bad/unknown-encoding": Visit(),
    "/bad/control-chars": titled(3, "raw end"),
    "/bad/esc/osc52": TWO,
    "/bad/esc/osc8": TWO,
    "/bad/esc/title": TWO,
    "/bad/esc/csi-clear": TWO,
    "/bad/esc/csi-color": TWO,
    "/bad/esc/altscreen": TWO,
    "/bad/esc/mouse": TWO,
    "/bad/esc/dcs": TWO,
    "/bad/esc/c1-csi": TWO,
    "/bad/esc/c1-osc": TWO,
    "/bad/esc/bell": TWO,
    "/bad/esc/bs": TWO,
    "/bad/esc/cr": TWO,
    "/bad/esc/nul": TWO,
    "/bad/esc/report": TWO,
    "/bad/esc/reset": TWO,
    "/bad/bidi": titled(3, "safe gnp.exe"),
    "/bad/unicode-width": titled(3, "👨"),
    "/bad/markup-title": titled(3, "[bold red]x[/] [/]"),
    "/bad/long-title": titled(2, "long long"),
    "/bad/huge-body": Visit(entries=1, within=30, most=9_000_000),
    "/bad/html-title": titled(6, "AT&T bold"),
    "/bad/dates": titled(10, "Item 0"),
    "/bad/links": titled(9, "Item 0"),
    "/bad/shell": titled(3, "$(touch testweb-pwned)"),
    "/bad/sql": titled(3, "'); DROP TABLE entries;--"),
    "/bad/guidless": titled(3, "Deal of day 0"),
    "/bad/guidless-same-date": titled(3, "Shirt 0"),
    "/bad/same-guid": titled(10, "Item 0"),
    "/bad/twice": titled(6, "Item 0"),
    "/bad/guid-scheme-flip": Visit(),
    "/bad/reorder": titled(10, "Item "),
    "/bad/edited": titled(3, "Item 0 version 1"),
    "/bad/shrinking": titled(10, "Item 0"),
    "/bad/hijacked": Visit(),
    "/bad/many": Visit(entries=20_000, within=60, most=9_000_000),
    "/bad/burst": titled(50, "Item 50"),
    "/bad/enclosures": ONE,
    "/bad/body-html": ONE,
    "/bad/html": NO_FEED,
    "/bad/comments": titled(0, ""),
    "/bad/html-no-link": NO_FEED,
    "/bad/html-200-error": NO_FEED,
    "/bad/meta-refresh": NO_FEED,
    "/bad/jsonfeed": titled(3, "J 0"),
    "/bad/jsonfeed-odd": titled(3, ""),
    "/bad/rss10": titled(2, "R 0"),
    "/bad/truncated": titled(11, "Item 0"),
    "/bad/junk-after": Visit(),
    "/bad/unescaped": titled(3, "Q & A"),
    "/bad/opml": NO_FEED,
    "/auth/basic": failed(Came.REFUSED),
    "/auth/redirect-away": SENT_ON,
    "/auth/leak": Visit(),
    "/auth/cookie": failed(Came.REDIRECTS),
}

NEVER_ASKED = {"/canary/*"}
"""Whoever asks there has followed something in a body or a document type."""
