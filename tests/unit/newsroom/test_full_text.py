from __future__ import annotations

import dataclasses
import logging
import threading
from collections import Counter

import pytest

from reader.loader.pages.next_page import MOST_PAGES
from reader.loader.workers.process_pool import PoolClosedError, WorkerError
from reader.model.article import Article, Block, BlockKind, Completeness, Origin, Provenance
from reader.model.feed import FetchOutcome, Subscription
from reader.newsroom.digestion import DigestedPage, Digestion, Job
from reader.newsroom.full_text import Budget, FullTextRun, WantedPage, request_for_page
from reader.newsroom.full_text_report import report_of
from reader.settings.config import Config
from reader.store.codec import from_json, to_json
from tests.fakes import FakeClock, FakeFetcher

FEED = Subscription(
    "https://courier.example/feed.xml",
    user_agent="me/1",
    headers=(("X-Token", "t"),),
    credentials=("pass", "news"),
)
WHOLE = Article(
    "The ferry floats",
    (Block(BlockKind.PARAGRAPH, "It does."),),
    Provenance(Origin.PAGE, "https://courier.example/1"),
)


class Answering:
    """Answers by what stands in the page: its words, or the error of that name.

    The next page's address stands behind ``>``.
    """

    def ask(self, head: bytes, body: bytes) -> bytes:
        if body == b"hostile":
            raise WorkerError("It takes too long.")
        if body == b"closing":
            raise PoolClosedError("closing")
        completeness = Completeness.PAYWALL if body == b"paywall" else Completeness.WHOLE
        page = from_json(Job, head).page
        assert page is not None
        provenance = dataclasses.replace(
            WHOLE.provenance, url=page.url, completeness=completeness
        )
        words, _, following = body.decode().partition(">")
        blocks = (Block(BlockKind.PARAGRAPH, words),)
        article = dataclasses.replace(WHOLE, provenance=provenance, blocks=blocks)
        return to_json(DigestedPage(article, following, told=words.startswith("Told")))

    def close(self) -> None:
        """Nothing to end."""


class Pages:
    """A run over pages of the courier, and what came of it."""

    def __init__(self, budget: Budget | None = None) -> None:
        self.web = FakeFetcher()
        self.clock = FakeClock()
        self.takes = 0
        """Seconds that storing a text takes."""
        self.kept: dict[int, Article] = {}
        self.failed: dict[int, str] = {}
        self.gone: set[int] = set()
        self.asked: list[tuple[int, ...]] = []
        self.threads: set[str] = set()
        self.run = FullTextRun(
            fetcher=self.web,
            digestion=Digestion(FakeClock(), Config, Answering()),
            clock=self.clock,
            keep=self.keep,
            failed=self.fail,
            asked=self.asked.append,
            budget=budget or Budget(),
        )

    def keep(self, story: int, article: Article) -> None:
        self.threads.add(threading.current_thread().name)
        self.kept[story] = article
        self.clock.advance(self.takes)

    def fail(self, story: int, reason: str, gone: bool) -> None:
        self.failed[story] = reason
        if gone:
            self.gone.add(story)

    def wanted(self, *bodies: str) -> list[WantedPage]:
        pages = []
        for number, body in enumerate(bodies, start=1):
            url = f"https://courier.example/{number}"
            if body:
                self.web.page(url, body)
            pages.append(WantedPage(number, url, FEED))
        return pages


def test_pages_become_texts_and_failures_have_reasons() -> None:
    pages = Pages()
    report = pages.run.run(pages.wanted("a", "paywall", "", "hostile", "b"))
    assert sorted(pages.kept) == [1, 2, 5]
    assert pages.gone == {3}
    assert pages.asked == [(1, 2, 3, 4, 5), ()]
    assert pages.failed == {3: "The page is no longer there.", 4: "It takes too long."}
    assert (report.stories, report.whole, report.paywall, report.failed) == (5, 2, 1, 2)
    assert report.sentence().startswith("5 stories, 2 whole, 1 behind a paywall, 2 failed, because")


def test_without_a_network_pages_stay_wanted_and_the_run_ends() -> None:
    pages = Pages()
    wanted = pages.wanted("", "b")
    pages.web.down(wanted[0].link, FetchOutcome.OFFLINE, "There is no network.")
    report = pages.run.run(wanted)
    assert (pages.failed, pages.gone) == ({}, set())
    assert (report.failed, report.limit) == (0, "offline")
    assert report.waiting + report.whole == 2
    assert "left for later, this machine is offline" in report.sentence()


def test_an_article_of_several_pages_is_joined_and_counts_once() -> None:
    pages = Pages()
    one, two = "https://courier.example/1", "https://courier.example/1?page=2"
    pages.web.page(two, f'“It floats,” said Mara Okafor.>{one}')
    report = pages.run.run(pages.wanted(f"She rose at six.>{two}"))
    article = pages.kept[1]
    assert article.text == "She rose at six.\n\n“It floats,” said Mara Okafor."
    assert [quote.speaker for quote in article.quotes] == ["Mara Okafor"]
    assert article.provenance.note == "Joined from 2 pages."
    assert (report.stories, report.whole, report.failed) == (1, 1, 0)
    assert pages.web.asked == [one, two]


