"""Counts, numbers and sequences as they are typed into the reader."""

from __future__ import annotations

from reader.wording.catalogue import use_language
from tests.app.driving import driven
from tests.app.stage import screen_lines


async def test_a_number_is_shown_until_it_is_used_or_given_up() -> None:
    async with driven() as reader:
        await reader.press("7")
        assert reader.fact.startswith("7 · ")
        await reader.press("escape")
        assert not reader.fact.startswith("7")
        assert reader.app.is_running


async def test_a_number_alone_is_a_link_once_nothing_more_comes() -> None:
    async with driven() as reader:
        reader.app.keyboard.number_waits = 0.05
        await reader.press("enter", "7")
        await reader.until(lambda: reader.fact == "There is no link 7 in this story.")


async def test_the_vim_preset_is_followed_as_soon_as_it_is_set() -> None:
    async with driven() as reader:
        await reader.press("j", "j")
        reader.session.preferences.prefer("keys_preset", "vim")
        await reader.until(lambda: reader.app.keyboard.keys_set.get("g g") == "top")
        await reader.press("g")
        assert reader.window.headlines.chosen_item == 2
        assert reader.fact == "g …"
        await reader.press("g")
        assert reader.window.headlines.chosen_item == 0


async def test_keys_with_a_fault_leave_those_in_force() -> None:
    async with driven() as reader:
        reader.session.preferences.prefer("keys", {"save": ("ü",)})
        await reader.until(lambda: reader.app.keyboard.keys_set.get("ü") == "save")
        reader.session.preferences.prefer("keys", {"save": ("ctrl+b",)})
        await reader.until(lambda: "belongs to the terminal" in reader.fact)
        assert reader.app.keyboard.keys_set["ü"] == "save"


async def test_the_language_changes_at_once_everywhere() -> None:
    try:
        async with driven() as reader:
            reader.session.preferences.prefer("language", "de")
            await reader.until(lambda: reader.window.headlines.title == "Ungelesen")
            await reader.quiet()
            shown = "\n".join(screen_lines(reader.app))
            for words in ("Heute", "Gemerkt", "neueste zuerst", "weiterlesen", "Hilfe"):
                assert words in shown
            for words in ("Unread", "Saved", "newest", "read on"):
                assert words not in shown
    finally:
        use_language("en")
