from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.errors import SettingsError
from reader.model.palette import DEMANDS, TABLES, TOKENS, unmet
from reader.settings.config import parse_config
from reader.settings.user_themes import BASES

DUSK = """theme = "dusk"

[themes.dusk]
base = "paper"
accent = "#7a3b00"
"""


def test_a_theme_of_ones_own_can_be_chosen() -> None:
    config = parse_config(DUSK, "config.toml")
    assert config.theme == "dusk"
    assert config.themes["dusk"] == {"base": "paper", "accent": "#7a3b00"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('muted = "#d0c8b8"', "muted #d0c8b8 on bg #f8f4ea has a contrast of 1.5; it needs 4.5"),
        ('raise = "#777777"', "on raise #777777 has a contrast"),
        ('voice-1 = "#2f8a76"', "it needs 6.0"),
        ('acent = "#000000"', "no colour acent. Do you mean accent?"),
        ('link = "blue"', "wants a colour such as"),
        ("link = 3", "wants a text"),
    ],
)
def test_a_colour_that_does_not_fit_is_told_with_its_line(line: str, words: str) -> None:
    with pytest.raises(SettingsError, match="line 6") as told:
        parse_config(f"{DUSK}{line}\n", "config.toml")
    assert words in str(told.value)


def test_the_other_colours_hold_where_one_is_refused() -> None:
    faults: list[SettingsError] = []
    config = parse_config(DUSK + 'muted = "#d0c8b8"\n', "config.toml", faults)
    assert config.themes["dusk"] == {"base": "paper", "accent": "#7a3b00"}
    assert len(faults) == 1


@pytest.mark.parametrize("name", ["paper", "auto"])
def test_our_own_names_are_taken(name: str) -> None:
    with pytest.raises(SettingsError, match="another name"):
        parse_config(f"[themes.{name}]\ntext = \"#000000\"\n", "config.toml")


COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


OWN = st.dictionaries(st.sampled_from(sorted(TOKENS)), COLOURS, max_size=6)


@given(st.sampled_from(BASES), OWN)
def test_whatever_is_written_what_is_used_can_be_read(base: str, own: dict[str, str]) -> None:
    lines = "".join(f"{token} = \"{colour}\"\n" for token, colour in own.items())
    text = f'[themes.mine]\nbase = "{base}"\n{lines}'
    config = parse_config(text, "config.toml", [])
    used = {**TABLES[base], **config.themes["mine"]}
    assert not [demand for demand in DEMANDS if unmet(used, demand)]
