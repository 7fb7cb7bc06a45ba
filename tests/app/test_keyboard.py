"""Counts, numbers and sequences as they are typed into the reader."""

from __future__ import annotations

from reader.wording.catalogue import use_language
from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines


async def test_a_number_before_a_key_says_how_far() -> None:
    async with driven(FakeNewsroom(stories=60)) as reader:
        here = reader.app.headlines.chosen_item
        await reader.press("1", "2", "j")
        assert reader.app.headlines.chosen_item == here + 12
        await reader.press("4", "k")
        assert reader.app.headlines.chosen_item == here + 8
        await reader.press("3", "G")
        assert reader.app.headlines.chosen_item == 2
        await reader.press("j")
        assert reader.app.headlines.chosen_item == 3, "a number holds for one key"


async def test_a_number_is_shown_until_it_is_used_or_given_up() -> None:
    async with driven() as reader:
        await reader.press("7")
        assert reader.fact.startswith("7 · ")
        await reader.press("escape")
        assert not reader.fact.startswith("7")
        assert reader.app.is_running


async def test_a_number_alone_is_a_link_once_nothing_more_comes() -> None:
    async with driven() as reader:
        reader.app.number_waits = 0.05
        await reader.press("enter", "7")
        await reader.until(lambda: reader.fact == "There is no link 7 in this story.")


async def test_three_stories_on() -> None:
    async with driven() as reader:
        await reader.press("2", "n")
        await reader.beside(3)
        assert len(reader.unread) == 4, "those between are not read"
        await reader.press("2", "J")
        await reader.beside(6)


async def test_the_vim_preset_is_followed_as_soon_as_it_is_set() -> None:
    async with driven() as reader:
        await reader.press("j", "j")
        reader.app.prefer("keys_preset", "vim")
        await reader.until(lambda: reader.app.keys_set.get("g g") == "top")
        await reader.press("g")
        assert reader.app.headlines.chosen_item == 2
        assert reader.fact == "g …"
        await reader.press("g")
        assert reader.app.headlines.chosen_item == 0


async def test_keys_with_a_fault_leave_those_in_force() -> None:
    async with driven() as reader:
        reader.app.prefer("keys", {"save": ("ü",)})
        await reader.until(lambda: reader.app.keys_set.get("ü") == "save")
        reader.app.prefer("keys", {"save": ("ctrl+b",)})
        await reader.until(lambda: "belongs to the terminal" in reader.fact)
        assert reader.app.keys_set["ü"] == "save"


async def test_the_language_changes_at_once_everywhere() -> None:
    try:
        async with driven() as reader:
            reader.app.prefer("language", "de")
            await reader.until(lambda: reader.app.headlines.title == "Ungelesen")
            await reader.quiet()
            shown = "\n".join(screen_lines(reader.app))
            for words in ("Heute", "Gemerkt", "neueste zuerst", "weiterlesen", "Hilfe"):
                assert words in shown
            for words in ("Unread", "Saved", "newest", "read on"):
                assert words not in shown
    finally:
        use_language("en")
