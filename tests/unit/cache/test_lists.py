from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.query import (
    All,
    Any,
    Everything,
    FeedIs,
    FolderIs,
    Is,
    Not,
    Order,
    Query,
    State,
    Words,
)
from reader.model.story import Position
from tests.store import Store, make_article

DAY = 86400


@pytest.fixture
def paper(store: Store) -> Store:
    """Two feeds in folders, one hidden; six stories over three days, the numbers as in the name."""
    now = store.clock.now()
    news = store.feed("Daily News", folder="News/Local", tags=("daily", "long reads"))
    science = store.feed("Understory", folder="Science")
    hidden = store.feed("Rumours", folder="News", hidden=True)
    store.bring(news, make_article("n1", "storm", published=now - 3 * DAY))
    store.bring(news, make_article("n2", "storm and flood", published=now - DAY - 5))
    store.bring(science, make_article("s1", "moss", published=now - 2 * DAY))
    store.bring(science, make_article("s2", "flood moss", ("moss", "Ana Roe"), published=now - 60))
    store.bring(hidden, make_article("h1", "storm rumour", published=now - 30))
    return store


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["s2", "n2", "s1", "n1"]),
        ("is:unread", ["s2", "n2", "s1", "n1"]),
        ("newer:1d", ["s2"]),
        ("older:2d newer:4d", ["n1"]),
        ("in:daily", ["n2", "n1"]),
        ("in:NEWS", ["h1", "n2", "n1"]),
        ("in:news/local", ["n2", "n1"]),
        ('in:"long re"', ["n2", "n1"]),
        ("in:ews", []),
        ("in:science", ["s2", "s1"]),
        ("in:#2", ["s2", "s1"]),
        ("in:News/", ["h1", "n2", "n1"]),
        ("in:Science/ moss", ["s2", "s1"]),
        ("in:Sci/", []),
        ("storm", ["h1", "n2", "n1"]),
        ("storm -in:rumours", ["n2", "n1"]),
        ("flood OR n1", ["s2", "n2", "n1"]),
        ("is:quoted", ["s2"]),
        ("-is:quoted newer:2d", ["n2", "s1"]),
        ("said:roe", ["s2"]),
        ("said:ro", ["s2"]),
        ("said:nobody", []),
        ("is:changed OR is:finished OR is:saved", []),
    ],
)
def test_queries_select_newest_first(paper: Store, query: str, titles: list[str]) -> None:
    assert paper.titles(query) == titles
    assert paper.titles(query, Order.OLDEST) == titles[::-1]


def test_marks_are_seen_at_once(paper: Store) -> None:
    ids = paper.select("storm -in:rumours")
    paper.library.marks.read(ids)
    assert paper.titles("is:unread") == ["s2", "s1"]
    assert paper.titles("is:read") == ["n2", "n1"]
    assert paper.titles("in:daily is:unread") == []
    assert paper.titles("moss is:unread") == ["s2", "s1"]
    assert paper.titles("-is:unread") == ["n2", "n1"]
    paper.library.journal.undo()
    assert paper.titles("is:unread") == ["s2", "n2", "s1", "n1"]


def test_a_limit_takes_the_first(paper: Store) -> None:
    assert list(paper.articles.lists.select(Everything(), limit=2)) == list(paper.select(""))[:2]


def test_a_feed_that_is_gone_takes_its_stories_along_but_for_the_saved(paper: Store) -> None:
    [story] = paper.select("n1")
    paper.save(story)
    paper.unsubscribe(1)
    assert paper.titles("") == ["s2", "s1"]
    assert paper.titles("is:saved") == ["n1"]
    assert paper.titles("storm") == ["h1", "n1"]
    assert paper.articles.lists.headline(story).source == "Daily News"
    counts = paper.articles.counts.since(0)
    assert (counts.unread, counts.saved) == (2, 1)
    paper.feed("Daily News")  # undone
    assert paper.titles("") == ["s2", "n2", "s1", "n1"]


def test_tagged_stories_of_a_feed_that_is_gone_are_found_by_what_names_something(
    paper: Store,
) -> None:
    [story] = paper.select("n1")
    paper.library.tags.change([story], ["work"])
    paper.unsubscribe(1)
    assert paper.titles("is:tagged") == paper.titles("tag:work") == ["n1"]
    assert paper.titles("storm") == ["h1", "n1"]
    assert paper.titles("newer:9d") == ["s2", "s1"]


