from __future__ import annotations

from tests.shell import Shell

PAGE = "https://dailywhistle.example/2026/choir.html"


def test_a_page_is_kept_whole_and_its_number_printed(shell: Shell) -> None:
    answer = shell("--demo", "save", PAGE)
    assert answer.status == 0
    (number,) = answer.lines
    assert [str(r["id"]) for r in shell("list", "is:saved", "--json").records] == [number]
    assert "nothing whatever was heard" in shell("show", number).out


def test_one_that_fails_does_not_keep_the_others(shell: Shell) -> None:
    answer = shell("--demo", "save", "https://nowhere.example/", PAGE)
    assert answer.status == 1
    assert len(answer.lines) == 1
    assert answer.err.startswith("https://nowhere.example/: ")
