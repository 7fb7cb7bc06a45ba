"""The loop inside a worker process: reads jobs from standard input, answers on standard output.

A job is the lengths of head and body, the head (what to do) and the body (the hostile bytes). An
answer is its kind, a flag, its length and its bytes. If the bytes kill the process, the pool that
sent the job starts another one.
"""

from __future__ import annotations

import os
import select
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader, BufferedWriter
from pathlib import Path

from reader.model.errors import LoadError

JOB = struct.Struct(">II")
"""Lengths of head and body."""
ANSWER = struct.Struct(">c?I")
"""Kind, whether the process ends now, length."""
DONE, REFUSED, FAILED = b"A", b"R", b"E"
"""Kinds of answers: the result; a sentence on why the bytes are refused; why the work failed."""

TOO_MUCH_MEMORY, UNREADABLE = "memory", "unreadable"
"""Reasons of `FAILED`: keys of the catalogue's table ``digest``."""

Answering = Callable[[bytes, bytes], bytes]
"""Takes head and body, returns the result; raises `LoadError` with words for a person."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker process may use."""

    memory: int = 1_000_000_000
    """Bytes of address space."""
    cpu: int = 20
    """Seconds of CPU time for one job."""
    lasting_memory: int = 400_000_000
    """Bytes; a process that still holds more after a job ends, to give them back."""
    idle: float = 120.0
    """Seconds without a job until the process ends."""


def serve(answering: Answering, limits: Limits | None = None) -> None:
    """Answer jobs until the pool closes the pipe or sends none for too long."""
    limits = limits or Limits()
    jobs, answers = _take_pipes()
    _limit_process(limits)
    while _another(jobs, limits.idle):
        head_length, body_length = JOB.unpack(_exactly(jobs, JOB.size))
        head, body = _exactly(jobs, head_length), _exactly(jobs, body_length)
        _allow_computing(limits.cpu)
        kind, data, last = _answer(answering, head, body)
        last = last or _held() > limits.lasting_memory
        answers.write(ANSWER.pack(kind, last, len(data)) + data)
        answers.flush()
        if last:
            return


def _answer(answering: Answering, head: bytes, body: bytes) -> tuple[bytes, bytes, bool]:
    try:
        return DONE, answering(head, body), False
    except LoadError as error:
        return REFUSED, str(error).encode("utf-8", "replace"), False
    except MemoryError:
        return FAILED, TOO_MUCH_MEMORY.encode(), True
    except Exception:  # parsers may raise anything on hostile bytes
        return FAILED, UNREADABLE.encode(), False


def _take_pipes() -> tuple[BufferedReader, BufferedWriter]:
    """Return the pipes for jobs and answers; standard output goes nowhere from now on.

    So a stray `print` cannot corrupt an answer.
    """
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return jobs, answers


def _another(jobs: BufferedReader, idle: float) -> bool:
    """Wait for the next job; False if the pipe was closed or `idle` seconds have passed."""
    ready, _, _ = select.select([jobs], [], [], idle)
    return bool(ready) and bool(jobs.peek(1))


def _exactly(jobs: BufferedReader, length: int) -> bytes:
    data = jobs.read(length)
    if len(data) < length:
        sys.exit(0)  # the process that sent the job has died
    return data


def _limit_process(limits: Limits) -> None:
    import resource

    os.nice(5)  # the reader itself has priority
    with suppress(ValueError, OSError):  # not every system limits address space
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_computing(seconds: int) -> None:
    """Allow so many more seconds of CPU time; the system's limit counts from the start."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds + 1
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _held() -> int:
    """Return the memory that the process holds, in bytes; its peak where only that is known."""
    try:
        pages = Path("/proc/self/statm").read_text().split()[1]
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
