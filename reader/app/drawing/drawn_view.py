"""A pane drawn by lines: each row comes from a cache of strips, none is a widget."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.app.drawing.glyphs import TYPOGRAPHIC, Glyphs
from reader.app.drawing.inks import Inks
from reader.app.drawing.layout_drawing import LINK, VOICE, LayoutDrawing
from reader.app.drawing.layout_search import Hit, hits_on
from reader.app.drawing.scroll_bar import ThinBar, draw_with
from reader.app.drawing.selected_text import selected_text
from reader.typesetting.line import Layout
from reader.typesetting.measure import Frame, frame

LINE = "line"
"""Key of the meta that holds the line a click jumps to."""
CHOOSABLE = (LINK, VOICE, LINE)
"""Keys of the meta of cells that a click does something with, and that are words."""
_UNDERLINE = Style(underline=True)


class DrawnView(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a `Layout`. Whoever makes one hands it to `take`."""

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    DrawnView {
        background: $bg;
        color: $text;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-background: $line;
        scrollbar-background-hover: $line;
        scrollbar-background-active: $line;
        scrollbar-color: $faint;
        scrollbar-color-hover: $muted;
        scrollbar-color-active: $accent;
    }
    """

    glyphs: var[Glyphs] = var(TYPOGRAPHIC, init=False)
    airy: var[bool] = var(True, init=False)
    """Whether an empty row stands above the lines."""
    underlined: var[bool] = var(False, init=False)
    """Without colour, quoted words are underlined: the terminal has no italic."""
    hyperlinks: var[bool] = var(False, init=False)
    """The terminal follows links by itself (OSC 8)."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._made = Layout()
        self._frame = frame(80)
        self._drawing: LayoutDrawing | None = None
        self._inks: Inks | None = None
        self._strips: dict[int, Strip] = {}
        self._hits: Sequence[Hit] = ()
        self._code = 0
        self._marked_quote = -1
        self._context_line = -1
        self._settling = False
        self._hovered: tuple[str, object] | None = None
        """What a click would choose now, as a key and value of its cells' meta."""

    def on_mount(self) -> None:
        """Take the thin scrollbar and follow the theme."""
        draw_with(self.vertical_scrollbar, ThinBar)
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.redraw())
        for name in ("glyphs", "underlined", "hyperlinks"):
            self.watch(self, name, self.redraw, init=False)
        self.lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out again; the place stays."""
        self.lay_out()

    def lay_out(self) -> None:
        """Make the lines for the width there is; they go to `take`."""

    @property
    def pointed_quote(self) -> int:
        """The quote that keys are for; -1 for none."""
        return -1

    @property
    def cursor_at(self) -> Offset:
        """On that quote while it is in sight; else on the first line, where reading goes on."""
        line = self._made.quote_lines.get(self.pointed_quote, -1)
        row = line - self.top_line if self.top_line <= line < self.top_line + self.rows else 0
        return Offset(self._frame.left, row + self.top_rows)

    @property
    def top_rows(self) -> int:
        """Rows above the lines, scrolled or not: one that is empty, where there is room."""
        return int(self.airy)

    @property
    def rows(self) -> int:
        """How many lines of the story are on screen at once."""
        return max(1, self.size.height - self.top_rows)

    @property
    def top_line(self) -> int:
        """The line at the top of the pane."""
        return round(self.scroll_y)

    def take(self, made: Layout, columns: Frame, line: int) -> None:
        """Draw these lines, `line` on top."""
        self._made, self._frame = made, columns
        self._settling = True
        height = len(made.lines) + self.top_rows
        self.virtual_size = Size(self.scrollable_content_region.width, height)
        self.scroll_to_line(line)
        self._settling = False
        self.redraw()

    def scroll_to_line(self, line: float) -> None:
        """Put a line on top, as far as there are lines below it."""
        # Forced, because Textual allows scrolling only once it has drawn the scrollbar.
        self.scroll_to(y=max(0, min(line, self.max_scroll_y)), animate=False, force=True)

    # Drawing

    def redraw(self) -> None:
        """Draw every line anew."""
        if not self.is_mounted:
            return
        colourless = self.app.no_color
        self._inks = Inks(
            self.app.theme_variables,
            self._made.voices,
            colourless=colourless,
            underlined=self.underlined,
        )
        glyphs = self.glyphs.without_colour() if colourless else self.glyphs
        self._drawing = LayoutDrawing(
            self._made, self._frame, self._inks, glyphs, hyperlinks=self.hyperlinks
        )
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row `y` of the pane."""
        width = self.scrollable_content_region.width
        number = self.top_line + y - self.top_rows
        if y < self.top_rows or number >= len(self._made.lines) or self._drawing is None:
            strip = Strip.blank(width)
        else:
            strip = self._line_strip(number).adjust_cell_length(width)
            strip = self._selected(number, strip.apply_offsets(0, number))
        if self._hovered:
            strip = self._underlined(strip)
        return strip.apply_style(self.rich_style)

    # Hovering

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Underline what a click would choose."""
        meta = event.style.meta
        self._hover(next(((key, meta[key]) for key in CHOOSABLE if key in meta), None))

    def on_leave(self) -> None:
        """Nothing is under the pointer."""
        self._hover(None)

    def _hover(self, found: tuple[str, object] | None) -> None:
        if found != self._hovered:
            self._hovered = found
            self.refresh()

    def _underlined(self, strip: Strip) -> Strip:
        assert self._hovered
        key, value = self._hovered
        segments = [
            Segment(text, style + _UNDERLINE, control)
            if style and key in style.meta and style.meta[key] == value
            else Segment(text, style, control)
            for text, style, control in strip
        ]
        return Strip(segments, strip.cell_length)

    def _line_strip(self, number: int) -> Strip:
        strip = self._strips.get(number)
        if strip is None:
            assert self._drawing
            assert self._inks
            line = self._made.lines[number]
            mark = "╌" if number == self._context_line else ""
            strip = self._drawing.strip(line, code=self._code, mark=mark)
            for style, start, end in self._drawing.overlays(
                line, number, hits_on(self._hits, number), self._marked_quote
            ):
                strip = _styled(strip, style, start, end)
            self._strips[number] = strip
        return strip

    def _selected(self, number: int, strip: Strip) -> Strip:
        selection = self.text_selection
        span = selection.get_span(number) if selection else None
        if span is None:
            return strip
        start, end = span
        text = strip.text
        first = strip.index_to_cell_position(start)
        last = strip.cell_length if end < 0 else strip.index_to_cell_position(min(end, len(text)))
        first = max(first, self._frame.left)
        last = min(last, self._frame.left + self._frame.free)
        style = self.screen.get_component_rich_style("screen--selection")
        return _styled(strip, style, first, last) if first < last else strip

    # Selecting

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The story's own words under the mouse's selection."""
        text = selected_text(
            self._made,
            lambda line: self._line_strip(line).text,
            self._frame.left,
            selection,
            self._code,
        )
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()


def _styled(strip: Strip, style: Style, start: int, end: int) -> Strip:
    """Lay a style over the cells from `start` to `end`."""
    parts = [strip.crop(0, start), strip.crop(start, end), strip.crop(end, strip.cell_length)]
    middle = [Segment(text, (own or Style()) + style, control) for text, own, control in parts[1]]
    return Strip.join([parts[0], Strip(middle, parts[1].cell_length), parts[2]])
