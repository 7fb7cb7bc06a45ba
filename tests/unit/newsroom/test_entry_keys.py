"""Feeds that lose, change and repeat what their stories are known by: each story once, for ever.

Every test plays what real feeds were seen to do, through all of the newsroom. Those with a number
play the cases of other readers' bug reports that the rules were made from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import formatdate
from html import escape

import pytest

from reader.model.feed import FetchOutcome
from reader.model.query import Everything
from reader.newsroom.newsroom import Newsroom
from reader.text.version_diff import in_brackets
from tests.editions import COURIER, GAZETTE, Edition

HOUR, DAY = 3600, 86400
SITE = "https://courier.example/news/"


@dataclass(frozen=True)
class Entry:
    """What stands in an ``<item>``; what is empty is left out."""

    title: str = ""
    guid: str = ""
    link: str = ""
    date: str = ""
    body: str = "Nobody knows more than this, and that is all there is to be said of it."

    def __str__(self) -> str:
        """The item as a feed would send it."""
        fields = {
            "title": self.title,
            "guid": self.guid,
            "link": self.link,
            "pubDate": self.date,
            "description": self.body,
        }
        tags = (f"<{name}>{escape(text)}</{name}>" for name, text in fields.items() if text)
        return f"<item>{''.join(tags)}</item>"


class Reading:
    """One reader's newsroom, to which feeds are sent."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.newsroom = edition.open()
        self.newsroom.sources.subscribe(COURIER)

    def send(self, *entries: Entry, feed: str = COURIER) -> list[str]:
        """Let a feed hold these entries and refresh two hours later; the titles of what is new."""
        before = set(self.newsroom.stories.select(Everything()))
        items = "".join(map(str, entries))
        title = "Courier" if feed == COURIER else "Gazette"
        text = f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"
        self.edition.web.feed(feed, text)
        self.edition.clock.advance(2 * HOUR)
        self.edition.refresh(self.newsroom)
        arrived = [one for one in self.newsroom.stories.select(Everything()) if one not in before]
        return sorted(row.title for row in self.newsroom.stories.headlines(arrived))

    def titles(self, query: str = "") -> list[str]:
        """The titles a query finds, in the alphabet's order."""
        found = self.newsroom.stories.select(self.newsroom.parse(query))
        return sorted(row.title for row in self.newsroom.stories.headlines(found))

    def read_all(self) -> None:
        """Mark all stories read."""
        self.newsroom.marks.read_all(Everything())

    def at(self, hours: float = 0) -> str:
        """A date in RFC 822's form, so many hours from now."""
        return formatdate(self.edition.clock.now() + hours * HOUR, usegmt=True)


@pytest.fixture
def reading(edition: Edition) -> Iterator[Reading]:
    reading = Reading(edition)
    yield reading
    reading.newsroom.close()


def test_case_17_one_link_and_one_date_for_all_and_no_guids(reading: Reading) -> None:
    date = reading.at(-1)
    entries = [Entry(f"Item {n}", link=SITE, date=date) for n in range(6)]
    assert len(reading.send(*entries)) == 6
    assert reading.send(*entries) == []


def test_case_18_the_same_guid_on_every_entry(reading: Reading) -> None:
    entries = [Entry(f"Item {n}", guid="courier", link=f"{SITE}{n}") for n in range(10)]
    assert len(reading.send(*entries)) == 10
    assert reading.send(Entry("Item 10", "courier", f"{SITE}10"), *entries[:9]) == ["Item 10"]


def test_case_18_the_same_guid_and_link_on_every_entry(reading: Reading) -> None:
    entries = [Entry(f"Item {n}", guid="courier", link=SITE) for n in range(4)]
    assert len(reading.send(*entries)) == 4
    assert reading.send(*reversed(entries)) == []


