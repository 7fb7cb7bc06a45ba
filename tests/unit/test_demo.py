"""The edition that ships with the program holds what a newcomer shall meet in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reader.loader.feeds.parse import parse_feed
from reader.loader.net.web_folder import FolderFetcher
from reader.loader.pages.extract import extract
from reader.markup.html import blocks_from_html
from reader.model.article import Block, BlockKind, SpanStyle
from reader.model.feed import Entry, ParsedFeed, Subscription
from reader.model.fetch import Request, Response
from reader.newsroom.demo import NEWEST, shift_dates
from reader.settings.subscription_form import parse_subscriptions
from reader.text.guess_language import guess_language

DEMO = Path(str(files("reader") / "demo"))
WEB = DEMO / "web"
PAGES = sorted(WEB.glob("*/2026/*.html"))
GOOSE = "https://dailywhistle.example/2026/mayor-goose.html"
CHARACTERS_A_WORD = 2
"""Of Japanese, which has no spaces to count by."""


@dataclass(frozen=True)
class Told:
    """One story as the edition has it."""

    feed: ParsedFeed
    entry: Entry
    page: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def words(self) -> int:
        if self.feed.lang == "ja":
            return len(self.text) // CHARACTERS_A_WORD
        return len(self.text.split())


def answer(url: str) -> Response:
    return FolderFetcher(WEB).fetch(Request(url))


@cache
def subscriptions() -> tuple[Subscription, ...]:
    return parse_subscriptions((DEMO / "feeds.toml").read_text("utf-8"), "feeds.toml")


@cache
def edition() -> dict[str, ParsedFeed]:
    """The feeds by their names in feeds.toml."""
    parsed = {}
    for subscription in subscriptions():
        response = answer(subscription.url)
        kind = dict(response.headers)["content-type"]
        parsed[subscription.title] = parse_feed(response.body, kind, subscription.url)
    return parsed


@cache
def stories() -> tuple[Told, ...]:
    return tuple(told(feed, entry) for feed in edition().values() for entry in feed.entries)


def told(feed: ParsedFeed, entry: Entry) -> Told:
    page = answer(entry.link).body.decode()
    if entry.content_html:
        return Told(feed, entry, page, blocks_from_html(entry.content_html, entry.link))
    return Told(feed, entry, page, extract(page, entry.link).blocks)


def moment(entry: Entry) -> int:
    when = entry.published or entry.updated
    assert when is not None, entry.title
    return when


def kinds(*wanted: BlockKind) -> list[Block]:
    return [block for story in stories() for block in story.blocks if block.kind in wanted]


def links() -> Iterator[str]:
    for story in stories():
        yield story.entry.link
        for block in story.blocks:
            yield from (span.url for span in block.spans if span.style is SpanStyle.LINK)


def test_six_sources_stand_in_two_folders() -> None:
    assert len(subscriptions()) == 6
    assert len({subscription.folder for subscription in subscriptions()}) == 2


def test_there_are_some_thirty_stories_of_200_to_700_words() -> None:
    assert 28 <= len(stories()) <= 36
    assert [s.entry.title for s in stories() if not 200 <= s.words <= 700] == []


def test_one_source_is_german_and_one_japanese() -> None:
    spoken = {
        title: {guess_language(blocks_of.text) for blocks_of in stories() if blocks_of.feed is feed}
        for title, feed in edition().items()
    }
    assert sorted(map(sorted, spoken.values())) == [["de"], ["en"], ["en"], ["en"], ["en"], ["ja"]]


def test_all_kinds_of_feeds_are_there() -> None:
    assert len({feed.format for feed in edition().values()}) == 4, "RSS, Atom, RDF, JSON Feed"


def test_one_source_sends_only_summaries_and_its_pages_hold_the_stories() -> None:
    bare = {
        title
        for title, feed in edition().items()
        if not any(entry.content_html for entry in feed.entries)
    }
    assert bare == {"Daily Whistle"}
    assert all(entry.content_html or entry.summary_html for s in stories() for entry in [s.entry])


@pytest.mark.parametrize(
    "kind",
    [BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST, BlockKind.TABLE, BlockKind.CODE],
)
def test_stories_have_all_shapes_a_reader_meets(kind: BlockKind) -> None:
    assert len(kinds(kind)) >= 3


def test_images_have_captions_and_say_what_they_show() -> None:
    images = kinds(BlockKind.IMAGE)
    assert len(images) >= 4
    assert all(image.text and image.alt for image in images)


def test_lists_are_nested_and_block_quotes_name_their_speakers() -> None:
    assert any(block.level for block in kinds(BlockKind.LIST))
    assert any(block.marker for block in kinds(BlockKind.LIST))
    assert any(block.cite for block in kinds(BlockKind.QUOTE))


@pytest.mark.parametrize(
    "shape",
    [
        r"“[^”]*‘[^”]*’[^”]*”",  # a quote within a quote
        r"„[^“]*‚[^“]*‘[^“]*“",  # the same in German
        r"「[^」]*『[^」]*』[^」]*」",  # the same in Japanese
        r"[a-z] “[a-z][^”]{10,60}”",  # partial: a fragment inside a sentence
        r"“[A-Z][^”.]*,” said [A-Z][^“.]*, “[^”]+”",  # parted by its speaker
        r"“[^”\n]+\n\n“[^”]+”",  # one speech in several paragraphs
        r"(?:song|ballad|journal|called) “[A-Z][^”]+”",  # titles, which nobody says
        r"“[A-Z][A-Za-z ]+: A Review”",
        r"[Ss]o-called “",
        r"\d′\s?\d+″",  # feet and inches
        r"adding:\n\n[A-Z]",  # said, but without marks
        r"»[^«]+«",
        r'"[^"]+," said',  # straight marks
    ],
)
def test_words_are_quoted_in_every_way(shape: str) -> None:
    assert any(re.search(shape, story.text) for story in stories())


@pytest.mark.parametrize(
    "boilerplate",
    ["Also read", "Others are reading now", "Most read", "Advertisement", "Whistlepix", "Homepage"],
)
def test_the_tabloid_page_has_boilerplate_and_the_story_has_none(boilerplate: str) -> None:
    story = next(s for s in stories() if s.entry.link == GOOSE)
    assert boilerplate in story.page
    assert boilerplate not in story.text


@pytest.mark.parametrize("boilerplate", ["Related stories", "Sign up", "Log in to reply", "cookie"])
def test_the_other_pages_of_the_tabloid_are_no_better(boilerplate: str) -> None:
    pages = [s for s in stories() if not s.entry.content_html]
    assert any(boilerplate in story.page for story in pages)
    assert not any(boilerplate in story.text for story in pages)


def test_the_newest_story_teaches_the_keys() -> None:
    newest = max(stories(), key=lambda story: moment(story.entry))
    assert moment(newest.entry) == NEWEST.timestamp()
    taught = {
        block.text[span.start : span.end]
        for block in newest.blocks
        for span in block.spans
        if span.style is SpanStyle.CODE
    }
    assert taught >= set('njkpsuhobfqzAR?/"[]') | {"space", "enter", "tab"}


def test_every_link_leads_to_a_page_of_the_edition() -> None:
    assert [url for url in links() if answer(url).status != 200] == []
    assert sum(1 for _ in links()) > len(stories())


def test_every_host_is_one_that_cannot_exist() -> None:
    """RFC 2606 keeps ``.example`` free, so nothing can be asked for by mistake."""
    addresses = re.compile(r"https?://[^\s\"'<>)]+")
    known = ("www.w3.org", "purl.org", "jsonfeed.org")  # names of formats, never fetched
    for file in sorted(path for path in WEB.rglob("*") if path.is_file()):
        for url in addresses.findall(file.read_text("utf-8")):
            host = urlsplit(url).hostname or ""
            assert host.endswith(".example") or host in known, (file, url)


def test_pages_and_feeds_tell_the_same_story() -> None:
    for story in stories():
        assert story.entry.content_html.strip() in story.page, story.entry.link
        assert extract(story.page, story.entry.link).published == moment(story.entry)


def test_no_page_is_left_over() -> None:
    told = {story.entry.link for story in stories()}
    assert {f"https://{page.relative_to(WEB).as_posix()}" for page in PAGES} == told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_markup_is_whole(page: Path) -> None:
    checker = Nesting()
    checker.feed(page.read_text("utf-8"))
    assert checker.open == []


def test_all_dates_move_by_one_amount() -> None:
    days = timedelta(days=100, hours=3)
    for subscription in subscriptions():
        response = answer(subscription.url)
        kind = dict(response.headers)["content-type"]
        before = edition()[subscription.title].entries
        moved = parse_feed(shift_dates(response.body, days), kind, subscription.url).entries
        assert [moment(entry) for entry in moved] == [
            moment(entry) + days.total_seconds() for entry in before
        ]


class Nesting(HTMLParser):
    """Fails where a tag is closed that is not open, and knows what stays open."""

    VOID = frozenset({"meta", "link", "img", "input", "br", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing at {self.getpos()}"
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()}"
