"""Talking to a process that may hang, flood or die: both pipes at once, within a time limit."""

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
    """Nobody waits for the answer any more."""


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
    """Write `data` to a process and hand what it writes to `take`, piece by piece.

    Returns when `take` returns False or the process closes its output. `last`: its input is closed
    after `data`. A process that does not want all of `data` is no error.

    Raises:
        TimeoutError: that takes longer than `seconds`.
        CancelledError: `cancelled` turned true.

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
    """Write what the pipe takes; return what is left, nothing if nobody reads it."""
    try:
        return left[os.write(source.fileno(), left[:_PIECE]) :]
    except BrokenPipeError:
        return left[:0]


def end_process(process: subprocess.Popen[bytes]) -> None:
    """Kill a process with all it has started, and let go of its pipes; idempotent.

    It must have been started in a session of its own.
    """
    stop_process(process)
    process.wait()
    input_of(process).close()
    output_of(process).close()


def stop_process(process: subprocess.Popen[bytes]) -> None:
    """Kill a process with all it has started; safe while another thread talks to it."""
    if process.returncode is None:  # else it was waited for, and its number may be another's
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, 9)


def input_of(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """The pipe to a process."""
    assert process.stdin is not None  # it was asked for
    return process.stdin


def output_of(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """The pipe from a process."""
    assert process.stdout is not None  # it was asked for
    return process.stdout
