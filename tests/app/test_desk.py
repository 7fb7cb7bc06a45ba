"""What is asked for last is done before the program ends."""

from __future__ import annotations

import threading

from reader.app.requests import Desk


def _desk() -> Desk:
    return Desk(lambda message: None, lambda words: None)


def test_the_end_waits_for_every_act_in_order() -> None:
    desk, gate, done = _desk(), threading.Event(), list[int]()
    desk.act(gate.wait)
    for number in range(3):
        desk.act(lambda number=number: done.append(number))  # type: ignore[misc] # a default binds it
    assert not desk.finish(0.01)
    gate.set()
    assert desk.finish(5)
    assert done == [0, 1, 2]


def test_nothing_asked_is_nothing_to_wait_for() -> None:
    assert _desk().finish(0)


def test_an_act_that_fails_holds_up_no_other() -> None:
    desk, done = _desk(), list[str]()
    desk.act(lambda: 1 // 0)
    desk.act(lambda: done.append("saved"))
    assert desk.finish(5)
    assert done == ["saved"]
