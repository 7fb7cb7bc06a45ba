"""Pronouns whose person the story leaves no doubt of."""

from __future__ import annotations

import pytest

from reader.model.quote import Certainty
from reader.quotes.model_quotes import quotes_in_text


def test_a_paper_behind_an_article_is_nobody_but_an_office_is() -> None:
    said = "“You only need one key,” says Hester Quayle"
    paper = f"{said}, who edits the Wrenmouth Post.\n\nThat is her rule. “I mean it,” she says."
    assert [quote.speaker for quote in quotes_in_text(paper, "en")] == ["Hester Quayle"] * 2
    office = f"{said}. The Rev. Ada Holt nodded. “I agree,” she says."
    assert quotes_in_text(office, "en")[-1].certainty is Certainty.NONE


@pytest.mark.parametrize(
    "text",
    [
        # Two people spoke, and the one who spoke last need not be meant.
        "“We wait,” said Odo Farley.\n\n“We go,” said Mara Okafor.\n\n“Soon,” said Odo Farley.\n\n"
        "“Now or never,” he said.",
        # Two people share the surname that stands beside the pronoun.
        "“We wait,” said Odo Farley.\n\n“We go,” said Ada Farley.\n\n"
        "Farley waited. “Now or never,” he said.",
        # Two people of the paragraph have a title that agrees.
        "Mr Brandt met Mr Farley. “We wait for the tide,” he said.",
        # The paragraph names two.
        "Odo Farley, who was early, met Mara Okafor, who was late. “We wait,” she said.",
    ],
)
def test_a_pronoun_with_two_candidates_keeps_no_name(text: str) -> None:
    last = quotes_in_text(text, "en")[-1]
    assert last.speaker in {"he", "she"}
    assert (last.certainty, last.reason) == (Certainty.NONE, "pronoun")


def test_a_pronoun_of_which_one_person_is_left_has_the_name() -> None:
    text = "“We wait,” said Odo Farley.\n\n“Now or never,” he said."
    last = quotes_in_text(text, "en")[-1]
    assert (last.speaker, last.certainty) == ("Odo Farley", Certainty.INFERRED)
