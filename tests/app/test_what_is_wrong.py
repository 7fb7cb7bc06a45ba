"""What is said where something is missing: what happened, what is still fine, what to press."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from reader.app.app import TerminalFacts
from reader.app.session.source_notices import what_is_wrong, why_not_added
from reader.model.article import Article, Completeness
from reader.model.feed import Feed, FeedHealth, FetchOutcome, Subscription
from reader.newsroom.events import AddFailed, FoundSource, FullTextArrived, SourcesFound
from reader.typesetting.head_and_end import Notice
from reader.wording.catalogue import use_language
from reader.wording.dates import clock
from tests.app.driving import Driver, driven
from tests.app.fake_edition import FakeEdition
from tests.app.fake_newsroom import FakeNewsroom, FakeStories
from tests.app.stage import screen_lines
from tests.app.stories import NOON

HOUR, DAY = 3600, 86400
AT = clock(NOON - 600)
SOON = clock(NOON + HOUR)
KEYS = {"refresh": "r", "image": "i", "add": "a", "browser": "o"}

SAYS = {
    FetchOutcome.TIMEOUT: (
        f"The server did not answer. Tried three times, last at {AT}. "
        "The six stories below are from yesterday and still readable.",
        "r try again, i details",
    ),
    FetchOutcome.UNREACHABLE: (
        f"The server could not be reached. Tried three times, last at {AT}. "
        "The six stories below are from yesterday and still readable.",
        "r try again, i details",
    ),
    FetchOutcome.NOT_FOUND: (
        "This address no longer has a feed. Your 6 stories stay.",
        "a find its new address, i details",
    ),
    FetchOutcome.GONE: (
        "This address no longer has a feed. Your 6 stories stay.",
        "a find its new address, i details",
    ),
    FetchOutcome.REFUSED: (
        "The site refuses to let us in (403). It may want a subscription.",
        "o open in browser",
    ),
    FetchOutcome.WAIT: (f"The site asks us to wait. Next try at {SOON}.", "i details"),
    FetchOutcome.CERTIFICATE: (
        "The site's certificate is not valid, so nothing was fetched.",
        "i details",
    ),
    FetchOutcome.DAMAGED: ("The feed is damaged; 14 stories could be read.", "i details"),
    FetchOutcome.NOT_A_FEED: (
        "What is at this address is not a feed. Your 6 stories stay.",
        "a find its new address, i details",
    ),
}


def ailing(outcome: FetchOutcome, message: str = "As the loader noted it.") -> Feed:
    """A source with six stories, the newest of yesterday."""
    health = FeedHealth(
        outcome, message, status=403, checked=NOON - 600, failures=3, entries=14,
        next_visit=NOON + HOUR,
    )  # fmt: skip
    return Feed(3, Subscription("https://bench.example/rss"), "Bench", stories=6, health=health)


def said(notice: Notice) -> tuple[str, str]:
    """A notice as it is read."""
    keys = ", ".join(" ".join(key) for key in notice.keys)
    return f"{notice.first} {notice.rest}".strip(), keys


@pytest.mark.parametrize("outcome", SAYS)
def test_each_fault_has_its_words_and_its_keys(outcome: FetchOutcome) -> None:
    notice = what_is_wrong(ailing(outcome), NOON - DAY, NOON, KEYS.__getitem__)
    assert said(notice) == SAYS[outcome]


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_fault_is_left_without_words(language: str) -> None:
    use_language(language)
    try:
        for outcome in FetchOutcome:
            notice = what_is_wrong(ailing(outcome), NOON - DAY, NOON, KEYS.__getitem__)
            noted = outcome in (FetchOutcome.OK, FetchOutcome.NOT_MODIFIED)
            assert (notice.first == "As the loader noted it.") == noted, outcome
            assert notice.keys
    finally:
        use_language("en")


def test_a_wait_of_days_names_the_day() -> None:
    feed = ailing(FetchOutcome.WAIT)
    health = dataclasses.replace(feed.health, next_visit=NOON + 3 * DAY)
    feed = dataclasses.replace(feed, health=health)
    words, _ = said(what_is_wrong(feed, None, NOON, KEYS.__getitem__))
    assert words.startswith("The site asks us to wait. Next try on ")
    assert words.endswith(f"at {clock(NOON + 3 * DAY)}.")


def test_what_no_source_came_of_is_said_by_its_cause() -> None:
    def words(outcome: FetchOutcome | None) -> str:
        return why_not_added(AddFailed("https://www.lamp.example/x", "As noted.", outcome))

    assert words(FetchOutcome.NOT_A_FEED) == (
        "That page has no feed we can find. Try its news or blog page."
    )
    assert words(FetchOutcome.TIMEOUT) == "lamp.example did not answer. Is the address right?"
    assert words(FetchOutcome.TOO_LARGE) == "As noted."
    assert words(None) == "As noted."


async def page_of(reader: Driver) -> str:
    """The words on the screen, once the third source's list is shown."""
    await reader.press("h", "G", "enter")
    await reader.until(lambda: reader.session.list.current.feed == 3)
    await reader.quiet()
    return "\n".join(line[22:59] for line in screen_lines(reader.app))


