from __future__ import annotations

import pytest

from tests.shell import Shell


def number_of(shell: Shell, words: str) -> str:
    (record,) = shell("list", "--json", words).records
    return str(record["id"])


def test_a_story_is_read_out_with_its_speakers(shell: Shell) -> None:
    answer = shell("show", number_of(shell, "watchmaker"))
    assert answer.status == 0
    assert answer.lines[0].startswith("The town clock has been right for a week")
    assert any(line.startswith("Odile Fenn") and "dead wasp" in line for line in answer.lines)
    assert "Bus; Leaves; Missed on Saturday; Missed on Thursday" in answer.lines


def test_programs_get_text_and_quotes_that_fit(shell: Shell) -> None:
    (record,) = shell("show", number_of(shell, "watchmaker"), "--json").records
    assert (record["source"], record["byline"]) == ("Wrenmouth Post", "Ansel Brody")
    assert len(record["quotes"]) >= 6
    for quote in record["quotes"]:
        text = record["title"] if quote["place"] == "title" else record["text"]
        assert text[quote["start"] : quote["end"]] == quote["text"]
    assert {"Odile Fenn", "Bryony Sallis"} <= {quote["speaker"] for quote in record["quotes"]}


def test_a_story_is_written_as_markdown(shell: Shell) -> None:
    answer = shell("show", number_of(shell, "watchmaker"), "--markdown")
    assert answer.out.startswith("# The town clock has been right for a week")
    assert "| 3, Dunmarsh |" in answer.out
    assert answer.out.endswith("\n")


def test_a_summary_has_its_page(shell: Shell) -> None:
    (record,) = shell("show", number_of(shell, "scarecrow lottery"), "--json").records
    assert record["provenance"]["origin"] == "page"
    assert "forty-one pieces" in record["text"]


def test_a_story_that_does_not_exist_is_said(shell: Shell) -> None:
    answer = shell("show", "9999")
    assert answer.status == 1
    assert answer.out == ""
    assert answer.err.startswith("newsreader: There is no story")


@pytest.mark.parametrize("number", ["clock", "0", "-1", "99999999999999999999999"])
def test_a_number_is_needed(shell: Shell, number: str) -> None:
    assert shell("show", "--", number).status == 2


def test_a_story_that_was_not_altered_says_so(shell: Shell) -> None:
    answer = shell("show", number_of(shell, "watchmaker"), "--changes")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == "The source has not altered this story.\n"
