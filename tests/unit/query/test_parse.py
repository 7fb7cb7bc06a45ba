from __future__ import annotations

from datetime import datetime

import pytest

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
from reader.query.parse import DEEPEST, LONGEST, parse_query

NOW = 1_800_000_000
DAY = 86400


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("   ", Everything()),
        ("harbour", Words("harbour")),
        ('"salvage  master"', Words("salvage master", phrase=True)),
        ("“salvage master”", Words("salvage master", phrase=True)),
        ("is:unread", Is(State.UNREAD)),
        ("IS:Saved", Is(State.SAVED)),
        ("in:science", In("science")),
        ('in:"Spare Parts"', In("Spare Parts")),
        ("in:#12", FeedIs(12)),
        ('in:"News/Local/"', FolderIs("News/Local")),
        ("said:okafor", Said("okafor")),
        ("tag:ships", Tagged("ships")),
        ("#ships -#work", All((Tagged("ships"), Not(Tagged("work"))))),
        ("is:tagged", Is(State.TAGGED)),
        ("#", Everything()),
        ('"#ships"', Words("#ships", phrase=True)),
        ("C#", Words("C#")),
        ("newer:7d", Since(NOW - 7 * DAY)),
        ("older:2w", Before(NOW - 14 * DAY)),
        ("newer:12h", Since(NOW - DAY // 2)),
        ("-sport", Not(Words("sport"))),
        ("--sport", Not(Not(Words("sport")))),
        ("-is:read", Not(Is(State.READ))),
        ("a b", All((Words("a"), Words("b")))),
        ("a AND b", All((Words("a"), Words("b")))),
        ("a OR b", Any((Words("a"), Words("b")))),
        ("a b OR c", Any((All((Words("a"), Words("b"))), Words("c")))),
        ("a (b OR c)", All((Words("a"), Any((Words("b"), Words("c")))))),
        ("-(a OR b)", Not(Any((Words("a"), Words("b"))))),
        ("(a (b c))", All((Words("a"), Words("b"), Words("c")))),
        ("or", Words("or")),
        ("12:30", Words("12:30")),
        ("https://x.example/a", Words("https://x.example/a")),
        ("U.S.-China", Words("U.S.-China")),
    ],
)
def test_what_is_typed_becomes_a_tree(text: str, tree: Query) -> None:
    assert parse_query(text, NOW) == tree


@pytest.mark.parametrize("text", ["a", "a OR", "OR a", '"a', "(a", "((a", "a -", "a -("])
def test_a_query_that_is_still_being_typed_is_understood_so_far(text: str) -> None:
    assert parse_query(text, NOW) == Words("a", phrase='"' in text)


def test_dates_are_days_of_the_person() -> None:
    midnight = int(datetime(2026, 11, 20).astimezone().timestamp())
    assert parse_query("newer:2026-11-20", NOW) == Since(midnight)
    assert parse_query("older:2026-11-20T08:30:00Z", NOW) == Before(1795163400)
    today = parse_query("newer:today", NOW)
    assert isinstance(today, Since)
    assert NOW - DAY < today.moment <= NOW
    assert parse_query("newer:yesterday", NOW) == Since(today.moment - DAY)


@pytest.mark.parametrize(
    ("text", "words", "position"),
    [
        ("is:", "is: wants one of unread", 0),
        ("a is:unraed", "cannot be “unraed”", 2),
        ("said:", "said: wants the name", 0),
        ("in:", "in: wants the name", 0),
        ("tag:", "tag: wants a tag", 0),
        ("tag:()", "tag: wants a tag", 0),
        ("newer:soon", "“soon” is no age or date", 0),
        ("older:7", "“7” is no age or date", 0),
        ("newer:2026-13-01", "no age or date", 0),
        ("a) b", "closes nothing", 1),
        ("(" * (DEEPEST + 2) + "a", "too deeply", DEEPEST + 1),
        ("-" * 900 + "a", "too deeply", DEEPEST + 1),
        ("a" * (LONGEST + 1), "longer than", LONGEST),
    ],
)
def test_what_cannot_be_understood_is_said_in_words(text: str, words: str, position: int) -> None:
    with pytest.raises(QueryError, match=words) as caught:
        parse_query(text, NOW)
    assert caught.value.position == position


def test_ages_before_the_epoch_are_the_epoch() -> None:
    assert parse_query("newer:999999y", NOW) == Since(0)
