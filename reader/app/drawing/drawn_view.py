"""A pane of laid-out text: it scrolls by lines, selects, underlines what can be clicked."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from reader.app.drawing.glyphs import TYPOGRAPHIC, Glyphs
from reader.app.drawing.inks import Inks
from reader.app.drawing.layout_drawing import LINE, LINK, VOICE, LayoutDrawing
from reader.app.drawing.layout_rows import LayoutRows, styled, underlined
from reader.app.drawing.scroll_bar import ThinBar, draw_with
from reader.app.drawing.selected_text import selected_text
from reader.typesetting.line import Layout
from reader.typesetting.measure import Frame

MARKED = 1.0
"""Seconds for which a mark shows where a key went."""
CHOOSABLE = (LINK, VOICE, LINE)
"""Keys of the meta of cells that a click does something with, and that are words."""


class DrawnView(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a `Layout`. A subclass makes one in `lay_out` and hands it to `take`."""

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
        self.drawn = LayoutRows()
        """The lines that are shown."""
        self.pointed_quote = -1
        """The quote that keys are for; -1 for none."""
        self.settling = False
        """Lines are being exchanged: what is scrolled now is not the reader's doing."""
        self._mark_timer: Timer | None = None
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
        """Make the lines for the width there is, and hand them to `take`."""
        raise NotImplementedError

    def take(self, layout: Layout, columns: Frame, line: int) -> None:
        """Draw these lines, `line` on top."""
        self.drawn.take(layout, columns)
        self.settling = True
        height = len(layout.lines) + self.top_rows
        self.virtual_size = Size(self.scrollable_content_region.width, height)
        self.scroll_to_line(line)
        self.settling = False
        self.redraw()

    # Where it is

    @property
    def cursor_at(self) -> Offset:
        """On the quote pointed at while it is in sight; else where reading goes on, on top."""
        line = self.drawn.layout.quote_lines.get(self.pointed_quote, -1)
        row = line - self.top_line if line in self.lines_on_screen else 0
        return Offset(self.drawn.frame.left, row + self.top_rows)

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

    @property
    def lines_on_screen(self) -> range:
        """The numbers of the lines on screen; the last ones may be beyond the end of the text."""
        return range(self.top_line, self.top_line + self.rows)

    def scroll_to_line(self, line: float) -> None:
        """Put a line on top, as far as there are lines below it."""
        # Forced, because Textual allows scrolling only once it has drawn the scrollbar.
        self.scroll_to(y=max(0, min(line, self.max_scroll_y)), animate=False, force=True)

    def line(self, count: int) -> None:
        """Scroll lines down, or up if negative."""
        self.scroll_to_line(self.top_line + count)

    def half_page(self, direction: int) -> None:
        """Scroll half a page on (1) or back (-1)."""
        self.line(direction * max(1, self.rows // 2))

    def top(self) -> None:
        """Go to the first line."""
        self.scroll_to_line(0)

    def end(self) -> None:
        """Go to the last line."""
        self.scroll_to_line(self.max_scroll_y)

    # What is on it

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses of the links; number 1 is the first."""
        return self.drawn.layout.links

    @property
    def link_texts(self) -> tuple[str, ...]:
        """What the text calls its links."""
        return self.drawn.layout.link_texts

    def link(self, number: int) -> str:
        """The address of link `number`, from 1; empty if there is none."""
        return self.links[number - 1] if 0 < number <= len(self.links) else ""

    @property
    def image(self) -> int:
        """The block of the first image on screen, -1 if there is none."""
        lines = self.drawn.layout.lines[self.top_line : self.lines_on_screen.stop]
        return next((line.block for line in lines if line.image), -1)

    def scroll_code(self, steps: int) -> bool:
        """Scroll code sideways by steps of eight cells; False if there is none to scroll."""
        scrolled = self.drawn.scroll_code(steps)
        if scrolled:
            self.refresh()
        return scrolled

    def mark(self, *, context_line: int = -1, quote: int = -1) -> None:
        """Show for a moment where a key went: beside a line, or behind a quote."""
        if self._mark_timer:
            self._mark_timer.stop()
        if self.app.animation_level == "none":
            self._unmark()
        else:
            self.drawn.mark(context_line=context_line, quote=quote)
            self.refresh()
            self._mark_timer = self.set_timer(MARKED, self._unmark)

    def _unmark(self) -> None:
        self.drawn.mark()
        self.refresh()

    # Drawing

    def redraw(self) -> None:
        """Draw every line anew."""
        if not self.is_mounted:
            return
        colourless = self.app.no_color
        inks = Inks(
            self.app.theme_variables,
            self.drawn.layout.voices,
            colourless=colourless,
            underlined=self.underlined,
        )
        glyphs = self.glyphs.without_colour() if colourless else self.glyphs
        self.drawn.draw_with(
            LayoutDrawing(
                self.drawn.layout, self.drawn.frame, inks, glyphs, hyperlinks=self.hyperlinks
            )
        )
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row `y` of the pane."""
        width = self.scrollable_content_region.width
        number = self.top_line + y - self.top_rows
        beyond = number >= len(self.drawn.layout.lines)
        if y < self.top_rows or beyond or self.drawn.drawing is None:
            strip = Strip.blank(width)
        else:
            strip = self.drawn.strip(number).adjust_cell_length(width)
            strip = self._selected(number, strip.apply_offsets(0, number))
        return self.hovered(strip).apply_style(self.rich_style)

    # The mouse

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Underline what a click would choose."""
        meta = event.style.meta
        self._hover(next(((key, meta[key]) for key in CHOOSABLE if key in meta), None))

    def on_leave(self) -> None:
        """Nothing is under the pointer."""
        self._hover(None)

    def _hover(self, choosable: tuple[str, object] | None) -> None:
        if choosable != self._hovered:
            self._hovered = choosable
            self.refresh()

    def hovered(self, strip: Strip) -> Strip:
        """Underline in a row what a click would choose now."""
        return underlined(strip, *self._hovered) if self._hovered else strip

    def _selected(self, number: int, strip: Strip) -> Strip:
        selection = self.text_selection
        span = selection.get_span(number) if selection else None
        if span is None:
            return strip
        start, end = span
        text, columns = strip.text, self.drawn.frame
        first = strip.index_to_cell_position(start)
        last = strip.cell_length if end < 0 else strip.index_to_cell_position(min(end, len(text)))
        first = max(first, columns.left)
        last = min(last, columns.left + columns.free)
        style = self.screen.get_component_rich_style("screen--selection")
        return styled(strip, style, first, last) if first < last else strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the story's own words under the mouse's selection."""
        drawn = self.drawn
        text = selected_text(
            drawn.layout,
            lambda line: drawn.strip(line).text,
            drawn.frame.left,
            selection,
            drawn.code,
        )
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()
