"""What stands behind a verb."""

from __future__ import annotations

import pytest

from reader.cli.arguments import Form, HelpAskedError, UsageError, story_number
from reader.cli.list import FORM as LIST
from reader.cli.mark import FORM as MARK
from reader.cli.open import FORM as OPEN
from reader.cli.quotes import FORM as QUOTES


@pytest.mark.parametrize(
    ("words", "query", "limit"),
    [
        ([], "", 0),
        (["is:unread", "-sport", "-n", "3"], "is:unread -sport", 3),
        (["-n5", "-(a", "OR", "b)", "--json"], "-(a OR b)", 5),
        (["-is:read", "--json", "said:okafor"], "-is:read said:okafor", 0),
        (["--limit=3", "--", "-x", "--json"], "-x --json", 3),
        (["-7"], "-7", 0),
        (['"salvage master"'], '"salvage master"', 0),
    ],
)
def test_a_query_may_say_what_is_not_wanted(words: list[str], query: str, limit: int) -> None:
    wanted = LIST.read(words)
    assert (" ".join(wanted.words), wanted.number("limit")) == (query, limit)


@pytest.mark.parametrize(
    ("form", "words", "sentence"),
    [
        (LIST, ["--jsno"], "list: There is no option --jsno. Do you mean --json?"),
        (LIST, ["-x"], "list: There is no option -x."),
        (LIST, ["-n", "few"], "--limit wants a whole number, not “few”."),
        (LIST, ["--limit"], "list: A value is missing: --limit N."),
        (LIST, ["--json=yes"], "list: --json takes no value."),
        (OPEN, [], "open: PAGE is missing."),
        (OPEN, ["a", "b"], "open: “b” is one too many."),
        (
            MARK,
            ["1"],
            "mark: One of these is needed:"
            " --read, --unread, --save, --unsave, --tag, --untag.",
        ),
        (MARK, ["--save", "--read", "1"], "mark: --read and --save do not go together."),
        (MARK, ["--save", "-1"], "mark: There is no option -1."),
        (QUOTES, ["--json", "--csv"], "quotes: --json and --csv do not go together."),
        (Form("paths"), ["x"], "paths: “x” is one too many."),
    ],
)
def test_faults_are_said(form: Form, words: list[str], sentence: str) -> None:
    with pytest.raises(UsageError) as fault:
        form.read(words).number("limit")
    assert str(fault.value) == sentence


def test_help_wins_over_faults_and_is_none_behind_two_dashes() -> None:
    with pytest.raises(HelpAskedError):
        OPEN.read(["a", "-h", "b"])
    assert OPEN.read(["--", "--help"]).words == ["--help"]


def test_help_shows_the_order_of_things_and_stays_within_a_terminal() -> None:
    assert LIST.usage() == "usage: newsreader list [options] [QUERY ...]"
    assert OPEN.usage() == "usage: newsreader open [options] PAGE"
    assert MARK.usage() == "usage: newsreader mark [options] NUMBER ..."
    assert Form("paths").usage() == "usage: newsreader paths"


@pytest.mark.parametrize("number", ["0", "-1", "first", "9" * 20, "9" * 5000, ""])
def test_what_is_no_number_of_a_story(number: str) -> None:
    with pytest.raises(UsageError, match="not the number of a story"):
        story_number(number)
    assert story_number("214") == 214
