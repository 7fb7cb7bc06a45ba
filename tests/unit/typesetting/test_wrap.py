from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.typesetting.cells import clusters, width
from reader.typesetting.wrap import SPACES, balanced, wrap, wrap_title

LETTERS = "abcé -–—.,;()“”’12%\u00a0\u2009漢字、。「」ーアｱか\u3099👍🏽🇩🇪e\u0301\n"
TEXTS = st.text(alphabet=LETTERS, max_size=160)
CELLS = st.integers(min_value=20, max_value=200)


def lines(text: str, cells: int) -> list[str]:
    return [text[line.start : line.end] for line in wrap(text, cells)]


@given(TEXTS, CELLS)
def test_no_line_is_wider_than_its_room(text: str, cells: int) -> None:
    assert all(width(line) <= cells for line in lines(text, cells))


@given(TEXTS, CELLS)
def test_nothing_but_blanks_is_lost_and_nothing_is_doubled(text: str, cells: int) -> None:
    at = 0
    for line in wrap(text, cells):
        assert all(letter in SPACES or letter == "\n" for letter in text[at : line.start])
        assert at <= line.start <= line.end
        at = line.end
    assert not text[at:].strip("\n" + "".join(SPACES))


@given(st.text(alphabet=LETTERS.replace("\n", ""), max_size=160), CELLS)
@example("111111111111 \u0301、、、、", 20)
@example(" \u0301 \u0301ab", 1)
@example("漢" * 9 + "か\u3099、漢", 20)
def test_no_cluster_is_cut(text: str, cells: int) -> None:
    borders = {0, len(text), *(cluster.start for cluster in clusters(text))}
    for line in wrap(text, cells):
        if line.start < line.end:
            assert line.start in borders
            assert line.end in borders


@given(st.text(alphabet="abcdefgh ", max_size=300), CELLS)
def test_a_line_ends_only_where_the_next_word_has_no_room(text: str, cells: int) -> None:
    for line, after in pairwise(wrap(text, cells)):
        word = text[after.start : after.end].split(" ")[0]
        assert line.hard or width(text[line.start : after.start] + word) > cells


@given(TEXTS, CELLS)
def test_balancing_adds_no_line(text: str, cells: int) -> None:
    even = balanced(text, cells)
    assert len(even) <= len(wrap(text, cells))
    assert all(width(text[line.start : line.end]) <= cells for line in even)


def test_a_title_is_balanced_so_that_no_word_is_left_alone() -> None:
    title = "The council that planned a bridge forgot the river"
    assert [title[a:b] for a, b, *_ in balanced(title, 46)] == [
        "The council that planned",
        "a bridge forgot the river",
    ]


@pytest.mark.parametrize(
    ("text", "cells", "first"),
    [
        ("The hull is 12 km from here", 14, "The hull is"),
        ("They all met J. Amari there", 15, "They all met"),
        ("We ask why Dr. Feld went out", 15, "We ask why"),
        ("The end of it – they said no", 13, "The end of"),
        ("Il demande « pourquoi » ici", 12, "Il demande"),
        ("It is ten past five 10 000 times", 22, "It is ten past five"),
        ("They paid us 4 200 000 kr. too", 23, "They paid us"),
        ("They all met J. van der Dyk there", 26, "They all met"),
        ("They all met Ł. Nowak", 15, "They all met"),
        ("They all sold 10–12 of them", 17, "They all sold"),
        ("They ate an apple a. Then they left", 21, "They ate an apple a."),
        ("They are well-known to us", 16, "They are well-"),
    ],
)
def test_words_that_belong_together_stay_on_one_line(text: str, cells: int, first: str) -> None:
    assert lines(text, cells)[0] == first


@given(st.text(alphabet="漢字かな、。「」！？", min_size=1, max_size=90), CELLS)
def test_japanese_lines_neither_begin_with_closing_marks_nor_end_with_opening_ones(
    text: str, cells: int
) -> None:
    for line, after in pairwise(wrap(text, cells)):
        if not line.hard:
            assert text[after.start] not in "、。」！？"
            assert text[line.end - 1] not in "「"


