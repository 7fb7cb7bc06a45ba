from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.typesetting.cells import clusters, cut, cut_middle, fit, pad, prefix, width

TRICKY = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab ,…“é海辺、🙂👩\u200d👧\ufe0f🇩🇪🏽\u0301क्\u3000"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("harbour", 7),
        ("海辺の図書館", 12),
        ("cafe\u0301", 4),
        ("a\u3000b", 4),
        ("● • ◆ ▎ “ ” … ·", 15),
    ],
)
def test_width_counts_cells_not_characters(text: str, cells: int) -> None:
    assert width(text) == cells


def test_a_flag_and_a_joined_family_are_one_cluster_each() -> None:
    assert [piece.end for piece in clusters("🇩🇪")] == [2]
    assert len(clusters("👩\u200d👩\u200d👧")) == 1
    assert len(clusters("👍🏽!")) == 2


@given(TRICKY)
def test_clusters_cover_the_text_and_their_cells_are_its_width(text: str) -> None:
    pieces = clusters(text)
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    assert sum(piece.cells for piece in pieces) == width(text) == cell_len(text)


@given(TRICKY, st.integers(0, 40))
def test_prefix_fits_and_one_cluster_more_would_not(text: str, cells: int) -> None:
    end = prefix(text, cells)
    assert width(text[:end]) <= cells
    following = next((piece for piece in clusters(text) if piece.start >= end), None)
    if following is not None:
        assert width(text[:end]) + following.cells > cells


@given(TRICKY, st.integers(1, 40), st.booleans())
def test_what_was_cut_fits_and_ends_in_an_ellipsis(text: str, cells: int, word: bool) -> None:
    short = cut(text, cells, word=word)
    assert width(short) <= cells
    assert short == text or short.endswith("…")


@given(TRICKY, st.integers(3, 40))
def test_a_middle_cut_fits(text: str, cells: int) -> None:
    assert width(cut_middle(text, cells)) <= cells


@given(TRICKY, st.integers(0, 40), st.booleans())
def test_fit_is_exact(text: str, cells: int, right: bool) -> None:
    assert width(fit(text, cells, right=right)) == cells


def test_a_title_is_cut_behind_a_whole_word() -> None:
    assert cut("Harbour trams return after the long strike", 28) == "Harbour trams return after…"
    assert cut("Harbour trams, returning", 16) == "Harbour trams…"


def test_a_long_first_word_is_cut_inside_instead_of_vanishing() -> None:
    assert cut("a Donaudampfschifffahrtsgesellschaft", 12) == "a Donaudamp…"


def test_words_may_be_cut_inside_when_asked() -> None:
    assert cut("Tallow & Wick Review", 13, word=False) == "Tallow & Wic…"


def test_wide_characters_are_never_halved() -> None:
    assert cut("海辺の図書館", 8) == "海辺の…"
    assert fit("海辺の図書館", 8) == "海辺の… "


def test_an_address_loses_its_middle() -> None:
    assert cut_middle("quay.example/reports/2031/harbour.pdf", 21) == "quay.examp…arbour.pdf"


def test_pad_fills_on_either_side_and_never_cuts() -> None:
    assert pad("海", 4) == "海  "
    assert pad("海", 4, right=True) == "  海"
    assert pad("harbour", 3) == "harbour"
