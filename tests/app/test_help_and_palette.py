"""Help and the palette: everything that can be done, by some of its letters."""

from __future__ import annotations

import pytest

from reader.app.commands.key_table import key_table, keys_of
from reader.app.commands.settings import FREE, WITH_FEW_VALUES
from reader.app.commands.table import COMMANDS
from reader.app.sheets.help_sheet import columns_of
from reader.app.sheets.sheet import OverScreen
from reader.model.query import Order
from reader.newsroom.settings_by_name import names, preference
from reader.settings.config import Config, parse_config
from reader.wording.catalogue import say, use_language
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines


def shown(reader: Driver) -> list[str]:
    """The words of the palette's lines, as they are shown."""
    assert isinstance(reader.app.screen, OverScreen)
    return [choice.words for choice, _ in reader.app.screen._shown]  # noqa: SLF001 - what a person sees


def test_help_names_every_action_that_has_a_key_once() -> None:
    table = key_table("", {})
    rows = [entry for column in columns_of(table) for entry in column if entry.keys]
    keys = " ".join(entry.keys for entry in rows).split()
    for command in COMMANDS:
        if command.keys and command.name != "link":
            assert keys_of(command.name, table)[0] in keys, command.name
    assert len({entry.words for entry in rows}) == len(rows)


def test_help_follows_a_person_s_own_keys() -> None:
    table = key_table("", {"save": ("W",)})
    rows = {entry.words: entry.keys for column in columns_of(table) for entry in column}
    assert rows["save for later"] == "W"


@pytest.mark.parametrize("size", [(40, 12), (300, 100)])
async def test_help_and_palette_fit_any_window(size: tuple[int, int]) -> None:
    async with driven(size=size) as reader:
        for key, words in (("question_mark", "Keys"), ("colon", " of ")):
            await reader.press(key)
            page = screen_lines(reader.app)
            assert len(page) == size[1]
            assert all(len(line) <= size[0] for line in page)
            assert words in "\n".join(page)
            await reader.press("escape")
            assert reader.app.screen is reader.window.main


async def test_the_palette_has_every_command_source_view_and_setting() -> None:
    newsroom = FakeNewsroom()
    newsroom.config = Config(views={"Geese": "geese"})
    async with driven(newsroom) as reader:
        await reader.press("colon")
        words = [one.lower() for one in shown(reader)]
        for command in COMMANDS:
            if command.name not in ("link", "palette", "unread"):
                assert command.words.lower() in words, command.name
        for name in ("Harbour Lamp", "Coast", "Geese", "Saved"):
            assert f"go to {name.lower()}" in words
        for key, values in WITH_FEW_VALUES:
            for value in values:
                assert preference(Config(), key) in values, key
                known = "on" if value is True else "off" if value is False else value or "auto"
                name = f"{key}_{known}".replace(" ", "_").replace(".", "_")
                assert say(f"setting.{name}").lower() in words
        for key in FREE:
            assert f"{say('setting.' + key.replace('.', '_'))}…".lower() in words
        offered = {"theme", *FREE, *(key for key, _ in WITH_FEW_VALUES)}
        assert offered == set(names()), "every preference is there"


def test_every_setting_has_its_words() -> None:
    for key in FREE:
        assert say("setting." + key.replace(".", "_")), key


def test_each_value_that_the_palette_writes_is_one_the_settings_take() -> None:
    for key, values in WITH_FEW_VALUES:
        for value in values:
            written = str(value).lower() if isinstance(value, bool | int) else f'"{value}"'
            assert preference(parse_config(f"{key} = {written}", "config.toml"), key) == value


async def test_what_a_closed_folder_hides_is_found_too() -> None:
    async with driven() as reader:
        reader.window.sources.toggle("Coast")
        assert not any(item.key == "feed:2" for item in reader.window.sources.items)
        await reader.press("colon", *"go to salt", "enter")
        await reader.until(lambda: reader.session.list.current.feed == 2)
        assert reader.window.sources.item
        assert reader.window.sources.item.key == "feed:2"


