from __future__ import annotations

import dataclasses
import json
import threading

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
from reader.store.codec import CodecError, from_json, to_json, to_plain

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
    assert from_json(Block, '{"kind": "rule", "mood": [1]}') == Block(BlockKind.RULE)


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
        {"kind": "rule", "level": 1.5},
        {"kind": "rule", "level": None},
        {"kind": "rule", "header": 1},
        {"kind": "rule", "rows": [["a", 1]]},
        {"kind": "rule", "rows": ["a"]},
        [],
        ["rule"],
        "rule",
        None,
    ],
)
def test_values_of_a_wrong_type_are_refused(plain: object) -> None:
    with pytest.raises(CodecError):
        from_json(Block, json.dumps(plain))


_DEEP = b"[" * 100_000


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{", b"\xff", _DEEP, b"{}", b"[]", b'{"title":"\xff"}', to_json(STORY) + b"x"),
        to_json(STORY)[:-1] + b',"mood":' + _DEEP + b"}",
        to_json(STORY)[:-1] + b',"mood":' + _DEEP + b"]" * 100_000 + b"}",
        to_json(STORY)[:-1] + b',"published":' + b"9" * 5000 + b"}",
    ],
)
def test_bytes_that_are_no_story_are_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        from_json(Article, data)


def test_a_lone_surrogate_does_not_stop_the_writing() -> None:
    data = to_json(Block(BlockKind.PARAGRAPH, "a\ud800b"))
    assert json.loads(data)["text"] == "a?b"


@given(st.binary(max_size=60), st.integers(0, 400))
def test_whatever_a_story_was_made_into_is_refused_or_is_one(noise: bytes, place: int) -> None:
    data = to_json(STORY)
    try:
        article = from_json(Article, data[:place] + noise + data[place + len(noise) :])
    except CodecError:
        return
    assert from_json(Article, to_json(article)) == article


def test_a_story_that_an_earlier_version_stored_is_read() -> None:
    stored = (
        b'{"title":"T","blocks":[{"kind":"quote","text":"a\xc3\xa9","spans":[{"start":0,"end":1,'
        b'"style":"link","url":"https://a.example"}],"level":0,"cite":"C"}],"provenance":{"origin":'
        b'"feed","fetched":null,"share":0},"published":7,"quotes":[{"start":0,"end":2,"text":'
        b'"a\xc3\xa9","kind":"direct","certainty":"named"}]}'
    )
    assert from_json(Article, stored) == Article(
        "T",
        (
            Block(
                BlockKind.QUOTE,
                "aé",
                spans=(Span(0, 1, SpanStyle.LINK, "https://a.example"),),
                cite="C",
            ),
        ),
        Provenance(Origin.FEED),
        published=7,
        quotes=(Quote(0, 2, "aé", QuoteKind.DIRECT, certainty=Certainty.NAMED),),
    )


def test_a_string_of_a_parser_is_written_as_text() -> None:
    class Smart(str):
        __slots__ = ()

    assert to_json(Block(BlockKind.RULE, Smart("a"))) == b'{"kind":"rule","text":"a"}'


@pytest.mark.parametrize("value", [{1, 2}, b"x", ("a",), Block(BlockKind.RULE, b"x")])  # type: ignore[arg-type]
def test_what_the_contracts_do_not_use_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        to_json(value)


def test_a_type_is_looked_into_by_one_thread_at_a_time() -> None:
    inside: list[int] = []
    most: list[int] = []
    waiting = threading.Event()

    def annotation() -> type[int]:
        inside.append(1)
        most.append(len(inside))
        waiting.wait(0.02)  # another thread has the time to come in, if it may
        inside.pop()
        return int

    @dataclasses.dataclass(frozen=True)
    class Slow:
        number: "slow_annotation()"  # type: ignore[valid-type]  # noqa: F821, UP037 - put into this module below

    globals()["slow_annotation"] = annotation
    read: list[Slow] = []
    threads = [
        threading.Thread(target=lambda: read.append(from_json(Slow, b'{"number":1}')))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert read == [Slow(1)] * 4
    assert max(most) == 1
