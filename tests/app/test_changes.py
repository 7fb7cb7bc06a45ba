"""What a source altered in a story, shown in its place."""

from __future__ import annotations

from dataclasses import replace

from reader.model.article import SpanStyle
from tests.app.driving import driven
from tests.app.stage import screen_lines
from tests.app.stories import made_up


async def test_a_key_shows_what_the_source_altered_and_the_story_again() -> None:
    async with driven() as reader:
        story = reader.app.headlines.story
        first, *others = made_up(story).blocks
        older = replace(first, text=first.text.replace("nobody", "everybody"))
        reader.newsroom.earlier[story] = replace(made_up(story), blocks=(older, *others))
        await reader.press("enter", "D")
        shown = reader.app.article.article
        assert shown is not None
        assert {span.style for span in shown.blocks[0].spans} == {
            SpanStyle.DELETED,
            SpanStyle.INSERTED,
        }
        assert "everybody nobody" in shown.blocks[0].text
        assert "Altered 4 min ago · words: 1 out, 1 in" in reader.fact
        await reader.press("D")
        assert reader.app.article.article == made_up(story)


async def test_the_place_in_the_story_is_not_lost_among_its_versions() -> None:
    async with driven(size=(80, 14)) as reader:
        story = reader.app.headlines.story
        reader.newsroom.earlier[story] = replace(made_up(story), blocks=made_up(story).blocks[:2])
        await reader.press("enter", "pagedown", "pagedown")
        place = reader.app.article.position()
        await reader.press("D", "pagedown", "D")
        assert reader.app.article.position() == place


async def test_a_story_that_was_not_altered_says_so() -> None:
    async with driven() as reader:
        await reader.press("D")
        assert "has not altered" in reader.fact


async def test_details_tell_where_a_text_is_from_and_what_was_altered() -> None:
    async with driven() as reader:
        story = reader.app.headlines.story
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
