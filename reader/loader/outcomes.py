"""What came of a request, in a word for the program and a sentence for a person."""

from __future__ import annotations

from reader.model.feed import FetchOutcome
from reader.text.clean import clean_line

Verdict = tuple[FetchOutcome, str]

CLEAN: Verdict = (FetchOutcome.OK, "")
TOO_SLOW: Verdict = (FetchOutcome.TIMEOUT, "The server did not answer in time.")
OFFLINE: Verdict = (FetchOutcome.OFFLINE, "This machine is offline, so nothing was fetched.")
NO_HOST: Verdict = (FetchOutcome.UNREACHABLE, "No server by that name could be found.")
NO_CONNECTION: Verdict = (FetchOutcome.UNREACHABLE, "The server could not be reached.")
CERTIFICATE: Verdict = (
    FetchOutcome.CERTIFICATE,
    "The site's certificate is not valid, so nothing was fetched.",
)
NO_TLS: Verdict = (
    FetchOutcome.CERTIFICATE,
    "A safe connection to the site could not be made, so nothing was fetched.",
)
CUT_OFF: Verdict = (
    FetchOutcome.BAD_RESPONSE,
    "The connection broke before everything had come, so nothing of it was used.",
)
NOT_HTTP: Verdict = (FetchOutcome.BAD_RESPONSE, "The server's answer cannot be understood.")
EMPTY: Verdict = (FetchOutcome.BAD_RESPONSE, "The server sent an empty page.")
HEADERS: Verdict = (
    FetchOutcome.BAD_RESPONSE,
    "The server's answer begins with too much that is not the page.",
)
CODING: Verdict = (
    FetchOutcome.BAD_RESPONSE,
    "The page is packed in a way that cannot be read.",
)
WAITING: Verdict = (FetchOutcome.WAIT, "The site asks us to wait.")
STOPPED: Verdict = (FetchOutcome.UNREACHABLE, "newsreader is closing, so nothing was fetched.")
PROXY: Verdict = (
    FetchOutcome.UNREACHABLE,
    "The proxy could not be used. Is its address in feeds.toml right?",
)


def too_large(limit: int) -> Verdict:
    """The page is larger than `limit` bytes."""
    size = f"{limit / 1e6:.0f} MB" if limit >= 1_000_000 else f"{limit / 1e3:.0f} kB"
    return FetchOutcome.TOO_LARGE, f"The page is larger than {size}, so it was not read."


def forbidden(why: str) -> Verdict:
    """The address may not be asked, because of `why`."""
    return (
        FetchOutcome.FORBIDDEN_ADDRESS,
        f"This address was not asked: {why}.",
    )


def no_cookies(path: str) -> str:
    """What to say where the file of cookies that the source's setting names cannot be read."""
    return (
        f"Its cookies cannot be read from {clean_line(path)}, so it was asked without them. "
        "Is the path in feeds.toml right?"
    )


def of_status(status: int, asked_if_changed: bool) -> Verdict:
    """Return what a final HTTP status means; `asked_if_changed`: validators were sent."""
    if status in (200, 203):
        return CLEAN
    if status == 304 and asked_if_changed:
        return FetchOutcome.NOT_MODIFIED, ""
    if status == 404:
        return FetchOutcome.NOT_FOUND, "There is nothing at this address (404)."
    if status == 410:
        return FetchOutcome.GONE, "What was at this address is gone for good (410)."
    if status in (401, 402, 403, 407, 451):
        return (
            FetchOutcome.REFUSED,
            f"The site refuses to let us in ({status}). It may want a subscription.",
        )
    if status in (429, 503):
        return WAITING
    if status >= 500:
        return FetchOutcome.SERVER_ERROR, f"The site has a fault of its own ({status})."
    if status in (204, 205):
        return EMPTY
    return FetchOutcome.BAD_RESPONSE, f"The site gave no page ({status})."


_CURL: dict[int, Verdict] = {
    1: NOT_HTTP,  # no HTTP, or HTTP/0.9
    3: (FetchOutcome.FORBIDDEN_ADDRESS, "This address cannot be understood."),
    5: PROXY,
    6: NO_HOST,
    7: NO_CONNECTION,
    8: NOT_HTTP,
    16: NOT_HTTP,  # HTTP/2 framing
    18: CUT_OFF,
    28: TOO_SLOW,
    35: NO_TLS,
    52: (FetchOutcome.BAD_RESPONSE, "The server closed the connection without an answer."),
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
    """Return what an error number of libcurl means (``man libcurl-errors``)."""
    return _CURL.get(code, NOT_HTTP)
