"""What every verb is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli.context import Context, Options, UsageError, parse_query_words, parser


@pytest.mark.parametrize(
    ("words", "query", "limit"),
    [
        ([], "", 0),
        (["is:unread", "-sport", "-n", "3"], "is:unread -sport", 3),
        (["-n5", "-(a", "OR", "b)", "--json"], "-(a OR b)", 5),
        (["-is:read", "--json", "said:okafor"], "-is:read said:okafor", 0),
        (["-n", "3", "--", "-x", "--json"], "-x --json", 3),
        (['"salvage master"'], '"salvage master"', 0),
    ],
)
def test_a_query_may_say_what_is_not_wanted(words: list[str], query: str, limit: int) -> None:
    options = parser("list", "Stories.")
    options.add_argument("query", nargs="*")
    options.add_argument("-n", "--limit", type=int, default=0)
    options.add_argument("--json", action="store_true")
    wanted = parse_query_words(options, words)
    assert (wanted.query, wanted.limit) == (query, limit)


def test_a_misspelled_option_is_no_query() -> None:
    options = parser("list", "Stories.")
    options.add_argument("query", nargs="*")
    with pytest.raises(UsageError, match="list: unrecognized arguments: --jsno"):
        parse_query_words(options, ["--jsno"])


def test_a_home_may_be_an_option_or_in_the_environment(tmp_path: Path) -> None:
    environment = {"NEWSREADER_HOME": str(tmp_path / "a")}
    assert Context(Options(), environment).paths.config == tmp_path / "a" / "config"
    chosen = Context(Options(home=str(tmp_path / "b")), environment)
    assert chosen.paths.config == tmp_path / "b" / "config"


def test_lines_are_printed_where_no_screen_is() -> None:
    assert Context(Options(), {"TERM": "xterm"}).plain, "under pytest there is no terminal"
    assert Context(Options(plain=True), {"TERM": "xterm"}).plain
