"""Where the terminal's cursor stands: on what the next key is for.

Magnifiers, screen readers and braille lines follow it, seen or not.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.app import App
from textual.geometry import Offset, Region

from reader.app.drawing.field import Field


@runtime_checkable
class Pointed(Protocol):
    """A widget, or a whole sheet, that knows where the cursor belongs."""

    @property
    def region(self) -> Region:
        """Where it is on the screen."""
        ...

    @property
    def cursor_at(self) -> Offset:
        """Where the cursor belongs, in its own cells."""
        ...


class Pointing(App[int]):
    """Asks whoever has the keys for the cursor's place, whenever something is painted."""

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor belongs on the screen."""
        return cursor_on(self.screen.focused or self.screen) if self.screen_stack else Offset()

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        """Textual's fields set it; here it is asked for instead."""


def cursor_on(pointed: object) -> Offset:
    """The place of the cursor on the screen while `pointed` has the keys."""
    if isinstance(pointed, Field):
        return cursor_on(pointed.beside) if pointed.beside else pointed.on_screen
    if isinstance(pointed, Pointed):
        return pointed.region.offset + pointed.cursor_at
    return Offset()