@pytest.mark.parametrize("dated", [True, False])
def test_case_19_a_mended_address_is_an_edit(reading: Reading, dated: bool) -> None:
    date = reading.at(-1) if dated else ""
    body = "The bridge was counted again on Tuesday. " * 12
    old, new = f"{SITE}brigde-counted", f"{SITE}bridge-counted"
    others = [Entry(f"Item {n}", f"{SITE}{n}", f"{SITE}{n}", date) for n in range(4)]
    reading.send(Entry("A bridge is counted", old, old, date, body), *others)
    reading.read_all()
    assert reading.send(Entry("A bridge is counted", new, new, date, body), *others) == []
    assert reading.titles("is:unread") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("http://courier.example/news/1", "https://courier.example/news/1"),
        ("https://courier.example/news/1", "https://www.courier.example/news/1/"),
        ("https://mail.courier.example/news/1", "https://courier.example/news/1"),
    ],
)
def test_case_20_guids_flip_between_schemes_and_hosts(
    reading: Reading, old: str, new: str
) -> None:
    _same_story_under(reading, old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://courier.example/?p=1&amp;x=2", "https://courier.example/?p=1&x=2"),
        ("https://courier.example/?x=2&p=1", "https://courier.example/?p=1&x=2"),
        ("https://courier.example/news/1?utm_source=rss", "https://courier.example/news/1"),
    ],
)
def test_case_21_guids_change_between_spellings_of_a_query(
    reading: Reading, old: str, new: str
) -> None:
    _same_story_under(reading, old, new)


def _same_story_under(reading: Reading, old: str, new: str) -> None:
    link, date = f"{SITE}1", reading.at(-1)
    reading.send(Entry("The ferry floats", old, link, date))
    reading.read_all()
    assert reading.send(Entry("The ferry floats", new, link, date)) == []
    assert reading.titles("is:unread") == []


def test_a_feed_that_makes_all_its_guids_anew(reading: Reading) -> None:
    entries = [Entry(f"Item {n}", f"a-{n}", f"{SITE}{n}", reading.at(-n)) for n in range(10)]
    reading.send(*entries)
    reading.read_all()
    anew = [Entry(one.title, f"b-{n}", one.link, one.date) for n, one in enumerate(entries)]
    assert reading.send(Entry("Item 10", "b-10", f"{SITE}10"), *anew) == ["Item 10"]
    assert reading.titles("is:unread") == ["Item 10"]


def test_a_feed_without_dates_that_makes_all_its_guids_anew(reading: Reading) -> None:
    entries = [Entry(f"Item {n}", f"a-{n}", f"{SITE}{n}") for n in range(10)]
    reading.send(*entries)
    reading.read_all()
    anew = [Entry(one.title, f"b-{n}", one.link) for n, one in enumerate(entries)]
    assert reading.send(Entry("Item 10", "b-10", f"{SITE}10"), *anew) == ["Item 10"]
    assert reading.titles("is:unread") == ["Item 10"]


def test_some_new_guids_among_known_ones_are_new_stories(reading: Reading) -> None:
    page = "https://courier.example/weather"
    known = [Entry(f"Item {n}", f"a-{n}", f"{SITE}{n}") for n in range(4)]
    reading.send(Entry("Weather: sun", "w-1", page), *known)
    assert reading.send(Entry("Weather: rain", "w-2", page), *known) == ["Weather: rain"]


def test_case_22_a_story_that_fell_out_of_the_feed_comes_back_read(reading: Reading) -> None:
    old = Entry("The ferry floats", "1", f"{SITE}1", reading.at(-1))
    reading.send(old)
    reading.read_all()
    reading.send(Entry("Bakers may sleep", "2", f"{SITE}2", reading.at()))
    assert reading.send(old) == []
    assert reading.titles("is:unread") == ["Bakers may sleep"]


def test_case_22_a_story_whose_text_was_let_go_comes_back_read(reading: Reading) -> None:
    old = Entry("The ferry floats", "1", f"{SITE}1", reading.at(-1))
    reading.send(old)
    reading.read_all()
    reading.edition.clock.advance(200 * DAY)
    reading.send(Entry("Bakers may sleep", "2", f"{SITE}2", reading.at()))
    assert reading.titles() == ["Bakers may sleep"]
    reading.send(old)
    assert reading.titles("is:unread") == ["Bakers may sleep"]


def test_case_23_no_guid_and_a_date_that_changes(reading: Reading) -> None:
    for hours in (-3, -2, -1):
        new = reading.send(
            Entry("The ferry floats", link=f"{SITE}1", date=reading.at(hours)),
            Entry("Bakers may sleep", link=f"{SITE}2", date=reading.at(hours)),
        )
        reading.read_all()
    assert new == []
    assert len(reading.titles()) == 2


