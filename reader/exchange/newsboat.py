"""newsboat's ``urls`` and ``cache.db``: its feeds, views, read and flagged stories.

Formats: newsboat.org/releases/2.36/docs/newsboat.html, "Using Newsboat" and "Query Feeds".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.exchange.newsboat_filter import query_from_filter
from reader.model.error_words import cause
from reader.model.errors import LoadError
from reader.model.feed import Entry, Subscription
from reader.text.clean import clean_line, clean_url
from reader.wording.catalogue import say

if TYPE_CHECKING:
    import apsw

LONGEST = 16_000_000
"""Bytes of a ``urls`` file that are read."""

_WORD = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"?|(#.*)|([^\s"]+))')


MOST_FLAGGED = 20_000
"""Flagged stories that are imported."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """A story that somebody flagged."""

    feed_url: str
    feed_title: str
    entry: Entry
    """Its fields as newsboat has them, `content_html` uncleaned."""
    read: bool


@dataclass(frozen=True, slots=True)
class NewsboatResult:
    """What newsboat knows. A story is a pair: the feed's address, and a guid or link in it."""

    feeds: tuple[Subscription, ...] = ()
    """In the order of the file. The first tag is the folder, all tags are tags."""
    views: tuple[tuple[str, str], ...] = ()
    """Name and query (this program's language) of each ``query:`` line that can be said in it."""
    read: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """With the Unix seconds of their publication, 0 if unknown."""
    flagged: tuple[Flagged, ...] = ()
    """With what newsboat kept of them: these are what a person wanted to have for good."""
    skipped: tuple[str, ...] = ()
    """A sentence for each line that was not taken, and why."""


def find_newsboat(home: Path, environ: Mapping[str, str]) -> Path | None:
    """Return newsboat's ``urls`` file, or None; XDG's place goes before ``~/.newsboat``."""
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "newsboat" / "urls"
    return next((path for path in (config, home / ".newsboat" / "urls") if path.is_file()), None)


def find_newsboat_cache(urls: Path, home: Path, environ: Mapping[str, str]) -> Path | None:
    """Return the ``cache.db`` that goes with `urls`: beside it, or in XDG's place for data."""
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "newsboat"
    places = (urls.with_name("cache.db"), data / "cache.db")
    return next((path for path in places if path.is_file()), None)


def read_newsboat(urls: Path, cache: Path | None = None) -> NewsboatResult:
    """Return what the files hold; raise `LoadError` if `urls` cannot be read.

    Commands (``exec:``, ``filter:``) and files are never taken, and each is named in `skipped`. A
    cache that cannot be read is a sentence in `skipped`, too. Neither file is ever written.
    """
    try:
        with urls.open("rb") as file:
            text = file.read(LONGEST).decode("utf-8", "replace")
    except OSError as error:
        raise LoadError(say("file.not_read", path=urls, reason=cause(error))) from error
    feeds: dict[str, Subscription] = {}
    views: list[tuple[str, str]] = []
    skipped: list[str] = []
    for line in text.splitlines():
        words = list(_words(line))
        if not words:
            continue
        address, tags = words[0], words[1:]
        url = clean_url(address)
        if address.startswith("query:"):
            name, query = _view(address)
            if query:
                views.append((name, query))
            else:
                skipped.append(say("file.no_view", name=name))
        elif not url:
            skipped.append(_why_not(address))
        elif url in feeds:
            skipped.append(say("file.twice", name=url))
        else:
            feeds[url] = _subscription(url, tags)
    read, flagged = dict[tuple[str, str], int](), tuple[Flagged, ...]()
    if cache is not None:
        try:
            read, flagged = _stories(cache)
        except LoadError as error:
            skipped.append(str(error))
    return NewsboatResult(tuple(feeds.values()), tuple(views), read, flagged, tuple(skipped))


def _words(line: str) -> Iterator[str]:
    """The words of a line: quoted ones with backslashes undone; nothing from a ``#`` on."""
    for match in _WORD.finditer(line):
        quoted, comment, plain = match.groups()
        if comment:
            return
        yield plain if quoted is None else re.sub(r"\\(.)", r"\1", quoted)


