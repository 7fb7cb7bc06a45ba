from __future__ import annotations

import re

from tests.shell import Shell


def test_stories_are_listed_newest_first_with_their_numbers(shell: Shell) -> None:
    answer = shell("list")
    assert answer.status == 0
    assert len(answer.lines) == 30
    assert answer.lines[0].startswith("1. new. Welcome: this is how you read here. Wrenmouth")
    for number, line in enumerate(answer.lines, 1):
        assert re.fullmatch(rf"{number}\. .+ ago(, \d+ quotes?)?\. \[\d+\]", line)


def test_programs_get_one_object_a_line(shell: Shell) -> None:
    records = shell("list", "--json").records
    assert len(records) == 30
    needed = {"id", "source", "title", "link", "published", "unread", "saved", "quotes"}
    assert all(record.keys() >= needed for record in records)
    dates = [record["published"] for record in records]
    assert dates == sorted(dates, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", date) for date in dates)
    assert len({record["id"] for record in records}) == 30
    assert sum(record["quotes"] > 0 for record in records) >= 28


def test_queries_choose(shell: Shell) -> None:
    assert len(shell("list", "in:talanzeiger").lines) == 5
    assert len(shell("list", "in:Science").lines) == 9
    assert shell("list", "is:saved").lines == []
    assert [r["title"] for r in shell("list", "watchmaker", "--json").records] == [
        "The town clock has been right for a week, and nobody trusts it"
    ]
    assert len(shell("list", "-in:News").lines) == 9
    said = shell("list", "said:marlpit", "--json").records
    assert [record["link"][-10:] for record in said] == ["clock.html"]


def test_a_list_may_be_cut(shell: Shell) -> None:
    assert len(shell("list", "-n", "3").lines) == 3
    assert len(shell("list", "in:talanzeiger", "--limit", "99").lines) == 5


def test_a_query_that_cannot_be_understood_is_said(shell: Shell) -> None:
    answer = shell("list", "is:purple")
    assert answer.status == 1
    assert answer.out == ""
    assert "purple" in answer.err
