"""One HTTP request with all its redirects and limits. It is told what arrives: no network here."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from reader.loader.net import outcomes, private_networks, redirects
from reader.loader.net.http_headers import retry_after
from reader.loader.net.inflate import Body, CodingError, TooLargeError
from reader.model.fetch import Request, Response
from reader.text.clean import clean, clean_line, clean_url
from reader.wording.catalogue import say

MOST_HEADERS = 100
MOST_HEADER_BYTES = 65_536
MOST_ERROR_BODY = 65_536
"""Bytes of the body of an error or a redirect that are read and dropped; more ends the transfer."""

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})(?:\s|$)")
_EXACT = frozenset({"etag", "last-modified"})
_NO_CONNECTION = 7
"""libcurl's error for a server, or a proxy, that cannot be reached."""
_WRITE_ERROR = 23
"""libcurl's error where a callback of ours stopped the transfer."""


@dataclass(slots=True)
class Transfer:
    """A request, the address of its present hop, and what has arrived of that hop's answer.

    A hop is one HTTP exchange: the first one, and one for each redirect.
    """

    index: int
    """The position of the request in the list of requests."""
    request: Request
    url: str = ""
    """The address of the present hop; empty if the request's is not http(s)."""
    private_allowed: bool = False
    hops: int = 0
    seconds: float = 0.0
    """Time spent in the finished hops."""
    started: float = 0.0
    """When the present hop began, on the monotonic clock."""
    _seen: list[str] = field(default_factory=list)
    _permanent: str = ""
    _only_permanent: bool = True
    """All redirects so far were permanent ones."""
    _status: int = 0
    _headers: list[tuple[str, str]] = field(default_factory=list)
    _header_bytes: int = 0
    _header_lines: int = 0
    _in_body: bool = False
    _body: Body | None = None
    _dropped: int = 0
    _received: int = 0
    _fault: outcomes.Verdict | None = None
    _detail: str = ""
    _refused_address: str = ""
    """An IP address that was not connected to, because it is private."""
    _connected: str = ""
    """The IP address that was connected to."""

    def __post_init__(self) -> None:
        """Clean the address; one that a person typed may be of their private network."""
        self.url = clean_url(self.request.url)
        self.private_allowed = self.request.trusted

    @property
    def authority(self) -> redirects.Authority:
        """Host and port of the present hop."""
        return redirects.authority(self.url)

    @property
    def may_know_secrets(self) -> bool:
        """Whether headers, credentials and cookies may be sent in the present hop."""
        first = self._seen[0] if self._seen else self.url
        return redirects.may_know_secrets(first, self.url)

    @property
    def left(self) -> float:
        """Seconds until the deadline, as of the beginning of the present hop."""
        return self.request.deadline - self.seconds

    def refusal(self) -> outcomes.Verdict | None:
        """Return why the present address may not be fetched at all; None if it may."""
        if not self.url:
            return outcomes.forbidden(say("fetch.only_web"))
        why = "" if self.private_allowed else private_networks.refusal(self.url)
        if why:
            return outcomes.forbidden(why)
        return None

    @property
    def cookies(self) -> str:
        """The file of cookies, if one is named and readable; "-" would be standard input."""
        path = os.path.expanduser(self.request.cookies)
        return path if path not in ("", "-") and os.access(path, os.R_OK) else ""

    # Called with what arrives; each returns whether to go on.

    def may_connect(self, address: str) -> bool:
        """Decide whether to connect to a resolved IP address, or to reuse a connection to it."""
        if self.private_allowed or self.request.proxy or private_networks.is_public(address):
            self._connected = address
            return True
        self._refused_address = address
        return False

    def on_header(self, line: bytes) -> bool:
        """Take a status line, a header line or the blank line that ends them."""
        self._header_bytes += len(line)
        self._header_lines += 1
        if self._header_lines > MOST_HEADERS + 10 or self._header_bytes > MOST_HEADER_BYTES:
            return self._stop(outcomes.HEADERS, "more than 100 headers or 64 KB of them")
        status = _STATUS.match(line)
        if status:  # the first may be of an interim answer (1xx)
            self._status, self._headers, self._in_body = int(status[1]), [], False
        elif not line.strip():
            self._in_body = True
        elif not self._in_body:  # after the body come trailers, which are not used
            name, colon, value = line.decode("latin-1").partition(":")
            if len(self._headers) >= MOST_HEADERS:
                return self._stop(outcomes.HEADERS, "more than 100 headers")
            if colon:
                self._keep(clean_line(name).lower(), value.strip(" \t\r\n"))
        return True

    def _keep(self, name: str, value: str) -> None:
        if name not in _EXACT:
            self._headers.append((name, clean_line(value)))
        elif clean(value) == value:  # a validator must be sent back exactly as it came
            self._headers.append((name, value))

    def on_body(self, data: bytes) -> bool:
        """Take the next bytes of the body."""
        self._received += len(data)
        if self._status != 200 and self._status != 203:
            self._dropped += len(data)
            return self._dropped <= MOST_ERROR_BODY
        try:
            if self._body is None:
                self._body = Body(self._coding(), self.request.max_bytes)
                if self._promised() > self.request.max_bytes:
                    raise TooLargeError
            self._body.add(data)
        except TooLargeError:
            return self._stop(outcomes.too_large(self.request.max_bytes), "")
        except CodingError as error:
            return self._stop(outcomes.CODING, str(error))
        return True

    def _stop(self, fault: outcomes.Verdict, detail: str) -> bool:
        self._fault, self._detail, self._body = fault, detail, None
        return False

    # How a hop ends.

    def finish(self, code: int, detail: str, now: int) -> Response | None:
        """End the hop: return the response, or None if a redirect leads to another hop.

        `code` is libcurl's error (0: none), `detail` its text, `now` is in Unix seconds.
        """
        self.hops += 1
        if self._fault:
            return self.response(self._fault, self._detail)
        if code and self._refused_address and not self._connected:
            why = say("fetch.private", address=self._refused_address)
            return self.response(outcomes.forbidden(why), detail)
        if code == _NO_CONNECTION and self.request.proxy:
            return self.response(outcomes.PROXY, f"curl {code}: {detail}")
        if code and not (code == _WRITE_ERROR and self._dropped > MOST_ERROR_BODY):
            return self.response(outcomes.of_curl(code), f"curl {code}: {detail}")
        if self._status in redirects.REDIRECTS:
            return self._redirect()
        return self._final(now)

    def _redirect(self) -> Response | None:
        location = self._header("location")
        if not location:
            return self.response(outcomes.NO_TARGET, f"{self._status} without Location")
        target = redirects.next_address(self.url, location)
        if not target:
            scheme = clean_line(urlsplit(location[:200]).scheme) if ":" in location else ""
            why = say("fetch.no_page_there", kind=scheme or "?")
            return self.response(outcomes.forbidden(why), f"Location {location[:200]}")
        self._seen.append(self.url)
        if target in self._seen or len(self._seen) > redirects.MOST_REDIRECTS:
            return self.response(
                outcomes.CIRCLES,
                f"{len(self._seen)} redirects, the last to {target}",
            )
        self._only_permanent = self._only_permanent and self._status in redirects.PERMANENT
        if self._only_permanent:
            self._permanent = target
        self._step(target)
        refused = self.refusal()
        return self.response(refused, f"redirect to {target}") if refused else None

    def _step(self, target: str) -> None:
        """Begin the hop to `target`; a public server may not redirect into a private network."""
        if redirects.authority(target) != self.authority:
            address = (
                private_networks.literal(self.authority[0])
                if self.request.proxy
                else self._connected
            )
            self.private_allowed = (
                self.private_allowed and bool(address) and not private_networks.is_public(address)
            )
        self.url = target
        self._status, self._headers, self._in_body = 0, [], False
        self._header_bytes = self._header_lines = self._dropped = 0
        self._body, self._refused_address, self._connected = None, "", ""

    def _final(self, now: int) -> Response:
        asked = bool(self.request.etag or self.request.last_modified)
        verdict = outcomes.of_status(self._status, asked)
        body = b""
        if verdict == outcomes.CLEAN:
            try:
                body = self._body.finish() if self._body else b""
            except CodingError as error:
                return self.response(outcomes.CODING, str(error))
            if not body.strip():
                verdict, body = outcomes.EMPTY, b""
        wait = 0
        if verdict == outcomes.WAITING:
            wait = retry_after(self._header("retry-after"), now)
        return self.response(verdict, body=body, wait=wait)

    def _header(self, name: str) -> str:
        return next((value for key, value in self._headers if key == name), "")

    def _promised(self) -> int:
        length = self._header("content-length")[:18]
        return int(length) if length.isascii() and length.isdigit() else 0

    def _coding(self) -> str:
        codings = [value for key, value in self._headers if key == "content-encoding"]
        return ", ".join(codings)

    def response(
        self, verdict: outcomes.Verdict, detail: str = "", *, body: bytes = b"", wait: int = 0
    ) -> Response:
        """Return the response to the request, with the answer of the present hop."""
        message = verdict.message
        if self.request.cookies and not self.cookies:
            message = f"{message} {outcomes.no_cookies(self.request.cookies)}".strip()
        return Response(
            self.request,
            verdict.outcome,
            url=self.url or self.request.url,
            status=self._status,
            headers=tuple(self._headers),
            body=body,
            message=message,
            permanent_url=self._permanent,
            private=bool(self._connected) and not private_networks.is_public(self._connected),
            received=self._received,
            requests=self.hops,
            retry_after=wait,
            seconds=self.seconds,
            errors=(clean_line(detail),) if detail else (),
        )
