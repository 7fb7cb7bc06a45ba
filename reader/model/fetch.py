"""Asking for a page or a feed: the request, the answer, and who answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from reader.model.feed import FetchOutcome


@dataclass(frozen=True, slots=True)
class Request:
    """One GET. Redirects are followed by the fetcher, each hop checked anew."""

    url: str
    etag: str = ""
    last_modified: str = ""
    user_agent: str = ""
    """Empty: the program's own."""
    headers: tuple[tuple[str, str], ...] = ()
    """Sent to the first host only."""
    credentials: str = field(default="", repr=False)
    """``user:password``, sent to the first host only."""
    credentials_command: tuple[str, ...] = ()
    """An argument list whose first line of output is `credentials`."""
    command: tuple[str, ...] = ()
    """An argument list whose output is the answer; nothing is asked of the network then."""
    proxy: str = ""
    cookies: str = ""
    """Path of a Netscape cookie file."""
    trusted: bool = False
    """The person typed this address: loopback and private networks are allowed."""
    max_bytes: int = 10_000_000
    """After decompression."""
    deadline: float = 30.0
    """Seconds, all in all."""


@dataclass(frozen=True, slots=True)
class Response:
    """What came back. Errors are values: `outcome` and `message` say what went wrong."""

    request: Request
    outcome: FetchOutcome
    url: str = ""
    """Where it was in the end, after redirects."""
    status: int = 0
    """0: no answer at all."""
    headers: tuple[tuple[str, str], ...] = ()
    """Names in lower case, in order, at most 100; values clean."""
    body: bytes = b""
    message: str = ""
    """A sentence for a person; empty when all is well."""
    permanent_url: str = ""
    """The end of the leading run of 301 and 308 redirects, empty if there was none."""
    received: int = 0
    """Bytes of bodies that came, as they were packed, of all requests together."""
    requests: int = 1
    """Requests made, redirects included."""
    private: bool = False
    """The server that answered lies in a private network."""
    retry_after: int = 0
    """Seconds the host asks to be left alone; 0: it does not."""
    seconds: float = 0.0
    errors: tuple[str, ...] = field(default=())
    """Technical detail for the log and `i`."""

    def header(self, name: str) -> str:
        """Return the first header of that lower-case name, or an empty string."""
        return next((value for key, value in self.headers if key == name), "")


class Fetcher(Protocol):
    """Whoever answers requests: the network, a folder of files, a test."""

    def fetch(self, request: Request) -> Response:
        """Answer one request, from any thread; blocks; never raises for the network's faults."""
        ...

    def fetch_all(
        self,
        requests: list[Request],
        done: Callable[[int, Response], None],
        cancelled: Callable[[], bool],
        room: Callable[[], bool] = lambda: True,
    ) -> None:
        """Answer many in parallel, at most one connection a host.

        `done(index, response)` is called from this thread as each ends. Returns when all are
        answered, or soon (< 200 ms) after `cancelled()` turns true. Nothing more is asked while
        `room()` is false: answers that wait to be read take memory.
        """
        ...

    def close(self) -> None:
        """Drop connections and threads."""
        ...
