from __future__ import annotations

import pytest

from tests.shell import Shell


def first_two(shell: Shell) -> list[str]:
    return [str(record["id"]) for record in shell("list", "--json", "-n", "2").records]


def test_stories_are_marked_read_and_unread(shell: Shell) -> None:
    one, two = first_two(shell)
    answer = shell("mark", "--read", one, two)
    assert (answer.status, answer.out) == (0, "")
    assert "2 changed" in answer.err
    assert len(shell("list", "is:unread").lines) == 28
    assert "1 changed" in shell("mark", "--unread", one).err
    assert len(shell("list", "is:unread").lines) == 29


def test_stories_are_saved_and_let_go(shell: Shell) -> None:
    one, two = first_two(shell)
    shell("mark", "--save", one, two)
    assert {r["id"] for r in shell("list", "is:saved", "--json").records} == {int(one), int(two)}
    shell("mark", "--unsave", one)
    assert [r["id"] for r in shell("list", "is:saved", "--json").records] == [int(two)]


def test_one_wrong_number_does_not_keep_the_others_from_being_marked(shell: Shell) -> None:
    one, _ = first_two(shell)
    answer = shell("mark", "--read", one, "9999")
    assert answer.status == 1
    assert "no story 9999" in answer.err
    assert len(shell("list", "is:unread").lines) == 29


def test_only_wrong_numbers_are_an_error(shell: Shell) -> None:
    answer = shell("mark", "--save", "9999")
    assert answer.status == 1
    assert "newsreader list" in answer.err


def test_how_must_be_said(shell: Shell) -> None:
    assert shell("mark", "1").status == 2
    assert shell("mark", "--read", "--save", "1").status == 2
    assert shell("mark", "--read").status == 2


@pytest.mark.parametrize("number", ["0", "-1", "first", "99999999999999999999999"])
def test_what_is_no_number_is_refused(shell: Shell, number: str) -> None:
    assert shell("mark", "--save", "--", number).status == 2


def test_stories_are_tagged_listed_by_tag_and_let_go(shell: Shell) -> None:
    one, two = first_two(shell)
    assert "2 changed" in shell("mark", "--tag", "ships, work", one, two).err
    [first, second] = shell("list", "tag:ships", "--json").records
    assert first["tags"] == second["tags"] == ["ships", "work"]
    assert [r["id"] for r in shell("list", "#work", "-#nothing", "--json").records] == [
        int(one), int(two)
    ]
    assert shell("show", one, "--json").records[0]["tags"] == ["ships", "work"]
    assert shell("list", "#ships").lines[0].endswith(f"#ships #work. [{one}]")
    shell("mark", "--untag", "SHIPS", one)
    assert [r["id"] for r in shell("list", "tag:ships", "--json").records] == [int(two)]
