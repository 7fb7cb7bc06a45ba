"""Settings from the palette: by name, with a value that is typed, or asked for."""

from __future__ import annotations

import pytest

from reader.app.sheets.sheet import OverScreen
from reader.settings.config import Config
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines


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


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("set measure 72", "measure", 72),
        ("measure 72", "measure", 72),
        ("set smart_punctuation off", "smart_punctuation", False),
        ("set theme pap", "theme", "paper"),
        ("set browser firefox --new-tab", "browser", ("firefox", "--new-tab")),
        ("set export_dir ~/my notes", "export_dir", "~/my notes"),
        ("set refresh.interval 30", "refresh.interval", 30),
        ("set mute 'in:Lamp sport' weather", "mute", ("in:Lamp sport", "weather")),
        ("mute horoscope", "mute", ("horoscope",)),
        ("set views.Ships #ships", "views.Ships", "#ships"),
    ],
)
async def test_a_value_is_typed_behind_the_name(words: str, key: str, value: object) -> None:
    async with driven() as reader:
        await palette(reader, words, "enter")
        await reader.until(lambda: bool(written(reader)))
        assert written(reader) == [(key, value)]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("set measure 500", "measure can be from 40 to 90, not 500."),
        ("set measure wide", 'measure wants a whole number, not "wide".'),
        ("set motion perhaps", "motion wants true or false"),
        ("set theme pink", "theme can be "),
        ("set mute is:unraed", "A story cannot be"),
        ("set browser 'open", "A quotation mark is still open."),
        ("set views.New is:", "is: wants one of"),
    ],
)
async def test_what_does_not_fit_is_said_while_it_is_typed(words: str, reason: str) -> None:
    async with driven() as reader:
        await palette(reader, words)
        assert reason in lines(reader)[0][1]
        await reader.press("enter")
        assert reason in reader.fact
        assert written(reader) == []


async def test_names_are_completed_with_what_they_are_now() -> None:
    async with driven() as reader:
        await palette(reader, "set mea")
        assert lines(reader)[0] == ("set measure 68", "setting, 68 now")
        await typed(reader, "", "tab")
        assert isinstance(reader.app.screen, OverScreen)
        await typed(reader, "", "backspace", "backspace", "8", "0", "enter")
        await reader.until(lambda: written(reader) == [("measure", 80)])
        assert reader.window.article.measure == 80


async def test_names_are_found_by_any_part_those_that_begin_so_first() -> None:
    async with driven() as reader:
        await palette(reader, "set int")
        assert lines(reader)[0][0] == "set refresh.interval 60"
        await reader.press("escape")
        await palette(reader, "set m")
        names = [words.split()[1] for words, _ in lines(reader) if words.startswith("set ")]
        later = names.index("theme")
        assert all(name.startswith("m") for name in names[: names.index("mouse") + 1])
        assert not any(name.startswith("m") for name in names[later:])


async def test_values_are_completed() -> None:
    async with driven() as reader:
        await palette(reader, "set mark_read ma")
        assert [words for words, _ in lines(reader)][:1] == ["set mark_read manual"]
        await typed(reader, "", "tab", "enter")
        await reader.until(lambda: written(reader) == [("mark_read", "manual")])


async def test_set_alone_lists_every_setting() -> None:
    async with driven() as reader:
        await palette(reader, "set ")
        words = [words for words, _ in lines(reader)]
        for line in ("theme auto", "keep_days 90", "browser", "refresh.interval 60"):
            assert f"set {line}" in words
        assert not any(line.startswith("set source.") for line in words), "none is chosen"


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


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("set source.keep 30", {"keep": 30}),
        ("set source.keep 0", {"keep": None}),
        ("set source.title My Lamp", {"title": "My Lamp"}),
        ("set source.tags 'long reads' daily", {"tags": ("long reads", "daily")}),
        ("set source.paused on", {"paused": True}),
        ("set source.full_text off", {"full_text": "off"}),
    ],
)
async def test_settings_of_the_chosen_source(words: str, fields: dict[str, object]) -> None:
    async with driven() as reader:
        await reader.press("h")
        while (item := reader.window.sources.item) and item.key != "feed:1":
            await reader.press("j")
        await palette(reader, words)
        assert lines(reader)[0][1].startswith("Harbour Lamp · setting, ")
        await reader.press("enter")
        await reader.until(lambda: reader.newsroom.calls[-1][0] == "change_source")
        assert reader.newsroom.calls[-1] == ("change_source", 1, fields)


async def test_a_wrong_setting_of_a_source_is_said() -> None:
    async with driven() as reader:
        await reader.press("h")
        while (item := reader.window.sources.item) and item.key != "feed:1":
            await reader.press("j")
        await palette(reader, "set source.keep 99999")
        assert lines(reader)[0][1] == "keep can be from 0 to 36500, not 99999."
        await reader.press("enter")
        assert "keep can be from" in "\n".join(screen_lines(reader.app))
