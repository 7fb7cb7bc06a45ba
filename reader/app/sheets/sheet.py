"""Sheets that lie over the panes: the palette, adding a source, choosing, details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.app.drawing.drawn_list import DrawnList
from reader.app.drawing.field import Field
from reader.app.drawing.glyphs import TYPOGRAPHIC, Glyphs
from reader.app.drawing.scroll_bar import ThinBar, draw_with
from reader.app.sheets.sheet_keys import (
    ARROWS,
    CLOSES_CHOICES,
    COMPLETE,
    LEAVE,
    MOVES,
    NUMBERS,
    TAKE,
)
from reader.app.sheets.sheet_rows import Choice, SheetRows
from reader.text.fuzzy import Match, match
from reader.wording.catalogue import say

__all__ = ["Choice", "OverScreen", "Sheet"]

ABOVE, BELOW = 4, 3
"""Rows of the panes that stay in sight where there is room."""
TINY = 16
"""Rows of the window below which a sheet does without air."""
LOW = 28
"""Rows of the window below which a sheet lies at its upper edge."""


_EVERYTHING = Match(0, frozenset())


def fitting(choices: Sequence[Choice], words: str) -> list[tuple[Choice, Match]]:
    """Return the choices that fit what is typed, the best first; all in their order if nothing is.

    Headings stand only over all of them. What fits equally well keeps its order.
    """
    if not words.strip():
        return [(choice, _EVERYTHING) for choice in choices]
    matches = [(choice, match(words, choice.words)) for choice in choices if not choice.heading]
    return sorted(
        [(choice, fit) for choice, fit in matches if fit is not None], key=lambda pair: pair[1].cost
    )


class Sheet(ModalScreen[None], inherit_bindings=False):
    """Anything that lies over the panes and has the keys while it does."""

    AROUND: ClassVar[int] = 5
    """Rows of the sheet that do not scroll."""
    AROUND_TINY: ClassVar[int] = 5
    """The same in a window of few rows."""
    glyphs: Glyphs = TYPOGRAPHIC

    def on_mount(self) -> None:
        """Draw with the signs the terminal has."""
        for drawn in self.query(DrawnList):
            drawn.glyphs = self.glyphs
        for lines in self.query(VerticalScroll):
            draw_with(lines.vertical_scrollbar, ThinBar)
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._stand_out())
        self._stand_out()

    def _stand_out(self) -> None:
        """Have an edge where there are no grounds to stand out by."""
        tokens = self.app.theme_variables
        self.set_class(self.app.no_color or tokens["raise"] == tokens["bg"], "flat")

    def took(self, event: events.Key) -> bool:
        """Answer a key at once, in the order of typing; False if it is for a field."""
        return False

    @property
    def cursor_at(self) -> Offset:
        """Where the terminal's cursor belongs when no field has it: on the first list."""
        for drawn in self.query(DrawnList):
            return drawn.region.offset + drawn.cursor_at
        return Offset()

    def on_resize(self, event: events.Resize) -> None:
        """Lie where there is room; what does not fit scrolls."""
        low, tiny = event.size.height < LOW, event.size.height < TINY
        self.set_class(low, "low")
        self.set_class(tiny, "tiny")
        for lines in self.query(VerticalScroll):
            taken = self.AROUND_TINY if tiny else self.AROUND
            taken += 2 * self.has_class("flat") + (0 if low else ABOVE + BELOW)
            lines.styles.max_height = max(1, event.size.height - taken)


