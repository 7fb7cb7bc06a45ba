from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from reader.cli.main import main
from reader.newsroom.newsroom import Newsroom
from reader.store.paths import Paths
from tests.shell import Shell


def test_everybody_who_is_quoted_is_listed_with_their_words(shell: Shell) -> None:
    answer = shell("quotes", "in:understory")
    assert answer.status == 0
    assert any(line.startswith("Amara Thistlewood") for line in answer.lines)
    assert all("(Understory, " in line for line in answer.lines)


def test_programs_get_what_a_citation_needs(shell: Shell) -> None:
    records = shell("quotes", "--json").records
    assert len(records) > 100
    needed = {"speaker", "text", "cue", "kind", "certainty", "outlet", "date", "title", "link"}
    assert all(record.keys() >= needed for record in records)
    outlets = {record["outlet"] for record in records if record["speaker"]}
    assert len(outlets) == 6, "every source of the edition has speakers"


def test_tables_and_markdown(shell: Shell) -> None:
    rows = list(csv.DictReader(io.StringIO(shell("quotes", "watchmaker", "--csv").out)))
    assert "Odile Fenn" in {row["speaker"] for row in rows}
    text = shell("quotes", "watchmaker", "--markdown").out
    assert text.startswith("> ")
    assert text.count("\n> — ") == len(rows)


def test_one_voice_may_be_asked_for_by_name(shell: Shell) -> None:
    everyone = {r["speaker"] for r in shell("quotes", "--json").records}
    fenn = shell("quotes", "--speaker", "Odile Fenn", "--json").records
    assert len(everyone) > 40
    assert {record["speaker"] for record in fenn} == {"Odile Fenn"}


def test_one_form_at_a_time(shell: Shell) -> None:
    assert shell("quotes", "--json", "--csv").status == 2


def test_corrections_go_out_with_what_is_needed_to_learn_from_them(
    shell: Shell, home: Path
) -> None:
    [first, second, *_] = shell("quotes", "in:understory", "--json").records
    newsroom = Newsroom.open(Paths.below(home))
    newsroom.quotes.correct(first["story"], first["text"], "")
    newsroom.quotes.correct(second["story"], second["text"], "Ida Lund")
    newsroom.close()
    left = [one["text"] for one in shell("quotes", "in:understory", "--json").records]
    assert first["text"] not in left
    records = shell("quotes", "--corrections").records
    one, other = sorted(records, key=lambda record: record["speaker"] or "")
    assert (one["verdict"], one["speaker"], one["quote"]) == ("no quote", None, first["text"])
    assert (other["verdict"], other["speaker"]) == ("other speaker", "Ida Lund")
    for record, row in ((one, first), (other, second)):
        assert record["text"][record["start"] : record["end"]] == row["text"]
        assert record["found"]["speaker"] == (row["speaker"] or "")
        assert (record["outlet"], record["link"]) == (row["outlet"], row["link"])
        assert record["date"] == row["date"]


def test_a_citation_is_checked_again_later(shell: Shell, home: Path, tmp_path: Path) -> None:
    cited = tmp_path / "cited.jsonl"
    cited.write_text(shell("quotes", "in:whistle", "--json").out)
    answer = shell("quotes", "--check", str(cited))
    assert answer.status == 0
    assert {record["state"] for record in answer.records} == {"unchanged"}
    assert len(answer.records) == len(cited.read_text().splitlines())
    one, two, three, four = map(json.loads, cited.read_text().splitlines()[:4])
    newsroom = Newsroom.open(Paths.below(home))
    newsroom.quotes.correct(one["story"], one["text"], "")  # what it is called changes no text
    newsroom.close()
    two["text_hash"] = "of an earlier text"
    three["text"] = "Words that nobody said."
    four["story"] = 999_999
    cited.write_text("".join(json.dumps(line) + "\n" for line in (one, two, three, four)))
    answer = shell("quotes", "--check", str(cited))
    assert [record["state"] for record in answer.records] == [
        "unchanged", "text altered", "words altered", "story gone",
    ]  # fmt: skip
    assert answer.status == 1


@pytest.mark.parametrize("text", ["no json", "[1]", '{"story": "x"}', '{"text": "y"}'])
def test_a_file_that_holds_no_quotes_is_said_with_its_line(
    shell: Shell, tmp_path: Path, text: str
) -> None:
    (tmp_path / "cited").write_text(f"{text}\n")
    answer = shell("quotes", "--check", str(tmp_path / "cited"))
    assert answer.status == 1
    assert "Line 1 of" in answer.err
    assert shell("quotes", "--check", str(tmp_path / "none")).status == 1


def test_lines_of_json_are_answered_line_by_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [
        {"id": "a", "text": "“Nineteen ships came up,” said Mara Okafor.", "lang": "en"},
        {"id": "b", "text": "Nobody spoke.", "lang": "en"},
    ]
    lines = "".join(json.dumps(line) + "\n" for line in asked)
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert main(["quotes", "--jsonl"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], second) == ("a", {"id": "b", "quotes": []})
    assert first["quotes"][0]["speaker"] == "Mara Okafor"


def test_texts_in_json_lines_come_from_standard_input_alone(shell: Shell) -> None:
    answer = shell("quotes", "--jsonl", "lang:en")
    assert (answer.status, answer.out) == (2, "")
    assert "“lang:en” is one too many" in answer.err
