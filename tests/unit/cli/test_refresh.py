from __future__ import annotations

import pytest

from reader.cli.arguments import UsageError
from reader.cli.refresh import bytes_of
from tests.shell import Shell


def test_a_second_look_finds_nothing(shell: Shell) -> None:
    answer = shell("--demo", "refresh")
    assert (answer.status, answer.out) == (0, "")
    assert "6 sources asked, 0 new stories, 0 failed." in answer.err


def test_programs_get_one_object_a_source_and_the_sum(shell: Shell) -> None:
    *sources, total = shell("--demo", "refresh", "--json").records
    assert len(sources) == 6
    assert {record["failed"] for record in sources} == {False}
    assert (total["feeds"], total["new"], total["failed"]) == (6, 0, 0)


def test_some_sources_may_be_chosen(shell: Shell) -> None:
    assert "1 source asked" in shell("--demo", "refresh", "Talanzeiger").err
    assert "2 sources asked" in shell("--demo", "refresh", "Science and craft").err
    wrong = shell("--demo", "refresh", "Nobody")
    assert wrong.status == 1
    assert "Nobody" in wrong.err


def test_failed_sources_are_told_by_the_exit_status(shell: Shell) -> None:
    shell("import", _opml_of(shell))
    answer = shell("--demo", "refresh")
    assert answer.status == 3
    assert "1 failed" in answer.err


def _opml_of(shell: Shell) -> str:
    (place,) = shell("paths", "--json").records
    file = place["feeds"] + ".opml"
    with open(file, "w", encoding="utf-8") as opml:
        opml.write('<opml><body><outline xmlUrl="https://gone.example/feed"/></body></opml>')
    return str(file)


@pytest.mark.parametrize(
    ("text", "size"),
    [("0", 0), ("500", 500), ("2kB", 2000), ("200MB", 200_000_000), ("1.5g", 1_500_000_000)],
)
def test_sizes(text: str, size: int) -> None:
    assert bytes_of(text) == size


@pytest.mark.parametrize("text", ["", "much", "MB", "-3", "3 TB", "1e9"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(UsageError):
        bytes_of(text)
