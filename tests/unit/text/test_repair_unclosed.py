"""What an entry opens and never closes costs that entry alone."""

from __future__ import annotations

import pytest

from reader.markup.repair_xml import mend


def feed(*entries: str) -> str:
    return f"<rss><channel>{''.join(entries)}</channel></rss>"


def entry(text: str) -> str:
    return f"<item><title>t</title><description>{text}</description></item>"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("a <!-- b", "a  b"),
        ("<![CDATA[a & b", "<![CDATA[a & b]]>"),
        ("<![CDATA[<![CDATA[a", "<![CDATA[<![CDATA[a]]>"),
    ],
)
@pytest.mark.parametrize("after", ["", "<![CDATA[whole]]>", "<!-- whole -->"])
def test_what_is_never_closed_ends_with_its_element(text: str, mended: str, after: str) -> None:
    assert mend(feed(entry(text), entry(after)), ("rss",)).text == feed(
        entry(mended), entry(after)
    )


@pytest.mark.parametrize(
    "text",
    [
        "<![CDATA[a <!-- b ]]>",
        "<![CDATA[<item>in a text about feeds</item>]]>",
        "<!-- <item>left out by intention</item> -->",
    ],
)
def test_what_is_closed_stays_as_it_is(text: str) -> None:
    whole = feed(entry(text), entry("<![CDATA[b]]> <!-- c -->"))
    assert mend(whole, ("rss",)).text == whole


@pytest.mark.parametrize("opening", ["<!--", "<![CDATA["])
def test_a_hundred_thousand_openings_take_no_time(opening: str) -> None:
    text = feed(entry(opening * 100_000), entry(f"{opening}</item>" * 100_000))
    assert "<item><title>t</title>" in mend(text, ("rss",)).text
