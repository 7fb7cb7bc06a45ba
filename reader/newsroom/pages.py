"""Reads any page or file as a story, apart from all feeds."""

from __future__ import annotations

from pathlib import Path

from reader.loader.article import article_from_plain
from reader.loader.decode import decode_page
from reader.model.article import Article
from reader.model.errors import LoadError
from reader.model.feed import FetchOutcome
from reader.model.fetch import Fetcher, Request
from reader.newsroom.digestion import Digestion
from reader.quotes.article import with_quotes
from reader.text.clean import clean_url

LARGEST_FILE = 20_000_000
"""Bytes; a story is never longer, a mistyped path to a film is."""
_HTML_SIGNS = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<article", b"<div", b"<p")


def open_page(where: str, fetcher: Fetcher, digestion: Digestion) -> Article:
    """Return the story at an http(s) address or in an HTML or text file.

    Raises:
        LoadError: it cannot be read, with words for a person.

    """
    if "://" in where:
        return _from_web(where, fetcher, digestion)
    return _from_file(Path(where).expanduser(), digestion)


def _from_web(address: str, fetcher: Fetcher, digestion: Digestion) -> Article:
    url = clean_url(address)
    if not url:
        raise LoadError("Only http and https addresses can be opened.")
    response = fetcher.fetch(Request(url, trusted=True))
    if response.outcome is not FetchOutcome.OK:
        raise LoadError(response.message)
    content_type = response.header("content-type")
    if content_type.startswith("text/plain"):
        return with_quotes(
            article_from_plain(decode_page(response.body, content_type), response.url)
        )
    return digestion.page(response.body, content_type, response.url or url)


def _from_file(path: Path, digestion: Digestion) -> Article:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise LoadError(f"{path} is larger than 20 MB: that is no story.")
        data = path.read_bytes()
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from None
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if path.suffix.lower() in (".html", ".htm", ".xhtml") or start.startswith(_HTML_SIGNS):
        return digestion.page(data, "text/html", "", path=str(path))
    if b"\0" in data[:2000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise LoadError(f"{path} is neither a page nor a text.")
    return with_quotes(article_from_plain(decode_page(data, "text/plain"), str(path)))
