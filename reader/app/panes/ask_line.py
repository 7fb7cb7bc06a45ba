"""The bottom line while something is asked: a question, a field, names that fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from reader.app.drawing.field import Field
from reader.text.normal import fold

_SHOWN = 3
"""Names that are shown beside the field."""


class AskLine(Horizontal):
    """One row over the status line; out of sight until something is asked."""

    DEFAULT_CSS = """
    AskLine { height: 1; dock: bottom; background: $raise; color: $text; padding: 0 1; }
    AskLine > #question { width: auto; max-width: 60%; color: $accent; text-style: bold; }
    AskLine > #answer { width: 1fr; border: none; background: $raise; color: $text; }
    AskLine > #fitting { width: auto; max-width: 40%; color: $muted; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names: Sequence[str] = ()
        self._answered: Callable[[str], object] = lambda _: None
        self._left: Callable[[], object] = lambda: None
        self._at_once = ""
        self._several = self._may_be_empty = False
        self._typed = ""
        self._completed = ""

    def on_mount(self) -> None:
        """Nothing is asked yet."""
        self.display = False

    def compose(self) -> ComposeResult:
        """Question, field, names."""
        yield Static(id="question")
        yield Field(id="answer", compact=True, select_on_focus=False)
        yield Static(id="fitting")

    @property
    def field(self) -> Input:
        """The field."""
        return self.query_one("#answer", Input)

    @property
    def typing(self) -> bool:
        """Whether keys are letters now."""
        return self.is_mounted and self.display

    def ask(
        self,
        question: str,
        hint: str,
        names: Sequence[str],
        answered: Callable[[str], object],
        left: Callable[[], object],
        at_once: str = "",
        begun: str | None = None,
        several: bool = False,
    ) -> None:
        """Ask; `answered` takes what was typed, on enter, `left` comes before it and after esc.

        `names` may be completed. A first letter that is `at_once` is an answer without enter.
        Where something is `begun`, which stands in the field already, nothing is an answer too.
        `several`: names parted by blanks, of which the last is completed.
        """
        self._names, self._answered, self._left = names, answered, left
        self._at_once, self._several, self._may_be_empty = at_once, several, begun is not None
        self.display = True
        self.query_one("#question", Static).update(Content(f"{question} "))
        self.field.placeholder = hint
        self._write(begun or "")
        self._show_fitting()
        # At once, not with the next message: letters may follow as fast as they like.
        self.screen.set_focus(self.field)

    def took(self, event: events.Key) -> bool:
        """Answer a key that is no letter for the field; False if it is one."""
        if event.key == "escape":
            self.close()
        elif event.key == "enter":
            self._answer(self.field.value.strip())
        elif event.key in ("tab", "shift+tab"):
            self._complete(1 if event.key == "tab" else -1)
        elif self._at_once and event.character == self._at_once and not self.field.value:
            self._answer(self._at_once)
        else:
            return False
        return True

    def close(self) -> None:
        """Put it out of sight; nothing was answered."""
        self.display = False
        self._left()

    def _answer(self, words: str) -> None:
        self.close()
        if words or self._may_be_empty:
            self._answered(words)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show which names fit."""
        event.stop()
        if event.value != self._completed:
            self._typed = event.value
            self._show_fitting()

    def _fitting(self) -> list[str]:
        """What the field can become: names with words that begin as the typed ones do."""
        before, last = self._parts(self._typed)
        wanted, there = fold(last).split(), fold(before).split()
        return [
            before + name
            for name in self._names
            if all(any(word.startswith(w) for word in fold(name).split()) for w in wanted)
            and fold(name) not in there
        ]

    def _parts(self, typed: str) -> tuple[str, str]:
        """What is typed, and of it the name that is being typed."""
        at = typed.rfind(" ") + 1 if self._several else 0
        return typed[:at], typed[at:].lstrip("#" if self._several else "")

    def _complete(self, direction: int) -> None:
        """Put the next name that fits into the field."""
        if self.field.value != self._completed:
            self._typed = self.field.value  # its message is still on its way
        fitting = self._fitting()
        if not fitting:
            return
        here = fitting.index(self._completed) if self._completed in fitting else None
        first = 0 if direction > 0 else -1
        at = first if here is None else (here + direction) % len(fitting)
        self._completed = fitting[at]
        self.field.value = self._completed
        self.field.cursor_position = len(self._completed)
        self._show_fitting()

    def _write(self, words: str) -> None:
        self._typed = self._completed = words
        self.field.value = words
        self.field.cursor_position = len(words)

    def _show_fitting(self) -> None:
        """Show what tab would write; beside the hint of an empty field only what may be added."""
        fitting = self._fitting() if self.field.value or self._several else []
        others = [name for name in fitting if name != self.field.value][:_SHOWN]
        names = (self._parts(name)[1] for name in others)
        self.query_one("#fitting", Static).update(Content(" · ".join(names)))
