"""What a key costs: one paint of the pane, and only lines that were not drawn yet are drawn."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import current_thread, main_thread
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from reader.app.panes.headlines.pane import HeadlinesPane
from reader.app.panes.sidebar import SourcesPane
from reader.app.panes.status import StatusLine
from reader.app.panes.story import view as article_view
from reader.app.panes.story.pane import ArticlePane
from reader.model.article import Article, Block, BlockKind, Origin, Provenance
from reader.typesetting.story_layout import lay_out
from tests.app.driving import driven
from tests.app.stage import staged
from tests.app.stories import NOON, long_story
from tests.fakes import FakeClock

ROWS = 24


class Counting(ArticlePane):
    """Counts the rows it is asked for, and the lines it had to draw."""

    def __init__(self) -> None:
        super().__init__(clock=FakeClock(NOON), id="pane")
        self.painted = 0
        self.drawn: list[int] = []

    def render_line(self, y: int) -> Strip:
        self.painted += 1
        return super().render_line(y)

    def _line_strip(self, number: int) -> Strip:
        if number not in self._strips:
            self.drawn.append(number)
        return super()._line_strip(number)


@asynccontextmanager
async def counted() -> AsyncIterator[tuple[Counting, Pilot[None]]]:
    pane = Counting()
    async with staged(pane, (80, ROWS)) as (_app, pilot):
        pane.show(long_story())
        await pilot.pause()
        pane.painted, pane.drawn = 0, []
        yield pane, pilot


async def test_a_line_down_paints_once_and_draws_one_line() -> None:
    async with counted() as (pane, pilot):
        for step in range(1, 6):
            pane.line(1)
            await pilot.pause()
            assert pane.painted <= step * ROWS
            assert len(pane.drawn) == step


async def test_a_line_back_draws_nothing() -> None:
    async with counted() as (pane, pilot):
        pane.line(3)
        await pilot.pause()
        pane.drawn = []
        pane.line(-3)
        await pilot.pause()
        assert pane.drawn == []


async def test_a_page_on_draws_the_lines_that_come_and_the_marked_one() -> None:
    async with counted() as (pane, pilot):
        before = pane.top_line
        assert pane.page_on()
        await pilot.pause()
        moved = pane.top_line - before
        assert moved >= ROWS - 4
        assert pane.painted <= 2 * ROWS
        assert len(pane.drawn) == moved + 1


def huge() -> Article:
    words = "A long line of words that goes on and on, “as long as it can,” said nobody. " * 12
    blocks = tuple(Block(BlockKind.PARAGRAPH, words) for _ in range(1_100))
    assert sum(len(block.text) for block in blocks) > 1_000_000
    return Article("A megabyte", blocks, Provenance(Origin.FEED))


async def test_a_megabyte_is_laid_out_beside_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    on_the_loop: list[int] = []

    def watched(article: Article, *rest: object, **more: object) -> object:
        if current_thread() is main_thread():
            on_the_loop.append(sum(len(block.text) for block in article.blocks))
        return lay_out(article, *rest, **more)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(article_view, "lay_out", watched)
    pane = Counting()
    async with staged(pane, (80, ROWS)) as (_app, pilot):
        pane.show(huge())
        await pilot.pause()
        assert any("A long line" in pane.render_line(y).text for y in range(ROWS))
        while not pane.progress():
            await pilot.pause(0.02)
        assert sum(on_the_loop) < 12_000
        pane.end()
        await pilot.pause()
        assert pane.at_end


async def test_in_the_whole_reader_a_key_of_reading_paints_the_story_alone_and_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[str] = []
    for pane in (ArticlePane, HeadlinesPane, SourcesPane, StatusLine):
        whole = pane.render_line

        def counted(self: Widget, y: int, whole: Any = whole) -> Strip:
            painted.append(type(self).__name__)
            strip: Strip = whole(self, y)
            return strip

        monkeypatch.setattr(pane, "render_line", counted)
    async with driven(size=(120, 36)) as reader:
        await reader.beside(1)
        await reader.press("enter")
        await reader.pilot.pause(0.2)
        for key in ("j", "k", "space", "b", "right_square_bracket"):
            painted.clear()
            await reader.press(key)
            assert set(painted) == {"ArticlePane"}
            assert len(painted) <= 36
