"""Macros: several things with one key, and programs started with the address of a story."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.app.sheets.sheet import OverScreen
from reader.settings.config import Config, Macro, parse_config
from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines


def with_macros(**macros: Macro) -> FakeNewsroom:
    newsroom = FakeNewsroom()
    newsroom.config = Config(macros=macros)
    return newsroom


async def test_a_program_is_started_with_the_address_alone_and_without_a_shell(
    tmp_path: Path,
) -> None:
    seen = tmp_path / "seen"
    program = f"import sys, pathlib; pathlib.Path({str(seen)!r}).write_text(repr(sys.argv[1:]))"
    command = (sys.executable, "-c", program, "--at={link}", "$HOME; touch x", "{link}")
    newsroom = with_macros(V=Macro(run=command))
    async with driven(newsroom) as reader:
        await reader.press("V")
        await reader.until(lambda: seen.exists() and bool(seen.read_text()))
        link = "https://lamp.example/1"
        assert seen.read_text() == repr([f"--at={link}", "$HOME; touch x", link])
        assert "was started" in reader.fact


async def test_help_and_palette_show_macros() -> None:
    newsroom = with_macros(m=Macro(("save", "next_unread")), V=Macro(run=("mpv", "{link}")))
    async with driven(newsroom, size=(120, 60)) as reader:
        await reader.press("question_mark")
        page = "\n".join(screen_lines(reader.app))
        assert "YOUR MACROS" in page
        assert "save for later, next" in page
        await reader.press("escape", "colon", *"run mpv")
        assert isinstance(reader.app.screen, OverScreen)
        await reader.press("enter")
        await reader.until(lambda: reader.fact == "mpv was not found." or "started" in reader.fact)


async def test_a_macro_of_what_does_not_exist_is_said_with_its_line() -> None:
    newsroom = FakeNewsroom()
    newsroom.config = parse_config('[macros]\n"m" = ["sav", "down"]\n', "config.toml")
    async with driven(newsroom) as reader:
        assert reader.fact.startswith("config.toml, line 2: [macros] there is no action sav.")
        assert "save" in reader.fact, "what was meant"
        await reader.press("s")
        assert newsroom.rows[1].saved, "the usual keys hold"
