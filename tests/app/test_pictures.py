"""Pictures in a story: half blocks or Kitty's placeholders, asked for only near the screen."""

from __future__ import annotations

import base64
import random
import re
import zlib
from dataclasses import replace

import pytest
from textual.message import Message

from reader.app.panes.story.pane import ArticlePane
from reader.app.terminal.graphics import KITTY
from reader.app.terminal.picture_placeholders import placeholders
from reader.app.terminal.pictures import NOTHING, box_of, half_blocks, kitty
from reader.model.article import Article, Block, BlockKind, Origin, Provenance
from reader.model.picture import Picture
from reader.typesetting.styled_text import Setting
from tests.app.stage import screen_lines, staged
from tests.app.stories import NOON
from tests.fakes import FakeClock

SITE = "https://a.example"
RED, BLUE = b"\xff\0\0", b"\0\0\xff"


def story() -> Article:
    words = Block(BlockKind.PARAGRAPH, "Words and nothing but words. " * 60)
    image = Block(BlockKind.IMAGE, "The quay.", url=f"{SITE}/1.jpg", width=800, height=200)
    blocks = (image, *[words] * 9, replace(image, url=f"{SITE}/2.jpg"))
    return Article("Pictures", blocks, Provenance(Origin.FEED))


def test_half_blocks_have_two_pixels_a_cell() -> None:
    drawn = half_blocks(Picture(2, 3, RED + BLUE + BLUE + BLUE + RED + RED))
    assert [[segment.text for segment in row] for row in drawn.rows] == [["▀", "▀"], ["▀▀"]]
    first, second = drawn.rows[0]
    assert str(first.style) == "#ff0000 on #0000ff"
    assert str(second.style) == "#0000ff on #0000ff"
    assert str(drawn.rows[1][0].style) == "#ff0000"
    assert drawn.sent == ""


def test_placeholders_tell_the_terminal_the_pixels_and_where_they_stand() -> None:
    wide, high = box_of(30, 8, KITTY)
    picture = Picture(wide, high, random.Random(1).randbytes(wide * high * 3))
    drawn = kitty(picture, 0x0102)
    assert len(drawn.rows) == 8
    assert [row[0].text for row in drawn.rows] == placeholders("\U0010eeee", 8, 30)
    assert {str(row[0].style) for row in drawn.rows} == {"#000102"}
    commands = re.findall("\x1b_G([^;]*);([A-Za-z0-9+/=]*)\x1b\\\\", drawn.sent)
    assert "".join(f"\x1b_G{facts};{data}\x1b\\" for facts, data in commands) == drawn.sent
    assert commands[0][0].startswith("a=T,U=1,q=2,")
    assert "i=258," in commands[0][0]
    assert [facts[-3:] for facts, _data in commands] == ["m=1"] * (len(commands) - 1) + ["m=0"]
    assert all(len(data) <= 4096 for _facts, data in commands)
    data = base64.b64decode("".join(data for _facts, data in commands))
    assert zlib.decompress(data) == picture.pixels


class Asking(ArticlePane):
    """Remembers which pictures it asked for."""

    def __init__(self) -> None:
        super().__init__(clock=FakeClock(NOON), id="pane")
        self.wanted: list[str] = []

    def post_message(self, message: Message) -> bool:
        if isinstance(message, ArticlePane.PicturesWanted):
            self.wanted += [one.url for one in message.wanted]
        return super().post_message(message)


@pytest.mark.parametrize("most", [0, 16])
async def test_nothing_is_asked_for_without_leave_and_then_only_what_is_near(most: int) -> None:
    pane = Asking()
    async with staged(pane, (80, 24)) as (_app, pilot):
        pane.setting = Setting(pictures=most)
        await pilot.pause()
        pane.show(story())
        await pilot.pause()
        assert pane.wanted == ([f"{SITE}/1.jpg"] if most else [])
        pane.end()
        await pilot.pause()
        assert pane.wanted == ([f"{SITE}/1.jpg", f"{SITE}/2.jpg"] if most else [])


async def test_a_picture_takes_the_room_kept_for_it_and_nothing_moves() -> None:
    pane = ArticlePane(clock=FakeClock(NOON), id="pane")
    async with staged(pane, (80, 40)) as (app, pilot):
        pane.setting = Setting(pictures=16)
        await pilot.pause()
        pane.show(story())
        await pilot.pause()
        before = screen_lines(app)
        assert any("▣  image  800 × 200" in line for line in before)
        picture = Picture(68, 16, RED * 68 * 16)
        pane.put_pictures(pane.article or story(), {0: half_blocks(picture)})
        await pilot.pause()
        after = screen_lines(app)
        drawn = [at for at, line in enumerate(after) if "▀" * 68 in line]
        assert len(drawn) == 8
        kept = [at for at, line in enumerate(before) if "The quay." in line]
        assert kept == [at for at, line in enumerate(after) if "The quay." in line]
        assert drawn[-1] < kept[0]
        assert [x for at, x in enumerate(after) if at not in drawn and "▣" not in before[at]] == [
            x for at, x in enumerate(before) if at not in drawn and "▣" not in x
        ]


async def test_a_picture_of_another_story_is_dropped() -> None:
    pane = ArticlePane(clock=FakeClock(NOON), id="pane")
    async with staged(pane, (80, 40)) as (app, pilot):
        pane.setting = Setting(pictures=16)
        await pilot.pause()
        pane.show(story())
        await pilot.pause()
        pane.put_pictures(story(), {0: half_blocks(Picture(4, 4, RED * 16))})
        await pilot.pause()
        assert not any("▀▀▀▀" in line for line in screen_lines(app))


async def test_a_picture_that_cannot_be_had_moves_nothing_and_is_a_band_from_then_on() -> None:
    pane = ArticlePane(clock=FakeClock(NOON), id="pane")
    async with staged(pane, (80, 40)) as (app, pilot):
        pane.setting = Setting(pictures=16)
        await pilot.pause()
        shown = story()
        pane.show(shown)
        await pilot.pause()
        before = screen_lines(app)
        lines = pane.drawn.layout.lines
        room = [line for line in lines if line.block == 0 and line.picture]
        assert len(room) == 8
        pane.put_pictures(shown, {0: NOTHING})
        await pilot.pause()
        assert screen_lines(app) == before
        pane.end()
        await pilot.pause()
        last = screen_lines(app)
        pane.put_pictures(shown, {0: NOTHING})
        await pilot.pause()
        assert screen_lines(app)[:-2] == last[:-2]
        pane.show(shown)
        await pilot.pause()
        after = [line for line in pane.drawn.layout.lines if line.block == 0]
        assert not any(line.picture for line in after)
