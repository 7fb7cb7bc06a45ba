"""What a source altered in a story, shown in its place."""

from __future__ import annotations

from dataclasses import replace

from reader.model.article import SpanStyle
from tests.app.stories import made_up
from tests.session.driving import SessionDriver


def test_a_key_shows_what_the_source_altered_and_the_story_again() -> None:
    reader = SessionDriver()
    story = reader.window.headlines.story
    first, *others = made_up(story).blocks
    older = replace(first, text=first.text.replace("nobody", "everybody"))
    reader.newsroom.earlier[story] = replace(made_up(story), blocks=(older, *others))
    reader.press("enter", "D")
    shown = reader.window.article.article
    assert shown is not None
    assert {span.style for span in shown.blocks[0].spans} == {
        SpanStyle.DELETED,
        SpanStyle.INSERTED,
    }
    assert "everybody nobody" in shown.blocks[0].text
    assert "Altered 4 min ago · words: 1 out, 1 in" in reader.fact
    reader.press("D")
    assert reader.window.article.article == made_up(story)


def test_the_place_in_the_story_is_not_lost_among_its_versions() -> None:
    reader = SessionDriver(size=(80, 14))
    story = reader.window.headlines.story
    reader.newsroom.earlier[story] = replace(made_up(story), blocks=made_up(story).blocks[:2])
    reader.press("enter", "pagedown", "pagedown")
    place = reader.window.article.position()
    reader.press("D", "pagedown", "D")
    assert reader.window.article.position() == place


def test_a_story_that_was_not_altered_says_so() -> None:
    reader = SessionDriver()
    reader.press("D")
    assert "has not altered" in reader.fact
