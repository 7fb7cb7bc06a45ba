"""The door to the network, against a server of our own on the loopback.

The server records what was sent to it; what the client makes of the answers is asserted as values.
"""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reader.loader.net.curl import SOCKET_BAD, socket_opener
from reader.loader.net.http import CurlFetcher, user_agent
from reader.loader.net.transfer import Transfer
from reader.model.clock import SystemClock
from reader.model.feed import FetchOutcome
from reader.model.fetch import Request, Response
from tests.fakes import FakeClock


class Web:
    """What the server says at each path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.under_way = self.most_at_once = 0
        self.lock = threading.Lock()
        self.gate = threading.Event()
        self.gate.set()
        self.address = ""

    def put(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, named, body)
        return self.address + path


@pytest.fixture
def web() -> Iterator[Web]:
    web = Web()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with web.lock:
                web.under_way += 1
                web.most_at_once = max(web.most_at_once, web.under_way)
                web.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            web.gate.wait(5)
            status, headers, body = web.answers.get(self.path, (404, {}, b""))
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            with web.lock:
                web.under_way -= 1

        def log_message(self, *_: Any) -> None:
            """Tests read `asked` instead."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    web.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield web
    web.gate.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Iterator[CurlFetcher]:
    fetcher = CurlFetcher(SystemClock())
    yield fetcher
    fetcher.close()


def ask(fetcher: CurlFetcher, url: str, **fields: Any) -> Response:
    return fetcher.fetch(Request(url, **{"trusted": True, **fields}))


def test_a_page_comes_whole_and_we_say_who_we_are(web: Web, fetcher: CurlFetcher) -> None:
    answer = ask(fetcher, web.put("/feed", b"<rss/>", Content_Type="application/rss+xml"))
    assert (answer.outcome, answer.body, answer.requests) == (FetchOutcome.OK, b"<rss/>", 1)
    assert answer.header("content-type") == "application/rss+xml"
    headers = web.asked[0][1]
    assert headers["user-agent"] == user_agent()
    assert headers["accept-encoding"] == "gzip"
    assert "referer" not in headers
    assert "cookie" not in headers


def test_validators_are_sent_exactly_and_a_304_has_no_body(web: Web, fetcher: CurlFetcher) -> None:
    url = web.put("/feed", b"<rss/>", ETag='W/"a, b"')
    first = ask(fetcher, url)
    again = ask(fetcher, url, etag=first.header("etag"), last_modified="Fri, 1 Jan 2027 8:00 GMT")
    assert (again.outcome, again.body) == (FetchOutcome.NOT_MODIFIED, b"")
    assert web.asked[1][1]["if-none-match"] == 'W/"a, b"'
    assert web.asked[1][1]["if-modified-since"] == "Fri, 1 Jan 2027 8:00 GMT"


def test_a_packed_body_is_unpacked_up_to_the_limit(web: Web, fetcher: CurlFetcher) -> None:
    small = web.put("/small", gzip.compress(b"story " * 99), Content_Encoding="gzip")
    bomb = web.put("/bomb", gzip.compress(b"\0" * 5_000_000), Content_Encoding="gzip")
    assert ask(fetcher, small).body == b"story " * 99
    answer = ask(fetcher, bomb, max_bytes=100_000)
    assert (answer.outcome, answer.body) == (FetchOutcome.TOO_LARGE, b"")
    assert "larger than 100 kB" in answer.message


def test_redirects_are_followed_and_the_lasting_ones_told(web: Web, fetcher: CurlFetcher) -> None:
    web.put("/new", b"here")
    web.put("/half", status=302, Location="/new")
    old = web.put("/old", status=301, Location="/half")
    answer = ask(fetcher, old)
    assert (answer.body, answer.url, answer.requests) == (b"here", web.address + "/new", 3)
    assert answer.permanent_url == web.address + "/half"


def test_circles_and_other_schemes_end_in_words(web: Web, fetcher: CurlFetcher) -> None:
    circle = ask(fetcher, web.put("/a", status=302, Location="/a"))
    file = ask(fetcher, web.put("/b", status=302, Location="file:///etc/passwd"))
    assert (circle.outcome, circle.requests) == (FetchOutcome.REDIRECTS, 1)
    assert (file.outcome, file.body) == (FetchOutcome.FORBIDDEN_ADDRESS, b"")


