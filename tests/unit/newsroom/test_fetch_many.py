"""Fetching and reading side by side."""

from __future__ import annotations

import threading
from collections.abc import Callable

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
