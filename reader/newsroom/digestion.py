"""Digestion: what came from outside to stories with their quotes, in processes of their own."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from reader.loader.net.programs import run
from reader.loader.workers.process_pool import (
    PoolClosedError,
    ProcessPool,
    WorkerError,
    python_module,
)
from reader.model.article import Article, Completeness, Origin, Provenance
from reader.model.clock import Clock
from reader.model.errors import LoadError
from reader.model.feed import FetchOutcome, ParsedFeed, Subscription
from reader.model.fetch import Response
from reader.model.site import SiteRules
from reader.settings.config import Config
from reader.store.codec import CodecError, from_json, to_json
from reader.wording.catalogue import say, spoken_language

MOST_WORKERS = 4
_PLAIN = ("text/plain", "text/markdown", "text/x-markdown")
_MARKUP_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body")
_OTHER_KINDS = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"PK\x03\x04", "archive"),
)


@dataclass(frozen=True, slots=True)
class DigestedFeed:
    """What a feed file says, and its entries as stories."""

    parsed: ParsedFeed
    """Its entries hold no bodies: those are in `articles`."""
    articles: tuple[Article | None, ...]
    """One for each entry, in the same order; None for one that was known by its hash."""
    hashes: tuple[str, ...]
    """Of the entries as the feed gives them, in the same order."""


@dataclass(frozen=True, slots=True)
class FeedJob:
    """Read the body as a feed."""

    content_type: str
    url: str
    fetched: int
    """Unix seconds."""
    known_hashes: tuple[str, ...] = ()
    """Hashes of entries that need not be made stories again."""


@dataclass(frozen=True, slots=True)
class PageJob:
    """Read the body as a page, or as a plain text."""

    content_type: str
    url: str
    fetched: int
    """Unix seconds."""
    rules: SiteRules
    """What the person's settings say about the page's site."""
    path: str = ""
    """Of the file it comes from; empty for a page of the web."""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class DigestedPage:
    """What a page says."""

    article: Article
    next: str = ""
    """The address of the article's next page; empty if there is none."""
    told: bool = False
    """A person's rules for the site say where it is: it is asked for whatever it looks like."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker process is to do: a feed or a page."""

    feed: FeedJob | None = None
    page: PageJob | None = None
    language: str = ""
    """In which it says what is wrong."""


class Asker(Protocol):
    """Whoever answers jobs: a pool of processes, or a test."""

    def ask(self, head: bytes, body: bytes) -> bytes:
        """Return the answer to a job; raises as `ProcessPool.ask` does."""
        ...

    def close(self) -> None:
        """Answer no more."""
        ...


class Digestion:
    """Reads feeds and pages; any number of threads may ask, each waits for its answer."""

    def __init__(
        self, clock: Clock, config: Callable[[], Config], asker: Asker | None = None
    ) -> None:
        """No process is started before the first job. `asker` stands in for the processes."""
        self.workers = min(os.cpu_count() or 1, MOST_WORKERS)
        """How many jobs can be done at the same time."""
        self._clock = clock
        self._config = config
        self._asker = asker or ProcessPool(
            python_module("reader.newsroom.digest_worker"), workers=self.workers, clock=clock
        )

    def feed(
        self, subscription: Subscription, response: Response, known_hashes: Iterable[str] = ()
    ) -> tuple[Response, DigestedFeed | None]:
        """Return the response and the stories in it; entries of `known_hashes` become none.

        If there are none to be had, the response says so instead: `NOT_A_FEED`, or what else
        befell the body on its way. Raises `PoolClosedError` while the program is ending.
        """
        content_type, body = response.header("content-type"), response.body
        try:
            if subscription.filter:
                body, content_type = run(subscription.filter, body, clock=self._clock), ""
        except LoadError as error:
            return _failed(response, FetchOutcome.BAD_RESPONSE, str(error)), None
        url = response.url or subscription.url
        job = FeedJob(content_type, url, self._clock.now(), tuple(known_hashes))
        try:
            digested = from_json(DigestedFeed, self._ask(Job(feed=job), body))
        except PoolClosedError:
            raise
        except WorkerError as error:
            return _failed(response, FetchOutcome.BAD_RESPONSE, str(error)), None
        except LoadError as error:
            return _failed(response, FetchOutcome.NOT_A_FEED, str(error)), None
        except CodecError:
            return _failed(response, FetchOutcome.BAD_RESPONSE, say("digest.nonsense")), None
        return response, digested

    def page(self, data: bytes, content_type: str, url: str, path: str = "") -> DigestedPage:
        """Return a page or a plain text as a story with its quotes.

        `path` names the file it comes from, if it is not from the web. Raises nothing but
        `PoolClosedError`: where there is no text, the article's provenance says why.
        """
        other = _other_kind(data, content_type)
        if other:
            return self._nothing(url, path, say("file.other_kind", what=say(f"file.{other}")))
        kind = content_type.partition(";")[0].strip().lower()
        plain = kind in _PLAIN and not data[:500].lstrip().lower().startswith(_MARKUP_SIGNS)
        rules = rules_for(url, self._config().sites)
        job = PageJob(content_type, url, self._clock.now(), rules, path, plain)
        try:
            return from_json(DigestedPage, self._ask(Job(page=job), data))
        except PoolClosedError:
            raise
        except LoadError as error:
            return self._nothing(url, path, str(error))
        except CodecError:
            return self._nothing(url, path, say("digest.nonsense"))

    def close(self) -> None:
        """End all processes at once."""
        self._asker.close()

    def _ask(self, job: Job, data: bytes) -> bytes:
        job = dataclasses.replace(job, language=spoken_language())
        return self._asker.ask(to_json(job), data)

    def _nothing(self, url: str, path: str, why: str) -> DigestedPage:
        provenance = Provenance(
            Origin.FILE if path else Origin.PAGE,
            path or url,
            fetched=None if path else self._clock.now(),
            completeness=Completeness.FAILED,
            note=why,
        )
        return DigestedPage(Article("", (), provenance, link=url))


def rules_for(url: str, sites: Mapping[str, SiteRules]) -> SiteRules:
    """Return the rules of an address: those of its host, else of what that is a part of."""
    host = urlsplit(url).hostname or ""
    while host:
        if host in sites:
            return sites[host]
        host = host.partition(".")[2]
    return SiteRules()


def _failed(response: Response, outcome: FetchOutcome, message: str) -> Response:
    return dataclasses.replace(response, outcome=outcome, message=message, body=b"")


def _other_kind(data: bytes, content_type: str) -> str:
    """What kind of file it is that has no text for us, a word of the catalogue; else empty."""
    for sign, words in _OTHER_KINDS:
        if data.startswith(sign):
            return words
    family = content_type.partition("/")[0].strip().lower()
    return {"image": "picture", "audio": "recording", "video": "film"}.get(family, "")
