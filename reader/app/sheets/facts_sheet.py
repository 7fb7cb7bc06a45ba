"""Details: what is known of a source or of a story's text, each fact with its name."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.app.drawing.drawn_list import DrawnList
from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import PLAIN, Part, row
from reader.app.sheets.sheet import Sheet
from reader.app.sheets.sheet_keys import CLOSES_FACTS, MOVES
from reader.typesetting.cells import pad, width
from reader.typesetting.wrap import wrap
from reader.wording.catalogue import say

MARGIN = 3
"""Cells left of the names."""
NARROW = 50
"""Cells below which a fact stands below its name."""


class FactRows(DrawnList, can_focus=False, inherit_bindings=False):
    """Draws facts: the name left, the words right of it, in as many rows as they need."""

    DEFAULT_CSS = "FactRows { background: $raise; color: $text; height: auto; }"

    def __init__(self, facts: Sequence[tuple[str, str]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._facts = facts

    @property
    def head_rows(self) -> int:
        """Nothing stands above."""
        return 0

    def redraw(self) -> None:
        """Take the height the facts need, and draw them."""
        super().redraw()
        if self._lines:
            self.styles.height = len(self._lines)

    def build(self, inks: Inks) -> None:
        """Each fact; one without a name belongs to the one above it."""
        cells = self.size.width
        wide = max((width(name) for name, _ in self._facts), default=0) + 2
        below = cells < NARROW
        left = MARGIN if below else MARGIN + wide
        lead: Part = (" " * MARGIN, PLAIN)
        for name, words in self._facts:
            if below and name:
                self.add(row(cells, [lead, (name, inks.token("muted"))]))
            for number, line in enumerate(wrap(words, max(1, cells - left - MARGIN))):
                text: Part = (words[line.start : line.end], inks.token("text"))
                named = pad("" if number else name, wide)
                parts = [lead, text] if below else [lead, (named, inks.token("muted")), text]
                self.add(row(cells, parts))


class FactsScreen(Sheet, inherit_bindings=False):
    """A heading and facts; any key that leaves closes it."""

    def __init__(self, heading: str, facts: Sequence[tuple[str, str]]) -> None:
        """`facts`: name and words; the name may be empty."""
        super().__init__()
        self._heading, self._facts = heading, facts

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(id="sheet"):
            yield Static(Content(self._heading), id="heading")
            with VerticalScroll(id="lines", can_focus=False):
                yield FactRows(self._facts, id="facts")
            yield Static(Content(say("details.close")), id="closes")

    def took(self, event: events.Key) -> bool:
        """Scroll, or close."""
        if event.key in MOVES:
            lines = self.query_one("#lines", VerticalScroll)
            lines.scroll_relative(y=MOVES[event.key], animate=False)
        elif event.key in CLOSES_FACTS:
            self.dismiss()
        return True
