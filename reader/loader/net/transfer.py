"""One request on its way, over all its redirects. No network in here: it is told what arrives."""

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
"""Bytes read and dropped of the body of an error or a redirect; more ends the connection."""

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})(?:\s|$)")
_EXACT = frozenset({"etag", "last-modified"})
_NO_CONNECTION = 7
"""libcurl's number for the server, or the proxy, that cannot be reached."""
_WRITE_ERROR = 23
"""What libcurl says when a callback of ours stopped it."""


@dataclass(slots=True)
class Transfer:
    """A request, the hop it is at, and what has arrived of that hop's answer."""

    index: int
    """Its place in the list of requests."""
    request: Request
    url: str = ""
    """Of the present hop; empty if the request's address is no http(s) address."""
    private_allowed: bool = False
    hops: int = 0
    seconds: float = 0.0
    """Spent in the hops that are over."""
    started: float = 0.0
    """When the present hop began, by the monotonic clock."""
    _seen: list[str] = field(default_factory=list)
    _permanent: str = ""
    _leading: bool = True
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
    _shut: str = ""
    """An address that was not connected to."""
    _connected: str = ""

    def __post_init__(self) -> None:
        """Clean the address; whoever typed one may mean their own network."""
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
        """Seconds until the deadline, at the beginning of a hop."""
        return self.request.deadline - self.seconds

    def refusal(self) -> outcomes.Verdict | None:
        """Return why the present hop may not be asked at all, before any connection."""
        if not self.url:
            return outcomes.forbidden(say("fetch.only_web"))
        why = "" if self.private_allowed else private_networks.refusal(self.url)
        if why:
            return outcomes.forbidden(why)
        return None

    @property
    def cookies(self) -> str:
        """The file of cookies, if one is named and can be read; "-" would be standard input."""
        path = os.path.expanduser(self.request.cookies)
        return path if path not in ("", "-") and os.access(path, os.R_OK) else ""

    # What libcurl tells; each returns whether to go on.

    def may_connect(self, address: str) -> bool:
        """Decide about an address the resolver found, or a connection that is reused."""
        if self.private_allowed or self.request.proxy or private_networks.is_public(address):
            self._connected = address
            return True
        self._shut = address
        return False

    def on_header(self, line: bytes) -> bool:
        """Take one line of the head: a status line, a header or the blank line after them."""
        self._header_bytes += len(line)
        self._header_lines += 1
        if self._header_lines > MOST_HEADERS + 10 or self._header_bytes > MOST_HEADER_BYTES:
            return self._stop(outcomes.HEADERS, "more than 100 headers or 64 KB of them")
        status = _STATUS.match(line)
        if status:  # of an interim answer (1xx) first, perhaps
            self._status, self._headers, self._in_body = int(status[1]), [], False
        elif not line.strip():
            self._in_body = True
        elif not self._in_body:  # else a trailer, which nobody needs
            name, colon, value = line.decode("latin-1").partition(":")
            if len(self._headers) >= MOST_HEADERS:
                return self._stop(outcomes.HEADERS, "more than 100 headers")
            if colon:
                self._keep(clean_line(name).lower(), value.strip(" \t\r\n"))
        return True

    def _keep(self, name: str, value: str) -> None:
        if name not in _EXACT:
            self._headers.append((name, clean_line(value)))
        elif clean(value) == value:  # a validator that cannot be sent back exactly is none
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
        """End the hop: return the answer, or None when there is another hop to make.

        `code` is libcurl's (0: all is well), `detail` its text, `now` in Unix seconds.
        """
        self.hops += 1
        if self._fault:
            return self.answer(self._fault, self._detail)
        if code and self._shut and not self._connected:
            why = say("fetch.private", address=self._shut)
            return self.answer(outcomes.forbidden(why), detail)
        if code == _NO_CONNECTION and self.request.proxy:
            return self.answer(outcomes.PROXY, f"curl {code}: {detail}")
        if code and not (code == _WRITE_ERROR and self._dropped > MOST_ERROR_BODY):
            return self.answer(outcomes.of_curl(code), f"curl {code}: {detail}")
        if self._status in redirects.REDIRECTS:
            return self._redirect()
        return self._final(now)

    def _redirect(self) -> Response | None:
        location = self._header("location")
        if not location:
            return self.answer(outcomes.NO_TARGET, f"{self._status} without Location")
        target = redirects.next_address(self.url, location)
        if not target:
            scheme = clean_line(urlsplit(location[:200]).scheme) if ":" in location else ""
            why = say("fetch.no_page_there", kind=scheme or "?")
            return self.answer(outcomes.forbidden(why), f"Location {location[:200]}")
        self._seen.append(self.url)
        if target in self._seen or len(self._seen) > redirects.MOST_REDIRECTS:
            return self.answer(
                outcomes.CIRCLES,
                f"{len(self._seen)} redirects, the last to {target}",
            )
        self._leading = self._leading and self._status in redirects.PERMANENT
        if self._leading:
            self._permanent = target
        self._step(target)
        refused = self.refusal()
        return self.answer(refused, f"redirect to {target}") if refused else None

    def _step(self, target: str) -> None:
        """Go on to `target`; a public server may not send us into a private network."""
        if redirects.authority(target) != self.authority:
            met = (
                private_networks.literal(self.authority[0])
                if self.request.proxy
                else self._connected
            )
            self.private_allowed = (
                self.private_allowed and bool(met) and not private_networks.is_public(met)
            )
        self.url = target
        self._status, self._headers, self._in_body = 0, [], False
        self._header_bytes = self._header_lines = self._dropped = 0
        self._body, self._shut, self._connected = None, "", ""

    def _final(self, now: int) -> Response:
        asked = bool(self.request.etag or self.request.last_modified)
        verdict = outcomes.of_status(self._status, asked)
        body = b""
        if verdict == outcomes.CLEAN:
            try:
                body = self._body.finish() if self._body else b""
            except CodingError as error:
                return self.answer(outcomes.CODING, str(error))
            if not body.strip():
                verdict, body = outcomes.EMPTY, b""
        wait = 0
        if verdict == outcomes.WAITING:
            wait = retry_after(self._header("retry-after"), now)
        return self.answer(verdict, body=body, wait=wait)

    def _header(self, name: str) -> str:
        return next((value for key, value in self._headers if key == name), "")

    def _promised(self) -> int:
        length = self._header("content-length")[:18]
        return int(length) if length.isascii() and length.isdigit() else 0

    def _coding(self) -> str:
        codings = [value for key, value in self._headers if key == "content-encoding"]
        return ", ".join(codings)

    def answer(
        self, verdict: outcomes.Verdict, detail: str = "", *, body: bytes = b"", wait: int = 0
    ) -> Response:
        """Return the answer to the request as things stand."""
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
