"""Jobs beside the loop: one at a time, the newest wanted, none able to end the others."""

from __future__ import annotations

import pytest

from reader.app.panes.story.newest_job import NewestJob, at_once
from tests.app.fake_run import FakeRun


def never() -> None:
    raise AssertionError("nothing failed")


def test_only_the_newest_of_those_that_wait_is_done() -> None:
    run, came = FakeRun(), list[int]()
    jobs = NewestJob(run)
    for number in (1, 2, 3):
        jobs.start(lambda number=number: number, came.append, never)  # type: ignore[misc]  # bound now
    assert len(run.jobs) == 1, "one at a time"
    run.finish()
    assert came == [], "the first is wanted no more"
    assert len(run.jobs) == 1
    run.finish()
    assert came == [3]


def test_what_is_dropped_brings_nothing_and_keeps_nobody_waiting() -> None:
    run, came = FakeRun(), list[str]()
    jobs = NewestJob(run)
    jobs.start(lambda: "first", came.append, never)
    jobs.start(lambda: "second", came.append, never)
    jobs.drop()
    run.finish()
    assert (came, run.jobs) == ([], [])
    jobs.start(lambda: "third", came.append, never)
    run.finish()
    assert came == ["third"]


@pytest.mark.parametrize("wanted", [True, False])
def test_a_job_that_raises_is_logged_and_the_next_one_done(
    wanted: bool, caplog: pytest.LogCaptureFixture
) -> None:
    run, came = FakeRun(faults=1), list[str]()
    jobs = NewestJob(run)
    jobs.start(lambda: "first", came.append, lambda: came.append("failed"))
    if not wanted:
        jobs.start(lambda: "second", came.append, never)
    run.finish()
    assert came == (["failed"] if wanted else [])
    (record,) = caplog.records
    assert record.exc_info
    assert "made up" in str(record.exc_info[1])
    if wanted:
        jobs.start(lambda: "second", came.append, never)
    run.finish()
    assert came[-1] == "second"


def test_without_threads_it_is_done_at_once() -> None:
    results, faults = list[int](), list[Exception]()
    at_once(lambda: 1, results.append, faults.append)
    assert (results, faults) == ([1], [])
    at_once(lambda: 1 // 0, results.append, faults.append)
    assert results == [1]
    assert isinstance(faults[0], ZeroDivisionError)
