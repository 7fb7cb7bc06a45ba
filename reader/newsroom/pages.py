"""Reads any page or file as a story, apart from all feeds, and keeps pages among the saved."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from reader.loader.pages.next_page import is_first_page
from reader.model.article import Article
from reader.model.errors import LoadError
from reader.model.feed import FetchOutcome, Subscription
from reader.model.fetch import Request
from reader.model.story import Candidate, Story
from reader.newsroom.digestion import DigestedPage, Digestion
from reader.newsroom.events import StoriesMarked
from reader.newsroom.file_reading import read_file
from reader.newsroom.full_text import Budget, FullTextRun, WantedPage
from reader.newsroom.loading import Loading
from reader.newsroom.stores import Stores
from reader.text.clean import clean_url
from reader.wording.catalogue import say

FEED_OF_PAGES = "newsreader:pages"
"""The address of the feed, never fetched, to which single saved pages belong."""
LARGEST_MEGABYTES = 20
"""A story is never longer, a mistyped path to a film is."""
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_HTML_SIGNS = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<article", b"<div", b"<p")


class Pages:
    """Opens pages; waits for the network."""

    def __init__(self, stores: Stores, loading: Loading) -> None:
        """What is saved goes to `stores`."""
        self._stores = stores
        self._loading = loading

    def open(self, where: str) -> Article:
        """Return the story at an http(s) address or in an HTML or text file.

        Raises:
            LoadError: it cannot be read or holds no text, with words for a person.

        """
        if "://" in where:
            article = _from_web(where, self._loading)
        else:
            article = _from_file(Path(where).expanduser(), self._loading.digestion)
        if not article.blocks:
            raise LoadError(article.provenance.note or say("file.no_text_in", path=where))
        return article

    def save(self, url: str) -> int:
        """Keep a page among the saved stories; returns its id.

        Raises:
            LoadError: it cannot be read or holds no text.
            StoreError: nothing may be stored.

        """
        article = self.open(url)
        self._stores.library.refuse_if_read_only()
        story = self._stores.writer.wait(lambda: self._keep(article))
        self._loading.tell(StoriesMarked((story,)))
        return story

    def _keep(self, article: Article) -> int:
        feed = self._stores.library.feeds.number(FEED_OF_PAGES)
        address = article.link or article.provenance.url
        key = "l:" + address
        candidate = Candidate((key,), (key,), (), article.published)
        identified = self._stores.library.identities.identify(feed, [candidate])[0]
        source = (urlsplit(address).hostname or "").removeprefix("www.")
        story = Story(
            identified.story,
            feed,
            article,
            identified.published,
            identified.first_seen,
            source=source,
        )
        self._stores.library.saved.add([story])
        self._stores.articles.storing.store_kept([story])
        return story.id


def _from_web(address: str, loading: Loading) -> Article:
    url = clean_url(address)
    if not url:
        raise LoadError(say("file.only_web"))
    response = loading.fetcher.fetch(Request(url, trusted=True))
    if response.outcome is not FetchOutcome.OK:
        raise LoadError(response.message)
    page = loading.digestion.page(
        response.body, response.header("content-type"), response.url or url
    )
    if page.next and (page.told or is_first_page(page.article.provenance.url)):
        return _with_further(page, loading)
    return page.article


def _with_further(page: DigestedPage, loading: Loading) -> Article:
    """An article of several pages, whole."""
    typed = Subscription("", private_network=True)
    kept = [page.article]
    FullTextRun(
        fetcher=loading.fetcher,
        digestion=loading.digestion,
        clock=loading.clock,
        keep=lambda _, article: kept.append(article),
        failed=lambda _, reason, gone: None,
        budget=Budget(),
    ).run([WantedPage(0, page.next, typed, (page.article,))])
    return kept[-1]


def _from_file(path: Path, digestion: Digestion) -> Article:
    data = read_file(path, LARGEST_MEGABYTES, say("file.story"))
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if path.suffix.lower() in _HTML_ENDINGS or start.startswith(_HTML_SIGNS):
        return digestion.page(data, "text/html", "", path=str(path)).article
    if b"\0" in data[:2000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise LoadError(say("file.neither", path=path))
    return digestion.page(data, "text/plain", "", path=str(path)).article