def test_saved_lists_are_read_from_what_was_begun_to_what_is_done(paper: Store) -> None:
    ids = {title: paper.select(title)[0] for title in ("n1", "n2", "s1", "s2")}
    for story in ids.values():
        paper.save(story)
    paper.library.marks.read([ids["s2"], ids["n1"]])
    paper.library.positions.keep(ids["n1"], Position(1, 0), 0.4, False)
    paper.library.positions.keep(ids["n2"], Position(9, 0), 1.0, True)
    assert paper.titles("is:saved", Order.TO_FINISH) == ["s1", "n1", "s2", "n2"]


def test_what_is_finished_comes_after_older_stories_that_were_only_opened(paper: Store) -> None:
    ids = {title: paper.select(title)[0] for title in ("n1", "s2")}
    for story in ids.values():
        paper.save(story)
    paper.library.marks.read(list(ids.values()))
    paper.library.positions.keep(ids["s2"], Position(9, 0), 1.0, True)
    assert paper.titles("is:saved", Order.TO_FINISH) == ["n1", "s2"]
    assert paper.titles("is:saved") == ["s2", "n1"]


def test_the_last_saved_comes_first_and_what_is_finished_last(paper: Store) -> None:
    ids = {title: paper.select(title)[0] for title in ("n1", "n2", "s1")}
    for title in ("n2", "n1", "s1"):
        paper.clock.advance(60)
        paper.save(ids[title])
    paper.library.positions.keep(ids["n1"], Position(9, 0), 1.0, True)
    assert paper.titles("is:saved", Order.LAST_SAVED) == ["s1", "n2", "n1"]
    assert paper.articles.lists.headline(ids["s1"]).saved_at == paper.clock.now()
    assert paper.articles.lists.headline(paper.select("s2")[0]).saved_at is None


def test_headlines_come_in_the_order_asked_for(paper: Store) -> None:
    ids = [paper.select("n1")[0], 999, paper.select("s2")[0]]
    rows = paper.articles.lists.headlines(ids)
    assert [row.title for row in rows] == ["n1", "s2"]
    assert rows[1].source == "Understory"
    assert (rows[1].unread, rows[1].saved, rows[1].quotes, rows[1].words) == (True, False, 1, 2)
    assert rows[0].published == rows[0].stated == paper.clock.now() - 3 * DAY


def test_counts_are_those_of_the_lists(paper: Store) -> None:
    paper.library.marks.read(paper.select("n2"))
    counts = paper.articles.counts.since(paper.clock.now() - DAY)
    assert counts.unread == len(paper.select("is:unread"))
    assert counts.today == len(paper.select("newer:1d is:unread"))
    assert counts.new == len(paper.select("is:new"))
    assert counts.quotes == 1
    feeds = paper.articles.feeds.subscribed()
    assert [(feed.title, feed.unread, feed.stories) for feed in feeds] == [
        ("Daily News", 1, 2),
        ("Understory", 2, 2),
        ("Rumours", 1, 1),
    ]


def test_an_empty_store_has_empty_lists(store: Store) -> None:
    assert store.select("") == store.select("is:unread") == store.select("storm")
    assert store.articles.counts.since(0).unread == 0
    assert store.articles.feeds.subscribed() == ()
    assert store.articles.voices.in_stories(Everything()) == []
    assert store.articles.index.closest_word("storm") is None


_LEAVES: st.SearchStrategy[Query] = st.sampled_from(
    [
        Everything(),
        Words("storm"),
        Words("flood moss"),
        Words("&"),
        Is(State.UNREAD),
        Is(State.READ),
        Is(State.SAVED),
        Is(State.QUOTED),
        FeedIs(1),
        FeedIs(3),
        FolderIs("Science"),
    ]
)
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda terms: All(tuple(terms))),
        st.lists(inner, min_size=2, max_size=3).map(lambda terms: Any(tuple(terms))),
    ),
    max_leaves=6,
)


def test_every_tree_selects_what_its_parts_select(paper: Store) -> None:
    paper.library.marks.read(paper.select("n2 OR s1"))
    paper.save(paper.select("n1")[0])
    searched = Words("&")  # words are searched in hidden feeds too
    every = set(paper.articles.lists.select(searched))

    def wanted(query: Query) -> set[int]:
        match query:
            case Not(term):
                return every - wanted(term)
            case All(terms):
                return set.intersection(*map(wanted, terms))
            case Any(terms):
                return set.union(*map(wanted, terms))
            case _:
                return set(paper.articles.lists.select(All((query, searched))))

    @settings(max_examples=150, deadline=None)
    @given(_TREES, st.sampled_from(Order))
    def check(query: Query, order: Order) -> None:
        found = paper.articles.lists.select(All((query, searched)), order)
        assert set(found) == wanted(query)
        assert max(Counter(found).values(), default=1) == 1

    check()
