"""One request over its redirects and limits. The transfer is told what arrives: no network."""

from __future__ import annotations

from typing import Any

import pytest

from reader.loader.net.redirects import MOST_REDIRECTS
from reader.loader.net.transfer import MOST_ERROR_BODY, MOST_HEADER_BYTES, MOST_HEADERS, Transfer
from reader.model.feed import FetchOutcome
from reader.model.fetch import Request, Response

NOW = 1_800_000_000
FEED = "https://courier.example/feed"
PUBLIC, PRIVATE = "93.184.216.34", "192.168.1.1"


def transfer(url: str = FEED, **fields: Any) -> Transfer:
    return Transfer(0, Request(url, **fields))


def answered(
    hop: Transfer,
    status: int = 200,
    body: bytes = b"",
    *,
    address: str = PUBLIC,
    **headers: str,
) -> Response | None:
    """Let a hop get a whole answer from a server at `address`."""
    if not hop.may_connect(address):
        return hop.finish(42, "Operation was aborted by an application callback", NOW)
    lines = [f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items()]
    for line in (f"HTTP/1.1 {status} So\r\n", *lines, "\r\n"):
        if not hop.on_header(line.encode("latin-1")):
            return hop.finish(23, "Failed writing header", NOW)
    if body and not hop.on_body(body):
        return hop.finish(23, "Failed writing body", NOW)
    return hop.finish(0, "", NOW)


def response(hop: Transfer, status: int = 200, body: bytes = b"", **headers: str) -> Response:
    """Return the response that a hop ends with."""
    ended = answered(hop, status, body, **headers)
    assert ended is not None
    return ended


def redirected(hop: Transfer, target: str, status: int = 302) -> None:
    """Let a hop be redirected to another one."""
    assert answered(hop, status, location=target) is None
    assert hop.url == target


# Secrets.


@pytest.mark.parametrize(
    ("targets", "may"),
    [
        ((), True),
        (("https://courier.example/new",), True),
        (("http://courier.example/feed",), False),
        (("https://elsewhere.example/feed",), False),
        (("https://courier.example:8443/feed",), False),
        (("http://courier.example/feed", "http://courier.example/new"), False),
        (("https://elsewhere.example/feed", "https://elsewhere.example/new"), False),
        (("https://elsewhere.example/feed", "https://courier.example/new"), True),
    ],
)
def test_secrets_are_for_the_origin_of_the_first_address(
    targets: tuple[str, ...], may: bool
) -> None:
    hop = transfer(headers=(("X-Token", "abc"),), credentials="mara:secret")
    for target in targets:
        redirected(hop, target)
    assert hop.may_know_secrets is may


def test_secrets_do_not_follow_from_https_to_http_on_one_port() -> None:
    hop = transfer("https://courier.example:8443/feed", credentials="mara:secret")
    redirected(hop, "http://courier.example:8443/feed")
    assert not hop.may_know_secrets


def test_secrets_follow_from_http_to_https() -> None:
    hop = transfer("http://courier.example/feed", credentials="mara:secret")
    redirected(hop, FEED)
    assert hop.may_know_secrets


# Redirects.


def test_so_many_redirects_are_followed_and_no_more() -> None:
    hop = transfer()
    for number in range(MOST_REDIRECTS):
        redirected(hop, f"{FEED}/{number}")
    end = response(hop, 302, location=f"{FEED}/more")
    assert (end.outcome, end.requests) == (FetchOutcome.REDIRECTS, MOST_REDIRECTS + 1)


def test_a_circle_ends_at_once() -> None:
    hop = transfer()
    redirected(hop, f"{FEED}/a")
    assert response(hop, 302, location=FEED).outcome is FetchOutcome.REDIRECTS


@pytest.mark.parametrize(
    ("statuses", "permanent"),
    [((301,), 1), ((308, 301), 2), ((301, 302, 301), 1), ((302, 301), 0), ((307,), 0)],
)
def test_permanent_are_the_redirects_before_the_first_temporary_one(
    statuses: tuple[int, ...], permanent: int
) -> None:
    hop = transfer()
    for number, status in enumerate(statuses, start=1):
        redirected(hop, f"{FEED}/{number}", status)
    end = response(hop, body=b"<rss/>")
    assert end.permanent_url == (f"{FEED}/{permanent}" if permanent else "")
    assert end.url == f"{FEED}/{len(statuses)}"


def test_a_redirect_without_an_address_is_said() -> None:
    assert response(transfer(), 302).outcome is FetchOutcome.REDIRECTS


def test_the_time_of_all_hops_counts_against_the_deadline() -> None:
    hop = transfer(deadline=30.0)
    hop.seconds += 12.0
    redirected(hop, f"{FEED}/new")
    assert hop.left == 18.0


# Private networks.


def test_a_public_name_may_not_resolve_to_a_private_address() -> None:
    end = answered(transfer(), address=PRIVATE)
    assert end is not None
    assert end.outcome is FetchOutcome.FORBIDDEN_ADDRESS
    assert PRIVATE in end.message


