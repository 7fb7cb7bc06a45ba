"""Live blogs are read from their first entry to their last, each under its time."""

from __future__ import annotations

import json

from reader.loader.pages.extract import extract
from reader.loader.pages.live_blog import in_order_of_time
from reader.markup.html_tree import parse_html
from reader.markup.tree_to_blocks import walk
from reader.model.article import BlockKind

URL = "https://courier.example/live/flood"
INTRO = "The river has been rising since noon, and the lower town is being emptied by street."
ENTRIES = [
    ("16:40", "The bridge is closed", "The old bridge was closed after a barn struck a pier."),
    ("14:05", "", "Firefighters carried forty people out of the school, and then two goats."),
    ("12:30", "Rain since dawn", "It has rained since dawn; the gauge stands at two metres."),
    ("11:55", "First warning", "The water office warned those who live below the church."),
]  # fmt: skip
END = "This page is kept up to date by three people who sit on the roof of the town hall."


def markup(clock: str, heading: str, text: str) -> str:
    title = f"<h3>{heading}</h3>" if heading else ""
    stamp = f'<time datetime="2026-03-14T{clock}:00+01:00">{clock}</time>'
    return f'<section class="entry"><div>{stamp}</div>{title}<p>{text}</p></section>'


def page(body: str, ld: object) -> str:
    return (
        "<html lang=en><head><title>The river rises | Courier</title>"
        f'<script type="application/ld+json">{json.dumps(ld)}</script></head>'
        f'<body><main><h1>The river rises</h1><div class="by">By Ada Reef '
        f'<time datetime="2026-03-14T11:00:00+01:00">14 March</time></div>{body}</main>'
        "</body></html>"
    )


def live(kind: str = "LiveBlogPosting") -> list[tuple[BlockKind, str]]:
    entries = "".join(markup(*entry) for entry in ENTRIES)
    body = f"<div class=story><p>{INTRO}</p>{entries}<p>{END}</p></div>"
    article = extract(page(body, {"@type": kind, "headline": "The river rises"}), URL)
    return [(block.kind, block.text) for block in article.blocks]


def test_the_first_entry_comes_first_and_each_has_its_time() -> None:
    heading, paragraph = BlockKind.HEADING, BlockKind.PARAGRAPH
    assert live() == [
        (paragraph, INTRO),
        (heading, "11:55 First warning"),
        (paragraph, ENTRIES[3][2]),
        (heading, "12:30 Rain since dawn"),
        (paragraph, ENTRIES[2][2]),
        (heading, "14:05"),
        (paragraph, ENTRIES[1][2]),
        (heading, "16:40 The bridge is closed"),
        (paragraph, ENTRIES[0][2]),
        (paragraph, END),
    ]


def test_other_pages_stay_as_they_are() -> None:
    texts = [text for _, text in live("NewsArticle")]
    assert texts.index(ENTRIES[0][2]) < texts.index(ENTRIES[3][2])


def test_entries_that_only_machines_are_shown_are_read_in_order() -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "datePublished": f"2026-03-14T{clock}:00+01:00",
            "headline": heading,
            "articleBody": text * 3,
        }
        for clock, heading, text in ENTRIES
    ]
    ld = {"@type": "LiveBlogPosting", "headline": "The river rises", "liveBlogUpdate": updates}
    article = extract(page("<div id=app></div>", ld), URL)
    headings = [block.text for block in article.blocks if block.kind is BlockKind.HEADING]
    assert headings == [
        "11:55 First warning", "12:30 Rain since dawn", "14:05", "16:40 The bridge is closed",
    ]  # fmt: skip
    assert article.provenance.method == "articleBody"


def ordered(*clocks: str) -> list[str]:
    entries = "".join(
        markup(clock, f"Entry {number}", "Something happened at the river.")
        for number, clock in enumerate(clocks)
    )
    root = parse_html(f"<html><body>{entries}</body></html>")
    assert root is not None
    blocks = [placed.block for placed in in_order_of_time(walk(root, ""))]
    return [block.text for block in blocks if block.kind is BlockKind.HEADING]


def test_entries_out_of_order_are_sorted_and_those_of_a_minute_reversed_with_the_rest() -> None:
    assert ordered("12:00", "14:00", "13:00") == ["12:00 Entry 0", "13:00 Entry 2", "14:00 Entry 1"]
    newest_first = ["12:00 Entry 3", "13:00 Entry 2", "13:00 Entry 1", "14:00 Entry 0"]
    assert ordered("14:00", "13:00", "13:00", "12:00") == newest_first
    oldest_first = ["12:00 Entry 0", "13:00 Entry 1", "13:00 Entry 2", "14:00 Entry 3"]
    assert ordered("12:00", "13:00", "13:00", "14:00") == oldest_first


def test_two_times_on_a_page_are_no_live_blog() -> None:
    assert ordered("14:00", "12:00") == ["Entry 0", "Entry 1"]
