from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.story import Candidate
from reader.settings.library.library import Library
from reader.store.paths import Paths
from tests.fakes import FakeClock

HOUR = 3600


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def library(tmp_path: Path, clock: FakeClock) -> Iterator[Library]:
    paths = Paths.below(tmp_path)
    paths.create()
    library = Library.open(paths, clock)
    yield library
    library.close()


def _entry(*keys: str, shared: tuple[str, ...] = (), stated: int | None = None) -> Candidate:
    return Candidate(keys, keys, shared, stated)


def test_a_feed_keeps_its_number_through_every_address(library: Library) -> None:
    feed = library.feeds.number("https://a.example/feed")
    assert library.feeds.number("https://a.example/feed") == feed
    assert library.feeds.moved(feed, "https://a.example/new")
    assert library.feeds.number("https://a.example/new") == feed
    assert library.feeds.number("https://a.example/feed") == feed
    other = library.feeds.number("https://b.example/feed")
    assert other != feed
    assert not library.feeds.moved(other, "https://a.example/new")
    assert library.feeds.by_address() == {
        "https://a.example/new": feed,
        "https://b.example/feed": other,
    }


def test_many_feeds_are_numbered_at_once(library: Library) -> None:
    first = library.feeds.number("b")
    assert library.feeds.numbers(["a", "b", "c", "a"]) == [first + 1, first, first + 2, first + 1]
    assert library.feeds.numbers([]) == []


def test_stories_are_numbered_from_the_last_entry_to_the_first(
    library: Library, clock: FakeClock
) -> None:
    feed = library.feeds.number("a")
    now = clock.now()
    known = library.identities.identify(
        feed, [_entry("g:2", stated=now - 10), _entry("g:1", stated=now + 50)]
    )
    assert known[0].story > known[1].story
    assert [one.new for one in known] == [True, True]
    # A date in the future never sits on top.
    assert [one.published for one in known] == [now - 10, now]
    clock.advance(HOUR)
    again = library.identities.identify(feed, [_entry("g:2", stated=now + 99), _entry("g:1")])
    assert [one.story for one in again] == [one.story for one in known]
    assert [one.new for one in again] == [False, False]
    assert [one.published for one in again] == [now - 10, now]
    assert {one.first_seen for one in again} == {now}


def test_an_entry_is_known_by_any_key_it_ever_had(library: Library) -> None:
    feed = library.feeds.number("a")
    first = library.identities.identify(feed, [Candidate(("g:1",), ("g:1", "l:x"))])[0].story
    second = library.identities.identify(feed, [Candidate(("l:x",), ("l:x", "l:y"))])[0].story
    third = library.identities.identify(feed, [Candidate(("l:y",), ("l:y",))])[0].story
    assert first == second == third
    assert library.identities.look_up(feed, [_entry("g:1"), _entry("g:2")]) == [first, None]


def test_keys_of_one_feed_say_nothing_in_another(library: Library) -> None:
    one, other = library.feeds.number("a"), library.feeds.number("b")
    first = library.identities.identify(one, [_entry("g:1")])[0]
    second = library.identities.identify(other, [_entry("g:1")])[0]
    assert second.new
    assert second.story != first.story


def test_a_story_in_two_feeds_is_one_story_under_its_first_feed(library: Library) -> None:
    one, other = library.feeds.number("a"), library.feeds.number("b")
    first = library.identities.identify(one, [_entry("g:1", shared=("t:storm",))])[0]
    library.marks.read([first.story])
    second = library.identities.identify(other, [_entry("g:9", shared=("t:storm",))])[0]
    assert (second.story, second.new, second.feed) == (first.story, False, one)
    assert library.marks.read([first.story]).stories == ()


def test_two_entries_of_one_fetch_are_one_story_only_if_a_sure_key_says_so(
    library: Library,
) -> None:
    feed = library.feeds.number("a")
    known = library.identities.identify(feed, [_entry("g:1"), _entry("g:1"), _entry("g:2")])
    assert known[0].story == known[1].story != known[2].story
    feed = library.feeds.number("b")
    first = library.identities.identify(feed, [_entry("g:1", "l:x")])[0].story
    # Both claim the link of a known story; only one of them can be it.
    pair = library.identities.identify(feed, [_entry("g:7", "l:x"), _entry("g:1", "l:x")])
    assert pair[1].story == first
    assert pair[0].story == first


def test_thousands_of_entries_are_one_transaction(library: Library) -> None:
    feed = library.feeds.number("a")
    entries = [_entry(f"g:{number}") for number in range(3000)]
    known = library.identities.identify(feed, entries)
    assert len({one.story for one in known}) == 3000
    assert library.identities.look_up(feed, entries) == [one.story for one in known]


def test_no_entries_are_no_stories(library: Library) -> None:
    assert library.identities.identify(library.feeds.number("a"), []) == []


def test_a_number_is_known_for_ever(library: Library) -> None:
    story = library.identities.identify(library.feeds.number("a"), [_entry("g:1")])[0].story
    library.presence.absent([story])
    library.presence.cache_lost()
    assert library.identities.look_up(library.feeds.number("a"), [_entry("g:1")]) == [story]
    assert not library.identities.identify(library.feeds.number("a"), [_entry("g:1")])[0].new
