"""The lines of a sheet, one of which is chosen: what each does, its key, and more below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.app.drawing.drawn_list import DrawnList
from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import BOLD, PLAIN, Part, row
from reader.text.fuzzy import Match
from reader.typesetting.cells import cut, width

LEFT, RIGHT = 3, 2
"""Cells left and right of the words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a sheet offers."""

    words: str
    key: str = ""
    """The key that does the same, as a person writes it."""
    do: Callable[[], object] = lambda: None
    heading: bool = False
    """It is the title of what follows, and cannot be chosen."""
    detail: str = ""
    """What stands in a second row: what it would change, what kind of thing it is."""


class SheetRows(DrawnList, can_focus=False, inherit_bindings=False):
    """Draws choices, as many rows as they need."""

    DEFAULT_CSS = "SheetRows { background: $raise; color: $text; height: auto; }"

    class Taken(Message):
        """A choice was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices: Sequence[tuple[Choice, Match]] = ()
        self._chosen = 0
        self._nothing = ""

    @property
    def head_rows(self) -> int:
        """Nothing stands above the lines."""
        return 0

    @property
    def chosen_item(self) -> int:
        """The index of the chosen line."""
        return self._chosen

    def show(self, choices: Sequence[tuple[Choice, Match]], chosen: int, nothing: str) -> None:
        """Show these lines; `nothing` is said where there are none."""
        self._choices, self._chosen, self._nothing = choices, chosen, nothing
        rows = sum(
            1 + bool(choice.detail) + (choice.heading and number > 0)
            for number, (choice, _) in enumerate(choices)
        )
        self.styles.height = max(1, rows)
        self.redraw()

    def row_of(self, number: int) -> int:
        """The row in which a line begins."""
        return self._items.index(number) if number in self._items else 0

    def build(self, inks: Inks) -> None:
        """Draw all lines."""
        cells = self.size.width
        if not self._choices and self._nothing:
            self.add(row(cells, [(" " * LEFT + self._nothing, inks.token("muted"))]))
        for number, (choice, fit) in enumerate(self._choices):
            if choice.heading:
                if number:
                    self.add(Strip.blank(cells))
                style = inks.token("accent") + BOLD
                self.add(row(cells, [(" " * LEFT + choice.words, style)]))
            else:
                self._line(inks, number, choice, fit)

    def _line(self, inks: Inks, number: int, choice: Choice, fit: Match) -> None:
        cells, chosen = self.size.width, number == self._chosen
        ground = self._under(inks) if chosen else PLAIN
        bar: Part = (self.glyphs.selected if chosen else " ", inks.token("accent"))
        lead: list[Part] = [bar, (" " * (LEFT - 1), PLAIN)]
        key: list[Part] = [(f"  {choice.key}", inks.token("accent") + BOLD)] if choice.key else []
        key.append((" " * RIGHT, PLAIN))
        plain = inks.token("bright") + BOLD if chosen else inks.token("text")
        room = cells - LEFT - sum(width(text) for text, _ in key)
        words = cut(choice.words, max(1, room))
        lit = inks.token("accent") + BOLD
        parts = [
            (letter, lit if at in fit.letters else plain) for at, letter in enumerate(words)
        ]
        self.add(row(cells, [*lead, *_joined(parts)], key, ground), number)
        if choice.detail:
            detail = cut(choice.detail, max(1, cells - LEFT - RIGHT))
            self.add(row(cells, [*lead, (detail, inks.token("muted"))], (), ground), number)

    def _under(self, inks: Inks) -> Style:
        if inks.flat:
            return Style(reverse=True)
        return inks.behind("sel")

    def on_click(self, event: events.Click) -> None:
        """A click takes a line."""
        number = self.item_at(event.y)
        if number >= 0:
            self.post_message(self.Taken(number))


def _joined(parts: list[Part]) -> list[Part]:
    """Neighbours of one style as one, so that no cluster of letters is cut."""
    joined: list[Part] = []
    for text, style in parts:
        if joined and joined[-1][1] is style:
            joined[-1] = (joined[-1][0] + text, style)
        else:
            joined.append((text, style))
    return joined
