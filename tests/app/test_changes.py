"""What a source altered in a story, shown in its place."""

from __future__ import annotations

from dataclasses import replace

from tests.app.driving import driven
from tests.app.stage import screen_lines
from tests.app.stories import made_up


async def test_details_tell_where_a_text_is_from_and_what_was_altered() -> None:
    async with driven() as reader:
        story = reader.window.headlines.story
        first, *others = made_up(story).blocks
        older = replace(first, text=first.text.replace("nobody", "everybody"))
        reader.newsroom.earlier[story] = replace(made_up(story), blocks=(older, *others))
        await reader.press("enter", "i")
        shown = "\n".join(screen_lines(reader.app))
        assert "text of the feed" in shown
        assert "Altered 4 min ago · words: 1 out, 1 in" in shown


async def test_details_of_all_sources_tell_how_many_stories_are_whole() -> None:
    async with driven() as reader:
        await reader.press("h", "i")
        assert "stories, " in "\n".join(screen_lines(reader.app))