@pytest.mark.parametrize(
    ("second", "per_host", "why"),
    [("", 0, "no longer there"), ("hostile", 0, "too long"), ("more", 1, "no more may be fetched")],
)
def test_pages_that_do_not_come_leave_those_that_did(
    second: str, per_host: int, why: str
) -> None:
    pages = Pages(Budget(per_host=per_host))
    two = "https://courier.example/1?page=2"
    if second:
        pages.web.page(two, second)
    report = pages.run.run(pages.wanted(f"She rose at six.>{two}"))
    kept = pages.kept[1]
    assert kept.text == "She rose at six."
    assert kept.provenance.completeness is Completeness.PART
    assert why in kept.provenance.note
    assert (report.stories, report.whole, report.failed) == (1, 0, 1)


def test_a_next_page_that_a_person_named_is_believed_whatever_its_address() -> None:
    further = "https://courier.example/on-the-ferry"
    for first, texts in (("Told: one", "Told: one\n\nTwo."), ("One", "One")):
        pages = Pages()
        pages.web.page(further, "Two.")
        wanted = pages.wanted(f"{first}>{further}")
        wanted[0] = dataclasses.replace(wanted[0], link="https://courier.example/story/7")
        pages.web.page(wanted[0].link, f"{first}>{further}")
        pages.run.run(wanted)
        assert pages.kept[1].text == texts


def test_an_article_without_end_ends() -> None:
    pages = Pages()
    for number in range(2, 60):
        url = f"https://courier.example/1?page={number}"
        pages.web.page(url, f"Page {number}.>https://courier.example/1?page={number + 1}")
    pages.run.run(pages.wanted("Page 1.>https://courier.example/1?page=2"))
    assert len(pages.kept[1].blocks) == MOST_PAGES
    assert "more than can be joined" in pages.kept[1].provenance.note


def test_reading_holds_up_no_fetching() -> None:
    pages = Pages()
    pages.run.run(pages.wanted("a"))
    assert threading.current_thread().name not in pages.threads


def test_a_host_and_a_run_have_their_budgets() -> None:
    few = Pages(Budget(per_host=2))
    report = few.run.run(few.wanted("a", "b", "c", "d"))
    assert (report.stories, report.waiting, report.limit) == (2, 2, "host")
    assert report.sentence().endswith("2 left for later, one run asks no host for more.")
    small = Pages(Budget(bytes=10))
    report = small.run.run(small.wanted(*["x" * 5] * 100))
    assert report.limit == "bytes"
    assert 2 <= report.stories == 100 - report.waiting < 20


def test_a_run_ends_when_its_time_is_over_and_keeps_what_came() -> None:
    pages = Pages(Budget(seconds=60))
    pages.takes = 40
    report = pages.run.run(pages.wanted(*["x"] * 100))
    assert report.limit == "time"
    assert 2 <= report.stories == len(pages.kept) == 100 - report.waiting < 20


def test_closing_counts_no_page_as_failed(caplog: pytest.LogCaptureFixture) -> None:
    pages = Pages()
    with caplog.at_level(logging.WARNING):
        pages.run.run(pages.wanted("closing"))
    assert pages.failed == {}
    assert caplog.records == []


@pytest.mark.parametrize(
    ("link", "at_home"),
    [
        ("https://courier.example/1", True),
        ("https://stranger.example/1", False),
        ("http://courier.example/1", False),
    ],
)
def test_secrets_go_to_the_feeds_own_server_alone(link: str, at_home: bool) -> None:
    request = request_for_page(WantedPage(1, link, FEED))
    assert request.user_agent == "me/1"
    assert request.headers == (FEED.headers if at_home else ())
    assert request.credentials_command == (FEED.credentials if at_home else ())


@pytest.mark.parametrize(
    ("feed", "link", "trusted"),
    [
        ("http://127.0.0.1:8000/feed", "http://127.0.0.1:8000/1", True),
        ("http://127.0.0.1:8000/feed", "http://127.0.0.1:9000/1", False),
        ("https://courier.example/feed", "https://courier.example/1", False),
        ("https://courier.example/feed", "http://192.168.0.1/", False),
    ],
)
def test_a_private_network_is_reached_only_from_within(
    feed: str, link: str, trusted: bool
) -> None:
    assert request_for_page(WantedPage(1, link, Subscription(feed))).trusted is trusted


def test_stored_texts_are_counted_by_what_is_true_of_them() -> None:
    notes = {Completeness.FAILED: "The server answered 500.", Completeness.PART: "It is long."}
    kinds = [*Completeness, Completeness.WHOLE, Completeness.FAILED]
    report = report_of(Counter((kind, notes.get(kind, "No text.")) for kind in kinds))
    assert (report.stories, report.whole, report.paywall, report.summaries) == (9, 2, 1, 1)
    assert report.failed == 5
    assert report.sentence() == (
        "9 stories, 2 whole, 1 behind a paywall, 5 failed, because no text, "
        "1 summary."
    )


def test_a_private_network_is_reached_where_a_person_allowed_it() -> None:
    feed = Subscription("https://courier.example/feed", private_network=True)
    assert request_for_page(WantedPage(1, "http://192.168.0.1/", feed)).trusted
