"""Pronouns whose person the story leaves no doubt of."""

from __future__ import annotations

from reader.model.quote import Certainty
from reader.quotes.model_quotes import quotes_in_text


def test_a_paper_behind_an_article_is_nobody_but_an_office_is() -> None:
    said = "“You only need one key,” says Hester Quayle"
    paper = f"{said}, who edits the Wrenmouth Post.\n\nThat is her rule. “I mean it,” she says."
    assert [quote.speaker for quote in quotes_in_text(paper, "en")] == ["Hester Quayle"] * 2
    office = f"{said}. The Rev. Ada Holt nodded. “I agree,” she says."
    assert quotes_in_text(office, "en")[-1].certainty is Certainty.NONE