async def test_the_best_fit_stands_first_with_its_key() -> None:
    async with driven() as reader:
        await reader.press("colon", *"mark")
        assert shown(reader)[:3] == ["Mark this list read", "Mark older than…", "Mark story read"]
        page = screen_lines(reader.app)
        row = next(n for n, line in enumerate(page) if "Mark this list read" in line)
        assert page[row][24:96].rstrip().endswith(" A")
        assert "Unread, 5 stories · undo with z" in page[row + 1]


async def test_a_setting_changes_at_once_and_is_written() -> None:
    async with driven() as reader:
        await reader.press("colon", *"paper", "enter")
        await reader.until(lambda: reader.app.theme == "paper")
        assert reader.newsroom.config.theme == "paper"
        await reader.press("colon", *"by hand", "enter")
        await reader.until(lambda: reader.newsroom.config.mark_read == "manual")
        await reader.press("enter")
        await reader.beside(1)
        assert 1 in reader.unread, "opening reads nothing now"


async def test_commands_take_words() -> None:
    async with driven() as reader:
        await reader.press("colon", *"add lamp.example", "enter")
        await reader.until(lambda: ("add", "lamp.example") in reader.newsroom.calls)
        await reader.press("colon", *"search geese", "enter")
        await reader.until(lambda: list(reader.window.headlines.ids) == [2])


async def test_tab_completes_what_is_typed() -> None:
    async with driven() as reader:
        await reader.press("colon", *"go to salt", "tab")
        assert isinstance(reader.app.screen, OverScreen)
        assert shown(reader)[0] == "Go to Saltmarsh Herald"
        await reader.press("enter")
        await reader.until(lambda: reader.session.list.current.feed == 2)


async def test_a_list_is_sorted_otherwise_and_the_cursor_stays_on_its_story() -> None:
    async with driven() as reader:
        await reader.press("j")
        await reader.beside(2)
        await reader.press("colon", *"sort oldest", "enter")
        await reader.until(lambda: reader.session.list.current.order is Order.OLDEST)
        await reader.quiet()
        assert reader.window.headlines.story == 2
        assert reader.window.headlines.ids[0] == 6
        assert "oldest first" in "\n".join(screen_lines(reader.app))


async def test_a_click_on_the_header_opens_the_menu_of_orders() -> None:
    async with driven() as reader:
        await reader.beside(1)
        await reader.pilot.click("#list", offset=(30, 1))
        await reader.quiet()
        assert shown(reader)[:2] == ["Newest first", "Oldest first"]
        await reader.press("2")
        await reader.until(lambda: reader.session.list.current.order is Order.OLDEST)


async def test_what_is_older_than_some_days_is_marked_read_as_one_step() -> None:
    async with driven() as reader:
        before = set(reader.unread)
        await reader.press("colon", *"mark older", "enter", "1")
        await reader.until(lambda: set(reader.unread) != before)
        await reader.quiet()
        assert 1 in reader.unread
        assert 6 not in reader.unread
        assert reader.window.headlines.ids[-1] == 6, "rows stay"
        await reader.press("z")
        await reader.until(lambda: set(reader.unread) == before)


async def test_without_grounds_a_sheet_has_an_edge_and_the_panes_stay_in_sight() -> None:
    async with driven() as reader:
        await reader.beside(1)
        reader.app.theme = "terminal"
        await reader.press("colon")
        page = "\n".join(screen_lines(reader.app))
        assert "╭" in page
        assert "newsreader" in page
        reader.app.theme = "lamplight"
        await reader.quiet()
        assert "╭" not in "\n".join(screen_lines(reader.app))


async def test_the_palette_speaks_german() -> None:
    use_language("de")
    try:
        async with driven() as reader:
            await reader.press("colon", *"papier", "enter")
            await reader.until(lambda: reader.app.theme == "paper")
    finally:
        use_language("en")
