"""Where words are typed."""

from __future__ import annotations

from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input


class Field(Input):
    """One line of words; its cursor stands still where nothing is to move."""

    beside: Widget | None = None
    """The list that the arrows move while words are typed here, once they were used."""

    def on_mount(self) -> None:
        """Follow the setting of motion."""
        self.cursor_blink = self.app.animation_level == "full"

    def on_focus(self) -> None:
        """Words come first."""
        self.beside = None

    def watch_value(self) -> None:
        """Whoever types looks here."""
        self.beside = None

    @property
    def on_screen(self) -> Offset:
        """Where on the screen its cursor is; Textual's answer is a cell further at the end."""
        return self.cursor_screen_offset - Offset(int(self.cursor_at_end), 0)