def test_case_24_no_dates_at_all(reading: Reading) -> None:
    entries = [Entry("The ferry floats"), Entry("Bakers may sleep", link=f"{SITE}2")]
    assert len(reading.send(*entries)) == 2
    assert reading.send(*entries) == []


def test_nothing_but_a_body(reading: Reading) -> None:
    entries = [Entry(body="It floats at last."), Entry(body="They may sleep.")]
    assert len(reading.send(*entries)) == 2
    assert reading.send(*reversed(entries)) == []


def test_case_25_one_story_in_two_feeds_of_one_paper(reading: Reading) -> None:
    both = Entry("The ferry floats", "1", f"{SITE}1", reading.at(-1))
    reading.send(both)
    reading.newsroom.sources.subscribe(GAZETTE)
    reading.send(both, Entry("Bakers may sleep", "2", f"{SITE}2"), feed=GAZETTE)
    assert reading.titles() == ["Bakers may sleep", "The ferry floats"]
    assert reading.titles("in:gazette") == ["Bakers may sleep", "The ferry floats"]
    assert reading.titles("in:courier") == ["The ferry floats"]
    reading.read_all()
    assert [feed.unread for feed in reading.newsroom.sources.overview().folders[0].feeds] == [0, 0]


def test_case_26_a_story_known_by_one_rule_is_known_when_another_comes_first(
    reading: Reading,
) -> None:
    plain = [Entry(f"Item {n}", link=f"{SITE}{n}", date=reading.at(-n)) for n in range(8)]
    reading.send(*plain)
    reading.read_all()
    named = [Entry(one.title, f"id-{n}", one.link, one.date) for n, one in enumerate(plain)]
    assert reading.send(*named) == []
    assert reading.send(*plain) == []
    assert reading.titles("is:unread") == []


def test_another_guid_is_another_story_though_its_page_is_the_same(reading: Reading) -> None:
    page = "https://courier.example/weather"
    assert reading.send(Entry("Weather: sun", "mon", page, reading.at())) == ["Weather: sun"]
    assert reading.send(Entry("Weather: rain", "tue", page, reading.at())) == ["Weather: rain"]


def test_a_new_guid_of_the_same_title_and_date_is_the_same_story(reading: Reading) -> None:
    date = reading.at(-1)
    others = [Entry(f"Item {n}", f"id-{n}", f"{SITE}{n}", date) for n in range(4)]
    reading.send(Entry("The ferry floats", "7", f"{SITE}ferry", date), *others)
    assert reading.send(Entry("The ferry floats", "8", f"{SITE}ferry", date), *others) == []


def test_feeds_without_guids_share_stories_too(reading: Reading) -> None:
    both = Entry("The ferry floats", link=f"{SITE}1")
    reading.send(both)
    reading.newsroom.sources.subscribe(GAZETTE)
    assert reading.send(both, feed=GAZETTE) == []


def test_an_edit_is_no_second_story_and_keeps_what_stood_there(reading: Reading) -> None:
    reading.send(Entry("The ferry floats", "1", f"{SITE}1", body="It rose at six on Tuesday."))
    reading.read_all()
    edited = Entry("The ferry floats again", "1", f"{SITE}1", body="It rose at seven on Tuesday.")
    assert reading.send(edited) == []
    (row,) = reading.newsroom.stories.headlines(reading.newsroom.stories.select(Everything()))
    assert (row.title, row.unread, row.changed) == ("The ferry floats again", False, True)
    found = reading.newsroom.stories.changes(row.id)
    assert found is not None
    assert [block.text for block in in_brackets(found[1].article).blocks] == [
        "[-The ferry floats-]",
        "It rose at [-six-] {+seven+} on Tuesday.",
    ]


def test_a_story_nobody_altered_has_no_changes(reading: Reading) -> None:
    reading.send(Entry("The ferry floats", "1"))
    (story,) = reading.newsroom.stories.select(Everything())
    assert reading.newsroom.stories.changes(story) is None


