from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cache import fingerprints
from reader.cache.fingerprints import FEWEST, fingerprints_of
from reader.model.query import Everything
from tests.store import Store, make_article

WORDS = "We will rebuild the pier before winter and nobody here will pay for it twice"


@pytest.fixture
def told(store: Store) -> Store:
    """One sentence in three outlets, in one of them with other words."""
    store.bring(store.feed("Courier"), make_article("dock", "One.", (f"“{WORDS}.”", "Ann Lowe")))
    store.clock.advance(60)
    other = WORDS.replace("winter", "spring").replace("We will", "“We shall")
    store.bring(store.feed("Gazette"), make_article("plan", "Two.", (other, "A. Lowe")))
    store.clock.advance(60)
    store.bring(
        store.feed("Whistle"),
        make_article("money", "Three.", (WORDS.upper(), "Lowe"), ("It was a cold day.", "Ida")),
    )
    return store


def _echoes(store: Store, title: str) -> list[tuple[str, str]]:
    [story] = store.select(title)
    rows = store.articles.quotes.of_story(story)
    found = store.articles.echoes.of_quotes(rows)
    return [(echo.source, echo.title) for row in rows for echo in found.get((story, row.index), ())]


def test_the_same_words_are_found_in_other_stories_the_first_one_first(told: Store) -> None:
    assert _echoes(told, "money") == [("Courier", "dock"), ("Gazette", "plan")]
    assert _echoes(told, "dock") == [("Gazette", "plan"), ("Whistle", "money")]


def test_an_older_story_that_arrives_later_is_the_first_echo(told: Store) -> None:
    old = make_article(
        "source", "Four.", (WORDS, "Ann Lowe"), published=told.clock.now() - 9000
    )
    told.bring(told.feed("Archive"), old)
    assert _echoes(told, "money")[0] == ("Archive", "source")


def test_an_echo_says_where_it_stands(told: Store) -> None:
    [story] = told.select("dock")
    [row] = told.articles.quotes.of_story(story)
    echo = told.articles.echoes.of_quotes([row])[story, 0][1]
    other = told.articles.quotes.of_story(echo.story)[echo.index]
    assert (echo.text, echo.link, echo.published) == (other.text, other.link, other.published)


def test_what_is_no_quote_any_more_is_no_echo(told: Store) -> None:
    [story] = told.select("plan")
    [row] = told.articles.quotes.of_story(story)
    told.library.corrections.correct(story, row.text, "")
    assert _echoes(told, "money") == [("Courier", "dock")]


def test_a_story_that_changes_or_leaves_takes_its_prints_along(told: Store) -> None:
    [story] = told.select("plan")
    later = make_article("plan", "Two, later.", ("Nothing is decided.", "Lowe"))
    told.bring(told.feed("Gazette"), later)
    assert _echoes(told, "money") == [("Courier", "dock")]
    told.articles.feeds.set_subscriptions({})
    told.articles.feeds.set_subscriptions({})
    told.articles.retention.prune(told.clock.now() + 1)
    database = told.articles._database  # noqa: SLF001 - the table is nobody else's business
    assert database.value("SELECT count(*) FROM prints") == 0
    assert story not in told.articles.lists.select(Everything())


def test_seven_words_in_common_are_no_echo(told: Store) -> None:
    few = " ".join(WORDS.split()[:7])
    told.bring(told.feed("Bell"), make_article("few", "Four.", (f"{few} or so they say", "Ann")))
    assert ("Bell", "few") not in _echoes(told, "dock")


@given(st.lists(st.sampled_from("abcdefgh"), min_size=FEWEST, max_size=FEWEST + 3),
       st.lists(st.sampled_from("ijkl"), max_size=9), st.lists(st.sampled_from("mnop"), max_size=9))
def test_eight_words_in_common_share_a_print(
    common: list[str], before: list[str], behind: list[str]
) -> None:
    one = " ".join([*before, *common, *behind])
    other = " ".join([*behind, *common, *before])
    assert fingerprints_of(one) & fingerprints_of(other)


def test_of_very_many_echoes_the_newest_are_looked_at(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprints, "_STORIES", 2)
    for name in ("First", "Second", "Third"):
        store.bring(store.feed(name), make_article(f"as {name} says", name, (WORDS, "Ann Lowe")))
    assert _echoes(store, "third") == [("Second", "as Second says")]


def test_a_phrase_of_everybodys_costs_no_more(store: Store) -> None:
    feed = store.feed("Courier")
    phrase = "we are doing everything we can to help the people here"
    store.bring(feed, *(
        make_article(f"story {n}", f"Text {n}.", (f"{phrase} says number {n}", "Ann Lowe"))
        for n in range(400)
    ))
    rows = store.articles.quotes.in_stories(Everything())
    found = store.articles.echoes.of_quotes(rows[:1])
    assert 90 <= len(next(iter(found.values()))) < 400
