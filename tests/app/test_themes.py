from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.themes import (
    CONTRAST,
    LAMPLIGHT,
    PAPER,
    TABLES,
    TERMINAL,
    TOKENS,
    contrast,
    themes,
    voice_colours,
    voice_slot,
)

COLOURED = (LAMPLIGHT, PAPER, CONTRAST)
INKS = ("bright", "text", "muted", "faint", "accent", "link", "ok", "err")
SLOTS = range(1, 7)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", TABLES)
def test_every_theme_gives_every_token(theme: str) -> None:
    assert set(TABLES[theme]) == TOKENS


@pytest.mark.parametrize(
    ("theme", "ink", "ground"),
    list(itertools.product(COLOURED, INKS, ("bg", "side", "raise", "seld"))),
)
def test_text_is_readable_wherever_it_may_stand(theme: str, ink: str, ground: str) -> None:
    table = TABLES[theme]
    assert contrast(table[ink], table[ground]) >= 4.5


@pytest.mark.parametrize(("theme", "ink"), list(itertools.product(COLOURED, INKS)))
def test_text_other_than_faint_is_readable_on_the_selection(theme: str, ink: str) -> None:
    if ink != "faint":
        assert contrast(TABLES[theme][ink], TABLES[theme]["sel"]) >= 4.5


@pytest.mark.parametrize(("theme", "slot"), list(itertools.product(COLOURED, SLOTS)))
def test_names_and_quoted_words_stand_out(theme: str, slot: int) -> None:
    table = TABLES[theme]
    assert contrast(table[f"voice-{slot}"], table["bg"]) >= 6
    assert round(contrast(table[f"words-{slot}"], table[f"tint-{slot}"]), 1) >= 8.9
    assert contrast(table[f"voice-{slot}"], table[f"tint-{slot}"]) >= 4.5
    assert contrast(table[f"words-{slot}"], table["sel"]) >= 4.5


@pytest.mark.parametrize(("ink", "ground"), list(itertools.product(INKS, ("bg", "raise"))))
def test_the_contrast_theme_keeps_seven_to_one(ink: str, ground: str) -> None:
    assert contrast(TABLES[CONTRAST][ink], TABLES[CONTRAST][ground]) >= 7


@pytest.mark.parametrize("theme", COLOURED)
def test_search_hits_are_readable(theme: str) -> None:
    assert contrast(TABLES[theme]["match-text"], TABLES[theme]["match"]) >= 4.5


def test_terminal_colours_are_the_terminals_own() -> None:
    assert all(colour.startswith("ansi_") for colour in TABLES[TERMINAL].values())
    assert [theme.ansi for theme in themes()] == [False, False, False, True]


def test_a_voice_keeps_its_slot_in_every_run() -> None:
    script = "from reader.app.themes import voice_slot; print(voice_slot('runa feld'))"
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert int(other.stdout) == voice_slot("runa feld")


@given(st.lists(st.text(min_size=1), unique=True, max_size=12))
def test_six_voices_of_an_article_have_six_colours_and_later_ones_are_marked(
    keys: list[str],
) -> None:
    colours = voice_colours(keys)
    first = [colours[key] for key in keys[:6]]
    assert len({colour.slot for colour in first}) == len(first)
    assert not any(colour.repeated for colour in first)
    assert all(colours[key].repeated for key in keys[6:])


def test_the_first_of_two_on_one_slot_keeps_its_own() -> None:
    names = [f"person {number}" for number in range(40)]
    one, other = next(
        pair for pair in itertools.combinations(names, 2) if len(set(map(voice_slot, pair))) == 1
    )
    colours = voice_colours([one, other, one])
    assert colours[one].slot == voice_slot(one)
    assert colours[other].slot == voice_slot(one) % 6 + 1


def test_nobody_is_grey_but_the_unattributed() -> None:
    assert voice_slot("") == 0
    assert voice_slot("runa feld") in SLOTS
