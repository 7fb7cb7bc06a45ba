from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cache.index_words import indexed, match_of
from reader.model.query import Words
from tests.store import Store, make_article

TEXTS = {
    "harbour": "The harbour of Škoda-town doesn’t sleep; 30 ships came.",
    "kyoto": "東京都は今日、AI政策を発表した。",
    "peking": "北京市政府宣布新计划",
    "thai": "กรุงเทพมหานครประกาศแผนใหม่",
    "korean": "서울시는 새로운 계획을 발표했다",
    "hindi": "दिल्ली में नई योजना",
    "arabic": "أعلنت القاهرة خطة جديدة",
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harb", {"harbour"}),
        ("HARBOUR", {"harbour"}),
        ("skoda", {"harbour"}),
        ("Škoda-town", {"harbour"}),
        ("doesn't", {"harbour"}),
        ("doesn’t", {"harbour"}),
        ('"harbour of"', {"harbour"}),
        ('"of harbour"', set()),
        ('"harb"', set()),
        ("arbour", set()),
        ("3", {"harbour"}),
        ("東京", {"kyoto"}),
        ("京都", {"kyoto"}),
        ("京", {"kyoto", "peking"}),
        ('"都"', {"kyoto"}),
        ("発表した", {"kyoto"}),
        ("AI政策", {"kyoto"}),
        ("ＡＩ", {"kyoto"}),
        ("東都", set()),
        ("北京市", {"peking"}),
        ("計画", set()),
        ("มหานคร", {"thai"}),
        ("서울", {"korean"}),
        ("योजना", {"hindi"}),
        ("القاهرة", {"arabic"}),
        ("ships -skoda", set()),
        ("skoda OR 東京", {"harbour", "kyoto"}),
        ("- &", set(TEXTS)),
        ("ships &", {"harbour"}),
    ],
)
def test_words_are_found_in_every_script(store: Store, query: str, found: set[str]) -> None:
    feed = store.feed("Courier")
    store.bring(feed, *(make_article(title, text) for title, text in TEXTS.items()))
    assert set(store.titles(query)) == found


def test_titles_bylines_and_text_are_searched(store: Store) -> None:
    store.bring(store.feed("Courier"), make_article("Flood warning", "Stay at home."))
    assert store.titles("flood home") == ["Flood warning"]


def test_the_newest_stories_are_found_first(store: Store) -> None:
    now = store.clock.now()
    articles = [make_article(f"moss {age}", published=now - age) for age in (50, 10, 90)]
    store.bring(store.feed("Courier"), *articles)
    with store.articles._database.immediate() as connection:  # noqa: SLF001 - an index of old
        connection.execute("UPDATE stories SET indexed = 0; DELETE FROM search")
    assert store.articles.index.is_behind()
    assert store.articles.index.fill(limit=2) == 1
    assert store.titles("moss") == ["moss 10", "moss 50"]
    assert store.articles.index.fill(limit=2) == 0
    assert not store.articles.index.is_behind()
    assert store.titles("moss") == ["moss 10", "moss 50", "moss 90"]


@pytest.mark.parametrize("text", ['a"b', "a*", "NEAR(a b)", "title:a", "a\0b", "'", "^a", "{a}"])
def test_no_word_is_taken_for_a_command(store: Store, text: str) -> None:
    store.bring(store.feed("Courier"), make_article("a b"))
    for phrase in (True, False):
        store.articles.lists.select(Words(text, phrase))


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_indexing_is_blind_to_case_and_repeats_nothing(start: str, mid: str, end: str) -> None:
    text = start + mid + end
    assert indexed(text.upper().lower()) == indexed(text.lower().upper().lower())
    assert '"' not in match_of(Words(text)).strip(' *"')
