"""The best answer first: where the words stand, whole or begun, together, and how fresh."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest

from reader.cache import ranking
from reader.model.article import Article, Block, BlockKind
from reader.model.query import Order
from reader.query.parse import parse_query
from tests.store import Store, make_article

DAY = 86_400


def told(title: str, *paragraphs: str, age: int = 0, lead: str = "Nothing.") -> Article:
    """A story of a few paragraphs, `age` days old."""
    article = make_article(title, published=1_800_000_000 - age * DAY)
    texts = [lead, *paragraphs]
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    return dataclasses.replace(article, blocks=blocks)


def quoting(title: str, words: str, speaker: str) -> Article:
    quotes = make_article(title, "x", (words, speaker)).quotes
    return dataclasses.replace(told(title, "More.", words), quotes=quotes)


def bring(store: Store, *articles: Article) -> None:
    store.bring(store.feed("Courier"), *articles)


def best(store: Store, query: str) -> list[str]:
    return store.titles(query, Order.BEST)


PLACES = (
    "Moss in the city",  # in the title
    "spoken by",
    "quoted",
    "lead",
    "text",
)


def places(reverse: bool) -> list[Article]:
    """One story for each place a word can stand in, the best first."""
    articles = [
        told(PLACES[0], "More."),
        quoting(PLACES[1], "“Nothing at all.”", "Ida Moss"),
        quoting(PLACES[2], "“There is moss here.”", "Ana Roe"),
        told(PLACES[3], "More.", lead="There is moss here."),
        told(PLACES[4], "More.", "There is moss here."),
    ]
    return articles[::-1] if reverse else articles


@pytest.mark.parametrize("reverse", [False, True])
def test_a_word_counts_by_where_it_stands(store: Store, reverse: bool) -> None:
    bring(store, *places(reverse))
    assert best(store, "moss") == [*PLACES]


def test_a_whole_word_comes_before_one_that_only_begins_so(store: Store) -> None:
    bring(store, told("Mossy stones"), told("Moss on stones"), told("Mosses"))
    assert best(store, "moss")[0] == "Moss on stones"
    assert sorted(best(store, "mosse")) == ["Mosses"]


def test_the_title_comes_before_a_whole_word_elsewhere(store: Store) -> None:
    bring(store, told("other", "Moss, moss, moss, moss, moss and moss."), told("Mossy stones"))
    assert best(store, "moss") == ["Mossy stones", "other"]


def test_a_better_place_comes_before_a_whole_word_in_the_next(store: Store) -> None:
    bring(store, quoting("other", "“Nothing at all.”", "Ida Moss"), told("Mossy stones"))
    assert best(store, "moss") == ["Mossy stones", "other"]


def test_what_a_text_says_often_it_is_about(store: Store) -> None:
    bring(store, told("much", "Moss, and moss, and moss."), told("little", "Moss."))
    assert best(store, "moss") == ["much", "little"]


def test_words_side_by_side_come_before_words_apart(store: Store) -> None:
    bring(
        store,
        told("apart", "The salvage was slow, and its master left."),
        told("together", "The salvage master left."),
    )
    assert best(store, "salvage master") == ["together", "apart"]


def test_the_newer_of_two_alike_comes_first(store: Store) -> None:
    bring(store, told("Moss old", age=9), told("Moss new", age=1), told("Moss older", age=30))
    assert best(store, "moss") == ["Moss new", "Moss old", "Moss older"]


def test_a_title_of_last_month_comes_before_a_mention_of_today_but_not_for_ever(
    store: Store,
) -> None:
    bring(
        store,
        told("mention", "Moss."),
        told("Moss last month", age=30),
        told("Moss of another time", age=20_000),
    )
    assert best(store, "moss") == ["Moss last month", "mention", "Moss of another time"]


def test_without_words_the_newest_comes_first(store: Store) -> None:
    bring(store, told("Moss old", age=3), told("new", age=1), told("older", age=9))
    assert best(store, "is:unread") == ["new", "Moss old", "older"]
    assert best(store, "is:unread -moss") == ["new", "older"]
    assert best(store, "") == ["new", "Moss old", "older"]


def test_conditions_and_exclusions_hold(store: Store) -> None:
    bring(store, told("text", "Moss."), told("Moss and sport"), told("Moss", age=40))
    assert best(store, "moss -sport") == ["Moss", "text"]
    assert best(store, "moss newer:9d") == ["Moss and sport", "text"]
    assert best(store, "moss OR sport") == ["Moss and sport", "Moss", "text"]


def test_case_accents_and_phrases_make_no_difference_to_the_order(store: Store) -> None:
    bring(store, told("text", "Škoda und Éclair."), told("ŠKODA und Éclair"))
    for query in ("skoda", "ŠKO", '"škoda und eclair"', "eclair skoda"):
        assert best(store, query) == ["ŠKODA und Éclair", "text"], query


def test_scripts_without_spaces_are_ranked_too(store: Store) -> None:
    bring(store, told("text", "昨日、東京都庁で会見があった。"), told("東京都庁の会見"))
    for query in ("東京都庁", "東京", "会見"):
        assert best(store, query) == ["東京都庁の会見", "text"], query


def test_signs_without_letters_find_everything_by_date(store: Store) -> None:
    bring(store, told("new"), told("old", age=3))
    assert best(store, "!!") == ["new", "old"]


def test_stories_keep_their_order_while_a_word_is_typed_on(store: Store) -> None:
    bring(store, *places(False), told("Mossy stones", age=2), told("Mosaic", "Moss.", age=5))
    orders = [best(store, "mossy"[:end]) for end in range(2, 6)]
    for before, after in pairwise(orders):
        assert {*after} <= {*before}
    # Neither is whole before the other is.
    kept = [title for title in orders[0] if title in ("Mossy stones", "quoted", "lead", "text")]
    assert [title for title in orders[1] if title in kept] == kept


def test_of_very_many_the_newest_are_ranked_and_any_title(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "RANKED", 3)
    many = [told(f"text {age}", "Moss.", age=age) for age in range(1, 8)]
    old = (told("Moss long ago", age=900), told("lead of old", lead="Moss.", age=9))
    bring(store, *many, told("lead", lead="Moss.", age=2), *old)
    found = best(store, "moss")
    assert found[:2] == ["lead", "Moss long ago"]
    assert found[2:4] == ["text 1", "text 2"]
    assert found[4:] == [*(f"text {age}" for age in range(3, 8)), "lead of old"]
    assert sorted(found) == sorted(store.titles("moss"))


def test_no_title_is_an_answer_that_the_rest_of_the_query_leaves_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "RANKED", 1)
    titles = [f"Moss {age}" for age in range(4)]
    bring(store, *(told(title, age=age) for age, title in enumerate(titles)))
    store.library.marks.read(store.select("3"))
    assert best(store, "moss is:unread") == titles[:3]


def test_the_words_asked_for_are_those_wanted() -> None:
    asked = ranking.index_query_of(parse_query('salvage "two words" -sport is:unread', 0))
    assert asked is not None
    assert asked.form == "ebo"
    assert asked.match == '("salvage" OR "salvage" *) AND "two words"'
    assert ranking.index_query_of(parse_query("is:unread -sport", 0)) is None
