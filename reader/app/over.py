"""Sheets that lie over the panes: help, the palette, adding a source, details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.text.catalogue import say
from reader.text.normal import fold

_MOVES = {
    "j": 1, "k": -1, "down": 1, "up": -1, "space": 10, "b": -10, "pagedown": 10, "pageup": -10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a sheet offers."""

    words: str
    key: str = ""
    """The key that does the same, as a person writes it."""
    do: Callable[[], object] = lambda: None
    heading: bool = False
    """It is the title of what follows, and cannot be chosen."""


class OverScreen(ModalScreen[None], inherit_bindings=False):
    """A sheet with a heading, perhaps a field, and lines of which one may be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("enter", "take", show=False),
    ]

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
        self._shown: list[Choice] = []
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(id="sheet"):
            yield Static(Content(self._heading), id="heading")
            if self._hint:
                yield Input(placeholder=self._hint, id="field", compact=True)
            with VerticalScroll(id="lines", can_focus=False):
                yield Static(id="choices")

    def on_mount(self) -> None:
        """Show everything."""
        self._narrow("")
        if self._hint:
            field = self.query_one("#field", Input)
            self.set_focus(field)
            field.insert_text_at_cursor(self._early)

    def took(self, event: events.Key) -> bool:
        """Answer a key at once, in the order of typing; False if it is for the field."""
        if event.key == "escape":
            self.action_leave()
        elif self._hint:
            if self.focused or not (event.is_printable and event.character):
                return False
            self._early += event.character  # typed before the field was there
        elif event.key in _MOVES:
            self.action_move(_MOVES[event.key])
        elif event.key in ("q", "question_mark", "i"):
            self.action_leave()
        elif event.key == "enter":
            self.action_take()
        elif event.character and event.character in "123456789":
            places = [choice for choice in self._shown if not choice.heading]
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
            self.action_take()

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        self._shown = self._typed(words) + [
            choice
            for choice in self._choices
            if (choice.heading and not wanted)
            or (not choice.heading and all(word in fold(choice.words) for word in wanted))
        ]
        self._chosen = next((n for n, c in enumerate(self._shown) if not c.heading), 0)
        self._draw()

    def _draw(self) -> None:
        rows = []
        for number, choice in enumerate(self._shown):
            if choice.heading:
                above = "\n" if number else ""
                rows.append(Content.styled(f"{above}{choice.words}", "$muted"))
                continue
            here = number == self._chosen
            mark = ("▌ ", "$accent") if here else ("  ", "")
            key = (f"{choice.key:<10}", "bold $accent") if self._with_keys() else ("", "")
            rows.append(
                Content.assemble(mark, key, (choice.words, "bold $bright" if here else "$text"))
            )
        if not rows and not self._submitted:
            rows = [Content.styled(say("palette.nothing"), "$muted")]
        self.query_one("#choices", Static).update(Content("\n").join(rows))

    def _with_keys(self) -> bool:
        return any(choice.key for choice in self._choices)

    def action_move(self, count: int) -> None:
        """Choose another line."""
        places = [n for n, c in enumerate(self._shown) if not c.heading]
        if not places:
            return
        at = places.index(self._chosen) if self._chosen in places else 0
        self._chosen = places[max(0, min(at + count, len(places) - 1))]
        self._draw()
        lines = self.query_one("#lines", VerticalScroll)
        headings = sum(1 + bool(n) for n, c in enumerate(self._shown[: self._chosen]) if c.heading)
        row = self._chosen + headings
        lines.scroll_to(y=max(0, row - lines.size.height // 2), animate=False)

    def action_take(self) -> None:
        """Do what the chosen line says."""
        if self._chosen < len(self._shown):
            self._do(self._shown[self._chosen])

    def _do(self, choice: Choice) -> None:
        if not choice.heading:
            self.dismiss()
            choice.do()

    def action_leave(self) -> None:
        """Go back to the panes."""
        self.dismiss()
