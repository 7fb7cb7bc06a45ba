"""Where the terminal's cursor stands: on what the next key is for.

Magnifiers, screen readers and braille lines follow it, seen or not.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

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


def cursor_on(pointed: object) -> Offset:
    """The place of the cursor on the screen while `pointed` has the keys."""
    if isinstance(pointed, Field):
        return cursor_on(pointed.beside) if pointed.beside else pointed.on_screen
    if isinstance(pointed, Pointed):
        return pointed.region.offset + pointed.cursor_at
    return Offset()
