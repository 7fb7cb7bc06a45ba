"""newsboat's filters in this program's words, or in none."""

from __future__ import annotations

import pytest

from reader.exchange.newsboat_filter import query_from_filter
from reader.query.parse import parse_query


@pytest.mark.parametrize(
    ("expression", "query"),
    [
        ('unread = "yes"', "is:unread"),
        ('unread != "yes"', "is:read"),
        ('unread = "no"', "is:read"),
        ('tags # "news"', "in:news"),
        ('tags !# "local news"', '-in:"local news"'),
        ('feedtitle =~ "Courier"', "in:Courier"),
        ('title =~ "ferry"', "ferry"),
        ('content !~ "salvage master"', '-"salvage master"'),
        ('flags # "s"', "is:saved"),
        ("age < 3", "newer:3d"),
        ("age <= 3", "newer:4d"),
        ("age > 3", "older:4d"),
        ("age between 0:2", "newer:3d"),
        ("age between 1:2", "(newer:3d older:1d)"),
        ('unread = "yes" and tags # "news" and age < 1', "is:unread in:news newer:1d"),
        ('tags # "a" or tags # "b"', "in:a OR in:b"),
        ('unread="yes" and (tags # "a" or tags # "b")', "is:unread (in:a OR in:b)"),
    ],
)
def test_what_can_be_said_is_said(expression: str, query: str) -> None:
    assert query_from_filter(expression) == query
    parse_query(query, now=1_800_000_000)


@pytest.mark.parametrize(
    "expression",
    [
        'unread = "yes" and tags # "a" or tags # "b"',
        'title =~ "^Ferry.*floats$"',
        'guid = "1"',
        "age < soon",
        'flags != "s"',
        '(unread = "yes"',
        'unread = "yes")',
        "unread",
        'title =~ "is:unread"',
        "",
    ],
)
def test_what_cannot_be_said_is_left_out(expression: str) -> None:
    assert query_from_filter(expression) == ""
