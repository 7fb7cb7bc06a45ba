"""The HTTP client: many requests at once, and the limits that keep it polite to servers.

One connection and one request at a time for each host and port; a `Retry-After` (RFC 9110, 10.2.3)
stops all requests to its host; GET and gzip only; our own User-Agent; no Referer; no cookies but
configured ones. Variables of the environment and netrc are not read.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader import __version__
from reader.loader.net import outcomes, private_networks
from reader.loader.net.redirects import Authority
from reader.loader.net.transfer import Transfer
from reader.model.clock import Clock
from reader.model.fetch import Request, Response

if TYPE_CHECKING:
    from reader.loader.net.curl import Curl, Handles

_PROGRAM = "terminal news reader"
_TICK = 0.05
"""Seconds between two looks at `cancelled`, so that stopping takes less than 200 ms."""

_NO_CONNECTION = frozenset({6, 7})
"""libcurl's errors for a name that was not resolved and a connection that was not made."""

Done = Callable[[int, Response], None]
Cancelled = Callable[[], bool]


def user_agent(contact: str = "") -> str:
    """Return the User-Agent: name, version, and where given an address to complain to."""
    comment = f"{_PROGRAM}; {contact}" if contact.strip() else _PROGRAM
    return f"newsreader/{__version__} ({comment})"


