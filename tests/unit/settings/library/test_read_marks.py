from __future__ import annotations

from pathlib import Path

from reader.model.story import Position
from tests.store import Store, make_article

HOUR = 3600


def test_positions_and_state_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.bring(store.feed("A"), make_article("one"))
    assert store.library.position(1) is None
    store.library.keep_position(1, Position(3, 120), 0.4, False)
    store.library.keep_position(1, Position(-1, 0), 1.0, True)
    store.library.keep_state("list", "unread")
    store.reopen()
    assert store.library.position(1) == Position(-1, 0)
    assert store.library.state("list") == "unread"
    assert store.library.state("nothing") == ""
    row = store.articles.lists.headline(1)
    assert (row.progress, row.finished) == (1.0, True)
    assert store.titles("is:finished") == ["one"]
    store.close()


def test_new_is_what_came_since_the_last_visit(tmp_path: Path) -> None:
    store = Store(tmp_path)
    feed = store.feed("A")
    store.library.begin_visit()
    store.bring(feed, make_article("during the first visit"))
    assert store.titles("is:new") == ["during the first visit"]
    store.clock.advance(HOUR)
    store.library.end_visit()
    store.clock.advance(HOUR)
    store.bring(feed, make_article("between"))
    store.clock.advance(HOUR)
    store.library.begin_visit()
    store.bring(feed, make_article("during the second"))
    assert sorted(store.titles("is:new")) == ["between", "during the second"]
    assert store.articles.counts.since(0).new == 2
    store.library.mark_read(store.select("is:new"))
    assert store.titles("is:new") == []
    store.close()


def test_a_visit_that_was_cut_off_began_when_it_began(tmp_path: Path) -> None:
    store = Store(tmp_path)
    feed = store.feed("A")
    store.library.begin_visit()
    store.clock.advance(HOUR)
    store.bring(feed, make_article("never looked at"))
    store.clock.advance(HOUR)
    store.reopen()
    store.library.begin_visit()
    assert store.titles("is:new") == ["never looked at"]
    store.close()
