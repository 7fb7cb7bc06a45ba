"""One thread writes, in order; a job that fails takes nobody with it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from reader.newsroom.writer import Writer


@pytest.fixture
def failures() -> list[Exception]:
    return []


@pytest.fixture
def writer(failures: list[Exception]) -> Iterator[Writer]:
    writer = Writer(failures.append)
    yield writer
    writer.close()


def test_jobs_run_one_after_the_other_in_order(writer: Writer) -> None:
    done: list[int] = []
    for number in range(50):
        writer.post(lambda number=number: done.append(number))  # type: ignore[misc] # a default binds it
    assert writer.wait(lambda: list(done)) == list(range(50))


def test_who_waits_gets_the_answer_or_the_error(writer: Writer, failures: list[Exception]) -> None:
    assert writer.wait(lambda: 6 * 7) == 42
    with pytest.raises(ZeroDivisionError):
        writer.wait(lambda: 1 // 0)
    assert failures == []


def test_a_failed_job_is_told_and_the_next_one_runs(
    writer: Writer, failures: list[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    writer.post(lambda: 1 // 0)
    assert writer.wait(lambda: "still here") == "still here"
    assert [type(error) for error in failures] == [ZeroDivisionError]
    assert "a write failed" in caplog.text


def test_a_job_may_wait_for_another_without_standing_still(writer: Writer) -> None:
    assert writer.wait(lambda: writer.wait(threading.get_ident)) == writer.wait(threading.get_ident)


def test_idle_means_that_everything_is_written(writer: Writer) -> None:
    gate = threading.Event()
    writer.post(gate.wait)
    assert not writer.idle(0.01)
    gate.set()
    assert writer.idle(5)


def test_closing_finishes_what_was_posted() -> None:
    done: list[str] = []
    writer = Writer(lambda error: None)
    writer.post(lambda: done.append("last words"))
    writer.close()
    assert done == ["last words"]