def test_nobody_leads_us_to_this_machine_unasked(web: Web, fetcher: CurlFetcher) -> None:
    url = web.put("/private", b"secret")
    answer = ask(fetcher, url, trusted=False)
    assert (answer.outcome, web.asked) == (FetchOutcome.FORBIDDEN_ADDRESS, [])


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (401, FetchOutcome.REFUSED),
        (404, FetchOutcome.NOT_FOUND),
        (410, FetchOutcome.GONE),
        (500, FetchOutcome.SERVER_ERROR),
        (418, FetchOutcome.BAD_RESPONSE),
        (304, FetchOutcome.BAD_RESPONSE),
    ],
)
def test_every_status_has_words(
    web: Web, fetcher: CurlFetcher, status: int, outcome: FetchOutcome
) -> None:
    answer = ask(fetcher, web.put("/x", status=status))
    assert (answer.outcome, answer.status) == (outcome, status)
    assert answer.message.endswith(".")


def test_a_host_that_asks_for_a_pause_gets_it(web: Web, fetcher: CurlFetcher) -> None:
    busy = web.put("/busy", status=429, Retry_After="120")
    first = ask(fetcher, busy)
    second = ask(fetcher, web.put("/other", b"x"))
    assert (first.outcome, first.retry_after) == (FetchOutcome.WAIT, 120)
    assert second.outcome is FetchOutcome.WAIT
    assert [path for path, _ in web.asked] == ["/busy"]


def test_a_pause_of_a_host_ends() -> None:
    clock = FakeClock()
    fetcher = CurlFetcher(clock)
    fetcher.pause(("courier.example", 443), 120)
    assert fetcher.pause_left(("courier.example", 80)) == 0
    assert fetcher.pause_left(("courier.example", 443)) == 120
    clock.advance(119.5)
    assert fetcher.pause_left(("courier.example", 443)) == 1
    clock.advance(0.5)
    assert fetcher.pause_left(("courier.example", 443)) == 0


def test_two_calls_share_a_host_one_after_the_other() -> None:
    fetcher, host = CurlFetcher(FakeClock()), ("courier.example", 443)
    assert fetcher.take_host(host)
    assert not fetcher.take_host(host)
    assert fetcher.take_host(("courier.example", 80))
    fetcher.free_host(host)
    assert fetcher.take_host(host)


def test_no_socket_is_opened_to_a_private_address() -> None:
    open_socket = socket_opener(Transfer(0, Request("https://courier.example/")))

    class Address(NamedTuple):
        family: int
        socktype: int
        protocol: int
        addr: tuple[str, int]

    for private in ("127.0.0.1", "192.168.1.1", "169.254.169.254"):
        address = Address(socket.AF_INET, socket.SOCK_STREAM, 0, (private, 443))
        assert open_socket(0, address) == SOCKET_BAD
    public = Address(socket.AF_INET, socket.SOCK_STREAM, 0, ("93.184.216.34", 443))
    with open_socket(0, public) as opened:
        assert opened.family == socket.AF_INET


