"""The rows of a laid-out text as they are drawn, each kept until it would look different."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.drawing.layout_drawing import LayoutDrawing
from reader.app.drawing.layout_search import Hit, hits_on
from reader.typesetting.line import Layout
from reader.typesetting.measure import Frame, frame

CODE_STEP = 8
"""Cells that code is scrolled sideways at once."""
_CONTEXT = "╌"
"""Stands beside the line that was the last one before a page was turned."""
_UNDERLINE = Style(underline=True)


class LayoutRows:
    """Draws the lines of one layout when they are first asked for, with marks laid over them."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.frame = frame(80)
        self.drawing: LayoutDrawing | None = None
        """How lines are drawn in the present theme; None before there is one."""
        self.pictures: Mapping[int, Sequence[Sequence[Segment]]] = {}
        """Rows of the pictures there are, by block; the next drawing has them."""
        self.hits: Sequence[Hit] = ()
        self.code = 0
        """Cells that code is scrolled to the left."""
        self._marked_quote = -1
        self._context_line = -1
        self._strips: dict[int, Strip] = {}

    def take(self, layout: Layout, columns: Frame) -> None:
        """Draw another layout from now on."""
        self.layout, self.frame = layout, columns
        self._strips.clear()

    def draw_with(self, drawing: LayoutDrawing) -> None:
        """Draw every line anew, in another theme or with other signs."""
        self.drawing = drawing
        drawing.pictures = self.pictures
        self._strips.clear()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Mark these found words."""
        self.hits = hits
        self._strips.clear()

    def mark(self, *, quote: int = -1, context_line: int = -1) -> None:
        """Mark a quote, or a line in the margin, and nothing else; -1 for none."""
        for line in (self._context_line, context_line):
            self._strips.pop(line, None)
        if self._marked_quote >= 0 or quote >= 0:
            self._strips.clear()
        self._marked_quote, self._context_line = quote, context_line

    def scroll_code(self, steps: int) -> bool:
        """Scroll code sideways; False if there is none, or it is at that end already."""
        widest = max((line.code for line in self.layout.lines), default=0)
        furthest = max(0, widest - self.frame.measure + 4)
        code = max(0, min(furthest, self.code + CODE_STEP * steps))
        if code == self.code:
            return False
        self.code = code
        self._strips.clear()
        return True

    def strip(self, number: int) -> Strip:
        """Return the drawn line of that number; there must be a drawing and such a line."""
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._draw(number)
        return strip

    def _draw(self, number: int) -> Strip:
        assert self.drawing
        line = self.layout.lines[number]
        mark = _CONTEXT if number == self._context_line else ""
        strip = self.drawing.strip(line, code=self.code, mark=mark)
        hits = hits_on(self.hits, number)
        for style, start, end in self.drawing.overlays(line, number, hits, self._marked_quote):
            strip = styled(strip, style, start, end)
        return strip


def styled(strip: Strip, style: Style, start: int, end: int) -> Strip:
    """Lay a style over the cells from `start` to `end`."""
    parts = [strip.crop(0, start), strip.crop(start, end), strip.crop(end, strip.cell_length)]
    middle = [Segment(text, (own or Style()) + style, control) for text, own, control in parts[1]]
    return Strip.join([parts[0], Strip(middle, parts[1].cell_length), parts[2]])


def underlined(strip: Strip, key: str, value: object) -> Strip:
    """Underline the cells whose meta has this value for this key."""
    segments = [
        Segment(text, style + _UNDERLINE, control)
        if style and key in style.meta and style.meta[key] == value
        else Segment(text, style, control)
        for text, style, control in strip
    ]
    return Strip(segments, strip.cell_length)
