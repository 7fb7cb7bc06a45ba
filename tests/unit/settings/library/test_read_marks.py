from __future__ import annotations

from pathlib import Path

from reader.model.story import Position
from tests.store import Store, make_article

HOUR = 3600


def test_positions_and_state_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.bring(store.feed("A"), make_article("one"))
    assert store.library.positions.of(1) is None
    store.library.positions.keep(1, Position(3, 120), 0.4, False)
    store.library.positions.keep(1, Position(-1, 0), 1.0, True)
    store.library.state.keep("list", "unread")
    store.reopen()
    assert store.library.positions.of(1) == Position(-1, 0)
    assert store.library.state.get("list") == "unread"
    assert store.library.state.get("nothing") == ""
    row = store.articles.lists.headline(1)
    assert (row.progress, row.finished) == (1.0, True)
    assert store.titles("is:finished") == ["one"]
    store.close()


def test_new_is_what_came_since_the_last_visit(tmp_path: Path) -> None:
    store = Store(tmp_path)
    feed = store.feed("A")
    store.library.visits.begin()
    store.bring(feed, make_article("during the first visit"))
    assert store.titles("is:new") == ["during the first visit"]
    store.clock.advance(HOUR)
    store.library.visits.end()
    store.clock.advance(HOUR)
    store.bring(feed, make_article("between"))
    store.clock.advance(HOUR)
    store.library.visits.begin()
    store.bring(feed, make_article("during the second"))
    assert sorted(store.titles("is:new")) == ["between", "during the second"]
    assert store.articles.counts.since(0).new == 2
    store.library.marks.read(store.select("is:new"))
    assert store.titles("is:new") == []
    store.close()


def test_a_visit_that_was_cut_off_began_when_it_began(tmp_path: Path) -> None:
    store = Store(tmp_path)
    feed = store.feed("A")
    store.library.visits.begin()
    store.clock.advance(HOUR)
    store.bring(feed, make_article("never looked at"))
    store.clock.advance(HOUR)
    store.reopen()
    store.library.visits.begin()
    assert store.titles("is:new") == ["never looked at"]
    store.close()
