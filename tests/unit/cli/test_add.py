from __future__ import annotations

from tests.shell import Shell


def test_the_feed_of_a_page_is_found(shell: Shell) -> None:
    page = "https://dailywhistle.example/2026/choir.html"
    shell("remove", "Daily Whistle")
    answer = shell("--demo", "add", page, "--folder", "Fun")
    assert (answer.status, answer.out) == (0, "")
    assert "Subscribed to Daily Whistle: " in answer.err
    folders = {record["title"]: record["folder"] for record in shell("feeds", "--json").records}
    assert folders["Daily Whistle"] == "Fun"


def test_what_has_no_feed_is_said(shell: Shell) -> None:
    answer = shell("--demo", "add", "https://nowhere.example/")
    assert answer.status == 1
    assert answer.err.startswith("https://nowhere.example/: ")
    assert len(shell("feeds", "--json").records) == 6


def test_a_source_that_is_there_already_is_left_as_it_is(shell: Shell) -> None:
    before = shell("feeds", "--json").out
    answer = shell("--demo", "add", "https://dailywhistle.example/2026/choir.html", "--title", "W")
    assert answer.status == 0
    assert answer.err == "Daily Whistle is among your sources already; nothing changed.\n"
    assert shell("feeds", "--json").out == before
