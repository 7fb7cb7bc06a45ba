"""Stand-ins for the world outside: a web of addresses and a clock that tests turn by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from reader.model.feed import FetchOutcome
from reader.model.fetch import Request, Response

_OUTCOMES = {
    304: FetchOutcome.NOT_MODIFIED,
    401: FetchOutcome.REFUSED,
    403: FetchOutcome.REFUSED,
    404: FetchOutcome.NOT_FOUND,
    410: FetchOutcome.GONE,
    429: FetchOutcome.WAIT,
    503: FetchOutcome.WAIT,
}


class FakeClock:
    """A clock that stands still until it is told to move."""

    def __init__(self, now: int = 1_800_000_000) -> None:
        self.time = float(now)

    def now(self) -> int:
        """Unix seconds."""
        return int(self.time)

    def monotonic(self) -> float:
        """The same clock: it never jumps by itself."""
        return self.time

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.time += seconds


@dataclass(frozen=True)
class _Page:
    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    moved_to: str = ""
    permanent: bool = False
    outcome: FetchOutcome | None = None
    message: str = ""


class FakeFetcher:
    """A `Fetcher` over a web built line by line; whatever was not built answers 404.

    >>> web = FakeFetcher().page("https://a.example/", "<p>Hello").down("https://b.example/")
    >>> web.fetch(Request("https://a.example/")).body
    b'<p>Hello'
    >>> web.asked
    ['https://a.example/']
    """

    def __init__(self) -> None:
        self._pages: dict[str, _Page] = {}
        self.requests: list[Request] = []
        self.closed = False

    @property
    def asked(self) -> list[str]:
        """The addresses asked for, in order."""
        return [request.url for request in self.requests]

    def page(
        self,
        url: str,
        body: str | bytes = b"",
        content_type: str = "text/html; charset=utf-8",
        *,
        status: int = 200,
        **headers: str,
    ) -> Self:
        """Put `body` at `url`; further headers by name, ``_`` for ``-``."""
        data = body.encode() if isinstance(body, str) else body
        named = tuple((name.replace("_", "-").lower(), text) for name, text in headers.items())
        self._pages[url] = _Page(status, data, (("content-type", content_type), *named))
        return self

    def feed(self, url: str, body: str | bytes, **headers: str) -> Self:
        """Put a feed at `url`; with an ``etag`` header, a request that knows it is answered 304."""
        return self.page(url, body, "application/rss+xml; charset=utf-8", status=200, **headers)

    def moved(self, url: str, target: str, *, permanent: bool = False) -> Self:
        """Redirect `url` to `target`."""
        self._pages[url] = _Page(moved_to=target, permanent=permanent)
        return self

    def status(self, url: str, status: int, **headers: str) -> Self:
        """Answer `url` with a bare status."""
        return self.page(url, b"", "text/plain", status=status, **headers)

    def down(
        self,
        url: str,
        outcome: FetchOutcome = FetchOutcome.UNREACHABLE,
        message: str = "The server cannot be reached.",
    ) -> Self:
        """Let `url` fail without an answer."""
        self._pages[url] = _Page(outcome=outcome, message=message)
        return self

    def fetch(self, request: Request) -> Response:
        """Answer from what was built, redirects followed."""
        self.requests.append(request)
        url, permanent, hops, lasting = request.url, "", 0, True
        page = self._pages.get(url, _Page(404))
        while page.moved_to and hops < 5:
            lasting = lasting and page.permanent
            if lasting:
                permanent = page.moved_to
            url, hops = page.moved_to, hops + 1
            page = self._pages.get(url, _Page(404))
        if page.outcome is not None:
            return Response(request, page.outcome, url=url, message=page.message)
        status, body = page.status, page.body
        known = dict(page.headers).get("etag")
        if known and known == request.etag:
            status, body = 304, b""
        return Response(
            request,
            _outcome(status),
            url=url,
            status=status,
            headers=page.headers,
            body=body,
            message="" if status in (200, 304) else f"The server answered {status}.",
            permanent_url=permanent,
            requests=hops + 1,
        )

    def fetch_all(
        self,
        requests: list[Request],
        done: Callable[[int, Response], None],
        cancelled: Callable[[], bool],
        room: Callable[[], bool] = lambda: True,
    ) -> None:
        """Answer one after the other."""
        for index, request in enumerate(requests):
            if cancelled():
                return
            done(index, self.fetch(request))

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True


def _outcome(status: int) -> FetchOutcome:
    if 200 <= status < 300:
        return FetchOutcome.OK
    return _OUTCOMES.get(
        status, FetchOutcome.SERVER_ERROR if status >= 500 else FetchOutcome.BAD_RESPONSE
    )
