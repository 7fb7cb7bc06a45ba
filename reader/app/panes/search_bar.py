"""Where words to search for are typed, above the list that they change."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from reader.app.drawing.field import Field
from reader.app.session.place import LIST


class SearchBar(Horizontal):
    """One row with a field; out of sight until somebody searches."""

    class Typed(Message):
        """Other words are asked for."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Entered(Message):
        """The words are as they should be: on to what was found."""

    def on_mount(self) -> None:
        """Nobody searches yet."""
        self.display = False

    def compose(self) -> ComposeResult:
        """A slash and a field."""
        yield Static("/", id="slash")
        yield Field(id="words", compact=True, select_on_focus=False)

    @property
    def field(self) -> Field:
        """The field."""
        return self.query_one("#words", Field)

    @property
    def typing(self) -> bool:
        """Whether keys are letters now."""
        return self.is_mounted and self.display and self.screen.focused is self.field

    @property
    def words(self) -> str:
        """What is typed, without the blanks around it."""
        return self.field.value.strip()

    def point_beside(self) -> None:
        """Let the terminal's cursor go to the list with the arrows, until letters come again."""
        self.field.beside = self.screen.query_one(f"#{LIST}")

    def begin(self, words: str = "") -> None:
        """Show the field and give it the keys."""
        self.display = True
        self.field.value = words
        # At once, not with the next message: letters may follow the slash as fast as they like.
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Put it out of sight."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while letters are typed."""
        event.stop()
        if self.display:
            self.post_message(self.Typed(event.value.strip()))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter leaves the field."""
        event.stop()
        self.post_message(self.Entered())
