from __future__ import annotations

import gzip

import pytest

from reader.loader.feeds.parse import MOST_ALIKE, parse_feed
from reader.model.errors import LoadError
from reader.model.feed import Enclosure, Entry, ParsedFeed

URL = "https://courier.example/feeds/all.xml"


def rss(items: str = "", channel: str = "") -> ParsedFeed:
    text = (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Courier</title>{channel}{items}</channel></rss>"
    )
    return parse_feed(text.encode(), url=URL)


def item(text: str) -> Entry:
    return rss(f"<item>{text}</item>").entries[0]


def atom(text: str) -> Entry:
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry>{text}</entry></feed>'
    return parse_feed(feed.encode(), url=URL).entries[0]


def test_an_entry_is_read_field_by_field() -> None:
    entry = item(
        "<title>Ferry &amp; bridge</title><link>/news/1</link><guid>urn:1</guid>"
        "<author>Ada Holt</author><pubDate>Tue, 24 Nov 2026 09:30:00 GMT</pubDate>"
        "<description>&lt;p&gt;It floats.&lt;/p&gt;</description><category>Harbour</category>"
        '<enclosure url="/talk.mp3" type="audio/mpeg" length="1200"/>'
    )
    assert entry == Entry(
        guid="urn:1",
        link="https://courier.example/news/1",
        title="Ferry & bridge",
        author="Ada Holt",
        published=1_795_512_600,
        summary_html="<p>It floats.</p>",
        categories=("Harbour",),
        enclosures=(Enclosure("https://courier.example/talk.mp3", "audio/mpeg", 1200),),
        base=URL,
    )


def test_a_feed_says_how_often_it_wants_to_be_visited() -> None:
    feed = rss(channel="<ttl>90</ttl><skipHours><hour>1</hour><hour>2</hour></skipHours>")
    assert (feed.ttl, feed.skip_hours) == (90, (1, 2))


def test_a_date_of_change_is_not_made_up() -> None:
    assert item("<title>x</title><pubDate>Tue, 24 Nov 2026 09:30 GMT</pubDate>").updated is None


@pytest.mark.parametrize(
    ("links", "link"),
    [
        ('<link href="/a"/>', "https://courier.example/a"),
        ('<link rel="enclosure" type="text/html">/b</link><link href="/a"/>', "/a"),
        ('<link href="/a"/><link rel="enclosure" type="text/html">/b</link>', "/a"),
        ('<link type="text/html; charset=utf-8" href="/a"/><id>urn:x:1</id>', "/a"),
        ('<link href="javascript:alert(1)"/>', ""),
    ],
)
def test_the_link_is_the_page(links: str, link: str) -> None:
    expected = f"https://courier.example{link}" if link.startswith("/") else link
    assert atom(links).link == expected


def test_without_a_link_the_feed_is_not_the_page() -> None:
    feed = rss("<item><title>x</title></item>")
    assert (feed.link, feed.entries[0].link) == ("", "")


def test_the_address_in_an_rss_link_outweighs_its_attributes() -> None:
    at = '<link uri="at://did:plc:1/post">https://courier.example/a</link>'
    assert item(f"<title>x</title>{at}").link == "https://courier.example/a"


def test_an_empty_rdf_is_a_feed_if_it_is_one_of_rss() -> None:
    rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="%s"/>'
    assert parse_feed((rdf % "http://purl.org/rss/1.0/").encode()).entries == ()
    with pytest.raises(LoadError):
        parse_feed((rdf % "http://xmlns.com/foaf/0.1/").encode())


def test_dublin_core_speaks_only_where_the_feed_is_silent() -> None:
    feed = rss(
        "<item><title>Plain</title><dc:title>Core</dc:title></item>"
        "<item><dc:title>Core alone</dc:title></item>",
        "<dc:title>Core of the channel</dc:title>",
    )
    assert feed.title == "Courier"
    assert [entry.title for entry in feed.entries] == ["Plain", "Core alone"]


def test_a_base_in_a_body_does_not_change_the_guid() -> None:
    entry = atom('<content type="html" xml:base="/x?y=1">Hi</content><id>t3_1</id>')
    assert (entry.guid, entry.content_html) == ("t3_1", "Hi")


def test_one_broken_entry_hides_no_other() -> None:
    feed = rss("<item><title>1 &nope; <b></title></item><item><title>2</title></item>")
    assert [entry.title for entry in feed.entries][-1] == "2"
    assert len(feed.entries) == 2


def test_a_packed_file_is_unpacked() -> None:
    assert parse_feed(gzip.compress(b"<rss><channel><item/></channel></rss>")).entries


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "That file is empty."),
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "That is a web page, not a feed."),
        (b"<opml><body/></opml>", "That is a list of feeds"),
        (b"Hello.", "That is not a feed."),
        (b"\x89PNG\r\n\x1a\n", "That is not a feed."),
    ],
)
def test_what_is_no_feed_is_named(data: bytes, words: str) -> None:
    with pytest.raises(LoadError, match=words):
        parse_feed(data)


def test_entries_and_what_they_hold_are_bounded() -> None:
    crowd = "".join(f"<category>{n}</category>" for n in range(50_000))
    feed = parse_feed(
        f"<rss><channel><item><title>a</title>{crowd}</item><item><title>b</title></item>"
        "</channel></rss>".encode()
    )
    assert [entry.title for entry in feed.entries] == ["a", "b"]
    assert len(feed.entries[0].categories) == MOST_ALIKE


def test_blanks_before_the_beginning_may_be_many() -> None:
    feed = b"<rss><channel><title>t</title></channel></rss>"
    assert parse_feed(b" " * 10_000 + feed).title == "t"


def test_an_entry_that_breaks_the_parser_hides_no_other() -> None:
    # feedparser 6 breaks over a link of a text input that stands in an entry.
    breaks = "<item><title>x</title><textInput><link>http://x.example/</link></textInput></item>"
    items = [f"<item><title>{n}</title></item>" for n in range(20)]
    text = "".join([*items[:7], breaks, *items[7:15], breaks, *items[15:]])
    feed = parse_feed(f"<rss><channel><title>t</title>{text}</channel></rss>".encode())
    assert [entry.title for entry in feed.entries] == [str(n) for n in range(20)]
    assert feed.title == "t"


def test_a_guid_that_is_an_address_stands_in_for_an_empty_link() -> None:
    for link in ("<link/>", "<link></link>", "<link>\n</link>", ""):
        entry = f"<item>{link}<guid>https://courier.example/1</guid></item>"
        feed = parse_feed(f"<rss version='2.0'><channel>{entry}</channel></rss>".encode())
        assert feed.entries[0].link == "https://courier.example/1"


def test_a_namespace_of_rss_changes_nothing() -> None:
    rss = "<rss version='2.0'{}><channel><item><title>i</title></item></channel></rss>"
    plain = parse_feed(rss.format("").encode())
    for name in ("http://www.w3.org/1999/xhtml", "http://backend.userland.com/rss2"):
        assert parse_feed(rss.format(f" xmlns='{name}'").encode()) == plain


def test_feedparser_takes_no_parser_but_ours() -> None:
    import feedparser.api

    parse_feed(b"<rss><channel><title>t</title></channel></rss>")
    assert feedparser.api.PREFERRED_XML_PARSERS == ["reader.loader.feeds.expat"]
