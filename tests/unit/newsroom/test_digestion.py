from __future__ import annotations

import sys

import pytest

from reader.loader.workers.process_pool import PoolClosedError, WorkerError
from reader.model.article import Article, Block, BlockKind, Completeness, Origin, Provenance
from reader.model.errors import LoadError
from reader.model.feed import Entry, FetchOutcome, ParsedFeed, Subscription
from reader.model.fetch import Request, Response
from reader.model.site import SiteRules
from reader.newsroom.digestion import DigestedFeed, DigestedPage, Digestion, Job, rules_for
from reader.settings.config import Config
from reader.store.codec import from_json, to_json
from reader.wording.catalogue import say
from tests.fakes import FakeClock

URL = "https://courier.example/feed.xml"
FEED = Subscription(URL)
STORY = Article(
    "The ferry floats",
    (Block(BlockKind.PARAGRAPH, "It does."),),
    Provenance(Origin.FEED, URL),
)
DIGESTED = DigestedFeed(ParsedFeed(title="Courier", entries=(Entry("1"),)), (STORY,), ("h",))
RULES = SiteRules(title="h2")


class Answering:
    """Answers every job the same, or fails the same, and remembers what it was asked."""

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer
        self.jobs: list[Job] = []
        self.bodies: list[bytes] = []

    def ask(self, head: bytes, body: bytes) -> bytes:
        self.jobs.append(from_json(Job, head))
        self.bodies.append(body)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def close(self) -> None:
        self.answer = PoolClosedError("closed")


def digestion(asker: Answering) -> Digestion:
    return Digestion(FakeClock(), lambda: Config(sites={"courier.example": RULES}), asker)


def got(body: bytes = b"<rss/>", content_type: str = "text/xml") -> Response:
    headers = (("content-type", content_type),)
    return Response(Request(URL), FetchOutcome.OK, URL, 200, headers, body)


def test_a_feed_becomes_stories() -> None:
    asker = Answering(to_json(DIGESTED))
    response = got()
    assert digestion(asker).feed(FEED, response) == (response, DIGESTED)
    job = asker.jobs[0].feed
    assert job is not None
    assert (job.content_type, job.url, job.fetched) == ("text/xml", URL, FakeClock().now())
    assert asker.bodies == [b"<rss/>"]


@pytest.mark.parametrize(
    ("answer", "outcome", "words"),
    [
        (LoadError("That is a web page."), FetchOutcome.NOT_A_FEED, "That is a web page."),
        (WorkerError("It takes too long."), FetchOutcome.BAD_RESPONSE, "It takes too long."),
        (b"{}", FetchOutcome.BAD_RESPONSE, say("digest.nonsense")),
        (b"\xff", FetchOutcome.BAD_RESPONSE, say("digest.nonsense")),
    ],
)
def test_what_cannot_be_read_says_why(
    answer: bytes | Exception, outcome: FetchOutcome, words: str
) -> None:
    response, digested = digestion(Answering(answer)).feed(FEED, got())
    assert digested is None
    assert (response.outcome, response.message, response.body) == (outcome, words, b"")
    assert response.status == 200


def test_a_closing_program_says_nothing_about_a_feed() -> None:
    asker = Answering(b"")
    rooms = digestion(asker)
    rooms.close()
    with pytest.raises(PoolClosedError):
        rooms.feed(FEED, got())
    with pytest.raises(PoolClosedError):
        rooms.page(b"<p>Hello", "text/html", URL)


def test_a_filter_stands_between_the_web_and_the_reader() -> None:
    asker = Answering(to_json(DIGESTED))
    code = "import sys; sys.stdout.write(sys.stdin.read().upper())"
    filtered = Subscription(URL, filter=(sys.executable, "-c", code))
    response, _ = digestion(asker).feed(filtered, got(b"<rss>a</rss>", "text/xml; charset=cp1251"))
    assert asker.bodies == [b"<RSS>A</RSS>"]
    job = asker.jobs[0].feed
    assert job is not None
    assert job.content_type == ""  # what the server said is not true of the filter's output
    assert response.body == b"<rss>a</rss>"


def test_a_filter_that_fails_is_that_feeds_trouble() -> None:
    asker = Answering(to_json(DIGESTED))
    broken = Subscription(URL, filter=(sys.executable, "-c", "raise SystemExit(2)"))
    response, digested = digestion(asker).feed(broken, got())
    assert digested is None
    assert response.outcome is FetchOutcome.BAD_RESPONSE
    assert "ended with status 2" in response.message
    assert asker.jobs == []


def test_a_page_is_read_by_the_rules_of_its_site() -> None:
    asker = Answering(to_json(DigestedPage(STORY)))
    read = digestion(asker).page(b"<p>Hi", "text/html", "https://www.courier.example/a")
    assert read == DigestedPage(STORY)
    job = asker.jobs[0].page
    assert job is not None
    assert (job.rules, job.plain, job.path) == (RULES, False, "")


@pytest.mark.parametrize(
    ("url", "rules"),
    [
        ("https://courier.example/a", RULES),
        ("https://m.news.courier.example/a", RULES),
        ("https://notcourier.example/a", SiteRules()),
        ("", SiteRules()),
    ],
)
def test_rules_of_a_site_hold_for_its_parts(url: str, rules: SiteRules) -> None:
    assert rules_for(url, {"courier.example": RULES}) == rules


@pytest.mark.parametrize(
    ("data", "content_type", "plain"),
    [
        (b"Hello.", "text/plain; charset=utf-8", True),
        (b"# Hello", "text/markdown", True),
        (b"  <!DOCTYPE html><p>Hello", "text/plain", False),
        (b"Hello.", "", False),
    ],
)
def test_plain_text_is_told_from_pages(data: bytes, content_type: str, plain: bool) -> None:
    asker = Answering(to_json(DigestedPage(STORY)))
    digestion(asker).page(data, content_type, "", path="story.txt")
    job = asker.jobs[0].page
    assert job is not None
    assert (job.plain, job.path) == (plain, "story.txt")


@pytest.mark.parametrize(
    ("data", "content_type", "words"),
    [
        (b"%PDF-1.7", "application/pdf", "This is a PDF document, not a page with text."),
        (b"\x89PNG\r\n", "text/html", "This is a picture, not a page with text."),
        (b"....", "audio/mpeg", "This is a recording, not a page with text."),
    ],
)
def test_what_is_no_page_is_not_tried(data: bytes, content_type: str, words: str) -> None:
    asker = Answering(b"")
    article = digestion(asker).page(data, content_type, "https://a.example/x").article
    assert asker.jobs == []
    assert article.blocks == ()
    assert article.provenance.completeness is Completeness.FAILED
    assert article.provenance.note == words


@pytest.mark.parametrize(
    ("answer", "words"),
    [(WorkerError("It takes too long."), "It takes too long."), (b"{}", say("digest.nonsense"))],
)
def test_a_page_that_cannot_be_read_is_an_article_that_says_why(
    answer: bytes | Exception, words: str
) -> None:
    read = digestion(Answering(answer))
    article = read.page(b"<p>", "text/html", "https://a.example/x").article
    assert article.provenance == Provenance(
        Origin.PAGE,
        "https://a.example/x",
        fetched=FakeClock().now(),
        completeness=Completeness.FAILED,
        note=words,
    )
