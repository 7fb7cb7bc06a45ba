"""Quotes as lines, JSON, CSV and Markdown."""

from __future__ import annotations

import csv
import dataclasses
import io
import json

from reader.cli.quote_forms import as_csv, as_json, as_lines, as_markdown, credit
from reader.model.story import QuoteRow

ROW = QuoteRow(
    story=7,
    index=0,
    text="“I have raised nineteen ships.”",
    kind="direct",
    speaker="Mara Okafor",
    role="salvage master",
    voice="mara okafor",
    via="",
    cue="said",
    certainty="named",
    reason="cue",
    place="text",
    start=10,
    end=41,
    title="Trains",
    source="Courier",
    feed=1,
    link="https://courier.example/trains",
    published=1_772_523_600,
    text_hash="ab",
)
NOBODY = dataclasses.replace(ROW, speaker="", role="", certainty="none", cue="")


def test_who_is_credited() -> None:
    assert credit(ROW) == "Mara Okafor, salvage master"
    assert credit(dataclasses.replace(ROW, certainty="inferred", role="")) == "Mara Okafor?"
    assert credit(NOBODY) == "unattributed"


def test_a_line_has_the_speaker_before_the_words() -> None:
    two_paragraphs = dataclasses.replace(ROW, text="“I have raised\n\nnineteen ships.”")
    assert list(as_lines([two_paragraphs])) == [
        "Mara Okafor, salvage master: “I have raised nineteen ships.” "
        "(Courier, 3 March 2026, 07:40, “Trains”)\n"
    ]


def test_json_is_one_object_a_line_and_nobody_is_null() -> None:
    lines = list(as_json([ROW, NOBODY]))
    assert all(line.count("\n") == 1 for line in lines)
    first, second = map(json.loads, lines)
    assert (first["speaker"], first["outlet"], first["date"]) == (
        "Mara Okafor",
        "Courier",
        "2026-03-03T07:40:00Z",
    )
    assert (second["speaker"], second["cue"]) == (None, None)
    assert "“" in lines[0], "readable, not escaped"


def test_csv_can_be_read_back_and_starts_no_formula() -> None:
    evil = dataclasses.replace(ROW, text="=HYPERLINK(1)", title='He said, "no"\nand left')
    rows = list(csv.DictReader(io.StringIO("".join(as_csv([ROW, evil])))))
    assert [row["text"] for row in rows] == [ROW.text, "'=HYPERLINK(1)"]
    assert rows[1]["title"] == evil.title
    assert "".join(as_csv([])) == ""


def test_markdown_quotes_every_line_and_names_the_source() -> None:
    text = "".join(as_markdown([dataclasses.replace(ROW, text="“Nineteen.\n\nTwenty.”")]))
    assert text == (
        "> “Nineteen.\n>\n> Twenty.”\n>\n"
        "> — Mara Okafor, salvage master, Courier, "
        "[Trains](<https://courier.example/trains>), 2026-03-03\n\n"
    )
