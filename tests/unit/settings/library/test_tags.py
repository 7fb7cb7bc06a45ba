"""Tags are kept, are the same in any spelling, and go back as one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.change import Act, Change
from tests.store import Store, make_article

DAY = 86400


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    hour = store.clock.now() - 3600
    older, later = make_article("one", published=hour - 60), make_article("two", published=hour)
    store.bring(feed := store.feed("A"), older)
    store.bring(feed, older, later)
    yield store
    store.close()


def tags(store: Store) -> dict[str, tuple[str, ...]]:
    return {row.title: row.tags for row in store.articles.lists.headlines(store.select(""))}


def test_stories_have_tags_in_every_spelling_the_first_one_stays(two: Store) -> None:
    assert two.library.tags.change([1], ["Ships"]) == Change(Act.TAG, (1,), "#Ships")
    assert two.library.tags.change([1, 2], ["ships", "work"]).stories == (1, 2)
    assert tags(two) == {"one": ("Ships", "work"), "two": ("Ships", "work")}
    stored = two.articles.counts.tags()
    assert [(tag.name, tag.stories) for tag in stored] == [("Ships", 2), ("work", 2)]
    assert two.titles("tag:SHIPS #work") == two.titles("is:tagged") == ["two", "one"]
    assert two.titles("-#ships") == []


def test_a_tag_that_is_there_already_changes_nothing(two: Store) -> None:
    two.library.tags.change([1], ["ships"])
    assert two.library.tags.change([1], ["SHIPS"], ["never"]).stories == ()
    two.library.journal.undo()
    assert tags(two)["one"] == ()
    assert two.library.journal.undo() is None


def test_many_stories_are_one_step_that_survives_a_restart(two: Store) -> None:
    two.library.tags.change([1], ["ships", "old"])
    two.library.tags.change([1, 2], ["work"], ["old"])
    assert tags(two) == {"one": ("ships", "work"), "two": ("work",)}
    two.reopen()
    assert two.library.journal.undo() == Change(Act.TAG, (1, 2), "#ships #work")
    assert tags(two) == {"one": ("old", "ships"), "two": ()}
    two.library.journal.undo()
    assert tags(two) == {"one": (), "two": ()}


def test_tagged_stories_never_grow_too_old(two: Store) -> None:
    two.library.tags.change([1], ["ships"])
    two.bring(1, make_article("three"))  # the others stand in the feed's file no more
    two.library.presence.absent(two.articles.retention.prune(two.clock.now() + DAY))
    assert two.titles("") == ["three", "one"]


def test_tagged_stories_stay_when_their_source_is_removed(two: Store) -> None:
    two.library.tags.change([1], ["ships"])
    two.articles.feeds.set_subscriptions({})
    assert two.titles("#ships") == two.titles("one") == ["one"]
    assert two.titles("two") == []
