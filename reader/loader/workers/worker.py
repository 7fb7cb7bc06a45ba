"""The inside of a worker process: takes jobs from standard input, answers on standard output.

A job is a head (what to do, as JSON) and a body (the bytes from outside), each behind its length.
An answer is a kind, a flag and bytes behind their length. Hostile bytes may bring the process to
its end; whoever sent the job sees that and starts another one.
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
"""Kind, whether the process ends after it, length."""
DONE, REFUSED, FAILED = b"A", b"R", b"E"
"""An answer as it was asked for; a sentence on what the bytes are; why reading failed."""

TOO_MUCH_MEMORY, UNREADABLE = "memory", "unreadable"
"""Why reading failed: words of the catalogue's table ``digest``."""

Answering = Callable[[bytes, bytes], bytes]
"""Head and body to an answer; raises `LoadError` with words for a person."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker process may use."""

    memory: int = 1_000_000_000
    """Bytes of address space."""
    cpu: int = 20
    """Seconds of computing for one job."""
    lasting_memory: int = 400_000_000
    """Bytes; a process that holds more after a job ends and gives them back."""
    idle: float = 120.0
    """Seconds without a job until the process ends."""


def serve(answering: Answering, limits: Limits | None = None) -> None:
    """Answer jobs until there are no more; returns when the process shall end."""
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
    except Exception:  # parsers raise nearly anything on hostile bytes; the process goes on
        return FAILED, UNREADABLE.encode(), False


def _take_pipes() -> tuple[BufferedReader, BufferedWriter]:
    """The two pipes for this module alone: a stray `print` must not end in an answer."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return jobs, answers


def _another(jobs: BufferedReader, idle: float) -> bool:
    """Wait for the next job; False if nobody wants anything any more."""
    ready, _, _ = select.select([jobs], [], [], idle)
    return bool(ready) and bool(jobs.peek(1))


def _exactly(jobs: BufferedReader, length: int) -> bytes:
    data = jobs.read(length)
    if len(data) < length:
        sys.exit(0)  # whoever sent the job has died
    return data


def _limit_process(limits: Limits) -> None:
    import resource

    os.nice(5)  # whoever reads goes first
    with suppress(ValueError, OSError):  # not every system limits address space
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_computing(seconds: int) -> None:
    """Allow so many seconds from now on; the system counts them over the whole process."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds + 1
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _held() -> int:
    """The memory the process holds, in bytes; its peak where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text().split()[1]
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
