"""A story as drawn lines: laid out for the pane's width, drawn from a cache of strips."""

from __future__ import annotations

from threading import Thread
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.app.article_drawing import Drawing
from reader.app.article_find import Hit, find_hits, selected_text
from reader.app.article_head import byline, kicker
from reader.app.article_inks import Inks
from reader.app.glyphs import COLOURLESS, TYPOGRAPHIC, Glyphs
from reader.app.rail import rail_strips
from reader.app.scroll_bar import PlainBar, ThinBar
from reader.model.article import Article
from reader.model.clock import Clock, SystemClock
from reader.model.story import Headline, Position
from reader.text.layout import lay_out
from reader.text.layout_around import Notice, Surroundings, Wording, lay_out_notice
from reader.text.layout_frame import MEASURE, Frame, frame
from reader.text.layout_line import HEAD, Layout
from reader.text.layout_set import Setting

_ON_THE_LOOP = 12_000
"""Code points that are laid out at once; more is done by a thread."""
TOP_ROWS = 1
"""The pane's first row stays empty, scrolled or not."""


class StoryView(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a story and keeps its place; `ArticlePane` adds the ways to move in it."""

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    StoryView {
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

    measure: var[int] = var(MEASURE, init=False)
    """Cells of a line, as the reader likes it; a narrow pane has less."""
    reading_view: var[bool] = var(False, init=False)
    lens: var[bool] = var(True, init=False)
    """Whether speakers are marked."""
    notice: var[Notice | None] = var(None, init=False)
    """Sentences below the text, or in its place."""
    next_title: var[str] = var("", init=False)
    """The story that comes after this one."""
    next_mark: var[str] = var("", init=False)
    setting: var[Setting] = var(Setting(), init=False)
    wording: var[Wording] = var(Wording(), init=False)
    glyphs: var[Glyphs] = var(TYPOGRAPHIC, init=False)
    underlined: var[bool] = var(False, init=False)
    """Without colour, quoted words are underlined: the terminal has no italic."""

    LAYS_OUT: ClassVar[tuple[str, ...]] = (
        *("measure", "reading_view", "lens", "setting", "wording"),
        *("notice", "next_title", "next_mark"),
    )
    """A change of one of these needs other lines."""

    class _LaidOut(Message):
        def __init__(self, generation: int, made: Layout, its_frame: Frame) -> None:
            super().__init__()
            self.generation = generation
            self.made = made
            self.frame = its_frame

    def __init__(self, *, clock: Clock | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self._clock = clock or SystemClock()
        self._article: Article | None = None
        self._headline: Headline | None = None
        self._made = Layout()
        self._frame = frame(80)
        self._place: Position | None = None
        """Where the reader is; kept while the lines under it change."""
        self._generation = 0
        self._ready = False
        self._drawing: Drawing | None = None
        self._inks: Inks | None = None
        self._strips: dict[int, Strip] = {}
        self._rail: list[Strip] = []
        self._code = 0
        self._marked_quote = -1
        self._context_line = -1
        self._words: tuple[str, ...] = ()
        self._hits: list[Hit] = []
        self._settling = False

    def on_mount(self) -> None:
        """Take the thin scrollbar and follow the theme."""
        self.vertical_scrollbar.renderer = (  # type: ignore[misc]  # its documentation says so
            PlainBar if self.glyphs.ascii else ThinBar
        )
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.redraw())
        for name in self.LAYS_OUT:
            self.watch(self, name, self._lay_out, init=False)
        for name in ("glyphs", "underlined"):
            self.watch(self, name, self.redraw, init=False)
        self._lay_out()

    # What it shows

    def show(
        self, article: Article, headline: Headline | None = None, position: Position | None = None
    ) -> None:
        """Show a story at a position, or from its head."""
        self._article, self._headline = article, headline
        self._place = position
        self._code = 0
        self._marked_quote = self._context_line = -1
        self.set_reactive(StoryView.notice, None)
        self._lay_out()

    def clear(self, notice: Notice | None = None) -> None:
        """Show no story, only a notice."""
        self._article = self._headline = self._place = None
        self.set_reactive(StoryView.notice, notice)
        self._lay_out()

    @property
    def article(self) -> Article | None:
        """The story on screen."""
        return self._article

    @property
    def headline(self) -> Headline | None:
        """Its row in the list, if it is in one."""
        return self._headline

    @property
    def rows(self) -> int:
        """How many lines of the story are on screen at once."""
        return max(1, self.size.height - TOP_ROWS)

    @property
    def top_line(self) -> int:
        """The line at the top of the pane."""
        return round(self.scroll_y)

    # Laying out

    def _lay_out(self) -> None:
        """Lay the story out for the width there is, keeping the place; long ones in a thread."""
        self._generation += 1
        width = self.size.width
        if not width:
            return
        article = self._article
        quotes = bool(article and article.quotes) and self.lens
        columns = frame(width, measure=self.measure, reading=self.reading_view, quotes=quotes)
        if article is None:
            self._take(lay_out_notice(self.notice, columns, self.rows), columns)
            return
        arguments = (article, columns, self._surroundings(article), self.setting, self.wording)
        if sum(len(block.text) for block in article.blocks) <= _ON_THE_LOOP:
            self._take(lay_out(*arguments, speakers=self.lens), columns)
            return
        self._ready = False
        generation, speakers = self._generation, self.lens

        def work() -> None:
            made = lay_out(*arguments, speakers=speakers)
            self.post_message(self._LaidOut(generation, made, columns))

        Thread(target=work, name="layout", daemon=True).start()

    def _surroundings(self, article: Article) -> Surroundings:
        return Surroundings(
            kicker(article, self._headline),
            byline(article, self._headline, self._clock.now()),
            self.notice,
            self.next_title,
            self.next_mark,
        )

    def on_story_view__laid_out(self, message: _LaidOut) -> None:
        """Take what the thread made, unless something else is wanted by now."""
        if message.generation == self._generation:
            self._take(message.made, message.frame)

    def _take(self, made: Layout, columns: Frame) -> None:
        self._made, self._frame, self._ready = made, columns, True
        self._hits = find_hits(made, self._words) if self._words else []
        self._settling = True
        self.virtual_size = Size(self.scrollable_content_region.width, len(made.lines) + TOP_ROWS)
        self.scroll_to(y=self._line_of(self._place), animate=False)
        self._settling = False
        self.redraw()
        self.settled()

    def _line_of(self, place: Position | None) -> int:
        if place is None or (place.block == HEAD and place.offset <= 0):
            return 0
        lines = self._made.lines
        line = self._made.line_of(place.block, place.offset)
        if place.offset <= 0:
            # The label above the first words belongs to them; the blank row above it does not.
            while line and lines[line - 1].block == place.block and lines[line - 1].signs:
                line -= 1
        return line

    def settled(self) -> None:
        """Called when lines have been laid out."""

    def moved(self) -> None:
        """Called when the reader has moved."""

    def on_resize(self, event: events.Resize) -> None:
        """Lay out again; the place stays."""
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place, so that another width can keep it."""
        super().watch_scroll_y(old_value, new_value)
        if not self._settling and round(old_value) != round(new_value):
            self._rail = []
            self._place = self.position()
            self.moved()

    def position(self) -> Position:
        """Where the reader is: the first words on screen."""
        lines = self._made.lines
        if not self._ready or not self.top_line:
            return self._place or Position(HEAD, 0)
        for line in lines[self.top_line :]:
            if line.at >= 0:
                return Position(line.block, line.at)
        last = next((line for line in reversed(lines) if line.at >= 0), None)
        return Position(last.block, last.at) if last else Position(HEAD, 0)

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
        glyphs = COLOURLESS if colourless and self.glyphs is TYPOGRAPHIC else self.glyphs
        self._drawing = Drawing(self._made, self._frame, self._inks, glyphs)
        self._strips.clear()
        self._rail = []
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row `y` of the pane."""
        width = self.scrollable_content_region.width
        number = self.top_line + y - TOP_ROWS
        if y < TOP_ROWS or number >= len(self._made.lines) or self._drawing is None:
            strip = Strip.blank(width)
        else:
            strip = self._line_strip(number).adjust_cell_length(width)
            strip = self._selected(number, strip.apply_offsets(0, number))
        if self._frame.rail and y >= TOP_ROWS and self._article:
            strip = self._with_rail(strip, y - TOP_ROWS, width)
        return strip.apply_style(self.rich_style)

    def _line_strip(self, number: int) -> Strip:
        strip = self._strips.get(number)
        if strip is None:
            assert self._drawing
            assert self._inks
            line = self._made.lines[number]
            mark = self._drawing.glyphs.context if number == self._context_line else ""
            strip = self._drawing.strip(line, code=self._code, mark=mark)
            for style, start, end in self._drawing.overlays(
                line, number, self._hits, self._marked_quote
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

    def _with_rail(self, strip: Strip, row: int, width: int) -> Strip:
        if not self._rail:
            assert self._inks
            assert self._drawing
            self._rail = rail_strips(
                self._made, self._inks, self._drawing.glyphs, self.top_line
            ) or [Strip.blank(0)]
        if row >= len(self._rail):
            return strip
        left = self._frame.rail - 2
        end = strip.crop(left + self._rail[row].cell_length, width)
        return Strip.join([strip.crop(0, left), self._rail[row], end])

    # Selecting

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The story's own words under the mouse's selection."""
        rendered = [strip.text for strip in map(self._line_strip, range(len(self._made.lines)))]
        text = selected_text(self._made, rendered, self._frame.left, selection)
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()


def _styled(strip: Strip, style: object, start: int, end: int) -> Strip:
    """Lay a style over the cells from `start` to `end`."""
    from rich.segment import Segment
    from rich.style import Style

    assert isinstance(style, Style)
    parts = [strip.crop(0, start), strip.crop(start, end), strip.crop(end, strip.cell_length)]
    middle = [Segment(text, (own or Style()) + style, control) for text, own, control in parts[1]]
    return Strip.join([parts[0], Strip(middle, parts[1].cell_length), parts[2]])
