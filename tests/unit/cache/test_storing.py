from __future__ import annotations

import dataclasses

import pytest

from reader.cache.text_rows import VERSIONS
from reader.model.article import Completeness, Origin
from reader.model.errors import NotFoundError, StoreError
from reader.model.feed import FeedHealth, FetchOutcome
from reader.model.story import FullText, Story, Taken, TextKeys
from tests.store import Store, make_article

DAY = 86400


def _by_title(store: Store) -> dict[str, int]:
    return {row.title: row.id for row in store.articles.lists.headlines(store.select(""))}


def test_a_visit_stores_stories_and_validators_together(store: Store) -> None:
    feed = store.feed("Courier")
    health = FeedHealth(FetchOutcome.OK, status=200, etag='W/"7"', entries=1)
    known = store.known(feed, make_article("one"))[0]
    assert store.articles.feeds.health(feed) == FeedHealth()
    store.bring(feed, make_article("one"))
    store.articles.feeds.keep_health(feed, health)
    assert store.articles.feeds.health(feed) == health
    assert store.articles.texts.article(known.story) == make_article("one")
    stated = store.articles.feeds.subscribed()[0]
    assert (stated.title, stated.unread, stated.stories, stated.health) == ("Courier", 1, 1, health)


def test_a_second_visit_with_the_same_words_changes_nothing(store: Store) -> None:
    feed = store.feed("Courier")
    assert len(store.bring(feed, make_article("one"), make_article("two")).new) == 2
    again = store.bring(feed, make_article("one"), make_article("two"), make_article("three"))
    assert (len(again.new), again.changed) == (1, ())
    assert store.titles("is:changed") == []


def test_a_changed_text_keeps_the_earlier_one(store: Store) -> None:
    feed = store.feed("Courier")
    story = store.bring(feed, make_article("one", "The bridge holds.", ("holds", "Ana Roe"))).new[0]
    store.library.marks.read([story])
    store.clock.advance(60)
    stored = store.bring(feed, make_article("one", "The bridge fell.", ("fell", "Ida Lund")))
    assert stored.changed == (story,)
    assert store.articles.texts.article(story).text == "The bridge fell."
    [(replaced, earlier)] = store.articles.texts.earlier(story)
    assert (replaced, earlier.text) == (store.clock.now(), "The bridge holds.")
    row = store.articles.lists.headline(story)
    assert (row.changed, row.unread, row.quotes) == (True, False, 1)
    assert store.titles("fell") == ["one"]
    assert store.titles("holds") == []
    assert store.titles("said:ida") == ["one"]
    assert store.titles("said:roe") == []


def test_a_text_that_changes_for_ever_does_not_grow_for_ever(store: Store) -> None:
    feed = store.feed("Courier")
    for number in range(VERSIONS + 5):
        store.clock.advance(60)
        store.bring(feed, make_article("one", f"It is {number} o'clock."))
    earlier = store.articles.texts.earlier(1)
    assert len(earlier) == VERSIONS
    assert earlier[0][1].text == f"It is {VERSIONS + 3} o'clock."


def test_a_story_in_two_feeds_keeps_the_text_of_the_first(store: Store) -> None:
    news, city = store.feed("News"), store.feed("City")
    story = store.bring(news, make_article("storm", "The long text.")).new[0]
    stored = store.bring(city, make_article("storm", "The short text."))
    assert stored == type(stored)((), ())
    assert store.articles.texts.article(story).text == "The long text."
    assert store.titles("in:news") == store.titles("in:city") == ["storm"]
    row = store.articles.lists.headline(story)
    assert (row.source, row.also) == ("News", 1)
    assert store.articles.texts.completeness(city) == {(Completeness.WHOLE, ""): 1}
    counts = store.articles.counts.since(0)
    assert counts.unread == 1
    feeds = store.articles.feeds.subscribed()
    assert {feed.id: feed.unread for feed in feeds} == {news: 1, city: 1}


def test_a_story_whose_first_feed_is_gone_stands_under_the_next(store: Store) -> None:
    news, city, town = (store.feed(name) for name in ("News", "City", "Town"))
    for feed in (news, city, town):
        store.bring(feed, make_article("storm"))
    [story] = store.select("storm")
    store.unsubscribe(news)
    row = store.articles.lists.headline(story)
    assert (row.source, row.feed, row.also) == ("City", city, 1)


def test_a_date_that_the_feed_corrects_is_stated_but_moves_nothing(store: Store) -> None:
    feed, now = store.feed("Courier"), store.clock.now()
    [story] = store.bring(feed, make_article("one", "First.", published=now - 60)).new
    store.bring(feed, make_article("one", "Second.", published=now - 90))
    row = store.articles.lists.headline(story)
    assert (row.stated, row.published) == (now - 90, now - 60)


def test_an_entry_whose_story_is_not_here_is_read_again(store: Store) -> None:
    feed = store.feed("Courier")
    [story] = store.bring(feed, make_article("one")).new
    here, lost = Taken("a", story, TextKeys("", "")), Taken("b", 99, TextKeys("", ""))
    store.articles.storing.store(feed, [], FeedHealth(), taken=[here, lost])
    assert store.articles.storing.taken(feed) == {"a": here}


