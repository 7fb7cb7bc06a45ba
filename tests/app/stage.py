"""A bare app around one pane, to drive and to look at."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from rich.style import Style
from textual.app import App, ComposeResult
from textual.case import camel_to_snake
from textual.filter import LineFilter
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from reader.app.drawing.glyphs import TYPOGRAPHIC
from reader.app.looks.plain_cells import PLAIN_CELLS
from reader.app.looks.themes import DEFAULTS, themes
from reader.model.palette import LAMPLIGHT
from tests.app.frames import differences, drawn_frame, frame_file, read_frame


class Stage(App[None]):
    """Shows one pane in one of our themes and remembers the messages of its own kind."""

    CSS = "Screen { background: $bg; } #pane { width: 1fr; height: 1fr; }"

    def __init__(self, pane: Widget, theme: str) -> None:
        super().__init__()
        self.pane = pane
        self._wanted = theme
        self.heard: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our tokens, for themes that lack them."""
        return dict(DEFAULTS)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """As the reader has them: signs are plain where the pane's are."""
        plain = getattr(self.pane, "glyphs", TYPOGRAPHIC).ascii
        return [*([PLAIN_CELLS] if plain else []), *super().get_line_filters()]

    def compose(self) -> ComposeResult:
        """The pane alone."""
        for theme in themes():
            self.register_theme(theme)
        self.theme = self._wanted
        yield self.pane


@asynccontextmanager
async def staged(
    pane: Widget, size: tuple[int, int] = (80, 24), theme: str = LAMPLIGHT
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """Run a pane on a stage of `size` cells."""
    app = Stage(pane, theme)
    own = f"on_{camel_to_snake(type(pane).__name__)}_"

    def hear(message: Message) -> None:
        # Every pump the message passes calls this.
        if message.handler_name.startswith(own) and message not in app.heard:
            app.heard.append(message)

    async with app.run_test(size=size, message_hook=hear) as pilot:
        await pilot.pause()
        yield app, pilot


def screen_lines(app: App[Any]) -> list[str]:
    """What is on screen, row by row, without the blanks at the ends."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - Textual has no other way
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def style_of(app: App[Any], words: str, letter: int = 0) -> Style:
    """How a letter of these words looks, by index, where they stand first on the screen."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - Textual has no other way
    for strip in strips:
        at = "".join(segment.text for segment in strip).find(words)
        left = at + letter
        for segment in strip if at >= 0 else ():
            if left < len(segment.text):
                return segment.style or Style()
            left -= len(segment.text)
    raise AssertionError(f"{words!r} is not on the screen")


def check_frame(app: App[Any], kept: Path, update: bool) -> None:
    """Compare the screen with a kept frame, text and styles; say row by row what has changed."""
    drawn = drawn_frame(app.screen._compositor.render_strips())  # noqa: SLF001 - Textual has no other way
    if update:
        letters = read_frame(kept.read_text("utf-8")).letters if kept.exists() else {}
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(frame_file(drawn, letters), "utf-8")
    changed = "\n".join(differences(read_frame(kept.read_text("utf-8")), drawn))
    assert not changed, f"{kept.name}:\n{changed}"
