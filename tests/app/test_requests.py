"""What is asked for last is done before the program ends."""

from __future__ import annotations

import threading
from functools import partial

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
