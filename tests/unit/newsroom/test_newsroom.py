"""A home, a web and a person: what arrives, what is done to it, what is still there tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.article import BlockKind, Completeness
from reader.model.errors import LoadError, NotFoundError, StoreError
from reader.model.feed import FetchOutcome
from reader.model.query import Everything
from reader.model.story import Position
from reader.newsroom.events import (
    AddFailed,
    Event,
    FeedRefreshed,
    FullTextArrived,
    RefreshFinished,
    RefreshStarted,
    SourceAdded,
    SourcesFound,
)
from reader.newsroom.newsroom import Newsroom
from tests.editions import COURIER, GAZETTE, Edition, Item, rss

HOUR = 3600
SPEECH = (
    "<p>“I have raised nineteen ships and never heard a crowd that quiet,” said Mara Okafor, the "
    "salvage master who led the lift.</p><p>The ferry is to be towed to the yard on Monday.</p>"
)


@pytest.fixture
def newsroom(edition: Edition) -> Iterator[Newsroom]:
    newsroom = edition.open()
    yield newsroom
    newsroom.close()


def three(edition: Edition) -> str:
    now = edition.clock.now()
    return rss(
        "Tidewater Courier",
        Item("The ferry floats", SPEECH, published=now - HOUR),
        Item("Bakers may sleep", published=now - 2 * HOUR),
        Item("A bridge is counted", published=now - 3 * HOUR),
    )


def titles(newsroom: Newsroom, query: str = "") -> list[str]:
    ids = newsroom.stories.select(newsroom.parse(query))
    return [headline.title for headline in newsroom.stories.headlines(ids)]


def story(newsroom: Newsroom, title: str) -> int:
    ids = newsroom.stories.select(Everything())
    return next(row.id for row in newsroom.stories.headlines(ids) if row.title == title)


def test_a_refresh_brings_stories_and_tells_of_it(edition: Edition, newsroom: Newsroom) -> None:
    edition.web.feed(COURIER, three(edition))
    newsroom.sources.subscribe(COURIER, folder="News")
    heard: list[Event] = []
    newsroom.listen(heard.append)
    edition.refresh(newsroom)
    assert titles(newsroom) == ["The ferry floats", "Bakers may sleep", "A bridge is counted"]
    started = next(event for event in heard if isinstance(event, RefreshStarted))
    feed = next(event for event in heard if isinstance(event, FeedRefreshed))
    finished = next(event for event in heard if isinstance(event, RefreshFinished))
    assert (started.total, feed.new, feed.failed, finished.new) == (1, 3, False, 3)
    sources = newsroom.sources.overview()
    assert (sources.unread, sources.folders[0].name, sources.folders[0].unread) == (3, "News", 3)
    assert sources.folders[0].feeds[0].title == "Tidewater Courier"


def test_stories_come_with_their_quotes(edition: Edition, newsroom: Newsroom) -> None:
    edition.web.feed(COURIER, three(edition))
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    ferry = story(newsroom, "The ferry floats")
    quote = newsroom.stories.article(ferry).quotes[0]
    assert (quote.speaker, quote.role, quote.cue) == ("Mara Okafor", "salvage master", "said")
    assert newsroom.stories.headline(ferry).quotes == 1
    assert [row.speaker for row in newsroom.quotes.rows(Everything())] == ["Mara Okafor"]
    assert titles(newsroom, "said:okafor") == ["The ferry floats"]
    assert [voice.name for voice in newsroom.quotes.voices(Everything())] == ["Mara Okafor"]


def test_a_second_look_is_answered_not_modified(edition: Edition, newsroom: Newsroom) -> None:
    edition.web.feed(COURIER, three(edition), etag='"one"')
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    edition.clock.advance(2 * HOUR)
    heard: list[Event] = []
    newsroom.listen(heard.append)
    edition.refresh(newsroom)
    assert edition.web.requests[-1].etag == '"one"'
    feed = next(event for event in heard if isinstance(event, FeedRefreshed))
    assert (feed.outcome, feed.new) == (FetchOutcome.NOT_MODIFIED, 0)
    assert len(titles(newsroom)) == 3


def test_only_what_is_new_arrives_later(edition: Edition, newsroom: Newsroom) -> None:
    edition.web.feed(COURIER, three(edition))
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    newsroom.marks.read([story(newsroom, "Bakers may sleep")])
    edition.clock.advance(2 * HOUR)
    now = edition.clock.now()
    edition.web.feed(
        COURIER,
        rss(
            "Tidewater Courier",
            Item("A light goes out", published=now - 60),
            Item("The ferry floats", SPEECH, published=now - 3 * HOUR),
            Item("Bakers may sleep", published=now - 4 * HOUR),
        ),
    )
    heard: list[Event] = []
    newsroom.listen(heard.append)
    edition.refresh(newsroom)
    assert next(e for e in heard if isinstance(e, FeedRefreshed)).new == 1
    assert titles(newsroom, "is:unread") == [
        "A light goes out",
        "The ferry floats",
        "A bridge is counted",
    ]


def test_marks_places_and_saved_stories_are_there_tomorrow(edition: Edition) -> None:
    edition.web.feed(COURIER, three(edition))
    newsroom = edition.open()
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    ferry = story(newsroom, "The ferry floats")
    newsroom.marks.read([ferry])
    newsroom.marks.save([ferry])
    newsroom.marks.keep_position(ferry, Position(1, 12), 0.6)
    newsroom.close()
    again = edition.open()
    row = again.stories.headline(ferry)
    assert (row.unread, row.saved, round(row.progress, 1)) == (False, True, 0.6)
    assert again.stories.position(ferry) == Position(1, 12)
    again.close()


def test_deleting_the_cache_loses_nothing_a_person_did(edition: Edition) -> None:
    edition.web.feed(COURIER, three(edition))
    newsroom = edition.open()
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    ferry, bakers = story(newsroom, "The ferry floats"), story(newsroom, "Bakers may sleep")
    newsroom.marks.save([ferry])
    newsroom.marks.read([ferry, bakers])
    newsroom.close()
    for file in edition.paths.cache.iterdir():
        file.unlink()
    edition.clock.advance(2 * HOUR)
    again = edition.open()
    assert titles(again) == ["The ferry floats"]  # what was saved is kept whole
    assert again.stories.article(ferry).quotes[0].speaker == "Mara Okafor"
    edition.refresh(again)
    rows = {row.title: row for row in again.stories.headlines(again.stories.select(Everything()))}
    assert {title: row.unread for title, row in rows.items()} == {
        "The ferry floats": False,
        "Bakers may sleep": False,
        "A bridge is counted": True,
    }
    assert rows["The ferry floats"].saved
    assert rows["Bakers may sleep"].id == bakers
    again.close()


def test_one_bad_feed_does_not_stop_the_others(edition: Edition, newsroom: Newsroom) -> None:
    edition.web.feed(COURIER, three(edition)).page(GAZETTE, "<p>Closed for the season.")
    newsroom.sources.subscribe(COURIER)
    newsroom.sources.subscribe(GAZETTE)
    newsroom.sources.subscribe("https://gone.example/feed")
    heard: list[Event] = []
    newsroom.listen(heard.append)
    edition.refresh(newsroom)
    finished = next(event for event in heard if isinstance(event, RefreshFinished))
    assert (finished.total, finished.new, finished.failed) == (3, 3, 2)
    health = {
        feed.subscription.url: feed.health for feed in newsroom.sources.overview().folders[0].feeds
    }
    assert health[GAZETTE].outcome is FetchOutcome.NOT_A_FEED
    assert health["https://gone.example/feed"].outcome is FetchOutcome.NOT_FOUND
    assert all(health[url].message.endswith(".") for url in health if url != COURIER)


def test_the_same_story_of_two_sources_is_one(edition: Edition, newsroom: Newsroom) -> None:
    link = "https://wire.example/2027/ferry-floats"
    edition.web.feed(COURIER, rss("Courier", Item("The ferry floats", SPEECH, link=link)))
    edition.web.feed(
        GAZETTE, rss("Gazette", Item("The ferry floats", SPEECH, guid="other", link=link))
    )
    newsroom.sources.subscribe(COURIER)
    newsroom.sources.subscribe(GAZETTE)
    edition.refresh(newsroom)
    rows = newsroom.stories.headlines(newsroom.stories.select(Everything()))
    assert [(row.title, row.also) for row in rows] == [("The ferry floats", 1)]
    newsroom.marks.read([rows[0].id])
    assert [feed.unread for feed in newsroom.sources.overview().folders[0].feeds] == [0, 0]


def test_adding_a_feed_costs_one_request(edition: Edition, newsroom: Newsroom) -> None:
    edition.web.feed(COURIER, three(edition))
    added = newsroom.sources.add_now(COURIER, folder="News")
    assert isinstance(added, SourceAdded)
    assert (added.title, added.stories) == ("Tidewater Courier", 3)
    assert edition.web.asked == [COURIER]
    assert len(titles(newsroom)) == 3


def test_adding_a_site_finds_its_feed_or_asks_which(edition: Edition, newsroom: Newsroom) -> None:
    link = "<link rel=alternate type=application/rss+xml title='{}' href='{}'>"
    edition.web.feed(COURIER, three(edition)).feed(GAZETTE, rss("Gazette"))
    edition.web.page("https://courier.example/", link.format("Courier", "/feed.xml"))
    edition.web.page(
        "https://two.example/", link.format("One", COURIER) + link.format("Two", GAZETTE)
    )
    assert isinstance(newsroom.sources.add_now("https://courier.example/"), SourceAdded)
    found = newsroom.sources.add_now("https://two.example/")
    assert isinstance(found, SourcesFound)
    assert [source.url for source in found.found] == [COURIER, GAZETTE]
    nothing = newsroom.sources.add_now("https://nothing.example/")
    assert isinstance(nothing, AddFailed)
    assert nothing.message.endswith(".")


def test_a_move_is_believed_the_second_time(edition: Edition, newsroom: Newsroom) -> None:
    new = "https://courier.example/new.xml"
    edition.web.feed(COURIER, three(edition))
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    newsroom.marks.read_all(Everything())
    edition.web.feed(new, three(edition)).moved(COURIER, new, permanent=True)
    for expected in (COURIER, new):
        edition.clock.advance(2 * HOUR)
        edition.refresh(newsroom)
        assert [one.url for one in newsroom.sources.subscriptions()] == [expected]
    assert titles(newsroom, "is:unread") == []
    assert new in edition.paths.feeds_file.read_text()


def test_a_summary_is_completed_from_its_page(edition: Edition, newsroom: Newsroom) -> None:
    link = "https://courier.example/ferry"
    edition.web.feed(
        COURIER, rss("Courier", Item("The ferry floats", "<p>She is up again.</p>", link=link))
    )
    words = "<p>The yard will take her in on Monday, and the town will come to look at her. </p>"
    edition.web.page(
        link,
        f"<html><head><title>The ferry floats</title></head><body><article><h1>The ferry floats"
        f"</h1>{SPEECH}{words * 12}</article></body></html>",
    )
    edition.paths.create()
    edition.paths.feeds_file.write_text(f'[[feed]]\nurl = "{COURIER}"\nfull_text = "on"\n')
    assert newsroom.preferences.reload_if_changed()
    edition.refresh(newsroom)
    article = newsroom.stories.article(story(newsroom, "The ferry floats"))
    assert article.quotes[0].speaker == "Mara Okafor"
    assert article.provenance.url == link


def test_a_page_that_fails_leaves_the_summary_and_says_why(
    edition: Edition, newsroom: Newsroom
) -> None:
    edition.web.feed(COURIER, rss("Courier", Item("The ferry floats", "<p>She is up again.</p>")))
    edition.paths.feeds_file.write_text(f'[[feed]]\nurl = "{COURIER}"\nfull_text = "on"\n')
    assert newsroom.preferences.reload_if_changed()
    edition.refresh(newsroom)
    article = newsroom.stories.article(story(newsroom, "The ferry floats"))
    assert "She is up again." in article.text
    assert article.provenance.note == "The page is no longer there."


def test_without_a_network_a_page_is_asked_for_later_and_that_is_said(
    edition: Edition, newsroom: Newsroom
) -> None:
    link = "https://courier.example/ferry"
    feed = rss("Courier", Item("The ferry floats", "<p>She is up again.</p>", link=link))
    edition.web.feed(COURIER, feed).down(link, FetchOutcome.OFFLINE, "There is no network.")
    edition.paths.feeds_file.write_text(f'[[feed]]\nurl = "{COURIER}"\nfull_text = "on"\n')
    assert newsroom.preferences.reload_if_changed()
    heard: list[object] = []
    newsroom.listen(heard.append)
    edition.refresh(newsroom)
    ferry = story(newsroom, "The ferry floats")
    assert newsroom.stories.article(ferry).provenance.completeness is Completeness.SUMMARY
    newsroom.refreshing.fetch_full(ferry)
    assert newsroom.idle()
    told = [event for event in heard if isinstance(event, FullTextArrived)]
    assert told == [FullTextArrived(ferry, False, "This machine is offline.")]
    edition.web.page(link, f"<html><body><article><p>{'The yard takes her in. ' * 40}</article>")
    edition.refresh(newsroom)
    assert "The yard takes her in." in newsroom.stories.article(ferry).text


def test_muted_stories_arrive_as_read(edition: Edition, newsroom: Newsroom) -> None:
    edition.web.feed(COURIER, three(edition))
    edition.paths.feeds_file.write_text(f'[[feed]]\nurl = "{COURIER}"\nmute = "bakers"\n')
    assert newsroom.preferences.reload_if_changed()
    edition.refresh(newsroom)
    assert titles(newsroom, "is:read") == ["Bakers may sleep"]
    assert len(titles(newsroom)) == 3


def test_a_second_reader_shows_everything_and_writes_nothing(edition: Edition) -> None:
    edition.web.feed(COURIER, three(edition))
    first = edition.open()
    first.sources.subscribe(COURIER)
    edition.refresh(first)
    second = edition.open()
    assert (first.read_only, second.read_only) == (False, True)
    assert len(titles(second)) == 3
    with pytest.raises(StoreError):
        second.marks.read([story(second, "The ferry floats")])
    asked = len(edition.web.asked)
    with pytest.raises(StoreError, match="Another newsreader is open"):
        second.refreshing.start(force=True)
    assert len(edition.web.asked) == asked
    assert len(titles(first, "is:unread")) == 3
    second.close()
    first.close()


def test_a_page_is_kept_whole_without_any_feed(edition: Edition, newsroom: Newsroom) -> None:
    url = "https://courier.example/ferry"
    edition.web.page(url, f"<article><h1>The ferry floats</h1>{SPEECH * 4}</article>")
    kept = newsroom.pages.save(url)
    row = newsroom.stories.headline(kept)
    assert (row.title, row.saved, row.source) == ("The ferry floats", True, "courier.example")
    assert newsroom.pages.save(url) == kept
    assert titles(newsroom, "is:saved") == ["The ferry floats"]


def test_files_are_stories_too(edition: Edition, newsroom: Newsroom, tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("The ferry floats\n\n“She is up,” said Mara Okafor.\n\nThe town looked on.\n")
    article = newsroom.pages.open(str(text))
    assert article.title == "The ferry floats"
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH] * 2
    assert article.quotes[0].speaker == "Mara Okafor"
    with pytest.raises(LoadError, match="cannot be read"):
        newsroom.pages.open(str(tmp_path / "none.txt"))
    with pytest.raises(LoadError, match="http and https"):
        newsroom.pages.open("gopher://courier.example/")


def test_what_is_not_there_is_not_found(newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError):
        newsroom.stories.article(4711)
    with pytest.raises(NotFoundError):
        newsroom.sources.unsubscribe(4711)
    assert newsroom.undo() is None


def test_a_listener_may_leave(edition: Edition, newsroom: Newsroom) -> None:
    heard: list[Event] = []
    newsroom.listen(heard.append)()
    newsroom.sources.subscribe(COURIER)
    assert heard == []


def test_closing_twice_is_closing(edition: Edition) -> None:
    newsroom = edition.open()
    newsroom.close()
    newsroom.close()
    assert edition.web.closed


def test_what_came_since_the_last_visit_is_new(edition: Edition) -> None:
    edition.web.feed(COURIER, three(edition))
    newsroom = edition.open()
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    newsroom.marks.begin_visit()
    assert {
        row.new for row in newsroom.stories.headlines(newsroom.stories.select(Everything()))
    } == {True}
    edition.clock.advance(600)
    newsroom.marks.end_visit()
    newsroom.close()
    edition.clock.advance(3600)
    again = edition.open()
    again.marks.begin_visit()
    assert titles(again, "is:new") == []
    edition.web.feed(COURIER, rss("Courier", Item("A light goes out")))
    edition.refresh(again)
    assert titles(again, "is:new") == ["A light goes out"]
    again.close()
