"""Writes to and reads from a process at the same time, within a time limit; kills processes."""

from __future__ import annotations

import os
import selectors
import subprocess
from collections.abc import Callable
from contextlib import suppress
from typing import IO

from reader.model.clock import Clock

_PIECE = 1 << 20
_TICK = 0.1
"""Seconds between two looks at `cancelled`."""


class CancelledError(Exception):
    """The caller has cancelled the conversation."""


def converse(
    process: subprocess.Popen[bytes],
    data: bytes,
    take: Callable[[bytes], bool],
    *,
    seconds: float,
    clock: Clock,
    last: bool,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write `data` to a process and hand its output to `take`, piece by piece.

    Returns when `take` returns False or the process closes its output. With `last` its input is
    closed after `data`. It is no error if the process does not read all of `data`.

    Raises:
        TimeoutError: it takes longer than `seconds`.
        CancelledError: `cancelled` returned true.

    """
    source, sink = input_of(process), output_of(process)
    left, end = memoryview(data), clock.monotonic() + seconds
    os.set_blocking(source.fileno(), False)
    with selectors.DefaultSelector() as selector:
        selector.register(sink, selectors.EVENT_READ)
        selector.register(source, selectors.EVENT_WRITE)
        waited = 0.0
        while waited < seconds and clock.monotonic() < end:
            if cancelled():
                raise CancelledError
            ready = selector.select(_TICK)
            waited += 0.0 if ready else _TICK
            for key, _ in ready:
                if key.fileobj is source:
                    left = _send(source, left)
                    if not left:
                        selector.unregister(source)
                        if last:
                            source.close()
                else:
                    piece = os.read(sink.fileno(), _PIECE)
                    if not piece or not take(piece):
                        return
    raise TimeoutError


def _send(source: IO[bytes], left: memoryview) -> memoryview:
    """Write as much as the pipe takes; return the rest, nothing if its reader is gone."""
    try:
        return left[os.write(source.fileno(), left[:_PIECE]) :]
    except BrokenPipeError:
        return left[:0]


def end_process(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and all that it has started, and close its pipes; may be called twice.

    The process must have been started in a session of its own.
    """
    stop_process(process)
    process.wait()
    input_of(process).close()
    output_of(process).close()


def stop_process(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and all that it has started; safe while another thread talks to it."""
    if process.returncode is None:  # else its id may be that of another process by now
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, 9)


def input_of(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """Return the pipe to a process."""
    assert process.stdin is not None  # opened as a pipe
    return process.stdin


def output_of(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """Return the pipe from a process."""
    assert process.stdout is not None  # opened as a pipe
    return process.stdout
