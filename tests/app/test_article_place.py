"""The pane keeps its place; every place and every change: see `test_reading_place.py`."""

from __future__ import annotations

from reader.app.panes.story.crumb import Crumb
from reader.app.panes.story.pane import ArticlePane
from reader.model.palette import CONTRAST, LAMPLIGHT
from reader.model.story import Position
from reader.typesetting.styled_text import Setting
from tests.app.stage import staged
from tests.app.stories import NOON, lamps, long_story
from tests.fakes import FakeClock

CHANGES: tuple[tuple[str, object, object], ...] = (
    ("lens", False, True),
    ("measure", 48, 68),
    ("measure", 88, 68),
    ("reading_view", True, False),
    ("setting", Setting(pictures=16), Setting()),
    ("setting", Setting(smart=False), Setting()),
    ("crumb", Crumb("q", "Unread", "1 of 5"), None),
    ("next_title", "Another story", ""),
    ("hyperlinks", True, False),
)


def pane() -> ArticlePane:
    return ArticlePane(clock=FakeClock(NOON), id="pane")


def on_top(view: ArticlePane, place: Position) -> bool:
    """Whether the words at `place` stand on the first line with words, or the end is in the way."""
    lines = view.drawn.layout.lines
    line = view.drawn.layout.line_of(place.block, place.offset)
    above = lines[view.top_line : line]
    return view.at_end or (line >= view.top_line and all(one.at < 0 for one in above))


async def test_the_words_on_top_stay_there_and_come_back_to_the_same_row() -> None:
    view = pane()
    async with staged(view, (120, 20)) as (_app, pilot):
        view.show(long_story())
        await pilot.pause()
        view.scroll_to_line(64)
        await pilot.pause()
        place, top = view.position(), view.top_line
        for name, value, usual in CHANGES:
            setattr(view, name, value)
            await pilot.pause()
            assert on_top(view, place), name
            setattr(view, name, usual)
            await pilot.pause()
            assert (view.top_line, view.position()) == (top, place), name


async def test_another_theme_moves_nothing() -> None:
    view = pane()
    async with staged(view, (120, 20), LAMPLIGHT) as (app, pilot):
        view.show(lamps())
        await pilot.pause()
        view.line(11)
        await pilot.pause()
        before = [view.render_line(y).text for y in range(20)]
        app.theme = CONTRAST
        await pilot.pause()
        assert [view.render_line(y).text for y in range(20)] == before


async def test_a_drag_over_wrapped_lines_copies_running_text() -> None:
    view = pane()
    async with staged(view, (60, 40)) as (app, pilot):
        view.show(lamps())
        await pilot.pause()
        rows = [view.render_line(y).text for y in range(40)]
        first = next(y for y, text in enumerate(rows) if "I only came" in text)
        start, end = rows[first].index("I only"), rows[first + 2].index("match") + 4
        await pilot.mouse_down(view, offset=(start, first))
        await pilot.hover(view, offset=(end, first + 2))
        await pilot.mouse_up(view, offset=(end, first + 2))
        assert app.screen.get_selected_text() == (
            'I only came to read the meter," said Piet Arends, the inspector who found the tap '
            'shut. "Then someone handed me a match'
        )
