"""Settings from the palette: by name, with a value that is typed, or asked for."""

from __future__ import annotations

from reader.app.sheets.sheet import OverScreen
from reader.settings.config import Config
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom


async def typed(reader: Driver, words: str, *keys: str) -> None:
    """Type words, then keys, as fast as a person who knows it by heart."""
    for key in (*("space" if letter == " " else letter for letter in words), *keys):
        await reader.pilot.press(key)
    await reader.quiet()


async def palette(reader: Driver, words: str, *keys: str) -> None:
    """Type into the palette."""
    await reader.press("colon")
    await typed(reader, words, *keys)


def lines(reader: Driver) -> list[tuple[str, str]]:
    """What the palette offers, with what stands below it."""
    assert isinstance(reader.app.screen, OverScreen)
    return [(choice.words, choice.detail) for choice, _ in reader.app.screen._shown]  # noqa: SLF001 - what a person sees


def written(reader: Driver) -> list[tuple[object, ...]]:
    return [call[1:] for call in reader.newsroom.calls if call[0] == "set_preference"]


async def test_names_are_completed_with_what_they_are_now() -> None:
    async with driven() as reader:
        await palette(reader, "set mea")
        assert lines(reader)[0] == ("set measure 68", "setting, 68 now")
        await typed(reader, "", "tab")
        assert isinstance(reader.app.screen, OverScreen)
        await typed(reader, "", "backspace", "backspace", "8", "0", "enter")
        await reader.until(lambda: written(reader) == [("measure", 80)])
        assert reader.window.article.measure == 80


async def test_values_are_completed() -> None:
    async with driven() as reader:
        await palette(reader, "set mark_read ma")
        assert [words for words, _ in lines(reader)][:1] == ["set mark_read manual"]
        await typed(reader, "", "tab", "enter")
        await reader.until(lambda: written(reader) == [("mark_read", "manual")])


async def test_a_setting_without_a_value_is_asked_for_in_the_bottom_line() -> None:
    async with driven() as reader:
        await palette(reader, "cells in a line", "enter")
        await reader.until(lambda: reader.window.ask_line.typing)
        assert reader.window.ask_line.field.value == "68"
        await typed(reader, "", "ctrl+u", *"7x", "enter")
        assert "wants a whole number" in reader.fact
        assert written(reader) == []
        await palette(reader, "set theme", "enter")
        await reader.until(lambda: reader.window.ask_line.typing)
        await typed(reader, "", "ctrl+u", *"con", "tab", "enter")
        await reader.until(lambda: written(reader) == [("theme", "contrast")])


async def test_a_search_is_kept_as_a_view() -> None:
    async with driven() as reader:
        await palette(reader, "view Geese")
        assert not any("search as a view" in words for words, _ in lines(reader)), "no search yet"
        await reader.press("escape", "slash")
        await typed(reader, "geese", "enter")
        await reader.until(lambda: reader.session.list.current.key == "search")
        await palette(reader, "view Long Geese", "enter")
        await reader.until(lambda: written(reader) == [("views.Long Geese", "geese")])


async def test_rules_of_muting_are_taken_away() -> None:
    newsroom = FakeNewsroom()
    newsroom.config = Config(mute=("horoscope", "sport"))
    async with driven(newsroom) as reader:
        await palette(reader, "no longer mute: horo", "enter")
        await reader.until(lambda: written(reader) == [("mute", ["sport"])])