def test_a_page_takes_the_place_of_a_summary(store: Store) -> None:
    feed = store.feed("Courier")
    summary = make_article("one", "Short.", published=5)
    story = store.bring(feed, summary, full_text=FullText.WANTED).new[0]
    assert store.articles.lists.pages_wanted(10) == [story]
    page = make_article("one", "Long text of the page.", origin=Origin.PAGE, published=5)
    store.articles.texts.put_article(story, page)
    store.articles.index.fill()
    assert store.articles.lists.pages_wanted(10) == []
    assert store.articles.texts.article(story) == page
    assert store.articles.lists.headline(story).full_text is FullText.DONE
    assert store.titles("page") == ["one"]
    assert store.articles.texts.earlier(story) == []
    # The feed still sends its summary: no reason to fall back to it.
    assert store.bring(feed, summary, full_text=FullText.WANTED).changed == ()
    assert store.articles.texts.article(story) == page


def test_a_changed_summary_asks_for_the_page_again(store: Store) -> None:
    feed = store.feed("Courier")
    story = store.bring(feed, make_article("one", "Short."), full_text=FullText.WANTED).new[0]
    page = make_article("one", "First page.", origin=Origin.PAGE)
    store.articles.texts.put_article(story, page)
    stored = store.bring(feed, make_article("one", "Another."), full_text=FullText.WANTED)
    assert stored.changed == (story,)
    assert store.articles.texts.article(story) == page
    assert store.articles.lists.pages_wanted(10) == [story]
    store.articles.texts.put_article(story, make_article("one", "Second page.", origin=Origin.PAGE))
    assert [text.text for _, text in store.articles.texts.earlier(story)] == ["First page."]


def test_a_page_stays_when_the_feed_alone_is_wanted_from_now_on(store: Store) -> None:
    feed = store.feed("Courier")
    story = store.bring(feed, make_article("one", "Short."), full_text=FullText.WANTED).new[0]
    page = make_article("one", "First page.", origin=Origin.PAGE)
    store.articles.texts.put_article(story, page)
    assert store.bring(feed, make_article("one", "Shorter."), full_text=FullText.NONE).changed
    assert store.articles.texts.article(story) == page
    assert store.articles.lists.headline(story).full_text is FullText.DONE


def test_a_page_that_failed_is_noted_and_the_summary_stays(store: Store) -> None:
    feed = store.feed("Courier")
    story = store.bring(feed, make_article("one", "Short."), full_text=FullText.WANTED).new[0]
    store.articles.texts.page_failed(story, "The server answered 500.", False)
    article = store.articles.texts.article(story)
    assert article.text == "Short."
    assert article.provenance.completeness is Completeness.FAILED
    assert article.provenance.note == "The server answered 500."
    row = store.articles.lists.headline(story)
    assert (row.full_text, row.gone) == (FullText.FAILED, False)
    store.articles.texts.page_failed(999, "nothing", True)


def test_a_page_that_is_gone_may_be_there_again(store: Store) -> None:
    story = store.bring(store.feed("Courier"), make_article("one")).new[0]
    store.articles.texts.page_failed(story, "The page is gone.", True)
    assert store.articles.lists.headline(story).gone
    store.articles.texts.put_article(story, make_article("one", "Whole."))
    assert not store.articles.lists.headline(story).gone


def test_what_is_not_here_is_an_error_in_words(store: Store) -> None:
    with pytest.raises(NotFoundError, match="not here"):
        store.articles.texts.article(7)
    with pytest.raises(NotFoundError, match="no story 7"):
        store.articles.lists.headline(7)
    with pytest.raises(NotFoundError):
        store.articles.texts.put_article(7, make_article("x"))
    assert store.articles.lists.headlines([7]) == []


def test_a_full_disk_loses_nothing_that_was_stored(store: Store) -> None:
    feed = store.feed("Courier")
    store.bring(feed, make_article("one"))
    connection = store.articles._database._writer  # noqa: SLF001 - a small disk
    assert connection is not None
    connection.pragma("max_page_count", int(str(connection.pragma("page_count"))) + 2)
    # Text that does not compress.
    noise = "".join(chr(0x4E00 + (n * 7919) % 20000) for n in range(100_000))
    with pytest.raises(StoreError, match="disk is full"):
        store.bring(feed, make_article("one"), make_article("two", noise))
    connection.pragma("max_page_count", 2**30)
    assert store.titles("") == ["one"]
    store.bring(feed, make_article("one"), make_article("two"))
    assert sorted(store.titles("")) == ["one", "two"]


def test_saved_stories_of_single_pages_belong_to_no_source(store: Store) -> None:
    store.feed("Courier")
    pages = store.library.feeds.number("newsreader:pages")
    page = dataclasses.replace(make_article("kept page"), published=None)
    known = store.known(pages, page)[0]
    story = Story(known.story, pages, page, known.published, known.first_seen)
    store.library.saved.add([story])
    store.articles.storing.store_kept([story])
    assert store.titles("is:saved") == ["kept page"]
    assert store.titles("is:unread") == []
    while store.articles.index.fill():
        pass
    assert store.titles("kept") == ["kept page"]
    assert store.articles.counts.since(0).unread == 0
    assert store.articles.counts.since(0).saved == 1

