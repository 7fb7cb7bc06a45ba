"""Feeds: what is subscribed to, what a fetch found, how a feed is doing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class FullTextWish(StrEnum):
    """Whether a feed's stories are completed from their pages."""

    AUTO = "auto"
    """Fetch the page when the feed's own text looks like a summary."""
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Subscription:
    """One entry of ``feeds.toml``. Everything but `url` has a default."""

    url: str
    """http(s); or empty where `command` stands in its place."""
    title: str = ""
    """The person's own name for it; empty: the feed's."""
    folder: str = ""
    """Path of folders, parted by ``/``; empty: the top."""
    tags: tuple[str, ...] = ()
    interval: int = 0
    """Minutes between visits; 0: the general setting."""
    full_text: FullTextWish = FullTextWish.AUTO
    user_agent: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    proxy: str = ""
    cookies: str = ""
    """Path of a Netscape cookie file."""
    credentials: tuple[str, ...] = ()
    """An argument list whose first line of output is ``user:password``."""
    command: tuple[str, ...] = ()
    """``exec`` feeds: an argument list whose output is the feed. Only ever by hand."""
    filter: tuple[str, ...] = ()
    """An argument list that gets the fetched body on stdin and answers with a feed."""
    keep: int = 0
    """Days an unsaved story stays in the cache; 0: the general setting."""
    mute: str = ""
    """A query: stories of this feed that match it arrive as read."""
    paused: bool = False
    hidden: bool = False
    """Not in the list of sources; its stories are found by search and views only."""
    private_network: bool = False
    """Whether loopback and private addresses may be asked."""
    updates_unread: bool = False
    """Whether a changed story becomes unread again."""

    @property
    def address(self) -> str:
        """What tells it from all others: its `url`, else its `command`."""
        return self.url or "exec:" + "\0".join(self.command)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that comes with an entry: sound, film, document."""

    url: str
    type: str = ""
    length: int = 0
    """Bytes, 0 if unknown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the feed gives it. Plain fields are clean text; the html ones are not yet."""

    guid: str = ""
    link: str = ""
    title: str = ""
    author: str = ""
    published: int | None = None
    """Unix seconds."""
    updated: int | None = None
    summary_html: str = ""
    content_html: str = ""
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    lang: str = ""
    base: str = ""
    """What relative addresses in the html are relative to."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed file says."""

    format: str = ""
    """``rss20``, ``atom10``, ``rdf``, ``json11`` ..."""
    title: str = ""
    link: str = ""
    """The site."""
    description: str = ""
    lang: str = ""
    entries: tuple[Entry, ...] = ()
    """In the order of the file."""
    ttl: int = 0
    """Minutes the feed asks to be left alone, from ttl, sy:* or the like; 0: says nothing."""
    skip_hours: tuple[int, ...] = ()
    """Hours (UTC) the feed asks not to be asked in."""
    skip_days: tuple[str, ...] = ()
    """English names of days."""
    warnings: tuple[str, ...] = ()
    """What was mended or lost, a sentence each."""
    whole: bool = True
    """False: the file breaks off, and entries are missing."""


class FetchOutcome(StrEnum):
    """What came of asking a server, as a person would put it; each has its words in the app."""

    OK = "ok"
    NOT_MODIFIED = "not modified"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    OFFLINE = "offline"
    CERTIFICATE = "certificate"
    GONE = "gone"
    """410."""
    NOT_FOUND = "not found"
    REFUSED = "refused"
    """401, 403."""
    WAIT = "wait"
    """429, 503 and the like: `FeedHealth.next_visit` says until when."""
    SERVER_ERROR = "server error"
    TOO_LARGE = "too large"
    NOT_A_FEED = "not a feed"
    DAMAGED = "damaged"
    """A feed, but not all entries could be read."""
    REDIRECTS = "redirects"
    FORBIDDEN_ADDRESS = "forbidden address"
    """A scheme or a network that feeds may not reach."""
    BAD_RESPONSE = "bad response"


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How a feed is doing: HTTP validators and the plan for the next visit."""

    outcome: FetchOutcome | None = None
    """None: never fetched."""
    message: str = ""
    """Sentences for a person; empty when all is well."""
    status: int = 0
    checked: int | None = None
    """Unix seconds of the last visit."""
    succeeded: int | None = None
    """Unix seconds of the last visit that gave a feed or a 304."""
    failures: int = 0
    """In a row."""
    next_visit: int | None = None
    """Unix seconds; None: at the next refresh, or never again after `FetchOutcome.GONE`."""
    reason: str = ""
    """Why then: ``interval``, ``max-age``, ``Expires``, ``ttl``, ``skipHours``, ``skipDays``,
    ``Retry-After``, ``back-off``, ``offline``, ``gone``."""
    etag: str = ""
    """Exactly as sent."""
    last_modified: str = ""
    """Exactly as sent."""
    validators_since: int | None = None
    """When they were first stored; dropped after a week."""
    moved_to: str = ""
    """The target of a permanent redirect that gave a feed once, not twice yet."""
    body_hash: str = ""
    entries: int = 0
    """Entries in the last file."""
    ttl: int = 0
    """`ParsedFeed.ttl` of the last file; it holds for every visit until the next one."""
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscribed source as the program knows it."""

    id: int
    subscription: Subscription
    title: str
    """The person's title, else the feed's, else the host."""
    site: str = ""
    unread: int = 0
    stories: int = 0
    health: FeedHealth = field(default_factory=FeedHealth)
    lang: str = ""
