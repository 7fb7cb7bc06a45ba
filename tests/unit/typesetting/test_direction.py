from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.cells import width
from reader.typesetting.direction import (
    FIRST_STRONG,
    LEFT_TO_RIGHT,
    POP,
    RIGHT_TO_LEFT,
    has_rtl,
    is_mirrored,
    isolate,
    isolated,
)


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


@pytest.mark.parametrize(
    ("line", "mirrored", "opening"),
    [
        ("No sign at all", False, ""),
        ("The sign reads שלום", False, FIRST_STRONG),
        ("שלום reads the sign", False, LEFT_TO_RIGHT),
        ("הנמל נסגר", True, FIRST_STRONG),
        ("Halvard הנמל", True, RIGHT_TO_LEFT),
        ("Halvard 23:40.", True, RIGHT_TO_LEFT),
    ],
)
def test_a_line_keeps_the_direction_of_its_paragraph(
    line: str, mirrored: bool, opening: str
) -> None:
    assert isolate(line, mirrored=mirrored) == opening
