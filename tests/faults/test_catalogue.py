"""Every path of the test web, by our fetcher and our parser, as its own text asks."""

from __future__ import annotations

import os
import time
import tracemalloc
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.loader.feeds.parse import parse_feed
from reader.loader.net.http import CurlFetcher, user_agent
from reader.markup.html import blocks_from_html
from reader.model.clock import SystemClock
from reader.model.errors import LoadError
from reader.model.feed import FetchOutcome, ParsedFeed
from reader.model.fetch import Request, Response
from tests.faults.catalogue import NEVER_ASKED, VISITS
from tests.faults.web import ABSENT, SCRIPT, TestWeb, running_testweb

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not SCRIPT.exists(), reason=ABSENT),
]
CLOCK = SystemClock()


@pytest.fixture(scope="module")
def started() -> Iterator[TestWeb]:
    with running_testweb("--feeds", "12") as web:
        yield web


@pytest.fixture
def web(started: TestWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestWeb:
    monkeypatch.chdir(tmp_path)  # where a command that should never run would leave its mark
    started.reset()
    return started


def fetch(web: TestWeb, path: str, patience: float = 4.0, **wishes: object) -> Response:
    fetcher = CurlFetcher(CLOCK, patience=patience)
    request = replace(Request(web.address + path, trusted=True), **wishes)  # type: ignore[arg-type]  # by name
    response = fetcher.fetch(request)
    fetcher.close()
    return response


def parse(response: Response) -> ParsedFeed | None:
    try:
        return parse_feed(response.body, response.header("content-type"), response.url)
    except LoadError:
        return None


def read(web: TestWeb, path: str) -> ParsedFeed:
    parsed = parse(fetch(web, path))
    assert parsed is not None
    return parsed


def assert_clean(text: str) -> None:
    """No character in it steers a terminal or turns the direction of others."""
    for character in text:
        assert unicodedata.category(character) != "Cc" or character in "\n\t"
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_no_path_of_the_catalogue_is_left_out(started: TestWeb) -> None:
    listed = {
        entry["path"] for entry in started.control("/__catalogue") if entry["kind"] != "control"
    }
    assert listed == VISITS.keys() | NEVER_ASKED


@pytest.mark.parametrize("path", VISITS)
def test_a_visit(web: TestWeb, path: str) -> None:
    expected = VISITS[path]
    began = time.monotonic()
    response = fetch(web, expected.path or path, expected.patience)
    parsed = parse(response) if response.outcome is FetchOutcome.OK else None
    assert time.monotonic() - began < expected.within
    assert response.outcome is expected.outcome
    assert bool(response.message) is (expected.outcome is not FetchOutcome.OK)
    assert (len(parsed.entries) if parsed else -1) == expected.entries
    if parsed and parsed.entries:
        assert parsed.entries[0].title.startswith(expected.first)
    assert response.requests == expected.requests
    assert response.received <= expected.most
    assert bool(response.body) is (expected.outcome is FetchOutcome.OK)
    assert abs(response.retry_after - expected.wait) <= 2
    assert bool(response.permanent_url) is expected.permanent
    if parsed:
        _assert_harmless(parsed)
    _assert_mannerly(web, response)
    assert list(Path.cwd().iterdir()) == []


def _assert_harmless(parsed: ParsedFeed) -> None:
    assert_clean(parsed.title + parsed.description)
    for entry in parsed.entries[:200]:
        assert_clean(entry.title + entry.author + entry.guid)
        for address in (entry.link, *(enclosure.url for enclosure in entry.enclosures)):
            assert address == "" or address.startswith(("http://", "https://"))
            assert address.isascii()
            assert address.isprintable()
        for block in blocks_from_html(entry.content_html or entry.summary_html, entry.base):
            assert_clean(block.text)
        assert "root:" not in entry.title + entry.summary_html  # of /etc/passwd


def _assert_mannerly(web: TestWeb, response: Response) -> None:
    log = web.log()
    assert sum(path["count"] for path in log.values()) == response.requests
    assert not any(path.startswith("/canary/") for path in log)
    for path in log.values():
        assert path["methods"] == {"GET": path["count"]}
        assert path["user_agents"] == {user_agent(): path["count"]}
        assert path["with_accept_gzip"] == path["count"]


@pytest.mark.parametrize("path", ["/bad/100mb", "/bad/endless", "/bad/gzip-bomb"])
def test_a_flood_stays_small_in_memory(web: TestWeb, path: str) -> None:
    tracemalloc.start()
    response = fetch(web, path, patience=30)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert response.outcome is FetchOutcome.TOO_LARGE
    assert peak < 3 * response.request.max_bytes


def test_others_go_on_while_one_hangs(web: TestWeb) -> None:
    fetcher = CurlFetcher(CLOCK, patience=2)
    ended: list[tuple[int, float]] = []
    began = time.monotonic()
    requests = [Request(web.address + "/bad/slowloris", trusted=True)] + [
        Request(f"{web.other_address}/polite/slow/{n}", trusted=True) for n in range(3)
    ]
    fetcher.fetch_all(
        requests, lambda index, _: ended.append((index, time.monotonic() - began)), lambda: False
    )
    assert [index for index, _ in ended] == [1, 2, 3, 0]
    assert ended[3][1] < 20
    assert web.most_at_once() == 1


def test_the_deadline_holds_whatever_the_server_sends(web: TestWeb) -> None:
    began = time.monotonic()
    response = fetch(web, "/bad/slowloris", patience=60, deadline=1.0)
    assert response.outcome is FetchOutcome.TIMEOUT
    assert time.monotonic() - began < 30  # its patience alone would be sixty


def test_a_chain_has_an_end(web: TestWeb) -> None:
    response = fetch(web, "/bad/redirect/chain/19")
    assert response.outcome is FetchOutcome.REDIRECTS
    assert response.requests == 6


@pytest.mark.parametrize(
    ("path", "etag", "modified"),
    [
        ("/polite/etag", '"v1"', ""),
        ("/polite/weak-etag", 'W/"v1"', ""),
        ("/polite/last-modified", "", "Mon, 07 Sep 2026 08:09:10 GMT"),
        ("/polite/odd-last-modified", "", "2026-09-07 08:09:10 +0200"),
        ("/polite/no-store", '"ns"', ""),
    ],
)
def test_validators_come_and_go_back_exactly(
    web: TestWeb, path: str, etag: str, modified: str
) -> None:
    first = fetch(web, path)
    assert (first.header("etag"), first.header("last-modified")) == (etag, modified)
    second = fetch(web, path, etag=etag, last_modified=modified)
    assert second.outcome is FetchOutcome.NOT_MODIFIED
    assert second.body == b""


def test_what_a_feed_asks_of_its_readers_is_read(web: TestWeb) -> None:
    parsed = read(web, "/polite/ttl")
    assert parsed.ttl == 180
    assert parsed.skip_hours == tuple(range(7))
    assert [day.lower() for day in parsed.skip_days] == ["sunday"]
    assert read(web, "/polite/sy").ttl == 7 * 24 * 60


def test_a_password_goes_to_its_host_and_no_further(web: TestWeb) -> None:
    secret = "reader:p:ss wörd"
    assert fetch(web, "/auth/basic", credentials=secret).outcome is FetchOutcome.OK
    away = fetch(web, "/auth/redirect-away", credentials=secret, headers=(("X-Token", "t"),))
    assert away.outcome is FetchOutcome.OK  # the other host answers 500 to whoever sends it
    assert "wörd" not in repr(away)


def test_a_feed_that_breaks_off_is_not_taken_for_whole(web: TestWeb) -> None:
    assert not read(web, "/bad/truncated").whole
    assert read(web, "/bad/junk-after").whole


def test_no_name_of_a_title_is_lost(web: TestWeb) -> None:
    titles = [entry.title for entry in read(web, "/bad/html-title").entries]
    assert titles == ["AT&T bold", "<i>twice", "1 < 2 & 3", "", "", "spaced out"]


def test_dates_are_dates_or_none(web: TestWeb) -> None:
    dates = [entry.published for entry in read(web, "/bad/dates").entries]
    assert len(dates) == 10
    assert dates[0] == 4_102_444_800  # 2100; it is the newsroom that sorts by what it saw
    assert dates[3] == 0
    assert dates[4] == 1_797_843_600
    assert dates[5:7] == [None, None]
    assert dates[7] == 1_790_002_800
    assert dates[8] == 1_789_977_600


def test_links_are_pages_or_nothing(web: TestWeb) -> None:
    links = [entry.link for entry in read(web, "/bad/links").entries]
    base = web.address
    assert links[:3] == ["", "", ""]
    assert links[3:6] == [f"{base}/rel/path", "http://127.0.0.1/proto", "http://127.0.0.1/a%20b%20c"]
    assert not any("tel:" in link for link in links)


def test_enclosures_are_files_of_the_web(web: TestWeb) -> None:
    enclosures = read(web, "/bad/enclosures").entries[0].enclosures
    addresses = {enclosure.url for enclosure in enclosures}
    assert {f"{web.address}/rel.mp3", "http://127.0.0.1/a.mp3"} <= addresses
    assert all(0 <= enclosure.length < 10**15 for enclosure in enclosures)


def test_a_body_is_read_and_nothing_in_it_is_run(web: TestWeb) -> None:
    entry = read(web, "/bad/body-html").entries[0]
    blocks = blocks_from_html(entry.content_html or entry.summary_html, entry.base)
    text = "\n".join(block.text for block in blocks)
    assert "Hello bold both" in text
    assert "fetch(" not in text
    assert "@import" not in text
    assert {"a", "b", "one", "two", "deep"} <= {block.text for block in blocks}
    assert any(block.text == "  code\n    here" for block in blocks)


def test_text_a_thousand_deep_is_found(web: TestWeb) -> None:
    entry = read(web, "/bad/deep-html").entries[0]
    blocks = blocks_from_html(entry.content_html or entry.summary_html)
    assert [block.text for block in blocks] == ["deep"]


@pytest.mark.skipif(os.name != "posix", reason="counts open files by /dev/fd")
def test_nothing_stays_open(web: TestWeb) -> None:
    fetch(web, "/bad/target")
    before = len(os.listdir("/dev/fd"))
    for _ in range(20):
        fetch(web, "/bad/target")
        fetch(web, "/bad/reset-at-once")
    assert len(os.listdir("/dev/fd")) <= before + 2
