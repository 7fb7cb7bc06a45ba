from __future__ import annotations

from tests.app.driving import Driver, driven
from tests.app.stage import screen_lines


async def typed(reader: Driver, *keys: str) -> None:
    """Type as fast as a person who knows it by heart."""
    for key in keys:
        await reader.pilot.press(key)
    await reader.quiet()


def tags(reader: Driver, story: int = 1) -> tuple[str, ...]:
    return reader.newsroom.rows[story].tags


def screen(reader: Driver) -> str:
    return "\n".join(screen_lines(reader.app))


async def test_t_tags_a_story_and_shows_it_everywhere_until_it_is_undone() -> None:
    async with driven() as reader:
        await reader.press("enter")
        await typed(reader, "t", *"ships harbour", "enter")
        assert tags(reader) == ("ships", "harbour")
        assert reader.fact == "Tagged #ships #harbour"
        await reader.until(lambda: screen(reader).count("#harbour") >= 3)  # status, sidebar, head
        shown = screen(reader)
        assert "▾ Tags" in shown
        assert "min · #ships #harbour" in shown, "in the story's head"
        assert "Harbour Lamp · #ships" in shown, "in its row, as far as there is room"
        assert "z undo" in shown
        await reader.press("z")
        await reader.until(lambda: screen(reader).count("#ships") == 1)
        assert reader.fact == "Undone: Tagged #ships #harbour"
        assert tags(reader) == ()


async def test_the_field_holds_the_tags_and_what_is_taken_out_is_gone() -> None:
    async with driven() as reader:
        await typed(reader, "t", *"ships harbour", "enter")
        await reader.until(lambda: "harbour" in screen(reader))
        await typed(reader, "t")
        assert reader.window.ask_line.field.value == "ships harbour "
        await typed(reader, "ctrl+w", "enter")
        assert tags(reader) == ("ships",)
        await typed(reader, "t", "ctrl+u", "enter")
        assert tags(reader) == ()
        assert reader.fact == "No tags any more"
        await reader.press("z", "z")
        assert tags(reader) == ("ships", "harbour")


async def test_known_tags_are_offered_and_completed() -> None:
    async with driven() as reader:
        await typed(reader, "t", *"harbour ships", "enter")
        await reader.until(lambda: bool(reader.session.sidebar.tag_names))
        await reader.press("j")
        await typed(reader, "t")
        assert "harbour · ships" in screen(reader)
        await typed(reader, *"har", "tab")
        assert reader.window.ask_line.field.value == "harbour"
        await typed(reader, "space", *"#s", "tab", "enter")
        assert tags(reader, 2) == ("harbour", "ships")


async def test_a_search_for_a_tag_finds_its_stories_and_says_that_it_can() -> None:
    async with driven() as reader:
        await reader.press("slash")
        assert "#tag" not in screen(reader), "there is none to ask for"
        await reader.press("escape")
        await typed(reader, "t", *"ships", "enter")
        await reader.until(lambda: bool(reader.session.sidebar.tag_names))
        await reader.press("slash")
        assert "#tag" in screen(reader)
        await typed(reader, *"#ships")
        await reader.until(lambda: list(reader.window.headlines.ids) == [1])


async def test_a_tag_in_the_sidebar_lists_its_stories_read_or_not() -> None:
    async with driven() as reader:
        await typed(reader, "t", *"ships", "enter")
        await reader.until(lambda: "#ships" in screen(reader))
        await reader.press("u", "h")
        while (item := reader.window.sources.item) and item.key != "tag:ships":
            await reader.press("j")
        await reader.press("enter")
        await reader.until(lambda: reader.session.list.current.key == "tag:ships")
        await reader.quiet()
        assert list(reader.window.headlines.ids) == [1]
        assert "t tags" in screen_lines(reader.app)[-1]
        await reader.press("h", "k", "h")
        assert "tag:ships" not in [item.key for item in reader.window.sources.items], "folded"
