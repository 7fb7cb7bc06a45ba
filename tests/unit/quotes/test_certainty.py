"""How sure a speaker is, who passed the words on, and which quotations are one utterance."""

from __future__ import annotations

import json

import pytest

from reader.model.quote import Certainty, QuoteKind
from reader.quotes.jsonl import answer_lines
from reader.quotes.model_quotes import quotes_in_text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Gazette reported that Odo Farley said “the tide was early”.", "Gazette"),
        ("Mara Okafor claimed that Odo Farley spoke up, saying: “I am late.”", "Mara Okafor"),
        ("Okafor said that Odo Farley called it “late”. Mara Okafor left.", "Mara Okafor"),
        ("“The tide was early,” Odo Farley said, according to the Gazette.", "Gazette"),
        ("Odo Farley said: “The tide was early.”", ""),
        ("She told the court that Odo Farley said: “The tide was early.”", ""),
        ("The Gazette was shut when Odo Farley said: “The tide was early.”", ""),
    ],
)
def test_who_reported_what_another_said_is_the_source(text: str, source: str) -> None:
    (quote,) = quotes_in_text(text, "en")
    assert (quote.speaker, quote.source) == ("Odo Farley", source)


def test_speech_that_goes_on_has_the_source_of_what_it_continues() -> None:
    text = "The Gazette reported that Odo Farley said “the tide was early”. “Nobody had come.”"
    assert [quote.source for quote in quotes_in_text(text, "en")] == ["Gazette", "Gazette"]


def test_a_line_of_json_names_the_source_and_where_the_evidence_stands() -> None:
    text = "The Gazette reported that Odo Farley said “the tide was early”."
    (line,) = answer_lines([json.dumps({"id": 1, "text": text, "lang": "en"})])
    (record,) = json.loads(line)["quotes"]
    assert record["source"] == "Gazette"
    assert text[record["start"] : record["end"]] == record["text"] == "“the tide was early”"
    assert text[record["speaker_start"] : record["speaker_end"]] == record["speaker"]
    assert text[record["cue_start"] : record["cue_end"]] == record["cue"] == "said"


def test_a_quote_of_the_model_says_where_the_evidence_stands() -> None:
    text = "On Monday Odo Farley said “the tide was early”."
    (quote,) = quotes_in_text(text, "en")
    assert text[quote.speaker_start : quote.speaker_end] == "Odo Farley"
    assert text[quote.cue_start : quote.cue_end] == "said"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("“The bridge is shut,” said Odo Farley.", Certainty.NAMED),
        ("“The bridge is shut,” the minister said.", Certainty.NAMED),
        ("“The bridge is shut,” officials said.", Certainty.INFERRED),  # a bare noun
        ("The minister in the long grey coat finally said “the bridge is shut”.",
         Certainty.INFERRED),
        ("The minister: “The bridge is shut.”", Certainty.INFERRED),
        ("“The bridge is shut,” he said.", Certainty.NONE),
    ],
)  # fmt: skip
def test_a_name_is_certain_and_a_noun_only_beside_its_verb(
    text: str, certainty: Certainty
) -> None:
    (quote,) = quotes_in_text(text, "en")
    assert quote.certainty is certainty


def test_speech_that_goes_on_is_less_certain_than_its_beginning() -> None:
    text = "“The bridge is shut,” said Odo Farley. “Nobody had come for days.”"
    first, second = quotes_in_text(text, "en")
    assert (first.certainty, first.reason) == (Certainty.NAMED, "cue")
    assert (second.certainty, second.reason) == (Certainty.INFERRED, "inheritance")


@pytest.mark.parametrize(
    ("text", "utterances"),
    [
        ("“We wait,” said Odo Farley, “and we hope.”", [1, 1]),
        ("“We wait for the tide,” said Odo Farley. “And we hope for more.”", [1, 1]),
        ("“It was too late” and “nobody came,” said Odo Farley.", [1, 2]),
        ("“It was late,” not “Early” said Odo Farley.", [1, 2]),
        ("“We wait,” said Odo Farley.\n\n“We go,” said Mara Okafor.", [1, 2]),
        ("“We wait for the tide,” said Odo Farley. “And we hope for more\n\n“and for the boat.”",
         [1, 1, 1]),
        ("“We wait for the tide, and\n\n“we hope for the boat,” said Odo Farley.", [1, 1]),
    ],
)  # fmt: skip
def test_parts_of_one_speech_are_one_utterance(text: str, utterances: list[int]) -> None:
    quotes = quotes_in_text(text, "en")
    numbers = [quote.utterance for quote in quotes]
    assert [sorted(set(numbers)).index(number) + 1 for number in numbers] == utterances
    assert {quote.speaker for quote in quotes} <= {"Odo Farley", "Mara Okafor"}


def test_quotations_come_in_the_order_of_the_text() -> None:
    text = "“He told us ‘go home now’ and left,” said Odo Farley. “Nobody went home that day.”"
    kinds = [quote.kind for quote in quotes_in_text(text, "en")]
    assert kinds == [QuoteKind.DIRECT, QuoteKind.NESTED, QuoteKind.DIRECT]


def test_the_second_level_of_quotations_is_given_and_no_third() -> None:
    text = "“He said ‘Mara told us “go home now” and left’ to me,” said Odo Farley."
    quotes = quotes_in_text(text, "en")
    assert [(quote.kind, quote.text) for quote in quotes] == [
        (QuoteKind.DIRECT, "“He said ‘Mara told us “go home now” and left’ to me,”"),
        (QuoteKind.NESTED, "‘Mara told us “go home now” and left’"),
    ]


def test_an_office_of_one_of_two_people_is_not_given_to_their_surname() -> None:
    text = (
        "“We wait for the tide,” said Odo Farley.\n\n“We go home,” said Ada Farley.\n\n"
        "“Never again,” said captain Farley.\n\n“Soon enough,” said Farley."
    )
    quotes = quotes_in_text(text, "en")
    assert [(quote.speaker, quote.role) for quote in quotes[2:]] == [
        ("Farley", "captain"), ("Farley", ""),
    ]  # fmt: skip