def test_proxies_of_the_environment_are_not_used(
    web: Web, fetcher: CurlFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert ask(fetcher, web.put("/feed", b"<rss/>")).body == b"<rss/>"


def test_one_request_at_a_time_for_a_host(web: Web, fetcher: CurlFetcher) -> None:
    urls = [web.put(f"/{number}", b"x" * 10) for number in range(12)]
    answers: dict[int, Response] = {}
    fetcher.fetch_all(
        [Request(url, trusted=True) for url in urls], answers.__setitem__, lambda: False
    )
    assert sorted(answers) == list(range(12))
    assert {answer.outcome for answer in answers.values()} == {FetchOutcome.OK}
    assert web.most_at_once == 1


def test_nothing_more_is_asked_while_there_is_no_room(web: Web, fetcher: CurlFetcher) -> None:
    urls = [web.put(f"/{number}", b"x") for number in range(4)]
    waiting: list[int] = []
    most: list[int] = []

    def room() -> bool:
        most.append(len(waiting))
        if waiting and len(most) % 3 == 0:
            waiting.pop()
        return not waiting

    fetcher.fetch_all(
        [Request(url, trusted=True) for url in urls],
        lambda index, _: waiting.append(index),
        lambda: False,
        room,
    )
    assert len(web.asked) == 4
    assert max(most) == 1


def test_a_run_that_is_cancelled_ends_without_its_answers(web: Web, fetcher: CurlFetcher) -> None:
    web.gate.clear()
    url = web.put("/slow", b"x")
    answers: list[Response] = []
    fetcher.fetch_all(
        [Request(url, trusted=True)],
        lambda _, answer: answers.append(answer),
        lambda: bool(web.asked),
    )
    assert answers == []


def test_a_deadline_holds_for_everything(web: Web, fetcher: CurlFetcher) -> None:
    web.gate.clear()
    answer = ask(fetcher, web.put("/slow", b"x"), deadline=0.2)
    assert (answer.outcome, answer.body) == (FetchOutcome.TIMEOUT, b"")


def test_a_body_that_breaks_off_is_not_used(web: Web, fetcher: CurlFetcher) -> None:
    answer = ask(fetcher, web.put("/short", b"half a sto", Content_Length="2000"), deadline=1.0)
    assert answer.body == b""
    assert answer.outcome in (FetchOutcome.BAD_RESPONSE, FetchOutcome.TIMEOUT)


def test_headers_and_credentials_are_for_their_server_only(web: Web, fetcher: CurlFetcher) -> None:
    elsewhere = web.address.replace("127.0.0.1", "localhost")
    web.put("/there", b"x")
    url = web.put("/here", status=302, Location=elsewhere + "/there")
    ask(fetcher, url, headers=(("X-Token", "abc"),), credentials="mara:secret")
    first, second = (headers for _, headers in web.asked)
    assert (first["x-token"], first["authorization"][:6]) == ("abc", "Basic ")
    assert "x-token" not in second
    assert "authorization" not in second


def test_a_missing_file_of_cookies_is_said_and_keeps_nobody_from_reading(
    web: Web, fetcher: CurlFetcher
) -> None:
    answer = ask(fetcher, web.put("/members", b"x"), cookies="/nowhere/jar.txt")
    assert (answer.outcome, answer.body) == (FetchOutcome.OK, b"x")
    assert "/nowhere/jar.txt" in answer.message
    assert "cookie" not in web.asked[0][1]


def test_cookies_of_the_persons_file_are_sent_and_none_is_kept(
    web: Web, fetcher: CurlFetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "jar.txt").write_text("127.0.0.1\tFALSE\t/\tFALSE\t0\tpass\tabc\n")
    url = web.put("/x", b"x", Set_Cookie="track=1")
    ask(fetcher, url, cookies="~/jar.txt")
    ask(fetcher, url, cookies="~/jar.txt")
    ask(fetcher, url)
    assert [headers.get("cookie") for _, headers in web.asked] == ["pass=abc", "pass=abc", None]


def test_a_proxy_that_does_not_answer_is_named(web: Web, fetcher: CurlFetcher) -> None:
    answer = ask(fetcher, web.put("/x", b"x"), proxy="http://127.0.0.1:1")
    assert (answer.outcome, web.asked) == (FetchOutcome.UNREACHABLE, [])
    assert "proxy" in answer.message


def test_a_header_cannot_smuggle_a_second_one(web: Web, fetcher: CurlFetcher) -> None:
    ask(fetcher, web.put("/x", b"x"), headers=(("X-Note", "a\r\nX-Evil: b"),))
    assert "x-evil" not in web.asked[0][1]


def test_no_way_there_and_no_way_anywhere_are_told_apart(web: Web) -> None:
    here = CurlFetcher(SystemClock(), online=lambda: True)
    away = CurlFetcher(SystemClock(), online=lambda: False)
    closed = "http://127.0.0.1:9/"
    assert ask(here, closed).outcome is FetchOutcome.UNREACHABLE
    assert ask(away, closed).outcome is FetchOutcome.OFFLINE


def test_a_closed_fetcher_asks_nobody(web: Web, fetcher: CurlFetcher) -> None:
    fetcher.close()
    assert ask(fetcher, web.put("/x", b"x")).outcome is FetchOutcome.UNREACHABLE
    assert web.asked == []
