"""The article's scrollbar: a thin track and a half-cell thumb, the pane's only progress mark."""

from __future__ import annotations

from typing import ClassVar

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender


class ThinBar(ScrollBarRender):
    """Draws with letters instead of grounds, so that it stays thin and works without colour."""

    HEAD: ClassVar[int] = 0
    """Rows left free at the top."""

    @classmethod
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,
        back_color: Color = Color.default(),  # noqa: B008 - immutable
        bar_color: Color = Color.default(),  # noqa: B008 - immutable
    ) -> Segments:
        """Return the bar; `back_color` is the track's colour, `bar_color` the thumb's."""
        start = end = 0
        size -= cls.HEAD
        if window_size and virtual_size > window_size:
            length = max(1, round(size * window_size / virtual_size))
            start = round((size - length) * position / (virtual_size - window_size))
            end = start + length
        above = Segment("▕", Style(color=back_color, meta={"@mouse.down": "scroll_up"}))
        below = Segment("▕", Style(color=back_color, meta={"@mouse.down": "scroll_down"}))
        thumb = Segment("▐", Style(color=bar_color, meta={"@mouse.down": "grab"}))
        rows = [above] * start + [thumb] * (end - start) + [below] * (size - end)
        return Segments([Segment(" ")] * cls.HEAD + rows, new_lines=True)


class BelowHead(ThinBar):
    """The same below a row that does not scroll."""

    HEAD = 1


def draw_with(bar: ScrollBar, drawing: type[ThinBar]) -> None:
    """Let a scrollbar be drawn so."""
    bar.renderer = drawing  # type: ignore[misc]  # a ClassVar that Textual's guide sets on one bar
