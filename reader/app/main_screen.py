"""The one screen of the reader."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen


class MainScreen(Screen[None], inherit_bindings=False):
    """The one screen of the reader; its keys are the app's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,super+c", "screen.copy_text", show=False)
    ]

    def _forward_event(self, event: events.Event) -> None:
        """Let a selection end where the mouse is let go.

        Textual takes the place of the last move, and the text may have scrolled since.
        """
        if isinstance(event, events.MouseUp) and self._selecting:
            super()._forward_event(events.MouseMove.from_event(self, event))
        super()._forward_event(event)