class OverScreen(Sheet, inherit_bindings=False):
    """A sheet with a heading, perhaps a field, and lines of which one may be chosen."""

    def __init__(
        self,
        heading: str,
        choices: Sequence[Choice] = (),
        *,
        hint: str = "",
        submitted: Callable[[str], object] | None = None,
        typed: Callable[[str], list[Choice]] = lambda _: [],
    ) -> None:
        """With a `hint` there is a field; what is typed narrows the choices.

        `submitted` takes what was typed instead, on enter. `typed` makes choices of it.
        """
        super().__init__()
        self._heading = heading
        self._choices = list(choices)
        self._hint = hint
        self._submitted = submitted
        self._typed = typed
        self._early = ""
        self._shown: list[tuple[Choice, Match]] = []
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(id="sheet"):
            if self._submitted or not self._hint:
                yield Static(Content(self._heading), id="heading")
            if self._hint:
                with Horizontal(id="asking"):
                    yield Static("›", id="prompt")
                    yield Field(placeholder=self._hint, id="field", compact=True)
                    yield Static(id="count")
                yield Static(id="edge")
            with VerticalScroll(id="lines", can_focus=False):
                yield SheetRows(id="choices")

    def on_mount(self) -> None:
        """Show everything."""
        if self._hint:
            field = self.query_one("#field", Input)
            self.set_focus(field)
            field.insert_text_at_cursor(self._early)
        self._narrow(self._early)

    @property
    def rows(self) -> SheetRows:
        """The lines."""
        return self.query_one("#choices", SheetRows)

    def took(self, event: events.Key) -> bool:
        """Answer a key at once, in the order of typing; False if it is for the field."""
        if event.key == LEAVE:
            self.dismiss()
            return True
        return self._took_typing(event) if self._hint else self._took_choosing(event)

    def _took_typing(self, event: events.Key) -> bool:
        """Answer a key where there is a field."""
        if not self.focused:
            if not (event.is_printable and event.character):
                return False
            self._early += event.character  # typed before the field was there
        elif event.key in ARROWS:
            self.move(ARROWS[event.key])
        elif event.key == COMPLETE:
            self.complete()
        else:
            return False
        return True

    def _took_choosing(self, event: events.Key) -> bool:
        """Answer a key where there are lines alone: they are moved over, taken, or numbered."""
        if event.key in MOVES:
            self.move(MOVES[event.key])
        elif event.key in CLOSES_CHOICES:
            self.dismiss()
        elif event.key == TAKE:
            self.take()
        elif event.character and event.character in NUMBERS:
            places = [choice for choice, _ in self._shown if not choice.heading]
            number = int(event.character)
            if number <= len(places):
                self._do(places[number - 1])
        else:
            return False
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the choices."""
        self._narrow(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed, or the chosen line."""
        if self._submitted is not None:
            words = event.value.strip()
            self.dismiss()
            if words:
                self._submitted(words)
        else:
            self.take()

    def on_sheet_rows_taken(self, event: SheetRows.Taken) -> None:
        """A click takes a line."""
        self._chosen = event.number
        self.take()

    def _narrow(self, words: str) -> None:
        made = [(choice, _EVERYTHING) for choice in self._typed(words)]
        self._shown = made + fitting(self._choices, words)
        self._chosen = next((n for n, (c, _) in enumerate(self._shown) if not c.heading), 0)
        if self._hint:
            total = sum(not choice.heading for choice in self._choices)
            count = say("palette.count", count=len(self._shown), total=total) if total else ""
            self.query_one("#count", Static).update(Content(count))
        self._draw()

    def _draw(self) -> None:
        nothing = "" if self._submitted or not self._hint else say("palette.nothing")
        self.rows.show(self._shown, self._chosen, nothing)

    def move(self, count: int) -> None:
        """Choose another line."""
        places = [n for n, (choice, _) in enumerate(self._shown) if not choice.heading]
        if not places:
            return
        at = places.index(self._chosen) if self._chosen in places else 0
        self._chosen = places[max(0, min(at + count, len(places) - 1))]
        if self._hint:
            self.query_one("#field", Field).beside = self.rows
        self._draw()
        lines = self.query_one("#lines", VerticalScroll)
        row = self.rows.row_of(self._chosen)
        if not lines.scroll_y <= row < lines.scroll_y + lines.size.height - 1:
            lines.scroll_to(y=max(0, row - lines.size.height // 2), animate=False)

    def complete(self) -> None:
        """Put the words of the chosen line into the field."""
        if self._chosen < len(self._shown):
            field = self.query_one("#field", Input)
            field.value = self._shown[self._chosen][0].words.rstrip("…")
            field.cursor_position = len(field.value)

    def take(self) -> None:
        """Do what the chosen line says."""
        if self._chosen < len(self._shown):
            self._do(self._shown[self._chosen][0])

    def _do(self, choice: Choice) -> None:
        if not choice.heading:
            self.dismiss()
            choice.do()