def _subscription(url: str, words: list[str]) -> Subscription:
    title = next((word[1:] for word in words if word.startswith("~")), "")
    names = (clean_line(word) for word in words if not word.startswith(("~", "!")))
    tags = tuple(dict.fromkeys(name for name in names if name))
    return Subscription(
        url,
        clean_line(title),
        folder=tags[0].strip("/") if tags else "",
        tags=tags,
        hidden=any(word.startswith("!") for word in words),
    )


def _view(address: str) -> tuple[str, str]:
    _, _, rest = address.partition(":")
    name, _, expression = rest.partition(":")
    return clean_line(name), query_from_filter(expression)


def _why_not(address: str) -> str:
    shown = clean_line(address)[:200]
    if address.startswith(("exec:", "filter:")):
        return say("file.command", name=shown)
    if address.startswith("file:"):
        return say("file.local", name=shown)
    return say("file.no_address", name=shown)


def _stories(path: Path) -> tuple[dict[tuple[str, str], int], tuple[Flagged, ...]]:
    """The read and the flagged stories of a ``cache.db``."""
    # Imported here: this room is loaded for --help, SQLite is not.
    import apsw

    try:
        connection = apsw.Connection(
            f"{path.absolute().as_uri()}?mode=ro",
            flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI,
        )
        try:
            connection.set_busy_timeout(2000)
            connection.pragma("trusted_schema", False)
            return _marks(connection)
        finally:
            connection.close()
    except apsw.Error as error:
        raise LoadError(say("file.cache_unread", path=path, reason=error)) from error


def _marks(
    connection: apsw.Connection,
) -> tuple[dict[tuple[str, str], int], tuple[Flagged, ...]]:
    columns = _columns(connection, "rss_item")
    if not {"guid", "url", "feedurl", "unread"} <= columns:
        raise LoadError(say("file.cache_form"))
    # Older versions lack some of these.
    optional = ("flags", "deleted", "pubDate", "title", "author", "content")
    sql = {name: name if name in columns else "''" for name in optional}
    return _read_stories(connection, sql), _flagged_stories(connection, sql)


def _read_stories(
    connection: apsw.Connection, sql: Mapping[str, str]
) -> dict[tuple[str, str], int]:
    """When what is read was published, by feed and guid and by feed and address."""
    read: dict[tuple[str, str], int] = {}
    for feed_url, guid, link, published in connection.execute(
        f"SELECT feedurl, guid, url, {sql['pubDate']} FROM rss_item"
        f" WHERE NOT unread OR {sql['deleted']}"
    ):
        feed = clean_url(_text(feed_url))
        for name in (clean_line(_text(guid)), clean_url(_text(link))):
            if name:
                read[feed, name] = _moment(published)
    return read


def _flagged_stories(connection: apsw.Connection, sql: Mapping[str, str]) -> tuple[Flagged, ...]:
    titles: dict[object, object] = {}
    if {"rssurl", "title"} <= _columns(connection, "rss_feed"):
        titles = dict(connection.execute("SELECT rssurl, title FROM rss_feed"))
    rows = connection.execute(
        f"SELECT feedurl, guid, url, unread, {sql['pubDate']}, {sql['title']}, {sql['author']},"
        f" {sql['content']} FROM rss_item"
        f" WHERE {sql['flags']} <> '' AND NOT coalesce({sql['deleted']}, 0)"
        f" ORDER BY rowid LIMIT {MOST_FLAGGED}"
    )
    flagged = [
        Flagged(
            clean_url(_text(feed_url)),
            clean_line(_text(titles.get(feed_url))),
            Entry(
                clean_line(_text(guid)),
                clean_url(_text(link)),
                clean_line(_text(title)),
                clean_line(_text(author)),
                _moment(published) or None,
                content_html=_text(content),
            ),
            not unread,
        )
        for feed_url, guid, link, unread, published, title, author, content in rows
    ]
    return tuple(story for story in flagged if story.feed_url)


def _text(value: object) -> str:
    """A value of the database, whatever its type: SQLite keeps any in any column."""
    return str(value or "")


def _moment(value: object) -> int:
    return value if isinstance(value, int) and 0 < value < 2**40 else 0


def _columns(connection: apsw.Connection, table: str) -> set[str]:
    return {str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")}