class CurlFetcher:
    """A `Fetcher` on libcurl. Any thread may call it; each call runs in the caller's thread.

    `contact` is named in the User-Agent. A server that sends less than `slowest` bytes a second for
    `patience` seconds is given up.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        contact: str = "",
        max_parallel: int = 16,
        slowest: int = 1000,
        patience: float = 20.0,
        online: Callable[[], bool] = private_networks.online,
    ) -> None:
        self.online = online
        self._clock, self._max_parallel = clock, max_parallel
        self._settings = (user_agent(contact), slowest, patience)
        self._made: Handles | None = None
        self._lock = threading.Lock()
        self._busy: set[Authority] = set()
        self._paused: dict[Authority, float] = {}
        self._closed = threading.Event()

    def fetch(self, request: Request) -> Response:
        """Answer one request; waits while another request to the same host is running."""
        responses: list[Response] = []
        self.fetch_all([request], lambda _, response: responses.append(response), lambda: False)
        return responses[0] if responses else Transfer(0, request).response(outcomes.STOPPED)

    def fetch_all(
        self,
        requests: list[Request],
        done: Done,
        cancelled: Cancelled,
        room: Callable[[], bool] = lambda: True,
    ) -> None:
        """Answer many requests in parallel, one at a time for each host; see `Fetcher`."""
        run = _Run(self, requests, done, room)
        try:
            while run.unfinished and not cancelled() and not self._closed.is_set():
                run.step()
        finally:
            run.end()

    def close(self) -> None:
        """End running requests within 100 ms; later ones are answered without the network."""
        self._closed.set()

    @property
    def max_parallel(self) -> int:
        """How many requests one call runs at the same time."""
        return self._max_parallel

    @property
    def handles(self) -> Handles:
        """The curl handles, made at the first request: to import pycurl takes 23 ms."""
        with self._lock:
            if self._made is None:
                from reader.loader.net.curl import Handles

                self._made = Handles(*self._settings)
            return self._made

    @property
    def clock(self) -> Clock:
        """The clock by which deadlines and pauses are measured."""
        return self._clock

    def take_host(self, authority: Authority) -> bool:
        """Reserve a host for one request; False while another request has it."""
        with self._lock:
            if authority in self._busy:
                return False
            self._busy.add(authority)
            return True

    def free_host(self, authority: Authority) -> None:
        """Let other requests have a host again."""
        with self._lock:
            self._busy.discard(authority)

    def pause(self, authority: Authority, seconds: int) -> None:
        """Send a host no requests for so many seconds."""
        self._paused[authority] = self._clock.monotonic() + seconds

    def pause_left(self, authority: Authority) -> int:
        """Return for how many more seconds a host is sent no requests, at least 1; 0: none."""
        until = self._paused.get(authority)
        if until is None:
            return 0
        left = until - self._clock.monotonic()
        return max(round(left + 0.5), 1) if left > 0 else 0


class _Run:
    """One call of `fetch_all`: a queue for each host, and the running requests."""

    def __init__(
        self,
        fetcher: CurlFetcher,
        requests: list[Request],
        done: Done,
        room: Callable[[], bool],
    ) -> None:
        self._fetcher, self._done, self._room = fetcher, done, room
        self._handles = fetcher.handles
        self._multi = self._handles.multi(fetcher.max_parallel)
        self._queues: dict[Authority, deque[Transfer]] = {}
        self._ready: deque[Authority] = deque()
        """Hosts with requests waiting and none running."""
        self._active: dict[Curl, Transfer] = {}
        self.unfinished = len(requests)
        for index, request in enumerate(requests):
            self._enqueue(Transfer(index, request))

    def step(self) -> None:
        """Start the requests that may start, let libcurl work, hand out the responses."""
        self._start()
        if self._active:
            self._work()
        elif self.unfinished:  # another call has reserved the hosts, or `room` says no
            threading.Event().wait(_TICK)

    def end(self) -> None:
        """Stop the running requests and free what they hold."""
        for handle, transfer in self._active.items():
            self._multi.remove_handle(handle)
            self._handles.put(handle)
            self._fetcher.free_host(transfer.authority)
        self._active.clear()
        self._multi.close()

    def _enqueue(self, transfer: Transfer, *, first: bool = False) -> None:
        authority = transfer.authority
        queue = self._queues.get(authority)
        if queue is None:
            queue = self._queues[authority] = deque()
            self._ready.append(authority)
        if first:
            queue.appendleft(transfer)
        else:
            queue.append(transfer)

    def _start(self) -> None:
        """Begin requests until enough are running or no free host has any.

        While a request to a host runs, its queue is kept, even empty, and it is not in `_ready`.
        """
        for _ in range(len(self._ready)):
            if len(self._active) >= self._fetcher.max_parallel or not self._room():
                return
            authority = self._ready.popleft()
            queue = self._queues[authority]
            while queue:
                response = self._response_without_asking(queue[0])
                if response is None:
                    break
                self._finish(queue.popleft(), response)
            if not queue:
                del self._queues[authority]
            elif self._fetcher.take_host(authority):
                self._begin(queue.popleft())
            else:
                self._ready.append(authority)

    def _response_without_asking(self, transfer: Transfer) -> Response | None:
        """Return the response to a request that must not be sent; None for one that may be."""
        refused = transfer.refusal()
        if refused:
            return transfer.response(refused)
        left = self._fetcher.pause_left(transfer.authority)
        if left:
            return transfer.response(outcomes.WAITING, "the host asked for a pause", wait=left)
        if transfer.left <= 0:
            return transfer.response(outcomes.TOO_SLOW, "no time left after the redirects")
        return None

    def _begin(self, transfer: Transfer) -> None:
        transfer.started = self._fetcher.clock.monotonic()
        handle = self._handles.take(transfer)
        self._active[handle] = transfer
        self._multi.add_handle(handle)

    def _work(self) -> None:
        self._multi.perform()
        while True:
            left, good, bad = self._multi.info_read()
            for handle in good:
                self._ended(handle, 0, "")
            for handle, code, text in bad:
                self._ended(handle, code, text)
            if not left:
                break
        if self._active and self._multi.select(_TICK) == -1:
            threading.Event().wait(0.005)  # nothing to wait on yet, as while a name is looked up

    def _ended(self, handle: Curl, code: int, text: str) -> None:
        transfer = self._active.pop(handle)
        self._multi.remove_handle(handle)
        clock, authority = self._fetcher.clock, transfer.authority
        transfer.seconds += clock.monotonic() - transfer.started
        response = transfer.finish(code, text, clock.now())
        if code in _NO_CONNECTION and not self._fetcher.online():
            response = transfer.response(outcomes.OFFLINE, f"curl {code}: {text}")
        self._handles.put(handle)
        self._fetcher.free_host(authority)
        if response is None:  # redirected
            self._enqueue(transfer, first=True)
        else:
            if response.retry_after:
                self._fetcher.pause(authority, response.retry_after)
            self._finish(transfer, response)
        if self._queues[authority]:
            self._ready.append(authority)
        else:
            del self._queues[authority]

    def _finish(self, transfer: Transfer, response: Response) -> None:
        self.unfinished -= 1
        self._done(transfer.index, response)
