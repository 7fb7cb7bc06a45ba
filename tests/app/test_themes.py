from __future__ import annotations

import itertools
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from reader.app.looks.themes import (
    themes,
    voice_colours,
    voice_slot,
)
from reader.model.palette import TABLES, TERMINAL

SLOTS = range(1, 7)


def test_terminal_colours_are_the_terminals_own() -> None:
    assert all(colour.startswith("ansi_") for colour in TABLES[TERMINAL].values())
    assert [theme.name for theme in themes() if theme.ansi] == [TERMINAL]


def test_a_voice_keeps_its_slot_in_every_run() -> None:
    script = "from reader.app.looks.themes import voice_slot; print(voice_slot('runa feld'))"
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
