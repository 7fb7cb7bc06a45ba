"""Lists of feeds as people's programs write them, and ours, which all of those read."""

from __future__ import annotations

import pytest
from lxml import etree

from reader.exchange.opml import DEEPEST, parse_opml, write_opml
from reader.model.errors import LoadError
from reader.model.feed import Subscription

COURIER, GAZETTE = "https://courier.example/feed", "https://gazette.example/feed"


def opml(body: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body>{body}</body></opml>'.encode()


def outline(url: str, name: str = "Courier", more: str = "") -> str:
    return f'<outline type="rss" text="{name}" xmlUrl="{url}" {more}/>'


def test_folders_lie_in_folders() -> None:
    text = f'<outline text="News"><outline text="Local">{outline(COURIER)}</outline></outline>'
    result = parse_opml(opml(text + outline(GAZETTE, "Gazette")))
    assert result.feeds == (
        Subscription(COURIER, "Courier", "News/Local"),
        Subscription(GAZETTE, "Gazette"),
    )
    assert result.skipped == ()


def test_categories_are_tags_or_a_folder() -> None:
    result = parse_opml(opml(outline(COURIER, more='category="daily,/News/Local,long read"')))
    assert result.feeds == (
        Subscription(COURIER, "Courier", "News/Local", tags=("daily", "long read")),
    )


@pytest.mark.parametrize(
    "text",
    [
        outline(COURIER, "Q & A"),
        outline(COURIER, "Q &amp; A"),
        outline(COURIER.replace("https", "HTTPS"), "Q & A"),
        f'<outline title="Q & A" text="" XMLURL="{COURIER}"/>',
        f'<outline text="Q & A" type="rss" url="{COURIER}"/>',
        f'<outline text="Q & A" xmlUrl=" {COURIER} "></outline></outline>',
        outline("feed://courier.example/feed", "Q & A").replace("feed://", "feed:https://"),
        outline("courier.example/feed", "Q & A"),
    ],
)
def test_files_are_read_as_they_are(text: str) -> None:
    feeds = parse_opml(opml(text)).feeds
    assert [(feed.url, feed.title) for feed in feeds] == [(COURIER, "Q & A")]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\n\nWarning: no clock\n"])
def test_what_stands_before_the_beginning_is_skipped(data: bytes) -> None:
    assert parse_opml(data + opml(outline(COURIER))).feeds


def test_a_file_that_breaks_off_gives_what_came() -> None:
    data = opml(outline(COURIER) + outline(GAZETTE))
    assert [feed.url for feed in parse_opml(data[: data.index(b"gazette")]).feeds] == [COURIER]


@pytest.mark.parametrize(
    "url",
    ["|date", "exec:date", "filter:x:https://a.example/", "file:///etc/passwd", "javascript:a()"],
)
def test_only_web_addresses_come_in(url: str) -> None:
    hostile = outline(url, "Bad", 'filtercmd="date"') + outline(COURIER, more='filtercmd="date"')
    result = parse_opml(opml(hostile))
    assert result.feeds == (Subscription(COURIER, "Courier"),)
    assert len(result.skipped) == 1
    assert result.skipped[0].startswith("Bad: ")


def test_an_address_that_comes_twice_is_kept_once() -> None:
    result = parse_opml(opml(outline(COURIER) + outline(COURIER, "Again")))
    assert [feed.title for feed in result.feeds] == ["Courier"]
    assert len(result.skipped) == 1


def test_folders_end_somewhere() -> None:
    deep = '<outline text="x">' * 50 + outline(COURIER) + "</outline>" * 50
    assert parse_opml(opml(deep)).feeds[0].folder == "/".join("x" * DEEPEST)


@pytest.mark.parametrize("data", [b"", b"Hello.", b"<rss/>", b"<html><body/></html>", b"\x89PNG"])
def test_what_is_no_opml_is_refused(data: bytes) -> None:
    with pytest.raises(LoadError, match="not an OPML file"):
        parse_opml(data)


def test_what_is_written_is_read_again() -> None:
    feeds = (
        Subscription(GAZETTE, 'The "Gazette" & <more>'),
        Subscription(COURIER, "Courier", "News/Lokales", tags=("täglich", "b")),
    )
    assert parse_opml(write_opml(feeds).encode()).feeds == feeds


def test_secrets_and_commands_stay_at_home() -> None:
    text = write_opml(
        [
            Subscription(
                "https://ada:secret@courier.example/feed",
                headers=(("X-Token", "secret"),),
                credentials=("pass", "secret"),
                proxy="http://secret",
                cookies="secret",
                filter=("secret",),
            ),
            Subscription("", "Own", command=("secret",)),
        ]
    )
    assert "secret" not in text
    assert [feed.url for feed in parse_opml(text.encode()).feeds] == [COURIER]


def test_an_empty_list_is_a_list() -> None:
    assert parse_opml(write_opml([]).encode()).feeds == ()


@pytest.mark.parametrize(
    ("attributes", "title"),
    [
        ('text="a "quoted" word" xmlUrl="https://x.example/1"', 'a "quoted" word'),
        ("text='it's' xmlUrl='https://x.example/1'", "it's"),
        ("text=plain xmlUrl=https://x.example/1", "plain"),
        ('text="1 < 2" xmlUrl="https://x.example/1"', "1 < 2"),
        ('text="2 > 1" xmlUrl="https://x.example/1"', "2 > 1"),
        ('text="A" description="<b class="x">B</b>" xmlUrl="https://x.example/1"', "A"),
        ('text="plain"xmlUrl="https://x.example/1"', "plain"),
    ],
)
def test_quotes_in_quotes_and_none_are_understood(attributes: str, title: str) -> None:
    for end in ("/>", " />", "></outline>"):
        outlines = f"<outline {attributes}{end}<outline xmlUrl='https://y.example/'/>"
        first, second = parse_opml(f"<opml><body>{outlines}</body></opml>".encode()).feeds
        assert (first.url, first.title, second.url) == (
            "https://x.example/1",
            title,
            "https://y.example/",
        )


def test_outlines_that_are_never_closed_cost_no_time() -> None:
    outlines = f"{'<outline ' * 200_000}<outline xmlUrl='https://y.example/'/>"
    data = f"<opml><body>{outlines}</body></opml>"
    assert [feed.url for feed in parse_opml(data.encode()).feeds] == ["https://y.example/"]


@pytest.mark.parametrize("levels", [9, 210, 300, 3000])
def test_folders_however_deep_lose_no_feed(levels: int) -> None:
    opening = "".join(f'<outline text="f{n}">' for n in range(levels))
    inside = '<outline text="A" xmlUrl="https://a.example/f"/>'
    after = '<outline text="B" xmlUrl="https://b.example/f"/>'
    text = f"<opml><body>{opening}{inside}{'</outline>' * levels}{after}</body></opml>"
    deep, flat = parse_opml(text.encode()).feeds
    assert (deep.url, deep.folder) == ("https://a.example/f", "f0/f1/f2/f3/f4/f5/f6/f7")
    assert (flat.url, flat.folder) == ("https://b.example/f", "")


def test_what_is_written_is_well_formed_whatever_the_names_hold() -> None:
    name = "R&D <b> \"quoted\" 'twice'"
    text = write_opml([Subscription("https://a.example/f?x=1&y=2", name, folder=name)], name)
    outlines = etree.fromstring(text.encode()).findall(".//outline")
    assert [element.get("text") for element in outlines] == [name, name]
    assert outlines[1].get("xmlUrl") == "https://a.example/f?x=1&y=2"


def test_a_sign_of_markup_in_a_name_without_quotes_is_a_sign() -> None:
    result = parse_opml(opml("<outline text=a<b xmlUrl=https://a.example/f type=rss />"))
    assert [feed.title for feed in result.feeds] == ["a<b"]
