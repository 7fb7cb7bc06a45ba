from __future__ import annotations

import pytest

from reader.text.fuzzy import match


def lit(typed: str, text: str) -> str | None:
    """The letters that are lit up; None where the text does not fit."""
    found = match(typed, text)
    return None if found is None else "".join(text[at] for at in sorted(found.letters))


@pytest.mark.parametrize(
    ("typed", "text", "letters"),
    [
        ("mark", "Mark this list read", "Mark"),
        ("mark", "Go to Bookmarks folder", "mark"),
        ("list mark", "Mark this list read", "Marklist"),
        ("MÄRZ", "Der März", "März"),
        ("mlr", "Mark list read", "Mlr"),
        ("mark", "Mark older than…", "Mark"),
        ("than…", "Mark older than…", "than…"),
        ("aeg", "Ægir's age", "Æg"),
        ("", "Anything", ""),
        ("zz", "Mark this list read", None),
        ("mark zz", "Mark this list read", None),
        ("dasei", "Mark this list read", None),
    ],
)
def test_what_fits_and_which_letters_were_meant(
    typed: str, text: str, letters: str | None
) -> None:
    assert lit(typed, text) == letters


def test_the_beginning_costs_less_than_the_inside_and_that_less_than_scattered_letters() -> None:
    texts = ("Copy as Mathematics, really kept", "Bookmarks", "The mark", "Mark")
    costs = [found.cost for text in texts if (found := match("mark", text))]
    assert costs == sorted(costs, reverse=True)
    assert len(costs) > 2


def test_a_letter_that_is_folded_to_two_is_lit_by_either() -> None:
    assert lit("strasse", "Straße") == "Straße"
    assert lit("stras", "Straße 9") == "Straß"


def test_scattered_letters_stand_close_to_each_other() -> None:
    assert match("abc", "a....b....c") is not None
    assert match("abc", "a.....b.....c") is None
