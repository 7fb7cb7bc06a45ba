"""A pane of rows that are drawn on demand: a header, items, one of them chosen perhaps."""

from __future__ import annotations

from itertools import zip_longest

from rich.style import Style
from textual.geometry import Offset, Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from reader.app.drawing.glyphs import TYPOGRAPHIC, Glyphs
from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import BOLD, PLAIN, Part

QUIET_BAR = "›"
"""Stands before the chosen item where nothing but it could show the choice."""


class DrawnList(Widget, can_focus=True, inherit_bindings=False):
    """Draws lines from a window that its subclass builds; no row is a widget."""

    glyphs: var[Glyphs] = var(TYPOGRAPHIC, init=False)
    airy: var[bool] = var(True, init=False)
    """Whether an empty row stands above the header."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[Strip] = []
        self._frame_drawn: tuple[Size, int] | None = None
        self._items: list[int] = []
        """The item each line belongs to; -1 for none."""

    @property
    def inks(self) -> Inks:
        """The styles of the present theme."""
        return Inks(self.app.theme_variables, (), colourless=self.app.no_color)

    @property
    def head_rows(self) -> int:
        """Rows above the first item: empty, header, empty."""
        return 3 if self.airy else 2

    def on_mount(self) -> None:
        """Follow the theme and the focus."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.redraw())
        self.watch(self, "has_focus", self.redraw, init=False)
        for name in ("glyphs", "airy"):
            self.watch(self, name, self.redraw, init=False)

    def on_resize(self) -> None:
        """Draw for the room there is."""
        self.redraw()

    def redraw(self) -> None:
        """Build the visible lines anew."""
        if not self.is_mounted or not self.size.width or not self.size.height:
            return
        before, self._lines, self._items = self._lines, [], []
        self.build(self.inks)
        frame = (self.size, self.head_rows)
        if frame == self._frame_drawn:
            self._paint_changed(before)
        else:
            self._frame_drawn = frame
            self.refresh()

    def _paint_changed(self, before: list[Strip]) -> None:
        """Paint the header and those rows that are not as they were: a few of many, mostly."""
        head, cells = self.head_rows, self.size.width
        pairs = zip_longest(before, self._lines)
        changed = [head + at for at, (old, now) in enumerate(pairs) if old != now]
        self.refresh(Region(0, 0, cells, head), *(Region(0, y, cells, 1) for y in changed))

    def paint_header(self) -> None:
        """Paint what stands above the items."""
        self.refresh(Region(0, 0, self.size.width, self.head_rows))

    def build(self, inks: Inks) -> None:
        """Fill the window: call `add` for each line below the header."""
        raise NotImplementedError

    def header(self, inks: Inks) -> Strip:
        """The header's row."""
        return Strip.blank(self.size.width)

    def add(self, strip: Strip, item: int = -1) -> None:
        """Append a line that belongs to an item."""
        self._lines.append(strip)
        self._items.append(item)

    @property
    def held(self) -> bool:
        """Whether keys move its cursor."""
        return self.has_focus

    def bar(self, inks: Inks, chosen: bool) -> Part:
        """What stands before an item: the cursor, another sign without focus and grounds."""
        if not chosen or (inks.colourless and self.held):
            return " ", PLAIN  # reversed, the row says it all
        if inks.flat and not self.held:
            return QUIET_BAR, inks.token("text") + BOLD
        return self.glyphs.selected, inks.token("accent" if self.held else "faint")

    def ground(self, inks: Inks, chosen: bool) -> Style:
        """What lies behind an item."""
        if not chosen:
            return Style()
        if self.app.no_color or self.app.theme_variables["sel"].startswith("ansi"):
            return Style(reverse=True) if self.held else Style(bold=True)
        return inks.behind("sel" if self.held else "seld")

    def render_line(self, y: int) -> Strip:
        """Row `y` of the pane."""
        cells = self.size.width
        at = y - self.head_rows
        if y == self.head_rows - 2:
            strip = self.header(self.inks)
        elif 0 <= at < len(self._lines):
            strip = self._lines[at]
        else:
            strip = Strip.blank(cells)
        return strip.adjust_cell_length(cells).apply_style(self.rich_style)

    def item_at(self, y: int) -> int:
        """The item drawn at row `y`; -1 for none."""
        at = y - self.head_rows
        return self._items[at] if 0 <= at < len(self._items) else -1

    @property
    def cursor_at(self) -> Offset:
        """On the chosen item; where none is, on the first row."""
        chosen = self.chosen_item
        at = self._items.index(chosen) if chosen in self._items else 0
        return Offset(0, at + self.head_rows)

    @property
    def chosen_item(self) -> int:
        """The item the cursor is on; -1 for none."""
        return -1
