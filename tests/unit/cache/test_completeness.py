"""How whole texts are is counted from a table; earlier versions had none."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import apsw

from reader.model.article import Article, Completeness
from tests.store import Store, make_article


def _cut(title: str, completeness: Completeness, note: str = "") -> Article:
    article = make_article(title)
    provenance = replace(article.provenance, completeness=completeness, note=note)
    return replace(article, provenance=provenance)


def _fill(store: Store) -> tuple[int, int]:
    news, city = store.feed("News"), store.feed("City")
    store.bring(
        news, make_article("whole"), _cut("short", Completeness.SUMMARY), make_article("gone")
    )
    store.bring(city, make_article("whole"), _cut("cut", Completeness.PART, "It is long."))
    gone = store.select("gone")[0]
    store.articles.texts.page_failed(gone, "The server answered 500.", False)
    return news, city


OF_NEWS = Counter(
    {
        (Completeness.WHOLE, ""): 1,
        (Completeness.SUMMARY, ""): 1,
        (Completeness.FAILED, "The server answered 500."): 1,
    }
)
OF_CITY = Counter({(Completeness.WHOLE, ""): 1, (Completeness.PART, "It is long."): 1})


def test_texts_are_counted_by_what_is_missing(store: Store) -> None:
    news, city = _fill(store)
    texts = store.articles.texts
    assert texts.completeness(news) == OF_NEWS
    assert texts.completeness(city) == OF_CITY
    assert texts.completeness() == OF_NEWS + OF_CITY - Counter({(Completeness.WHOLE, ""): 1})
    assert not texts.are_unnoted()


def test_counting_unpacks_no_text(store: Store) -> None:
    news, _ = _fill(store)
    with store.articles._database.immediate() as connection:  # noqa: SLF001 - spoils the texts
        connection.execute("UPDATE texts SET article = x'00'")
    assert store.articles.texts.completeness(news) == OF_NEWS


def test_texts_of_an_earlier_version_are_counted_before_and_after_they_are_noted(
    store: Store,
) -> None:
    news, city = _fill(store)
    store.close()
    connection = apsw.Connection(str(store.paths.articles))
    connection.execute(
        "DROP TABLE completeness; PRAGMA user_version = 4"
    )
    connection.close()
    store.open()
    texts = store.articles.texts
    assert not store.articles.fresh
    assert texts.are_unnoted()
    assert (texts.completeness(news), texts.completeness(city)) == (OF_NEWS, OF_CITY)
    assert [texts.note_completeness(limit=3) for _ in range(3)] == [3, 1, 0]
    assert not texts.are_unnoted()
    assert (texts.completeness(news), texts.completeness(city)) == (OF_NEWS, OF_CITY)
