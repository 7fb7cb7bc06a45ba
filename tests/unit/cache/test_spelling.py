from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cache.spelling import slips_between

words = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("word", "other", "slips"),
    [
        ("storm", "storm", 0),
        ("strom", "storm", 1),  # swapped
        ("stom", "storm", 1),
        ("storrm", "storm", 1),
        ("sturm", "storm", 1),
        ("srtom", "storm", 2),
        ("storms", "strom", 2),
        ("", "ab", 2),
    ],
)
def test_slips_of_the_keyboard_are_counted(word: str, other: str, slips: int) -> None:
    assert slips_between(word, other, 2) == slips


@given(words, words, st.integers(0, 3))
def test_counting_ends_early_with_the_same_answer_both_ways(
    word: str, other: str, most: int
) -> None:
    exact = slips_between(word, other, 9)
    assert slips_between(other, word, 9) == exact
    assert slips_between(word, other, most) == min(exact, most + 1)
    assert (exact == 0) == (word == other)
    assert exact <= max(len(word), len(other))