@pytest.mark.parametrize(
    ("outcome", "first"),
    [
        (FetchOutcome.GONE, "This address no"),
        (FetchOutcome.REFUSED, "The site refuses to"),
        (FetchOutcome.WAIT, "The site asks us to wait."),
        (FetchOutcome.CERTIFICATE, "The site's certificate is not"),
        (FetchOutcome.DAMAGED, "The feed is damaged;"),
    ],
)
async def test_the_words_stand_above_the_stories(outcome: FetchOutcome, first: str) -> None:
    newsroom = FakeNewsroom()
    newsroom.health[3] = ailing(outcome).health
    async with driven(newsroom) as reader:
        page = await page_of(reader)
        assert f"▌ {first}" in page
        assert "As the loader noted it." not in page


async def test_without_a_network_no_source_is_to_blame() -> None:
    newsroom = FakeNewsroom()
    newsroom.health[3] = ailing(FetchOutcome.OFFLINE).health
    async with driven(newsroom) as reader:
        page = await page_of(reader)
        assert "offline" not in page
        assert not any("!" in line[:22] for line in screen_lines(reader.app))
        status = screen_lines(reader.app)[-1]
        assert "Offline · everything here is stored on this machine · next try" in status


class PartStories(FakeStories):
    """Stories that are not whole."""

    def __init__(self, edition: FakeEdition, completeness: Completeness, note: str) -> None:
        super().__init__(edition)
        self.completeness, self.note = completeness, note

    def article(self, story: int) -> Article:
        """A story that is not whole."""
        article = super().article(story)
        provenance = dataclasses.replace(
            article.provenance, completeness=self.completeness, note=self.note
        )
        return dataclasses.replace(article, provenance=provenance)


@pytest.mark.parametrize(
    ("completeness", "note", "words", "keys"),
    [
        (
            Completeness.SUMMARY, "As the loader noted it.",
            "This source sends only a summary.", "x fetch the full story   o open in browser",
        ),
        (
            Completeness.FAILED, "The site wants a login.",
            "The full story could not be fetched: the site wants a login.", "o open in browser",
        ),
        (
            Completeness.PAYWALL, "The site keeps the rest for its subscribers.",
            "The site keeps the rest for its subscribers.", "o open in browser",
        ),
    ],
)  # fmt: skip
async def test_a_story_that_is_not_whole_says_why(
    completeness: Completeness, note: str, words: str, keys: str
) -> None:
    newsroom = FakeNewsroom()
    newsroom.stories = PartStories(newsroom, completeness, note)
    async with driven(newsroom, size=(120, 60)) as reader:
        await reader.beside(1)
        await reader.press("enter", "G")
        lines = [line[60:].strip(" ▐▕") for line in screen_lines(reader.app)]
        text = " ".join(lines)
        assert words in text
        assert ("The summary is above." in text) == (completeness is Completeness.FAILED)
        assert keys in lines


async def test_a_page_that_fails_while_it_is_read_says_so_below() -> None:
    newsroom = FakeNewsroom()
    stories = PartStories(newsroom, Completeness.SUMMARY, "As the loader noted it.")
    newsroom.stories = stories
    async with driven(newsroom) as reader:
        await reader.beside(1)
        stories.completeness, stories.note = Completeness.FAILED, "The site wants a login."
        reader.newsroom.tell(FullTextArrived(1, False, "The site wants a login."))
        await reader.until(lambda: "the site wants a login." in reader.fact)
        assert reader.fact.startswith("The full story could not be fetched: ")
        await reader.press("enter", "G")
        await reader.until(lambda: "The summary is above." in "\n".join(screen_lines(reader.app)))


async def test_a_source_without_stories_is_opened_in_the_browser() -> None:
    newsroom = FakeNewsroom(stories=2)
    newsroom.health[3] = ailing(FetchOutcome.REFUSED).health
    opened: list[str] = []

    def keep(url: str, program: Sequence[str]) -> bool:
        opened.append(url)
        return True

    async with driven(newsroom, terminal=TerminalFacts(opener=keep)) as reader:
        page = await page_of(reader)
        assert "o   open in browser" in page
        await reader.press("o")
        assert opened == ["https://feed3.example/rss"]


@pytest.mark.parametrize(
    ("language", "failures", "words"),
    [
        ("en", 1, "Tried once, last"), ("en", 2, "Tried twice, last"),
        ("en", 14, "Tried 14 times, last"), ("de", 3, "Dreimal versucht, zuletzt"),
        ("de", 14, "14-mal versucht, zuletzt"),
    ],
)  # fmt: skip
def test_how_often_it_was_tried_is_said_as_people_say_it(
    language: str, failures: int, words: str
) -> None:
    feed = ailing(FetchOutcome.TIMEOUT)
    feed = dataclasses.replace(feed, health=dataclasses.replace(feed.health, failures=failures))
    use_language(language)
    try:
        notice = what_is_wrong(feed, None, NOON, KEYS.__getitem__)
    finally:
        use_language("en")
    assert notice.rest.startswith(words)


async def test_of_several_feeds_each_is_named_with_its_address_below() -> None:
    found = (
        FoundSource("https://lamp.example/main", "Main"),
        FoundSource("https://lamp.example/all.xml", ""),
    )
    async with driven() as reader:
        reader.newsroom.tell(SourcesFound("https://lamp.example", found))
        await reader.until(lambda: "Choose one" in "\n".join(screen_lines(reader.app)))
        await reader.quiet()
        lines = [line[25:94].strip(" ▌") for line in screen_lines(reader.app)]
        at = lines.index("Main")
        assert lines[at + 1 : at + 3] == ["https://lamp.example/main", "lamp.example/all.xml"]
        await reader.press("2")
        assert ("add", "https://lamp.example/all.xml") in reader.newsroom.calls
