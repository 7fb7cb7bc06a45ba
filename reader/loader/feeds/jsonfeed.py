"""JSON Feed 1.0 and 1.1 (jsonfeed.org) to a `ParsedFeed`."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator

from reader.loader.feeds.broken_json import read_in_parts
from reader.loader.feeds.dates import parse_date
from reader.model.errors import LoadError
from reader.model.feed import Enclosure, Entry, ParsedFeed
from reader.text.clean import clean_line, clean_url
from reader.wording.catalogue import say


def parse_json_feed(text: str, url: str = "", most: int = 5000) -> ParsedFeed:
    """Return the feed in `text`, with at most `most` entries; `url` is where it was fetched.

    Items that are no objects are left out; values of a wrong type count as absent. Where the JSON
    is broken or cut off, the items that are whole are read.

    Raises:
        LoadError: it is no JSON Feed, in words for a person.

    """
    warnings, whole = [], True
    try:
        top = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        top, whole = read_in_parts(text)
        if not top:
            raise LoadError(say("feed.broken_json")) from error
        warnings.append(say("feed.json_in_parts"))
    if not isinstance(top, dict) or not isinstance(top.get("items"), list):
        raise LoadError(say("feed.json"))
    version = _text(top, "version")
    if "jsonfeed.org" not in version and not any(isinstance(item, dict) for item in top["items"]):
        raise LoadError(say("feed.json"))
    base = clean_url(_text(top, "feed_url"), url) or url
    items = [item for item in top["items"] if isinstance(item, dict)]
    if len(items) < len(top["items"]):
        warnings.append(say("feed.unread", count=len(top["items"]) - len(items)))
    if len(items) > most:
        warnings.append(say("feed.many", count=len(items), most=most))
    return ParsedFeed(
        format="json11" if version.rstrip("/").endswith("1.1") else "json10",
        title=clean_line(_text(top, "title")),
        link=clean_url(_text(top, "home_page_url"), base),
        description=clean_line(_text(top, "description")),
        lang=_text(top, "language"),
        entries=tuple(_entry(item, base, _authors(top)) for item in items[:most]),
        warnings=tuple(warnings),
        whole=whole,
    )


def _entry(item: dict[str, object], base: str, feed_authors: str) -> Entry:
    link = clean_url(_text(item, "url"), base) or clean_url(_text(item, "external_url"), base)
    plain = _text(item, "content_text")
    summary = _text(item, "summary")
    content = _text(item, "content_html")
    if not content and plain:
        content = f"<p>{html.escape(plain).replace(chr(10), '<br>')}</p>"
    return Entry(
        guid=clean_line(_text(item, "id")),
        link=link,
        title=clean_line(_text(item, "title")),
        author=_authors(item) or feed_authors,
        published=parse_date(_text(item, "date_published")),
        updated=parse_date(_text(item, "date_modified")),
        summary_html=html.escape(summary),
        content_html=content,
        categories=tuple(
            clean_line(tag) for tag in _list(item, "tags") if isinstance(tag, str) and tag.strip()
        ),
        enclosures=tuple(_enclosures(item, base)),
        lang=_text(item, "language"),
        base=link or base,
    )


def _enclosures(item: dict[str, object], base: str) -> Iterator[Enclosure]:
    for attachment in _list(item, "attachments"):
        if isinstance(attachment, dict):
            address = clean_url(_text(attachment, "url"), base)
            size = attachment.get("size_in_bytes")
            if address:
                yield Enclosure(
                    address,
                    clean_line(_text(attachment, "mime_type")),
                    size if isinstance(size, int) and 0 <= size < 2**63 else 0,
                )


def _authors(holder: dict[str, object]) -> str:
    """Return the names in ``authors`` (version 1.1) and ``author`` (1.0), each once."""
    authors = [*_list(holder, "authors"), holder.get("author")]
    names = (clean_line(_text(author, "name")) for author in authors if isinstance(author, dict))
    return ", ".join(dict.fromkeys(name for name in names if name))


def _list(holder: dict[str, object], key: str) -> list[object]:
    value = holder.get(key)
    return value if isinstance(value, list) else []


def _text(holder: dict[str, object], key: str) -> str:
    """Return a value as text; a number is written out, since ids are numbers in many feeds."""
    value = holder.get(key)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value).strip()
