"""HTTP: asks servers politely and takes their answers with care. The one door to the network.

Politeness lives here: one connection a host, one request at a time on it, a host that says "later"
(`Retry-After`) is left alone by everyone, an honest User-Agent, GET only, gzip only, no Referer, no
cookies but configured ones. Nothing of the environment is trusted: no proxy variables, no netrc.
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
    import pycurl

    from reader.loader.net.curl import Handles

_PROGRAM = "terminal news reader"
_TICK = 0.05
"""Seconds between two looks at `cancelled`: with what a callback takes, under 200 ms to stop."""

_NO_WAY = frozenset({6, 7})
"""libcurl's numbers for a name that was not found and a connection that was not made."""

Done = Callable[[int, Response], None]
Cancelled = Callable[[], bool]


def user_agent(contact: str = "") -> str:
    """Return what servers are told of the program, and of whoever may be asked about it."""
    known = f"{_PROGRAM}; {contact}" if contact.strip() else _PROGRAM
    return f"newsreader/{__version__} ({known})"


class CurlFetcher:
    """A `Fetcher` on libcurl. Any thread may call it; each call runs in the caller's thread.

    Servers are told of `contact` where there is one. `slowest` bytes a second, kept up for
    `patience` seconds, is the least a server must send.
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
        """Answer one request; waits while another one of the same host is under way."""
        answers: list[Response] = []
        self.fetch_all([request], lambda _, response: answers.append(response), lambda: False)
        return answers[0] if answers else Transfer(0, request).answer(outcomes.STOPPED)

    def fetch_all(
        self,
        requests: list[Request],
        done: Done,
        cancelled: Cancelled,
        room: Callable[[], bool] = lambda: True,
    ) -> None:
        """Answer many in parallel, at most one at a time for each host; see `Fetcher`."""
        run = _Run(self, requests, done, room)
        try:
            while run.unfinished and not cancelled() and not self._closed.is_set():
                run.step()
        finally:
            run.end()

    def close(self) -> None:
        """End what is under way within 100 ms; later requests are answered without asking."""
        self._closed.set()

    @property
    def max_parallel(self) -> int:
        """How many requests one call keeps under way."""
        return self._max_parallel

    @property
    def handles(self) -> Handles:
        """The curl handles, made when first needed: importing pycurl takes 23 ms."""
        with self._lock:
            if self._made is None:
                from reader.loader.net.curl import Handles

                self._made = Handles(*self._settings)
            return self._made

    @property
    def clock(self) -> Clock:
        """The clock that deadlines and pauses are measured by."""
        return self._clock

    def take_host(self, authority: Authority) -> bool:
        """Reserve a host for one request; False while somebody else has it."""
        with self._lock:
            if authority in self._busy:
                return False
            self._busy.add(authority)
            return True

    def free_host(self, authority: Authority) -> None:
        """Give a host back."""
        with self._lock:
            self._busy.discard(authority)

    def pause(self, authority: Authority, seconds: int) -> None:
        """Leave a host alone for so long."""
        self._paused[authority] = self._clock.monotonic() + seconds

    def pause_left(self, authority: Authority) -> int:
        """Return for how many seconds more a host is to be left alone."""
        until = self._paused.get(authority)
        if until is None:
            return 0
        left = until - self._clock.monotonic()
        return max(round(left + 0.5), 1) if left > 0 else 0


class _Run:
    """One call of `fetch_all`: a queue for each host, and what is under way."""

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
        """Hosts with something to ask and nothing under way in this run."""
        self._active: dict[pycurl.Curl, Transfer] = {}
        self.unfinished = len(requests)
        for index, request in enumerate(requests):
            self._enqueue(Transfer(index, request))

    def step(self) -> None:
        """Start what may start, let libcurl work, hand out what has ended."""
        self._start()
        if self._active:
            self._work()
        elif self.unfinished:  # another call has the hosts, or there is no room
            threading.Event().wait(_TICK)

    def end(self) -> None:
        """Let go of everything, finished or not."""
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
        """Begin requests until enough are under way or no free host has any.

        While a host's request is under way, its queue stays, even empty, and it is not in `_ready`.
        """
        for _ in range(len(self._ready)):
            if len(self._active) >= self._fetcher.max_parallel or not self._room():
                return
            authority = self._ready.popleft()
            queue = self._queues[authority]
            while queue:
                answer = self._answer_without_asking(queue[0])
                if answer is None:
                    break
                self._finish(queue.popleft(), answer)
            if not queue:
                del self._queues[authority]
            elif self._fetcher.take_host(authority):
                self._begin(queue.popleft())
            else:
                self._ready.append(authority)

    def _answer_without_asking(self, transfer: Transfer) -> Response | None:
        refused = transfer.refusal()
        if refused:
            return transfer.answer(refused)
        left = self._fetcher.pause_left(transfer.authority)
        if left:
            return transfer.answer(outcomes.WAITING, "the host asked for a pause", wait=left)
        if transfer.left <= 0:
            return transfer.answer(outcomes.TOO_SLOW, "no time left after the redirects")
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

    def _ended(self, handle: pycurl.Curl, code: int, text: str) -> None:
        transfer = self._active.pop(handle)
        self._multi.remove_handle(handle)
        clock, authority = self._fetcher.clock, transfer.authority
        transfer.seconds += clock.monotonic() - transfer.started
        answer = transfer.finish(code, text, clock.now())
        if code in _NO_WAY and not self._fetcher.online():
            answer = transfer.answer(outcomes.OFFLINE, f"curl {code}: {text}")
        self._handles.put(handle)
        self._fetcher.free_host(authority)
        if answer is None:
            self._enqueue(transfer, first=True)
        else:
            if answer.retry_after:
                self._fetcher.pause(authority, answer.retry_after)
            self._finish(transfer, answer)
        if self._queues[authority]:
            self._ready.append(authority)
        else:
            del self._queues[authority]

    def _finish(self, transfer: Transfer, answer: Response) -> None:
        self.unfinished -= 1
        self._done(transfer.index, answer)
