from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from reader.app.app import NewsreaderApp, TerminalFacts
from reader.app.looks.few_colours import in_256
from reader.model.palette import (
    DEMANDS,
    LAMPLIGHT,
    TABLES,
    TERMINAL,
    THEMES,
    TOKENS,
    unmet,
)
from tests.app.fake_newsroom import FakeNewsroom

COLOURED = [name for name, theme in THEMES.items() if not theme.ansi]


def shown(theme: str) -> dict[str, str]:
    """The colours a terminal of 256 colours draws for a theme."""
    return {
        token: Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex
        for token, colour in in_256(TABLES[theme]).items()
    }


def parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@pytest.mark.parametrize("theme", COLOURED)
def test_everything_can_be_read_in_256_colours_too(theme: str) -> None:
    table = shown(theme)
    assert table.keys() == TOKENS
    assert {demand: ratio for demand in DEMANDS if (ratio := unmet(table, demand))} == {}


def test_dark_grounds_stay_dark_greys_that_can_be_told_apart() -> None:
    table = shown(LAMPLIGHT)
    for ground in ("bg", "side", "raise", "seld", "sel"):
        assert len(set(parts(table[ground]))) == 1
    assert len({table[ground] for ground in ("bg", "raise", "sel")}) == 3


@pytest.mark.parametrize("theme", COLOURED)
def test_running_text_is_near_to_what_it_should_be(theme: str) -> None:
    for token in ("bg", "text", "bright"):
        wanted, got = parts(TABLES[theme][token]), parts(shown(theme)[token])
        assert max(abs(a - b) for a, b in zip(wanted, got, strict=True)) <= 24


@pytest.mark.parametrize("theme", COLOURED)
def test_six_voices_keep_six_colours(theme: str) -> None:
    assert len({shown(theme)[f"voice-{slot}"] for slot in range(1, 7)}) == 6


@pytest.mark.parametrize(
    ("colours", "theme", "ground"),
    [
        ("truecolor", LAMPLIGHT, TABLES[LAMPLIGHT]["sel"]),
        ("256", LAMPLIGHT, in_256(TABLES[LAMPLIGHT])["sel"]),
        ("standard", TERMINAL, TABLES[TERMINAL]["sel"]),
    ],
)
async def test_the_reader_takes_the_colours_the_terminal_has(
    colours: str, theme: str, ground: str
) -> None:
    terminal = TerminalFacts(colours=colours)
    app = NewsreaderApp(FakeNewsroom().door(), refresh=False, terminal=terminal)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == theme
        assert app.theme_variables["sel"] == ground
