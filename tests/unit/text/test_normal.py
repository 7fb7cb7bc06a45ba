"""Words that a person would call the same become the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.normal import fold, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Škoda", "skoda"),
        ("STRASSE", "straße"),
        ("Łódź", "lodz"),
        ("ＮＨＫ", "nhk"),
        ("Œuvre", "oeuvre"),
    ],
)
def test_case_accents_and_width_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. Mara Okafor", "Mara Okafor"),
        ("Okafor’s", "Okafor"),
        ("Jean-Luc Aubert", "Jean Luc Aubert"),
        ("Herr Dr. Öztürk", "Ozturk"),
        ("J. R. Hale", "J R Hale"),
    ],
)
def test_spellings_of_one_name_are_one_voice(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_two_people_are_two_voices() -> None:
    assert name_key("Mara Okafor") != name_key("Maria Okafor")


def test_a_name_of_nothing_but_a_title_keeps_it() -> None:
    assert name_key("Professor") == "professor"
