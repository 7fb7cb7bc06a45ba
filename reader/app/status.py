"""The last row: one quiet fact left, at most five useful keys right, the bar of a refresh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.app.article_inks import Inks
from reader.app.rows import BOLD, Part, row
from reader.text.cells import width

BAR = 18
"""Cells of the bar."""
MOST_KEYS = 5


class Fact(NamedTuple):
    """What is said until the next key."""

    words: str = ""
    failed: bool = False
    quiet: bool = False
    """It is no news, only how things stand."""
    undoable: bool = False


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
        self.bar: tuple[int, int] | None = None
        """Done and total of a refresh."""
        self.rest = ""
        """Words behind the bar."""
        self.keys: Sequence[tuple[str, str]] = ()
        """Key and word, the least useful first: they go first where room is short."""
        self.undo_words = ""

    def show(
        self,
        fact: str,
        keys: Sequence[tuple[str, str]],
        *,
        undo: str = "",
        lead: str = "",
        fresh: bool = False,
        failed: bool = False,
        bar: tuple[int, int] | None = None,
        rest: str = "",
    ) -> None:
        """Show a fact and keys.

        `lead` stands before the fact and stands out; `undo` is the word behind ``z``; `fresh`: it
        has just been done.
        """
        before = self._state()
        self.fact, self.keys, self.undo_words = fact, tuple(keys), undo
        self.failed, self.bar, self.rest = failed, bar, rest
        self.lead, self.fresh = lead, fresh
        if self._state() != before:
            self.refresh()

    def _state(self) -> tuple[object, ...]:
        marks = (self.lead, self.fresh, self.failed, self.bar)
        return (self.fact, self.keys, self.undo_words, self.rest, *marks)

    def render_line(self, y: int) -> Strip:
        """The row."""
        inks = Inks(self.app.theme_variables, (), colourless=self.app.no_color)
        margin = 2
        left: list[Part] = [(" " * margin, Style())]
        if self.lead:
            left.append((self.lead, inks.token("accent") + BOLD))
        token = "err" if self.failed else "text" if self.fresh else "muted"
        left.append((self.fact, inks.token(token)))
        if self.bar is not None:
            done, total = self.bar
            full = BAR * done // max(1, total)
            left += [("  ", Style()), ("━" * full, inks.token("accent"))]
            left += [("━" * (BAR - full), inks.token("line")), ("  ", Style())]
            left.append((self.rest, inks.token("muted")))
        if self.undo_words:
            left += [("   z ", inks.token("accent") + BOLD), (self.undo_words, inks.token("muted"))]
        used = sum(width(text) for text, _ in left)
        right: list[Part] = []
        room = self.size.width - used - margin
        for key, words in reversed(self.keys[-MOST_KEYS:]):
            need = width(key) + 1 + width(words) + 3
            if need > room:
                break
            room -= need
            right = [
                ("   ", Style()),
                (key, inks.token("accent") + BOLD),
                (f" {words}", inks.token("muted")),
                *right,
            ]
        right.append((" " * margin, Style()))
        return row(self.size.width, left, right).apply_style(self.rich_style)
