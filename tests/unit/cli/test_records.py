"""What ``--json`` prints has the names that programs rely on."""

from __future__ import annotations

import json

import pytest

from reader.cli.json_lines import print_record
from reader.cli.records import (
    article_record,
    feed_record,
    moment,
    quote_record,
)
from reader.model.article import Article, Block, BlockKind, Origin, Provenance
from reader.model.feed import Feed, FeedHealth, FetchOutcome, Subscription
from reader.model.quote import Certainty, Quote, QuoteKind

QUOTE = Quote(
    0,
    11,
    "“Nineteen.”",
    QuoteKind.DIRECT,
    speaker="Okafor",
    cue="said",
    certainty=Certainty.NAMED,
    speaker_start=17,
    speaker_end=23,
)
ARTICLE = Article(
    "Ships",
    (
        Block(BlockKind.PARAGRAPH, "“Nineteen.” said Okafor"),
        Block(BlockKind.IMAGE, "The bell", alt="A bell", width=1600),
        Block(BlockKind.TABLE, "a\tb", rows=(("a", "b"),)),
    ),
    Provenance(Origin.PAGE, "https://courier.example/a", fetched=1_800_000_000),
    published=1_772_523_600,
    quotes=(QUOTE,),
)


def test_moments_are_utc_and_unknown_ones_are_null() -> None:
    assert moment(1_772_523_600) == "2026-03-03T07:40:00Z"
    assert moment(None) is None
    assert moment(10**18) is None


def test_an_article_has_all_its_parts() -> None:
    record = json.loads(json.dumps(article_record(ARTICLE)))
    assert record.keys() >= {"title", "byline", "published", "link", "blocks", "quotes", "text"}
    assert record["provenance"]["origin"] == "page"
    assert record["provenance"]["fetched"] == "2027-01-15T08:00:00Z"
    assert [block["kind"] for block in record["blocks"]] == ["paragraph", "image", "table"]
    assert record["blocks"][2]["rows"] == [["a", "b"]]
    (quote,) = record["quotes"]
    assert record["text"][quote["start"] : quote["end"]] == quote["text"]
    assert record["text"][quote["speaker_start"] : quote["speaker_end"]] == quote["speaker"]


def test_what_is_unknown_of_a_quote_is_null() -> None:
    record = quote_record(Quote(0, 11, "“Nineteen.”", QuoteKind.DIRECT))
    assert [record[key] for key in ("speaker", "source", "cue", "cue_start")] == [None] * 4


def test_a_source_says_how_it_is_doing() -> None:
    feed = Feed(
        3,
        Subscription("https://courier.example/feed", folder="News"),
        "Courier",
        health=FeedHealth(FetchOutcome.TIMEOUT, "The server did not answer.", failures=2),
    )
    record = json.loads(json.dumps(feed_record(feed)))
    assert (record["id"], record["folder"], record["failures"]) == (3, "News", 2)
    assert record["outcome"] == "timeout"
    assert record["next_visit"] is None


def test_a_record_is_one_readable_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_record({"title": "„So“\nsagt er"})
    assert capsys.readouterr().out == '{"title": "„So“\\nsagt er"}\n'
