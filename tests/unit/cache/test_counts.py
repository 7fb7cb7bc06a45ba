"""Counts keep to what the lists show, at the very second where today begins."""

from __future__ import annotations

from reader.model.query import Order, Words
from reader.model.story import FullText
from tests.store import Store, make_article


def test_today_begins_with_the_second_that_is_named(store: Store) -> None:
    now = store.clock.now()
    store.bring(
        store.feed("Courier"),
        make_article("then", "x", ("Up.", "Ana Roe"), published=now - 100),
        make_article("before", "x", ("Down.", "Ana Roe"), published=now - 101),
    )
    counts = store.articles.counts.since(now - 100)
    assert (counts.unread, counts.today, counts.quotes) == (2, 1, 1)


def test_stories_of_hidden_feeds_are_not_counted(store: Store) -> None:
    store.bring(store.feed("Courier"), make_article("seen", "x", ("Up.", "Ana Roe")))
    hidden = store.feed("Rumours", hidden=True)
    store.bring(hidden, make_article("unseen", "x", ("Down.", "Ana Roe")))
    counts = store.articles.counts.since(0)
    assert (counts.unread, counts.today, counts.quotes, counts.new) == (1, 1, 1, 1)


def test_pages_are_wanted_from_the_newest_story_on(store: Store) -> None:
    now = store.clock.now()
    feed, hidden = store.feed("Courier"), store.feed("Rumours", hidden=True)
    ages = {"middle": 50, "newest": 10, "oldest": 90}
    articles = [make_article(title, published=now - age) for title, age in ages.items()]
    store.bring(feed, *articles, full_text=FullText.WANTED)
    store.bring(hidden, make_article("unseen"), full_text=FullText.WANTED)
    lists = store.articles.lists
    rows = lists.headlines(lists.pages_wanted(2))
    assert [row.title for row in rows] == ["newest", "middle"]
    assert len(lists.pages_wanted(9)) == 3


def test_the_best_answers_are_as_many_as_are_asked_for(store: Store) -> None:
    store.bring(store.feed("Courier"), *(make_article(f"moss {n}") for n in range(5)))
    lists = store.articles.lists
    every = lists.select(Words("moss"), Order.BEST)
    assert len(every) == 5
    assert lists.select(Words("moss"), Order.BEST, limit=2) == every[:2]


def test_the_closest_word_is_the_more_frequent_of_two(store: Store) -> None:
    rare, frequent = make_article("a", "boot"), [make_article(f"b{n}", "boat") for n in range(3)]
    store.bring(store.feed("Courier"), rare, *frequent)
    assert store.articles.index.closest_word("boet") == ("boat", 3)
    assert store.articles.index.closest_word("boat") == ("boot", 1)
