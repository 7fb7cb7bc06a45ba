"""Fetching and reading side by side."""

from __future__ import annotations

import threading
from collections.abc import Callable

from reader.model.feed import FetchOutcome
from reader.model.fetch import Request, Response
from reader.newsroom.fetch_many import MOST_WAITING, fetch_many
from tests.fakes import FakeFetcher


class Asking(FakeFetcher):
    """Asks for as much as there is room for, and lets the reading begin only then."""

    def __init__(self) -> None:
        super().__init__()
        self.begin = threading.Event()
        self.ahead = 0

    def fetch_all(
        self,
        requests: list[Request],
        done: Callable[[int, Response], None],
        cancelled: Callable[[], bool],
        room: Callable[[], bool] = lambda: True,
    ) -> None:
        """Count what is asked before anything is read."""
        left = list(enumerate(requests))
        while left and room():
            index, request = left.pop(0)
            done(index, self.fetch(request))
        self.ahead = len(self.requests)
        self.begin.set()
        for index, request in left:
            done(index, self.fetch(request))


def test_answers_that_nobody_has_read_yet_are_few() -> None:
    web = Asking()
    requests = {n: Request(f"https://courier.example/{n}") for n in range(1000, 1200)}
    read: list[int] = []

    def settle(number: int, response: Response) -> None:
        web.begin.wait(10)
        read.append(number)

    fetch_many(web, requests, settle, threads=2, stopped=lambda: False, name="test")
    assert web.ahead <= MOST_WAITING + 2
    assert sorted(read) == sorted(requests)


def asked(*numbers: int) -> dict[int, Request]:
    """Requests by number."""
    return {number: Request(f"https://courier.example/{number}") for number in numbers}


def test_an_answer_that_comes_after_the_end_is_not_delivered() -> None:
    settled: list[int] = []
    fetch_many(
        FakeFetcher(),
        asked(1, 2, 3),
        lambda number, _: settled.append(number),
        threads=1,
        stopped=lambda: bool(settled),
        name="test",
    )
    assert len(settled) == 1


def test_every_answer_is_delivered_under_the_number_of_its_request() -> None:
    web = FakeFetcher().page("https://courier.example/7", "<p>Seven")
    requests = asked(9, 7)
    at_once = Response(Request("https://courier.example/4"), FetchOutcome.WAIT)
    settled: dict[int, Response] = {}
    fetch_many(
        web,
        requests,
        settled.__setitem__,
        threads=2,
        stopped=lambda: False,
        name="test",
        answered={4: at_once},
    )
    assert {number: answer.body for number, answer in settled.items()} == {
        9: b"",
        7: b"<p>Seven",
        4: b"",
    }
    assert settled[4] is at_once
    assert web.asked == [request.url for request in requests.values()]


def test_one_answer_that_cannot_be_taken_in_does_not_end_the_others() -> None:
    settled: list[int] = []
    spoilt: list[tuple[int, str]] = []

    def settle(number: int, response: Response) -> None:
        if number == 2:
            raise ValueError("odd")
        settled.append(number)

    fetch_many(
        FakeFetcher(),
        asked(1, 2, 3),
        settle,
        threads=1,
        stopped=lambda: False,
        name="test",
        spoilt=lambda number, error: spoilt.append((number, str(error))),
    )
    assert (settled, spoilt) == ([1, 3], [(2, "odd")])
