from __future__ import annotations

from itertools import product

import pytest

from reader.model.palette import (
    CONTRAST,
    DEMANDS,
    TABLES,
    THEMES,
    TOKENS,
    Demand,
    contrast,
    unmet,
)
from reader.settings.config import default_config_text
from reader.wording.catalogue import LANGUAGES, words

COLOURED = [name for name, theme in THEMES.items() if not theme.ansi]
INKS = ("bright", "text", "muted", "faint", "accent", "link", "ok", "err")
NOT_TEXT = {"line"}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_a_title_and_stands_in_a_new_file_of_preferences(theme: str) -> None:
    assert all(words(language)[f"theme.{theme}"] for language in LANGUAGES)
    assert f'"{theme}"' in default_config_text()


@pytest.mark.parametrize("theme", TABLES)
def test_every_theme_gives_every_token(theme: str) -> None:
    assert set(TABLES[theme]) == TOKENS


@pytest.mark.parametrize("theme", COLOURED)
def test_every_token_of_every_theme_can_be_read_where_it_may_stand(theme: str) -> None:
    missed = {demand: ratio for demand in DEMANDS if (ratio := unmet(TABLES[theme], demand))}
    assert missed == {}


def test_the_demands_speak_of_every_token_but_lines() -> None:
    named = {demand.ink for demand in DEMANDS} | {demand.ground for demand in DEMANDS}
    assert named == TOKENS - NOT_TEXT


def test_the_demands_are_those_of_the_design() -> None:
    least = {(demand.ink, demand.ground): demand.least for demand in DEMANDS}
    for ink, ground in product(INKS, ("bg", "side", "raise", "seld")):
        assert least[ink, ground] == 4.5
    for slot in range(1, 7):
        assert least[f"voice-{slot}", "bg"] == 6.0
        assert least[f"words-{slot}", f"tint-{slot}"] == 8.9


@pytest.mark.parametrize(("ink", "ground"), list(product(INKS, ("bg", "raise"))))
def test_the_contrast_theme_keeps_seven_to_one(ink: str, ground: str) -> None:
    assert not unmet(TABLES[CONTRAST], Demand(ink, ground, 7.0))
