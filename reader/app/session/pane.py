"""The protocol of a pane: how it moves, what is opened in it, which keys are useful there now."""

from __future__ import annotations

from typing import Protocol

from reader.model.story import QuoteRow

Useful = tuple[str, ...]
"""Commands, the least useful first; ``open:read`` is a command under another word than its own."""


class Pane(Protocol):
    """A pane that can have the keys."""

    def move(self, count: int) -> None:
        """Go down by some items or lines, up if negative."""

    def page(self, direction: int) -> None:
        """Go a page on (1) or back (-1)."""

    def half(self, direction: int) -> None:
        """Go half a page on (1) or back (-1)."""

    def top(self) -> None:
        """Go to the first item or line."""

    def end(self) -> None:
        """Go to the last item or line."""

    def row(self, number: int) -> None:
        """Go to an item or line by its number from 1."""

    def open(self) -> None:
        """Open what the cursor is on."""

    def read_on(self) -> None:
        """Do what ``space`` does here."""

    def story(self) -> int:
        """The story that is meant here; 0 for none."""

    def quote(self) -> QuoteRow | None:
        """The quote that is meant here, as a row of the quotes view."""

    def useful(self) -> Useful:
        """The keys that are useful here now."""
