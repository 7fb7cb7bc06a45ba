"""The last row: one quiet fact left, at most five useful keys right, the bar of a refresh.

A message that is longer than the window is wide takes more rows, so that all of it can be read.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip
from textual.widget import Widget

from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import BOLD, PLAIN, Part, row
from reader.app.session.views import StatusShown
from reader.typesetting.cells import cut, width
from reader.typesetting.wrap import wrap

BAR = 18
"""Cells of the bar."""
MOST_KEYS = 5
MARGIN = 2
_BLANK: Part = (" " * MARGIN, PLAIN)


class StatusLine(Widget):
    """One row."""

    DEFAULT_CSS = "StatusLine { height: 1; background: $side; color: $text; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.fact = ""
        """The words on the left."""
        self.lead = ""
        """A word before it that stands out."""
        self.fresh = False
        """It has just been done."""
        self.failed = False
        self.whole = False
        """All of it is to be read, however many rows that takes."""
        self.bar: tuple[int, int] | None = None
        """Done and total of a refresh."""
        self.rest = ""
        """Words behind the bar."""
        self.keys: Sequence[tuple[str, str]] = ()
        """Key and word, the least useful first: they go first where room is short."""
        self.undo_key = self.undo_words = ""

    def show(self, shown: StatusShown) -> None:
        """Show a fact and keys."""
        before = self._state()
        self.fact, self.keys = shown.fact, tuple(shown.keys)
        self.undo_key, self.undo_words = shown.undo if shown.undo[1] else ("", "")
        self.failed, self.bar, self.rest = shown.failed, shown.bar, shown.rest
        self.lead, self.fresh, self.whole = shown.lead, shown.fresh, shown.whole
        if self._state() != before:
            self._take_rows()
            self.refresh()

    def on_resize(self) -> None:
        """What fitted may not fit any more."""
        self._take_rows()

    def _take_rows(self) -> None:
        """Be as high as the words need: what somebody must know is not cut off."""
        rows = max(1, len(self._rows()))
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows

    def _state(self) -> tuple[object, ...]:
        marks = (self.lead, self.fresh, self.failed, self.whole, self.bar)
        return (self.fact, self.keys, self.undo_key, self.undo_words, self.rest, *marks)

    def render_line(self, y: int) -> Strip:
        """Row `y` of the words; the keys stand in the last one."""
        rows = self._rows()
        strip = rows[y] if y < len(rows) else Strip.blank(self.size.width)
        return strip.apply_style(self.rich_style)

    def _rows(self) -> list[Strip]:
        inks = Inks(self.app.theme_variables, (), colourless=self.app.no_color)
        cells = self.size.width
        room = cells - 2 * MARGIN
        lead: list[Part] = [(self.lead, inks.token("accent") + BOLD)] if self.lead else []
        last = _cells(_keys(inks, self.keys[-1:], room))
        end = self._end(inks, room - width(self.fact) - last)
        ink = inks.token("err" if self.failed else "text" if self.fresh else "muted")
        told = [self.fact]
        if not self.whole:
            spare = room - _cells(lead) - (0 if self.bar else _cells(end)) - last
            told = [cut(self.fact, max(1, spare))]
        else:
            told = [self.fact[line.start : line.end] for line in wrap(self.fact, max(1, room))]
            if width(told[-1]) + _cells(end) + last > room:
                told.append("")
        most = max(2, self.app.size.height // 2)
        if len(told) > most:
            rest = " ".join(told[most - 1 :])
            told = [*told[: most - 1], cut(rest, max(1, room - _cells(end) - last))]
        strips = [row(cells, [_BLANK, (words, ink)]) for words in told[:-1]]
        left = [_BLANK, *lead, (told[-1], ink), *end]
        keys = _keys(inks, self.keys, cells - _cells(left) - MARGIN)
        return [*strips, row(cells, left, [*keys, _BLANK])]

    def _end(self, inks: Inks, room: int) -> list[Part]:
        """What follows the words: how far a refresh is, what can be undone."""
        parts: list[Part] = []
        come = width(self.rest) + 2
        if self.bar is not None and room < BAR + 2 + come:
            if room >= come:
                parts.append((f"  {self.rest}", inks.token("muted")))
        elif self.bar is not None:
            done, total = self.bar
            full = BAR * done // max(1, total)
            line = inks.token("line")
            parts += [("  ", PLAIN), ("━" * full, inks.token("accent")), ("━" * (BAR - full), line)]
            parts += [("  ", PLAIN), (self.rest, inks.token("muted"))]
        if self.undo_words:
            parts += [(f"   {self.undo_key} ", inks.token("accent") + BOLD)]
            parts += [(self.undo_words, inks.token("muted"))]
        return parts


def _cells(parts: Sequence[Part]) -> int:
    return sum(width(text) for text, _ in parts)


def _keys(inks: Inks, keys: Sequence[tuple[str, str]], room: int) -> list[Part]:
    """As many keys as there is room for, the last ones first."""
    parts: list[Part] = []
    for key, words in reversed(keys[-MOST_KEYS:]):
        room -= width(key) + 1 + width(words) + 3
        if room < 0:
            break
        shown: list[Part] = [("   ", PLAIN), (key, inks.token("accent") + BOLD)]
        parts = [*shown, (f" {words}", inks.token("muted")), *parts]
    return parts
