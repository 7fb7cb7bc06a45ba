"""Where signs are plain: nothing else is on any screen, and everything stays where it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.app.looks.plain_cells import plain_cells
from reader.typesetting.cells import width
from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines

KEYS = (
    *("v", "v", "enter", "f", "q", "quotation_mark", "tab", "q"),
    *("slash", "s", "t", "escape", "h", "l", "colon", "escape", "question_mark", "escape", "a"),
)


def test_a_plain_sign_takes_the_cell_of_the_other() -> None:
    signs = "▏▕▐▎▌┃╎─╌━●•◆◌✓▸▾‹›…·“”‘’–—×↑↓←→↵▄▀╭╮╰╯"
    assert plain_cells(signs).isascii()
    assert width(plain_cells(signs)) == width(signs)
    assert plain_cells("Žluťoučký 海 « »") == "Žluťoučký 海 « »"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_every_screen_is_plain_where_signs_are(size: tuple[int, int]) -> None:
    newsroom = FakeNewsroom()
    newsroom.config = replace(newsroom.config, ambiguous_width=2)
    async with driven(newsroom, size=size) as reader:
        for key in ("", *KEYS):
            await reader.press(*filter(None, [key]))
            signs = {sign for line in screen_lines(reader.app) for sign in line}
            assert {sign for sign in signs if not sign.isascii()} == set(), key


async def test_signs_change_while_the_reader_runs() -> None:
    async with driven() as reader:
        before = screen_lines(reader.app)
        assert "▏" in before[1]
        reader.newsroom.config = replace(reader.newsroom.config, glyphs="ascii")
        reader.app.looks.dress()
        await reader.until(lambda: "\n".join(screen_lines(reader.app)).isascii())
        reader.newsroom.config = replace(reader.newsroom.config, glyphs="unicode")
        reader.app.looks.dress()
        await reader.until(lambda: screen_lines(reader.app) == before)
