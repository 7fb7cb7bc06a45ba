"""Lists must not slow down as stories grow: SQLite says how it will find them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from reader.cache.articles import Articles
from reader.cache.selection import selection_of
from reader.model.query import Everything, Is, Order, State, Words
from reader.query.parse import parse_query
from tests.store import Store, make_article


@pytest.fixture
def plans(store: Store) -> Store:
    """Enough stories for statistics, as `PRAGMA optimize` gathers them at the end."""
    for name in ("A", "B", "C"):
        stories = [make_article(f"{name} {n}", "Stone.", ("x", f"Ida {n}")) for n in range(80)]
        store.bring(store.feed(name), make_article(f"{name}", "Moss.", ("y", "Ana Roe")), *stories)
    store.reopen()
    return store


def _plan(store: Store, query: str, order: Order = Order.NEWEST) -> list[str]:
    articles = store.articles
    found = selection_of(
        parse_query(query, store.clock.now()),
        order,
        articles.feeds.current(),
        articles.names.beginning,
    )
    sql = f"EXPLAIN QUERY PLAN SELECT {found.id} {found.source} {found.order}"
    return [row[3] for row in articles._database.read(sql, found.values)]  # noqa: SLF001 - its plan


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("", "SCAN s USING COVERING INDEX stories_by_date"),
        ("newer:1d", "SEARCH s USING COVERING INDEX stories_by_date (published>?)"),
        ("is:unread", "SCAN lib.stories USING COVERING INDEX unread_by_date"),
        ("is:new", "SCAN lib.stories USING COVERING INDEX unread_by_date"),
        (
            "newer:1d is:unread",
            "SEARCH lib.stories USING COVERING INDEX unread_by_date (published>?)",
        ),
        ("is:quoted", "SCAN s USING COVERING INDEX stories_by_date"),
    ],
)
@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
def test_lists_come_out_of_an_index_in_order(
    plans: Store, query: str, first: str, order: Order
) -> None:
    plan = _plan(plans, query, order)
    assert plan[0] == first
    assert not [step for step in plan if "TEMP B-TREE" in step]


@pytest.mark.parametrize("query", ["in:#1", "in:A is:unread", "moss", "said:roe", "is:saved"])
def test_no_list_reads_all_stories_to_find_a_few(plans: Store, query: str) -> None:
    plan = _plan(plans, query)
    assert not [step for step in plan if step in ("SCAN s", "SCAN lib.stories")]


def _steps(store: Store, work: Callable[[Articles], object]) -> int:
    """How many steps SQLite's machine takes for some reading: the same on every computer."""
    steps = 0

    def count() -> bool:
        nonlocal steps
        steps += 1
        return False

    with store.articles._database.reading() as reader:  # noqa: SLF001 - where reading happens
        work(store.articles)
        reader.set_progress_handler(count, 1)
        work(store.articles)
        reader.set_progress_handler(None)
    return steps


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """A small store and one with ten times the stories."""
    stores = []
    for size in (150, 1500):
        store = Store(tmp_path_factory.mktemp(f"stories-{size}"))
        stories = [make_article(f"{n}", "Stone.", ("x", f"Ida {n}")) for n in range(size)]
        store.bring(store.feed("A"), make_article("one", "Moss."), *stories)
        store.reopen()
        stores.append(store)
    yield stores[0], stores[1]
    for store in stores:
        store.close()


@pytest.mark.parametrize(
    "work",
    [
        lambda articles: articles.lists.select(Everything(), limit=40),
        lambda articles: articles.lists.select(Is(State.UNREAD), limit=40),
        lambda articles: articles.lists.select(Words("moss")),
        lambda articles: articles.lists.headlines(range(10, 50)),
        lambda articles: articles.texts.article(10),
        lambda articles: articles.quotes.of_story(10),
    ],
)
def test_what_fills_a_screen_costs_the_same_among_ten_times_the_stories(
    sizes: tuple[Store, Store], work: Callable[[Articles], object]
) -> None:
    few, many = (_steps(store, work) for store in sizes)
    assert many <= 2 * few + 50
