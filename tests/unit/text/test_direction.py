from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cells import width
from reader.text.direction import FIRST_STRONG, POP, has_rtl, is_mirrored, isolated


@pytest.mark.parametrize(
    ("text", "mirrored"),
    [("שלום", True), ("2026 مرحبا", True), ("Shalom שלום", False), ("“שלום” said", True)],
)
def test_the_first_strong_letter_decides(text: str, mirrored: bool) -> None:
    assert is_mirrored(text) is mirrored


@given(st.text())
def test_whatever_has_a_letter_from_right_to_left_is_isolated_and_no_wider(text: str) -> None:
    shown = isolated(text)
    assert shown in (text, FIRST_STRONG + text + POP)
    letters = [letter for letter in text if unicodedata.category(letter)[0] == "L"]
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters):
        assert has_rtl(text)
    if has_rtl(text):
        assert width(shown) == width(text)