def test_a_redirect_into_a_private_network_is_refused_before_it_is_asked() -> None:
    end = response(transfer(), 302, location="http://192.168.1.1/admin")
    assert end.outcome is FetchOutcome.FORBIDDEN_ADDRESS


def test_a_public_server_of_a_trusted_address_may_not_lead_into_a_private_network() -> None:
    hop = transfer(trusted=True)
    assert response(hop, 302, location="http://printer.local/").outcome is (
        FetchOutcome.FORBIDDEN_ADDRESS
    )
    hop = transfer(trusted=True)
    redirected(hop, "https://elsewhere.example/")
    assert not hop.may_connect(PRIVATE)


def test_a_private_server_of_a_trusted_address_may_lead_to_another_one() -> None:
    hop = transfer("http://printer.local/feed", trusted=True)
    assert answered(hop, 302, address=PRIVATE, location="http://192.168.1.2/feed") is None
    end = answered(hop, body=b"<rss/>", address="192.168.1.2")
    assert end is not None
    assert (end.outcome, end.private) == (FetchOutcome.OK, True)


# Limits.


def test_a_body_over_the_limit_is_stopped_by_its_length_or_its_bytes() -> None:
    hop = transfer(max_bytes=100)
    assert hop.on_header(b"HTTP/1.1 200 OK\r\n")
    assert hop.on_header(b"Content-Length: 101\r\n")
    assert not hop.on_body(b"x")
    assert response(transfer(max_bytes=100), body=b"x" * 101).outcome is FetchOutcome.TOO_LARGE
    assert response(transfer(max_bytes=100), body=b"x" * 100).outcome is FetchOutcome.OK


def test_the_body_of_an_error_is_read_so_far_and_dropped() -> None:
    hop = transfer()
    assert hop.on_header(b"HTTP/1.1 404 Not Found\r\n")
    assert hop.on_body(b"x" * MOST_ERROR_BODY)
    assert not hop.on_body(b"x")
    end = hop.finish(23, "Failed writing body", NOW)
    assert end is not None
    assert (end.outcome, end.body) == (FetchOutcome.NOT_FOUND, b"")


def test_headers_are_bounded_in_number_and_size() -> None:
    allowed: dict[str, Any] = {f"x_{number}": "y" for number in range(MOST_HEADERS)}
    assert response(transfer(), body=b"<rss/>", **allowed).outcome is FetchOutcome.OK
    too_many: dict[str, Any] = {**allowed, "x": "y"}
    too_large: dict[str, Any] = {"x": "y" * MOST_HEADER_BYTES}
    for headers in (too_many, too_large):
        end = response(transfer(), body=b"<rss/>", **headers)
        assert (end.outcome, end.body) == (FetchOutcome.BAD_RESPONSE, b"")


def test_lines_that_are_no_headers_are_bounded_too() -> None:
    hop = transfer()
    assert not all(hop.on_header(b"no header\r\n") for _ in range(2 * MOST_HEADERS))


def test_trailers_after_the_body_are_not_headers() -> None:
    hop = transfer()
    for line in (b"HTTP/1.1 200 OK\r\n", b"ETag: a\r\n", b"\r\n"):
        assert hop.on_header(line)
    assert hop.on_body(b"<rss/>")
    assert hop.on_header(b"X-Checksum: 5\r\n")
    end = hop.finish(0, "", NOW)
    assert end is not None
    assert (end.header("etag"), end.header("x-checksum")) == ("a", "")


# Validators and waiting.


def test_not_modified_is_an_answer_only_to_who_asked_whether() -> None:
    asked = transfer(etag='"1"')
    assert response(asked, 304).outcome is FetchOutcome.NOT_MODIFIED
    dated = transfer(last_modified="Fri, 15 Jan 2027 08:00:00 GMT")
    assert response(dated, 304).outcome is FetchOutcome.NOT_MODIFIED
    assert response(transfer(), 304).outcome is FetchOutcome.BAD_RESPONSE


def test_a_validator_that_cannot_be_sent_back_as_it_came_is_none() -> None:
    assert response(transfer(), body=b"x", etag='W/"a  b"').header("etag") == 'W/"a  b"'
    assert response(transfer(), body=b"x", etag='"a\x07b"').header("etag") == ""


@pytest.mark.parametrize(("status", "wait"), [(429, 120), (503, 120), (500, 0), (404, 0), (200, 0)])
def test_only_a_server_that_is_busy_is_left_alone(status: int, wait: int) -> None:
    assert response(transfer(), status, b"x", retry_after="120").retry_after == wait


def test_an_empty_body_is_no_page() -> None:
    assert response(transfer(), body=b" \r\n").outcome is FetchOutcome.BAD_RESPONSE


def test_an_interim_answer_is_not_the_answer() -> None:
    hop = transfer()
    for line in (b"HTTP/1.1 103 Early Hints\r\n", b"Link: </a>\r\n", b"\r\n"):
        assert hop.on_header(line)
    end = response(hop, body=b"<rss/>")
    assert (end.status, end.header("link")) == (200, "")
