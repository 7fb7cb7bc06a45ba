"""Where words are typed."""

from __future__ import annotations

from textual.widgets import Input


class Field(Input):
    """One line of words; its cursor stands still where nothing is to move."""

    def on_mount(self) -> None:
        """Follow the setting of motion."""
        self.cursor_blink = self.app.animation_level == "full"
