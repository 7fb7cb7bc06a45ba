"""JSON Feed, also where it is not quite one."""

from __future__ import annotations

import json

import pytest

from reader.loader.feeds.jsonfeed import parse_json_feed
from reader.model.errors import LoadError
from reader.model.feed import Enclosure, Entry, ParsedFeed

URL = "https://courier.example/feed.json"


def feed(*items: object, **top: object) -> ParsedFeed:
    version = "https://jsonfeed.org/version/1.1"
    return parse_json_feed(json.dumps({"version": version, "items": items, **top}), URL)


def test_an_item_is_read_field_by_field() -> None:
    found = feed(
        {
            "id": 7,
            "url": "/news/7",
            "title": "Ferry & bridge",
            "content_html": "<p>It floats.</p>",
            "summary": "a < b",
            "date_published": "2026-11-24T09:30:00Z",
            "date_modified": "2026-11-24T10:30:00Z",
            "authors": [{"name": "Ada Holt"}, {"name": "Bo Lind"}],
            "tags": ["Harbour", 3, " "],
            "language": "en",
            "attachments": [
                {"url": "/talk.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 1200},
                {"url": "javascript:alert(1)"},
            ],
        },
        title="Courier",
        home_page_url="https://courier.example/",
    )
    assert (found.format, found.title, found.link) == (
        "json11",
        "Courier",
        "https://courier.example/",
    )
    assert found.entries == (
        Entry(
            guid="7",
            link="https://courier.example/news/7",
            title="Ferry & bridge",
            author="Ada Holt, Bo Lind",
            published=1_795_512_600,
            updated=1_795_516_200,
            summary_html="a &lt; b",
            content_html="<p>It floats.</p>",
            categories=("Harbour",),
            enclosures=(Enclosure("https://courier.example/talk.mp3", "audio/mpeg", 1200),),
            lang="en",
            base="https://courier.example/news/7",
        ),
    )


def test_plain_text_is_text() -> None:
    (entry,) = feed({"id": "1", "content_text": "a < b\nc"}).entries
    assert entry.content_html == "<p>a &lt; b<br>c</p>"


def test_an_author_of_the_feed_stands_in() -> None:
    (entry,) = feed({"id": "1"}, author={"name": "Ada Holt"}).entries
    assert entry.author == "Ada Holt"


def test_odd_values_are_absent_and_odd_items_are_said() -> None:
    found = feed("no item", None, {"id": True, "url": ["x"], "title": None, "tags": "x"})
    assert found.entries == (Entry(base=URL),)
    assert found.warnings == ("2 entries could not be read.",)


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "{}", '{"items": 3}', '{"items": [1, 2]}', "[" * 100_000, '{"version": "1"}'],
)
def test_what_is_no_feed_is_refused(text: str) -> None:
    with pytest.raises(LoadError):
        parse_json_feed(text)


ITEMS = ", ".join(
    f'{{"id": "{n}", "title": "Ferry {n}", "content_text": "It }}, {{ floats.", "tags": []}}'
    for n in range(5)
)
HEAD = '{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": ['


@pytest.mark.parametrize(
    ("text", "ids", "whole"),
    [
        (f"{HEAD}{ITEMS}", "01234", False),
        (f"{HEAD}{ITEMS[:-40]}", "0123", False),
        (f"{HEAD}{ITEMS},]}}", "01234", True),
        (f"{HEAD}{ITEMS}]}}<script>x</script>", "01234", True),
        (HEAD + ITEMS.replace('"id": "2"', '"id": 2x') + "]}", "0134", True),
        (HEAD + ITEMS.replace('"id": "0"', '"id": "0') + "]}", "1234", True),
    ],
    ids=["no end", "cut", "comma", "junk after", "no JSON", "open string"],
)
def test_broken_json_loses_no_entry_that_is_whole(text: str, ids: str, whole: bool) -> None:
    feed = parse_json_feed(text)
    assert [entry.guid for entry in feed.entries] == list(ids)
    assert (feed.title, feed.whole) == ("Courier", whole)
    assert feed.warnings


def test_broken_json_without_items_is_no_feed() -> None:
    for text in ('{"items": [', '{"title": "x", "items', '{"items": [{"id": 1'):
        with pytest.raises(LoadError):
            parse_json_feed(text)


def test_only_so_many_items_are_read_and_the_rest_is_said() -> None:
    items = ", ".join(f'{{"id": "{n}"}}' for n in range(5))
    feed = parse_json_feed(f'{{"items": [{items}]}}', most=3)
    assert [entry.guid for entry in feed.entries] == ["0", "1", "2"]
    assert feed.warnings
