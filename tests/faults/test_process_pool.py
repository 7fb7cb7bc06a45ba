"""Worker processes that hang, flood, die or talk nonsense cost one job; the next one is fine."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.loader.workers.process_pool import PoolClosedError, ProcessPool, WorkerError
from reader.model.clock import SystemClock
from reader.model.errors import LoadError
from tests.fakes import FakeClock

ROOT = Path(__file__).resolve().parents[2]
WORKER = f"""
import os, sys, time
sys.path.insert(0, {str(ROOT)!r})
from reader.loader.workers.worker import Limits, serve
from reader.model.errors import LoadError

hoard = []

def answer(head, body):
    if head == b"pid":
        return str(os.getpid()).encode()
    if head == b"refuse":
        raise LoadError("That is no feed.")
    if head == b"raise":
        raise KeyError("x")
    if head == b"hang":
        time.sleep(600)
    if head == b"loop":
        while True:
            pass
    if head == b"memory":
        return b"x" * (1 << 40)
    if head == b"hoard":
        hoard.extend(b"x" * (1 << 24) for _ in range(12))
        return str(os.getpid()).encode()
    if head == b"die":
        os._exit(3)
    if head == b"kill":
        os.kill(os.getpid(), 9)
    if head == b"print":
        print("stray words", flush=True)
        os.write(1, b"more of them")
    if head == b"promise":
        from reader.loader.workers.process_pool import LARGEST_ANSWER
        from reader.loader.workers.worker import ANSWER, DONE
        for number in range(3, 20):
            try:
                os.write(number, ANSWER.pack(DONE, False, LARGEST_ANSWER))
            except OSError:
                pass
        time.sleep(600)
    if head == b"garbage":
        for number in range(3, 20):
            try:
                os.write(number, b"garbage" * 1000)
            except OSError:
                pass
        time.sleep(600)
    return head + b":" + body

serve(answer, Limits(cpu=1, lasting_memory=150_000_000))
"""

Start = tuple[str, ...]


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Start:
    file = tmp_path_factory.mktemp("worker") / "worker.py"
    file.write_text(WORKER)
    return (sys.executable, str(file))


@pytest.fixture
def digester(command: Start) -> Iterator[ProcessPool]:
    pool = ProcessPool(command, workers=1, clock=SystemClock())
    yield pool
    pool.close()


def pid(digester: ProcessPool) -> int:
    return int(digester.ask(b"pid", b""))


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def gone(process: int, within: float = 30.0) -> bool:
    end = time.monotonic() + within
    while is_running(process) and time.monotonic() < end:
        time.sleep(0.01)
    return not is_running(process)


def test_a_process_stays_warm_and_takes_large_jobs(digester: ProcessPool) -> None:
    first = pid(digester)
    body = os.urandom(5_000_000)
    assert digester.ask(b"echo", body) == b"echo:" + body
    assert pid(digester) == first


def test_no_process_runs_before_the_first_job() -> None:
    pool = ProcessPool(("/nowhere/at/all",), workers=1, clock=SystemClock())
    for _ in range(2):
        with pytest.raises(WorkerError, match="No process could be started: there is no such file"):
            pool.ask(b"echo", b"")
    pool.close()


@pytest.mark.parametrize(
    ("head", "kind", "words"),
    [
        (b"refuse", LoadError, "That is no feed."),
        (b"raise", WorkerError, "damaged in a way that cannot be read"),
        (b"memory", WorkerError, "more memory than is allowed"),
        (b"die", WorkerError, "ended with status 3"),
        (b"kill", WorkerError, "needs too much memory, or is made to do harm"),
        (b"garbage", WorkerError, "makes no sense"),
        (b"promise", WorkerError, "makes no sense"),
        (b"loop", WorkerError, "takes too long"),
    ],
)
def test_a_bad_job_has_words_and_the_next_one_is_fine(
    digester: ProcessPool, head: bytes, kind: type[LoadError], words: str
) -> None:
    with pytest.raises(LoadError, match=words) as caught:
        digester.ask(head, b"")
    assert caught.type is kind
    assert digester.ask(b"echo", b"next") == b"echo:next"


def test_a_job_that_hangs_ends_with_its_time_and_its_process(command: Start) -> None:
    pool = ProcessPool(command, workers=1, clock=SystemClock(), seconds=0.5)
    first = pid(pool)
    with pytest.raises(WorkerError, match="longer than"):
        pool.ask(b"hang", b"")
    assert gone(first)
    pool.close()


def test_stray_output_is_no_answer(digester: ProcessPool) -> None:
    assert digester.ask(b"print", b"!") == b"print:!"


def test_a_process_killed_in_the_middle_costs_that_job_alone(command: Start) -> None:
    pool = ProcessPool(command, workers=1, clock=SystemClock())
    first = pid(pool)
    threading.Timer(0.2, os.kill, (first, signal.SIGKILL)).start()
    with pytest.raises(WorkerError):
        pool.ask(b"hang", b"")
    second = pid(pool)
    assert second != first
    pool.close()


def test_a_process_killed_while_it_had_nothing_to_do_costs_nothing(digester: ProcessPool) -> None:
    first = pid(digester)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert pid(digester) != first


def test_a_process_without_a_job_for_long_is_replaced(command: Start) -> None:
    clock = FakeClock()
    pool = ProcessPool(command, workers=1, clock=clock, idle=60.0)
    first = pid(pool)
    clock.advance(60)
    assert pid(pool) == first
    clock.advance(61)
    assert pid(pool) != first
    assert gone(first)
    pool.close()


def test_a_process_that_holds_much_is_replaced(digester: ProcessPool) -> None:
    first = int(digester.ask(b"hoard", b""))
    assert pid(digester) != first


def test_many_threads_share_few_processes(command: Start) -> None:
    pool = ProcessPool(command, workers=2, clock=SystemClock())
    with ThreadPoolExecutor(8) as threads:
        pids = set(threads.map(lambda _: pid(pool), range(40)))
        echoes = list(threads.map(lambda n: pool.ask(b"echo", b"%d" % n), range(40)))
    assert len(pids) <= 2
    assert echoes == [b"echo:%d" % n for n in range(40)]
    pool.close()


def test_closing_ends_everything_at_once(command: Start) -> None:
    pool = ProcessPool(command, workers=1, clock=SystemClock())
    process = pid(pool)
    with ThreadPoolExecutor(3) as threads:
        waiting = [threads.submit(pool.ask, b"hang", b"") for _ in range(3)]
        time.sleep(0.2)
        began = time.monotonic()
        pool.close()
        for job in waiting:
            with pytest.raises(PoolClosedError):
                job.result(5)
        assert time.monotonic() - began < 30  # a job that hangs would take ten minutes
    assert gone(process)
    with pytest.raises(PoolClosedError):
        pool.ask(b"echo", b"")


def test_workers_end_when_the_reader_dies(command: Start, tmp_path: Path) -> None:
    script = tmp_path / "reader.py"
    script.write_text(
        f"import os, sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from reader.loader.workers.process_pool import ProcessPool\n"
        "from reader.model.clock import SystemClock\n"
        f"pool = ProcessPool({command!r}, workers=1, clock=SystemClock())\n"
        "print(int(pool.ask(b'pid', b'')), flush=True)\n"
        "os._exit(9)\n"
    )
    import subprocess

    result = subprocess.run([sys.executable, str(script)], capture_output=True, timeout=20)
    assert gone(int(result.stdout))