def test_case_27_a_date_in_the_future_does_not_stay_on_top(reading: Reading) -> None:
    reading.send(Entry("Next year", "1", date=reading.at(24 * 300)))
    reading.send(Entry("Today", "2", date=reading.at(1)))
    rows = reading.newsroom.stories.headlines(reading.newsroom.stories.select(Everything()))
    assert [row.title for row in rows] == ["Today", "Next year"]
    now = reading.edition.clock.now()
    assert rows[1].stated is not None
    assert rows[1].published < now < rows[1].stated


@pytest.mark.parametrize("date", ["", "yesterday, more or less", "Thu, 99 Foo 2026 25:61:00 XYZ"])
def test_case_28_without_a_date_the_first_sight_is_the_date_for_ever(
    reading: Reading, date: str
) -> None:
    entry = Entry("The ferry floats", "1", date=date)
    reading.send(entry)
    first = reading.edition.clock.now()
    reading.send(entry, Entry("Bakers may sleep", "2"))
    rows = reading.newsroom.stories.headlines(reading.newsroom.stories.select(Everything()))
    assert [(row.title, row.stated) for row in rows] == [
        ("Bakers may sleep", None),
        ("The ferry floats", None),
    ]
    assert rows[1].published == first


def _answers_from(reading: Reading, target: str, times: int) -> Newsroom:
    reading.edition.web.moved(COURIER, target, permanent=True)
    for _ in range(times):
        reading.edition.clock.advance(2 * HOUR)
        reading.edition.refresh(reading.newsroom)
    return reading.newsroom


def test_case_29_a_maintenance_page_does_not_take_the_place_of_the_feed(reading: Reading) -> None:
    reading.send(Entry("The ferry floats", "1"))
    page = "https://host.example/sorry"
    reading.edition.web.page(page, "<!doctype html><html><body>Back soon.</body></html>")
    newsroom = _answers_from(reading, page, times=3)
    assert [one.url for one in newsroom.sources.subscriptions()] == [COURIER]
    health = newsroom.sources.overview().folders[0].feeds[0].health
    assert health.outcome is FetchOutcome.NOT_A_FEED
    assert reading.titles() == ["The ferry floats"]
    assert reading.send(Entry("The ferry floats", "1")) == []


def test_case_30_a_feed_that_moved_for_good_keeps_its_stories_and_marks(reading: Reading) -> None:
    entry = Entry("The ferry floats", "1", f"{SITE}1")
    reading.send(entry)
    reading.read_all()
    number = reading.newsroom.sources.overview().folders[0].feeds[0].id
    target = "https://host.example/feed.xml"
    text = f"<rss version='2.0'><channel><title>Courier</title>{entry}</channel></rss>"
    reading.edition.web.feed(target, text)
    newsroom = _answers_from(reading, target, times=2)
    assert [one.url for one in newsroom.sources.subscriptions()] == [target]
    assert newsroom.sources.overview().folders[0].feeds[0].id == number
    assert (reading.titles(), reading.titles("is:unread")) == (["The ferry floats"], [])


def test_near_equal_texts_of_one_title_and_day_are_one_story_in_two_papers(
    reading: Reading,
) -> None:
    words = "The ferry that sank in March floats again since six on Tuesday, the harbour says. "
    middle = "Divers had closed the leak with concrete before three cranes lifted the ship slowly. "
    text = words + middle + "It will be towed to the yard on Friday. " * 6
    date = reading.at(-1)
    reading.send(Entry("The ferry floats", "a1", f"{SITE}1", date, text))
    reading.newsroom.sources.subscribe(GAZETTE)
    other = "WRENMOUTH (agency). " + text.replace("Friday", "Saturday") + "Editing by B. Ostrom."
    link = "https://gazette.example/ferry"
    assert reading.send(Entry("The ferry floats", "z9", link, date, other), feed=GAZETTE) == []
    (row,) = reading.newsroom.stories.headlines(reading.newsroom.stories.select(Everything()))
    assert row.also == 1


def test_a_column_with_a_sentence_that_never_changes_is_another_story_every_week(
    reading: Reading,
) -> None:
    standing = "The numbers are drawn every Tuesday in the old town hall before a notary public. "
    for week in range(3):
        body = f"This week these were drawn: {week}, {week + 7}, {week + 21}. " + standing * 3
        link = f"{SITE}numbers-{week}"
        assert reading.send(Entry("The numbers", link, link, reading.at(), body))
        reading.edition.clock.advance(7 * DAY)
