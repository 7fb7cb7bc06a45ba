from __future__ import annotations

import pytest

from reader.text.hits import around, folded_words, places_of


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Halcyon, the halcyon's crew", ("halcyon",), ["Halcyon", "halcyon"]),
        ("Café au lait", ("CAFE",), ["Café"]),
        ("unharmed harm", ("harm",), ["harm"]),
        ("old  and new", ("and new",), ["and new"]),
        ("つり橋の板", ("板",), ["板"]),
        ("nothing", ("",), []),
    ],
)
def test_words_are_found_where_a_word_begins_with_them(
    text: str, words: tuple[str, ...], found: list[str]
) -> None:
    assert [text[start:end] for start, end in places_of(text, folded_words(words))] == found


def test_a_passage_begins_shortly_before_its_word() -> None:
    text = "A long beginning that nobody needs to see, and then the pumps change their minds."
    at = text.index("pumps")
    shown = around(text, at)
    assert shown.startswith("…")
    assert shown.endswith("pumps change their minds.")
    assert len(shown) - len(text[at:]) < 20
    assert around("The pumps", 4) == "The pumps"


def test_a_passage_is_no_longer_than_a_row_can_be() -> None:
    text = "lamp and oil " * 100_000
    for start in (0, 13 * 500):
        passage = around(text, start)
        assert "lamp and oil" in passage
        assert len(passage) < 1_000
