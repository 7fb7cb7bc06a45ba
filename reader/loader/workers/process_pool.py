"""A pool of worker processes that parse hostile bytes, so that none can harm the reader itself.

Processes are started when needed and kept for the next job. One that exceeds its time or memory, or
dies, is killed and replaced; only its job fails.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Sequence

from reader.loader.workers.pipes import converse, end_process, stop_process
from reader.loader.workers.worker import (
    ANSWER,
    DONE,
    FAILED,
    JOB,
    REFUSED,
    TOO_MUCH_MEMORY,
    UNREADABLE,
)
from reader.model.clock import Clock
from reader.model.error_words import cause
from reader.model.errors import LoadError
from reader.wording.catalogue import say

LARGEST_ANSWER = 200_000_000
"""Bytes; an answer that declares more is not valid."""
_START = (
    "import runpy, sys; name = sys.argv[1]; sys.path[:] = sys.argv[2:]; "
    "runpy.run_module(name, run_name='__main__')"
)


class WorkerError(LoadError):
    """A worker process failed; the message is for a person."""


class PoolClosedError(WorkerError):
    """The pool was closed while or before a job ran: nothing is known about its bytes."""


def python_module(name: str) -> tuple[str, ...]:
    """Return the command that runs a module with the module search path of this process."""
    return (sys.executable, "-P", "-c", _START, name, *filter(None, sys.path))


class ProcessPool:
    """Gives jobs to worker processes, one at a time to each. Any number of threads may ask."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        workers: int,
        clock: Clock,
        seconds: float = 30.0,
        idle: float = 60.0,
    ) -> None:
        """Start nothing yet; `command` is for a process that calls `worker.serve`.

        There are at most `workers` processes. A job may take `seconds`; a process without a job for
        `idle` seconds is not used again.
        """
        self._command = tuple(command)
        self._workers = workers
        self._clock = clock
        self._seconds = seconds
        self._idle = idle
        self._changed = threading.Condition()
        self._free: list[_Process] = []
        self._all: set[_Process] = set()
        self._closed = False

    def ask(self, head: bytes, body: bytes) -> bytes:
        """Return the answer to a job; waits for a free process and for the answer.

        Raises:
            LoadError: the bytes are not what they should be, in words for a person.
            WorkerError: the process failed, took too long or was killed.
            PoolClosedError: the pool was closed.

        """
        process = self._take()
        try:
            kind, data, last = process.exchange(head, body, self._seconds)
        except WorkerError:
            self._discard(process)
            if self._closed:
                raise _closed() from None
            raise
        except BaseException:
            self._discard(process)
            raise
        if last:
            self._discard(process)
        else:
            self._give_back(process)
        if kind == DONE:
            return data
        words = data.decode("utf-8", "replace")
        if kind == REFUSED:
            raise LoadError(words)
        is_reason = words in (TOO_MUCH_MEMORY, UNREADABLE)
        raise WorkerError(say(f"digest.{words if is_reason else 'nonsense'}"))

    def close(self) -> None:
        """Kill all processes; `ask` raises `PoolClosedError` for those who wait."""
        with self._changed:
            self._closed = True
            for process in self._all:
                process.stop()
            free, self._free = self._free, []
            self._changed.notify_all()
        for process in free:  # those at work are discarded by the threads that asked
            self._discard(process)

    def _take(self) -> _Process:
        with self._changed:
            while not self._closed:
                self._drop_stale()
                if self._free:
                    return self._free.pop()
                if len(self._all) < self._workers:
                    try:
                        process = _Process(self._command, self._clock)
                    except OSError as error:
                        words = say("digest.no_process", reason=cause(error))
                        raise WorkerError(words) from None
                    self._all.add(process)
                    return process
                self._changed.wait()
            raise _closed()

    def _drop_stale(self) -> None:
        """Discard processes that have ended or had no job for too long."""
        now = self._clock.monotonic()
        stale = [p for p in self._free if p.ended or now - p.used > self._idle]
        for process in stale:
            self._free.remove(process)
            self._all.discard(process)
            process.kill()

    def _give_back(self, process: _Process) -> None:
        with self._changed:
            process.used = self._clock.monotonic()
            self._free.append(process)
            self._changed.notify()

    def _discard(self, process: _Process) -> None:
        process.kill()
        with self._changed:
            self._all.discard(process)
            self._changed.notify()


def _closed() -> PoolClosedError:
    return PoolClosedError(say("digest.closing"))


class _Process:
    """One worker process and the pipes to it."""

    def __init__(self, command: Sequence[str], clock: Clock) -> None:
        self._clock = clock
        self.used = clock.monotonic()
        """When its last job ended, on the monotonic clock."""
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # control-C must not reach the worker
            bufsize=0,
        )

    @property
    def ended(self) -> bool:
        """Whether the process has ended."""
        return self._process.poll() is not None

    def exchange(self, head: bytes, body: bytes, seconds: float) -> tuple[bytes, bytes, bool]:
        """Send a job; return kind and bytes of the answer, and whether the process ends now.

        Raises `WorkerError`.
        """
        answer = bytearray()

        def take(piece: bytes) -> bool:
            answer.extend(piece)
            return not _is_whole(answer)

        job = JOB.pack(len(head), len(body)) + head + body
        try:
            converse(self._process, job, take, seconds=seconds, clock=self._clock, last=False)
        except TimeoutError:
            raise WorkerError(_too_long(seconds)) from None
        if not _is_whole(answer):
            raise WorkerError(self._why_ended())
        kind, last, _ = ANSWER.unpack_from(answer)
        return kind, bytes(answer[ANSWER.size :]), last

    def _why_ended(self) -> str:
        """Return why the process ended, in words for a person.

        It has closed its pipes, so it ends soon if it has not yet.
        """
        try:
            code = self._process.wait(1)
        except subprocess.TimeoutExpired:
            code = 0
        if code == -signal.SIGXCPU:
            return say("digest.too_long")
        if code > 0:
            return say("digest.ended", code=code)
        return say("digest.harm")

    def stop(self) -> None:
        """Kill the process; safe while another thread waits for its answer."""
        stop_process(self._process)

    def kill(self) -> None:
        """Kill the process and close its pipes; may be called twice."""
        end_process(self._process)


def _is_whole(answer: bytearray) -> bool:
    """Return whether all of an answer has arrived; raises `WorkerError` if it is not valid."""
    if len(answer) < ANSWER.size:
        return False
    kind, _, length = ANSWER.unpack_from(answer)
    size = ANSWER.size + int(length)
    if kind not in (DONE, REFUSED, FAILED) or size > LARGEST_ANSWER or len(answer) > size:
        raise WorkerError(say("digest.nonsense"))
    return len(answer) == size


def _too_long(seconds: float) -> str:
    return say("digest.longer", seconds=round(seconds))
