from __future__ import annotations

from tests.app.driving import Driver, driven
from tests.app.stage import screen_lines


async def typed(reader: Driver, *keys: str) -> None:
    """Type as fast as a person who knows it by heart."""
    for key in keys:
        await reader.pilot.press(key)
    await reader.quiet()


async def choose(reader: Driver, key: str) -> None:
    """Put the cursor of the sidebar on a line."""
    await reader.press("h")
    while (item := reader.window.sources.item) and item.key != key:
        await reader.press("j")


async def palette(reader: Driver, words: str) -> None:
    """Type into the palette and take the first that fits."""
    keys = ["space" if letter == " " else letter for letter in words]
    await typed(reader, "colon", *keys, "enter")
    await reader.until(lambda: reader.app.screen is reader.window.main)
    await reader.quiet()


async def test_a_source_gets_another_name() -> None:
    async with driven() as reader:
        await choose(reader, "feed:1")
        await palette(reader, "rename this")
        assert "New name for Harbour Lamp" in "\n".join(screen_lines(reader.app))
        assert reader.window.ask_line.field.value == "Harbour Lamp"
        await typed(reader, "ctrl+u", *"Lamp", "enter")
        assert reader.newsroom.calls[-1] == ("change_source", 1, {"title": "Lamp"})
        assert reader.fact == "Lamp changed"
        assert "z undo" in screen_lines(reader.app)[-1]


async def test_an_empty_name_is_the_sources_own_and_the_same_one_changes_nothing() -> None:
    async with driven() as reader:
        await choose(reader, "feed:1")
        await palette(reader, "rename this")
        await typed(reader, "enter")
        assert not any(call[0] == "change_source" for call in reader.newsroom.calls)
        await palette(reader, "rename this")
        await typed(reader, "ctrl+u", "enter")
        assert reader.newsroom.calls[-1] == ("change_source", 1, {"title": None})


async def test_a_source_moves_into_a_folder_whose_name_is_completed() -> None:
    async with driven() as reader:
        await choose(reader, "feed:1")
        await palette(reader, "move this source")
        assert reader.window.ask_line.field.value == "Coast"
        await typed(reader, "ctrl+u", *"cr", "tab", "enter")
        assert reader.newsroom.calls[-1] == ("change_source", 1, {"folder": "Craft"})


async def test_a_folder_is_renamed_as_one_step() -> None:
    async with driven() as reader:
        await choose(reader, "folder:Coast")
        await palette(reader, "rename this")
        await typed(reader, "ctrl+u", *"Shore", "enter")
        assert reader.newsroom.calls[-1] == ("rename_folder", "Coast", "Shore")


async def test_without_a_source_nothing_is_asked() -> None:
    async with driven() as reader:
        for words in ("rename this", "move this source", "remove this"):
            await palette(reader, words)
            assert not reader.window.ask_line.typing
            assert reader.fact == "Choose a source in the sidebar first."


async def test_when_the_last_source_has_gone_the_list_says_how_to_add_one() -> None:
    async with driven() as reader:
        reader.newsroom.leave_everything()
        await reader.press("full_stop")
        await reader.until(lambda: "No sources yet." in "\n".join(screen_lines(reader.app)))
        assert "add a source" in "\n".join(screen_lines(reader.app))
