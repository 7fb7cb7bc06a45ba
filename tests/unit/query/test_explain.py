from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.errors import QueryError
from reader.model.query import (
    All,
    Any,
    Before,
    Everything,
    FeedIs,
    FolderIs,
    In,
    Is,
    Not,
    Query,
    Said,
    Since,
    State,
    Tagged,
    Words,
)
from reader.query.explain import explain, write_query
from reader.query.parse import parse_query
from reader.text.tags import tags_in

NOW = 1_800_000_000

_WORD = st.text("abcäß東京0-9.:/#'", min_size=1, max_size=8).filter(
    lambda text: text.strip("-") and not text.startswith("-")
)
_NAME = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)
_FOLDER = st.text("abc ", min_size=1, max_size=8).map(lambda t: " ".join(t.split())).filter(bool)
_MOMENT = st.integers(0, 4_000_000_000)
_LEAVES: st.SearchStrategy[Query] = st.one_of(
    _WORD.filter(lambda word: not word.startswith("#")).map(Words),
    _WORD.map(tags_in).filter(bool).map(lambda tags: Tagged(tags[0])),
    _NAME.map(lambda text: Words(text, phrase=True)),
    st.sampled_from(State).map(Is),
    _NAME.filter(lambda name: not name.endswith("/") and not name.startswith("#")).map(In),
    st.integers(0, 10**9).map(FeedIs),
    _FOLDER.map(FolderIs),
    _NAME.map(Said),
    _MOMENT.map(Since),
    _MOMENT.map(Before),
)


def _joined(children: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(children, min_size=2, max_size=3)
    return st.one_of(
        children.map(Not),
        several.map(lambda terms: All(_flat(All, terms))),
        several.map(lambda terms: Any(_flat(Any, terms))),
    )


def _flat(kind: type[All] | type[Any], terms: list[Query]) -> tuple[Query, ...]:
    parts: list[Query] = []
    for term in terms:
        parts.extend(term.terms if isinstance(term, kind) else [term])
    return tuple(parts)


_TREES = st.recursive(_LEAVES, _joined, max_leaves=12)


@given(_TREES)
def test_a_written_query_parses_to_the_same_tree(query: Query) -> None:
    assert parse_query(write_query(query), NOW) == query


@given(st.text("ab \"“()-:isunread inOR#/7d", max_size=30))
def test_what_parses_can_be_written_and_explained(text: str) -> None:
    try:
        query = parse_query(text, NOW)
    except QueryError:
        return
    assert parse_query(write_query(query), NOW) == query
    assert explain(query)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "all stories"),
        ("is:unread in:science", "unread, in “science”"),
        ('mara OR "salvage master"', "“mara” or exactly “salvage master”"),
        ("said:okafor -sport", "quoting “okafor”, not “sport”"),
        ("is:saved (a OR b)", "saved, (“a” or “b”)"),
        ("newer:2026-11-20", "since 2026-11-20"),
        ("older:2026-11-20T08:30", "before 2026-11-20 08:30"),
        ("in:#3", "in source 3"),
        ("in:News/", "in folder “News”"),
    ],
)
def test_a_query_is_said_in_plain_words(text: str, words: str) -> None:
    assert explain(parse_query(text, NOW)) == words


def test_words_that_would_mean_something_else_are_quoted() -> None:
    for word in ("OR", "AND", "is:unread", "two words", "(a)", "-a"):
        assert write_query(Words(word)) == f'"{word}"'
    assert write_query(Everything()) == ""