def test_a_soft_hyphen_breaks_only_words_longer_than_half_the_line() -> None:
    text = "Der Donaudampfschifffahrtskapitän"
    soft = [text.index("dampf"), text.index("fahrt")]
    first, second, *_ = wrap(text, 24, soft=soft)
    assert (text[first.start : first.end], first.hyphen) == ("Der Donaudampfschiff", True)
    assert text[second.start :].startswith("fahrt")
    short = wrap("eins zwei drei vier Haustür", 24, soft=[23])
    assert not any(line.hyphen for line in short)


def test_zero_width_spaces_are_places_to_break() -> None:
    text = "at alphabetagamma"
    assert [text[a:b] for a, b, *_ in wrap(text, 14, free=[8, 12])] == ["at alphabeta", "gamma"]


@pytest.mark.parametrize(
    ("text", "first"), [("ก" * 20 + "ะกก", "ก" * 19), ("ก" * 19 + "เกก", "ก" * 19)]
)
def test_thai_lines_do_not_part_vowels_from_their_letters(text: str, first: str) -> None:
    assert lines(text, 20)[0] == first


def test_addresses_break_behind_their_separators() -> None:
    text = "https://port.example/reports/2026/options-for-recovery"
    assert lines(text, 30)[0] == "https://port.example/reports/"


def test_a_list_title_takes_what_fits_and_ends_on_a_word() -> None:
    title = "Night trains return to the northern line after forty quiet years"
    assert wrap_title(title, 30, 2) == ["Night trains return to the", "northern line after forty…"]
    assert wrap_title("Short", 30, 2) == ["Short"]


WORDS = st.text("abcdeéöß", min_size=1, max_size=9)
HELD = st.builds(
    str.format,
    st.sampled_from((
        "“{0}”", "({0})", "« {0} »", "{0} !", "{0} ?", "{0} –", "{0},", "{0}…", "¿{0}?", "12 km",
        "4 200 000 kr.", "40 %", "J. R. Am{0}", "Dr. Fe{0}", "{0}[12]", "€ 5", "「{0}」、", "§ 4",
    )),
    WORDS,
)  # fmt: skip
"""Stretches that stay on one line, where a line has room for them."""


@given(st.lists(WORDS | HELD, min_size=1, max_size=30), st.integers(20, 120))
def test_no_line_begins_or_ends_with_a_mark_that_belongs_to_the_other(
    parts: list[str], cells: int
) -> None:
    text = " ".join(parts)
    broken = wrap(text, cells)
    for line, after in pairwise(broken):
        assert not line.hard
        assert text[after.start] not in ")]}”»!?,…。、」%"
        assert text[line.end - 1] not in "([{“«¿「€§"


@given(st.lists(WORDS, max_size=12), HELD, st.lists(WORDS, max_size=3), st.integers(20, 60))
def test_what_belongs_together_is_parted_at_no_width(
    before: list[str], held: str, after: list[str], cells: int
) -> None:
    stretch = held.rstrip("、")
    text = " ".join([*before, held, *after])
    assert any(stretch in line for line in lines(text, cells))


def test_a_line_may_be_exactly_as_wide_as_its_room() -> None:
    assert lines("ab cd ef", 5) == ["ab cd", "ef"]
    assert lines("漢字 漢", 7) == ["漢字 漢"]


@pytest.mark.parametrize(("letters", "ends"), [(10, [12, 23]), (11, [18, 24])])
def test_only_words_longer_than_half_the_room_are_hyphenated(letters: int, ends: list[int]) -> None:
    text = "x" * 12 + " " + "y" * letters
    assert [line.end for line in wrap(text, 20, soft=(18,))] == ends


@pytest.mark.parametrize(("letters", "end"), [(30, 20), (18, 17), (15, 20)])
def test_a_long_word_is_cut_before_a_few_marks_at_the_end_of_the_line(
    letters: int, end: int
) -> None:
    assert wrap("x" * letters + "!" * (30 - letters), 20)[0].end == end


def test_a_title_of_one_line_keeps_to_the_room_of_the_first() -> None:
    assert wrap_title("one two three four", 12, 1, first=5) == ["one…"]
    assert wrap_title("one two three four", 12, 2, first=8) == ["one two", "three four"]
