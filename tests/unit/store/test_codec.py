from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import (
    Article,
    Block,
    BlockKind,
    Completeness,
    Origin,
    Provenance,
    Span,
    SpanStyle,
)
from reader.model.feed import Enclosure, Entry, FeedHealth, FetchOutcome, ParsedFeed
from reader.model.quote import Certainty, Place, Quote, QuoteKind
from reader.store.codec import CodecError, from_json, from_plain, to_json, to_plain

STORY = Article(
    title="Ferry returns to Lindholm",
    blocks=(
        Block(BlockKind.HEADING, "A long wait", level=2),
        Block(
            BlockKind.PARAGRAPH,
            "“We are glad,” said Ode Brandt.",
            spans=(Span(0, 5, SpanStyle.LINK, "https://courier.example/a"),),
        ),
        Block(BlockKind.TABLE, "a\tb", rows=(("a", "b"),), header=True),
    ),
    provenance=Provenance(
        Origin.PAGE,
        "https://courier.example/ferry",
        fetched=1_790_000_000,
        completeness=Completeness.PAYWALL,
        share=0.5,
    ),
    quotes=(
        Quote(
            13,
            26,
            "“We are glad,”",
            QuoteKind.DIRECT,
            speaker="Ode Brandt",
            certainty=Certainty.NAMED,
            place=Place.TEXT,
        ),
    ),
)

words = st.text(st.characters(exclude_categories=["Cs"]))
spans = st.builds(
    Span, st.integers(0, 99), st.integers(0, 99), st.sampled_from(SpanStyle), url=words
)
blocks = st.builds(
    Block,
    st.sampled_from(BlockKind),
    words,
    spans=st.lists(spans, max_size=3).map(tuple),
    rows=st.lists(st.lists(words, max_size=2).map(tuple), max_size=2).map(tuple),
    header=st.booleans(),
)
articles = st.builds(
    Article,
    words,
    st.lists(blocks, max_size=4).map(tuple),
    st.builds(
        Provenance,
        st.sampled_from(Origin),
        fetched=st.none() | st.integers(0, 2**40),
        share=st.floats(0, 1),
    ),
    published=st.none() | st.integers(-(2**40), 2**40),
)


def test_a_story_comes_back_as_it_was() -> None:
    assert from_json(Article, to_json(STORY)) == STORY


def test_a_feed_comes_back_as_it_was() -> None:
    feed = ParsedFeed(
        "rss20",
        "Lindholm Courier",
        entries=(Entry("g1", published=12, enclosures=(Enclosure("https://a.example/1.mp3"),)),),
        skip_hours=(0, 1),
        warnings=("One entry was cut.",),
    )
    assert from_json(ParsedFeed, to_json(feed)) == feed


def test_health_with_an_outcome_and_without_comes_back_as_it_was() -> None:
    assert from_json(FeedHealth, to_json(FeedHealth())) == FeedHealth()
    gone = FeedHealth(FetchOutcome.GONE, status=410, checked=5)
    assert from_json(FeedHealth, to_json(gone)) == gone


@given(articles)
def test_any_story_comes_back_as_it_was(article: Article) -> None:
    assert from_json(Article, to_json(article)) == article


def test_fields_at_their_default_are_not_written() -> None:
    assert to_plain(Block(BlockKind.RULE)) == {"kind": "rule"}
    assert to_json(Block(BlockKind.PARAGRAPH, "é")) == '{"kind":"paragraph","text":"é"}'.encode()


def test_enums_are_written_as_plain_words() -> None:
    kind = to_plain(Block(BlockKind.RULE))["kind"]
    assert type(kind) is str


def test_a_name_of_another_version_is_passed_over() -> None:
    assert from_plain(Block, {"kind": "rule", "mood": [1]}) == Block(BlockKind.RULE)


@pytest.mark.parametrize(
    "plain",
    [
        {"text": "no kind"},
        {"kind": "dance"},
        {"kind": ["rule"]},
        {"kind": "rule", "text": 7},
        {"kind": "rule", "level": True},
        {"kind": "rule", "level": "1"},
        {"kind": "rule", "spans": {}},
        {"kind": "rule", "spans": [None]},
        {"kind": "rule", "rows": [["a", 1]]},
        [],
        None,
    ],
)
def test_values_of_a_wrong_type_are_refused(plain: object) -> None:
    with pytest.raises(CodecError):
        from_plain(Block, plain)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000, b"{}"])
def test_bytes_that_are_no_story_are_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        from_json(Article, data)


def test_a_lone_surrogate_does_not_stop_the_writing() -> None:
    data = to_json(Block(BlockKind.PARAGRAPH, "a\ud800b"))
    assert json.loads(data)["text"] == "a?b"


def test_what_the_contracts_do_not_use_is_refused() -> None:
    with pytest.raises(TypeError):
        to_plain({1, 2})
