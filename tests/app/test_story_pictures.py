"""Which pictures of a story are asked for: those near the screen, each once."""

from __future__ import annotations

from dataclasses import replace

from reader.app.panes.story.story_pictures import StoryPictures
from reader.app.terminal.graphics import BLOCKS, KITTY
from reader.app.terminal.pictures import NOTHING, half_blocks
from reader.model.article import Article, Block, BlockKind, Origin, Provenance
from reader.model.picture import Picture
from reader.typesetting.line import Layout
from reader.typesetting.measure import frame
from reader.typesetting.story_layout import lay_out
from reader.typesetting.styled_text import Setting

SITE = "https://a.example"
TOP = range(22)


def story() -> Article:
    words = Block(BlockKind.PARAGRAPH, "Words and nothing but words. " * 60)
    image = Block(BlockKind.IMAGE, "The quay.", url=f"{SITE}/1.jpg", width=800, height=200)
    blocks = (image, *[words] * 9, replace(image, url=f"{SITE}/2.jpg"))
    return Article("Pictures", blocks, Provenance(Origin.FEED))


STORY = story()
LAYOUT: Layout = lay_out(STORY, frame(80), setting=Setting(pictures=16))
END = range(len(LAYOUT.lines) - 22, len(LAYOUT.lines))


def asked(pictures: StoryPictures, visible: range, measure: int = 68) -> list[str]:
    wanted = pictures.missing(STORY, LAYOUT, visible, measure, BLOCKS)
    return [one.url.removeprefix(SITE) for one in wanted]


def test_only_what_is_near_the_screen_is_asked_for_and_only_once() -> None:
    pictures = StoryPictures()
    assert asked(pictures, TOP) == ["/1.jpg"]
    assert asked(pictures, TOP) == []
    assert asked(pictures, END) == ["/2.jpg"]


def test_what_has_come_is_drawn_and_not_asked_for_again() -> None:
    pictures = StoryPictures()
    asked(pictures, TOP)
    drawn = half_blocks(Picture(2, 2, b"\xff" * 12))
    pictures.take({0: drawn})
    assert pictures.rows == {0: drawn.rows}
    asked(pictures, END)
    assert asked(pictures, TOP) == []
    pictures.begin()
    assert pictures.rows == {}
    assert asked(pictures, TOP) == ["/1.jpg"]


def test_another_measure_or_brush_asks_again() -> None:
    pictures = StoryPictures()
    pictures.missing(STORY, LAYOUT, TOP, 68, BLOCKS)
    pictures.take({0: half_blocks(Picture(2, 2, b"\xff" * 12))})
    (wanted,) = pictures.missing(STORY, LAYOUT, TOP, 68, KITTY)
    assert (wanted.block, wanted.url) == (0, f"{SITE}/1.jpg")
    assert pictures.rows == {}


def test_what_could_not_be_had_gets_a_band_in_any_story() -> None:
    pictures = StoryPictures()
    assert pictures.refuse(STORY, {0: NOTHING, 10: half_blocks(Picture(1, 1, b"\0\0\0"))}) == {0}
    pictures.begin()
    assert pictures.banded == {f"{SITE}/1.jpg"}


def test_without_room_for_pictures_none_is_asked_for() -> None:
    layout = lay_out(STORY, frame(80))
    assert StoryPictures().missing(STORY, layout, TOP, 68, BLOCKS) == ()
