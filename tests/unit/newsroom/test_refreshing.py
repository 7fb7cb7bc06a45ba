"""What runs beside the reader goes on where it was cut off."""

from __future__ import annotations

import apsw
import pytest

from reader.cache.search_index import SearchIndex
from reader.cache.storing import Storing
from reader.model.errors import StoreError
from reader.model.query import Words
from reader.newsroom.events import Event, RefreshFinished, StoreFailed
from reader.settings.library.state import State
from reader.wording.catalogue import say
from tests.editions import COURIER, GAZETTE, Edition, Item, rss


def test_what_waited_for_the_index_is_found_after_the_next_start(edition: Edition) -> None:
    edition.web.page(COURIER, rss("Courier", Item("The ferry floats")))
    first = edition.open()
    first.sources.subscribe(COURIER)
    edition.refresh(first)
    first.close()
    cache = apsw.Connection(str(edition.paths.articles))
    cache.execute("DELETE FROM search; UPDATE stories SET indexed = 0")
    cache.close()
    again = edition.open()
    assert again.idle()
    assert len(again.stories.select(Words("ferry"))) == 1
    again.close()


def test_a_full_disk_is_told_once_and_the_run_ends(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError(say("store.full"))

    for url in (COURIER, GAZETTE):
        edition.web.feed(url, rss("Courier", Item("The ferry floats")))
    newsroom = edition.open()
    try:
        newsroom.sources.subscribe(COURIER)
        newsroom.sources.subscribe(GAZETTE)
        assert newsroom.idle()
        heard: list[Event] = []
        newsroom.listen(heard.append)
        monkeypatch.setattr(Storing, "store", full)
        monkeypatch.setattr(SearchIndex, "fill", full)
        monkeypatch.setattr(State, "keep", full)
        edition.refresh(newsroom)
    finally:
        newsroom.close()
    ended = next(event for event in heard if isinstance(event, RefreshFinished))
    assert (ended.total, ended.failed) == (2, 2)
    told = [event.message for event in heard[: heard.index(ended)]
            if isinstance(event, StoreFailed)]  # fmt: skip
    assert told[0].startswith("The disk is full: ")
    assert len(told) == 2, "for the stories, and for the moment of the run"
