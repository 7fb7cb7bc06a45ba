"""What is asked for last is done before the program ends."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue

from reader.app.requests import ThreadedRequests


def _requests() -> ThreadedRequests:
    return ThreadedRequests(lambda deliver: deliver(), lambda words: None)


def test_the_end_waits_for_every_act_in_order() -> None:
    requests, gate, done = _requests(), threading.Event(), list[int]()
    requests.act(gate.wait)
    for number in range(3):
        requests.act(partial(done.append, number))
    assert not requests.finish(0.01)
    gate.set()
    assert requests.finish(5)
    assert done == [0, 1, 2]


def test_nothing_asked_is_nothing_to_wait_for() -> None:
    assert _requests().finish(0)


def test_an_act_that_fails_holds_up_no_other() -> None:
    requests, done = _requests(), list[str]()
    requests.act(lambda: 1 // 0)
    requests.act(lambda: done.append("saved"))
    assert requests.finish(5)
    assert done == ["saved"]


def test_jobs_beside_the_loop_hand_over_results_and_faults() -> None:
    handed: SimpleQueue[Callable[[], None]] = SimpleQueue()
    requests = ThreadedRequests(handed.put, lambda words: None)
    run = requests.beside("layout")
    results, faults = list[int](), list[Exception]()
    run(threading.get_ident, results.append, faults.append)
    assert requests.busy
    assert results == [], "it is handed over on the loop"
    handed.get(timeout=60)()
    assert results != [threading.get_ident()]
    assert not requests.busy
    run(lambda: 1 // 0, results.append, faults.append)
    handed.get(timeout=60)()
    assert len(results) == 1
    assert isinstance(faults[0], ZeroDivisionError)


def test_only_the_last_question_of_a_kind_is_said_to_have_failed() -> None:
    handed: SimpleQueue[Callable[[], None]] = SimpleQueue()
    said: list[str] = []
    requests = ThreadedRequests(handed.put, said.append)
    failed: list[str] = []
    requests.ask("list", lambda: 1 // 0, print, lambda: failed.append("first"))
    stale = handed.get(timeout=60)
    requests.ask("list", lambda: 1 // 0, print, lambda: failed.append("second"))
    stale()
    assert (failed, said) == ([], [])
    handed.get(timeout=60)()
    assert failed == ["second"]
    assert len(said) == 1
