from __future__ import annotations

from tests.shell import Shell


def test_a_source_is_removed_and_what_was_saved_stays(shell: Shell) -> None:
    kept = shell("list", "in:talanzeiger", "--json").records[0]["id"]
    shell("mark", "--save", str(kept))
    answer = shell("remove", "Talanzeiger")
    assert (answer.status, answer.err) == (0, "Unsubscribed from Talanzeiger.\n")
    assert len(shell("feeds", "--json").records) == 5
    left = [record["id"] for record in shell("list", "--json").records]
    assert len(left) <= 26
    assert [record["id"] for record in shell("list", "is:saved", "--json").records] == [kept]


def test_a_source_may_be_named_by_address_and_number(shell: Shell) -> None:
    number = shell("feeds", "--json").records[0]["id"]
    assert shell("remove", str(number), "https://spareparts.example/feed.json").status == 0
    assert len(shell("feeds", "--json").records) == 4


def test_a_source_that_does_not_exist_is_said(shell: Shell) -> None:
    answer = shell("remove", "Nobody")
    assert answer.status == 1
    assert "newsreader feeds" in answer.err
