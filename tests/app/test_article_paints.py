"""What a key costs: one paint of the pane, and only lines that were not drawn yet are drawn."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from reader.app.drawing.layout_drawing import LayoutDrawing
from reader.app.drawing.layout_rows import LayoutRows
from reader.app.panes.headlines.pane import HeadlinesPane
from reader.app.panes.sidebar import SourcesPane
from reader.app.panes.status import StatusLine
from reader.app.panes.story.pane import ArticlePane
from reader.typesetting.line import Line
from tests.app.driving import driven
from tests.app.stage import staged
from tests.app.stories import NOON, long_story
from tests.fakes import FakeClock

ROWS = 24


class Counting(ArticlePane):
    """Counts the rows it is asked for."""

    def __init__(self) -> None:
        super().__init__(clock=FakeClock(NOON), id="pane")
        self.painted = 0

    def render_line(self, y: int) -> Strip:
        self.painted += 1
        return super().render_line(y)


class Lines(LayoutRows):
    """Counts the lines that had to be drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drew = 0

    def draw_with(self, drawing: LayoutDrawing) -> None:
        draw = drawing.strip

        def counted(line: Line, *, code: int = 0, mark: str = "") -> Strip:
            self.drew += 1
            return draw(line, code=code, mark=mark)

        drawing.strip = counted  # type: ignore[method-assign]  # counted on its way
        super().draw_with(drawing)


@asynccontextmanager
async def counted() -> AsyncIterator[tuple[Counting, Lines, Pilot[None]]]:
    pane, lines = Counting(), Lines()
    pane.drawn = lines
    async with staged(pane, (80, ROWS)) as (_app, pilot):
        pane.show(long_story())
        await pilot.pause()
        pane.painted = lines.drew = 0
        yield pane, lines, pilot


async def test_a_line_down_paints_once_and_draws_one_line() -> None:
    async with counted() as (pane, lines, pilot):
        for step in range(1, 6):
            pane.line(1)
            await pilot.pause()
            assert pane.painted <= step * ROWS
            assert lines.drew == step


async def test_a_line_back_draws_nothing() -> None:
    async with counted() as (pane, lines, pilot):
        pane.line(3)
        await pilot.pause()
        lines.drew = 0
        pane.line(-3)
        await pilot.pause()
        assert lines.drew == 0


async def test_a_page_on_draws_the_lines_that_come_and_the_marked_one() -> None:
    async with counted() as (pane, lines, pilot):
        before = pane.top_line
        assert pane.page_on()
        await pilot.pause()
        moved = pane.top_line - before
        assert moved >= ROWS - 4
        assert pane.painted <= 2 * ROWS
        assert lines.drew == moved + 1


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
        reader.app.animation_level = "none"  # a mark that goes away paints when it likes
        await reader.press("enter")
        await reader.pilot.pause(0.2)
        for key in ("j", "k", "space", "b", "right_square_bracket"):
            painted.clear()
            await reader.press(key)
            assert set(painted) == {"ArticlePane"}
            assert len(painted) <= 36
