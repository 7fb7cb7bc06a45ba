"""Conversations with processes that flood, hang or do not listen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from reader.loader.workers.pipes import CancelledError, converse, end_process
from reader.model.clock import SystemClock
from tests.fakes import FakeClock

FLOOD = "while True: print('x' * 1000, flush=True)"
ECHO = "import sys; sys.stdout.write(sys.stdin.read())"
HANG = "import time; time.sleep(600)"

Process = subprocess.Popen[bytes]


@pytest.fixture
def started() -> Iterator[list[Process]]:
    processes: list[Process] = []
    yield processes
    for process in processes:
        end_process(process)


def start(started: list[Process], program: str) -> Process:
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,
    )
    started.append(process)
    return process


def test_a_process_that_floods_is_stopped_by_the_clock(started: list[Process]) -> None:
    clock = FakeClock()

    def take(_: bytes) -> bool:
        clock.advance(1)
        return True

    process = start(started, FLOOD)
    with pytest.raises(TimeoutError):
        converse(process, b"", take, seconds=5, clock=clock, last=True)
    assert clock.monotonic() == FakeClock().monotonic() + 5


def test_more_than_a_pipe_holds_goes_both_ways(started: list[Process]) -> None:
    output = bytearray()

    def take(piece: bytes) -> bool:
        output.extend(piece)
        return True

    data = b"story " * 100_000
    process = start(started, ECHO)
    converse(process, data, take, seconds=60, clock=SystemClock(), last=True)
    assert bytes(output) == data


def test_a_process_that_hangs_is_given_up_when_it_is_cancelled(started: list[Process]) -> None:
    with pytest.raises(CancelledError):
        converse(
            start(started, HANG),
            b"",
            lambda _: True,
            seconds=600,
            clock=FakeClock(),
            last=True,
            cancelled=lambda: True,
        )


def test_a_process_is_ended_once(started: list[Process]) -> None:
    process = start(started, HANG)
    end_process(process)
    end_process(process)
    assert process.returncode == -9
