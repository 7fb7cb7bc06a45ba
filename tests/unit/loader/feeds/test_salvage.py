"""Feeds that are not well-formed XML: one broken entry changes nothing in the others."""

from __future__ import annotations

import pytest

from reader.loader.feeds.parse import parse_feed
from reader.loader.feeds.salvage import MOST_TRIED, split_feed

URL = "https://courier.example/feed"
_DAMAGE = (
    "<description>no end",
    "</description>",
    "<description>a < b, c > d</description>",
    "<descripton>misspelt</description>",
    "<dc:creator>Ada Holt</dc:creator>",
    "<media:content url='https://courier.example/a.jpg'>",
    "<category a='1' a='2'>twice</category>",
    "<category domain=unquoted>x</category>",
    "]]>",
    "<description><![CDATA[never closed</description>",
    "<description><!-- never closed</description>",
    "<?php echo 'x'",
    "<title/><link<link>",
    "<item>",
    '<enclosure url="https://courier.example/x.mp3 type="audio/mpeg"/>',
)


def entries(broken: str = "") -> list[str]:
    made = [
        f"<item><title>Story {n} &amp; more</title>"
        f"<link>https://courier.example/{n}?a=1&amp;b=2</link><guid>urn:{n}</guid>"
        f"<pubDate>Tue, 24 Nov 2026 09:0{n}:00 GMT</pubDate>"
        f"<description>&lt;p&gt;A &amp;amp; B {n}&lt;/p&gt;</description></item>"
        for n in range(6)
    ]
    made[3] = made[3].replace("<title>", f"{broken}<title>", 1)
    return made


def feed(
    items: list[str], root: str = '<rss version="2.0">', end: str = "</channel></rss>"
) -> bytes:
    head = "<channel><title>Courier &amp; Co</title><link>https://courier.example/?a&amp;b</link>"
    return f"{root}{head}{''.join(items)}{end}".encode()


@pytest.mark.parametrize("broken", _DAMAGE)
def test_an_entry_that_is_no_xml_changes_no_other(broken: str) -> None:
    whole = parse_feed(feed(entries()), url=URL)
    hurt = parse_feed(feed(entries(broken)), url=URL)
    assert (hurt.title, hurt.link) == (whole.title, whole.link)
    kept = {entry.guid: entry for entry in hurt.entries}
    assert all(kept[entry.guid] == entry for entry in whole.entries if entry.guid != "urn:3")
    assert "urn:3" in kept


@pytest.mark.parametrize(
    "end",
    ["", "</channel>", "</channel></rss><script>a < b && c</script>", "</channel></rss></div>"],
)
def test_what_stands_after_the_entries_changes_none(end: str) -> None:
    whole = parse_feed(feed(entries()), url=URL)
    hurt = parse_feed(feed(entries(), end=end), url=URL)
    assert hurt.entries == whole.entries
    assert (hurt.title, hurt.link) == (whole.title, whole.link)


@pytest.mark.parametrize(
    "root", ["<rss version=2.0>", '<rss version="2.0" a="&">', '<rss version="2.0" x:y="1">']
)
def test_a_root_that_is_no_xml_hides_no_entry(root: str) -> None:
    assert (
        parse_feed(feed(entries(), root), url=URL).entries
        == parse_feed(feed(entries()), url=URL).entries
    )


def test_prefixes_that_nobody_declared_mean_what_they_usually_mean() -> None:
    text = "<content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded>"
    fields = f"<dc:creator>Ada Holt</dc:creator>{text}"
    found = parse_feed(feed(entries(fields)), url=URL).entries[3]
    assert (found.author, found.content_html) == ("Ada Holt", "<p>x</p>")


def test_a_feed_cut_off_keeps_all_that_came() -> None:
    text = feed(entries())
    for length in range(text.find(b"<item>") + 40, len(text), 37):
        kept = parse_feed(text[:length], url=URL).entries
        ended = text[:length].count(b"</item>")
        assert len(kept) >= ended
        assert [entry.guid for entry in kept[:ended]] == [f"urn:{n}" for n in range(ended)]


def test_entries_that_are_all_broken_are_all_read() -> None:
    for number in (20, MOST_TRIED + 20):
        items = [f"<item><title>{n}</title><b>x</i></item>" for n in range(number)]
        found = parse_feed(feed(items), url=URL).entries
        assert [entry.title for entry in found] == [str(n) for n in range(number)]


def test_entries_are_not_looked_for_in_texts() -> None:
    text = "<description><![CDATA[<item>x</item>]]></description>"
    parts = split_feed(f"<rss><channel><item>{text}</item><b></rss>")
    assert parts is not None
    assert len(parts.entries) == 1
    assert split_feed("<rss><channel><title>t</title></channel></rss>") is None
