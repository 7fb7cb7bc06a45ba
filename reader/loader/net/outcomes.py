"""Outcomes of requests: HTTP statuses and libcurl's errors to an outcome and a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.feed import FetchOutcome
from reader.text.clean import clean_line
from reader.wording.catalogue import say


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a request, with the sentence that a person is told."""

    outcome: FetchOutcome
    word: str = ""
    """Key of the sentence in the catalogue's table ``fetch``; empty if there is nothing to say."""
    values: tuple[tuple[str, object], ...] = ()
    """Values for the sentence, by name."""

    @property
    def message(self) -> str:
        """The sentence, in the language of the interface."""
        return say(f"fetch.{self.word}", **dict(self.values)) if self.word else ""


CLEAN = Verdict(FetchOutcome.OK)
TOO_SLOW = Verdict(FetchOutcome.TIMEOUT, "too_slow")
OFFLINE = Verdict(FetchOutcome.OFFLINE, "offline")
NO_HOST = Verdict(FetchOutcome.UNREACHABLE, "no_host")
NO_CONNECTION = Verdict(FetchOutcome.UNREACHABLE, "no_connection")
CERTIFICATE = Verdict(FetchOutcome.CERTIFICATE, "certificate")
NO_TLS = Verdict(FetchOutcome.CERTIFICATE, "no_tls")
CUT_OFF = Verdict(FetchOutcome.BAD_RESPONSE, "cut_off")
NOT_HTTP = Verdict(FetchOutcome.BAD_RESPONSE, "not_http")
EMPTY = Verdict(FetchOutcome.BAD_RESPONSE, "empty")
HEADERS = Verdict(FetchOutcome.BAD_RESPONSE, "headers")
CODING = Verdict(FetchOutcome.BAD_RESPONSE, "coding")
WAITING = Verdict(FetchOutcome.WAIT, "waiting")
STOPPED = Verdict(FetchOutcome.UNREACHABLE, "stopped")
PROXY = Verdict(FetchOutcome.UNREACHABLE, "proxy")
NO_TARGET = Verdict(FetchOutcome.REDIRECTS, "no_target")
CIRCLES = Verdict(FetchOutcome.REDIRECTS, "circles")


def too_large(limit: int) -> Verdict:
    """Return the verdict for an answer of more than `limit` bytes."""
    size = f"{limit / 1e6:.0f} MB" if limit >= 1_000_000 else f"{limit / 1e3:.0f} kB"
    return Verdict(FetchOutcome.TOO_LARGE, "too_large", (("size", size),))


def forbidden(why: str) -> Verdict:
    """Return the verdict for an address that may not be fetched; `why` is a sentence."""
    return Verdict(FetchOutcome.FORBIDDEN_ADDRESS, "forbidden", (("why", why),))


def no_cookies(path: str) -> str:
    """Return the sentence for a file of cookies that is named in the settings and unreadable."""
    return say("fetch.no_cookies", path=clean_line(path))


def of_status(status: int, asked_if_changed: bool) -> Verdict:
    """Return the verdict for a final HTTP status; `asked_if_changed`: validators were sent."""
    if status in (200, 203):
        return CLEAN
    if status == 304 and asked_if_changed:
        return Verdict(FetchOutcome.NOT_MODIFIED)
    if status == 404:
        return Verdict(FetchOutcome.NOT_FOUND, "not_found")
    if status == 410:
        return Verdict(FetchOutcome.GONE, "gone")
    if status in (401, 402, 403, 407, 451):
        return Verdict(FetchOutcome.REFUSED, "refused", (("status", status),))
    if status in (429, 503):
        return WAITING
    if status >= 500:
        return Verdict(FetchOutcome.SERVER_ERROR, "server_error", (("status", status),))
    if status in (204, 205):
        return EMPTY
    return Verdict(FetchOutcome.BAD_RESPONSE, "no_page", (("status", status),))


_CURL: dict[int, Verdict] = {
    1: NOT_HTTP,  # no HTTP, or HTTP/0.9
    3: Verdict(FetchOutcome.FORBIDDEN_ADDRESS, "bad_address"),
    5: PROXY,
    6: NO_HOST,
    7: NO_CONNECTION,
    8: NOT_HTTP,
    16: NOT_HTTP,  # HTTP/2 framing
    18: CUT_OFF,
    28: TOO_SLOW,
    35: NO_TLS,
    52: Verdict(FetchOutcome.BAD_RESPONSE, "no_answer"),
    55: NO_CONNECTION,
    56: CUT_OFF,
    60: CERTIFICATE,
    83: CERTIFICATE,
    91: CERTIFICATE,
    92: CUT_OFF,  # an HTTP/2 stream
    97: PROXY,
    100: HEADERS,  # one header over libcurl's own limit
}


def of_curl(code: int) -> Verdict:
    """Return the verdict for an error number of libcurl (``man libcurl-errors``)."""
    return _CURL.get(code, NOT_HTTP)
