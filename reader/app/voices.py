"""The quotes view's left half: who is quoted, most quoted first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.app.article_inks import Inks
from reader.app.glyphs import COLOURLESS, TYPOGRAPHIC, Glyphs
from reader.model.quote import Voice
from reader.text.cells import cut, fit, width
from reader.text.layout_line import UNATTRIBUTED
from reader.text.layout_line import Voice as DrawnVoice

_HEAD = 3
"""Rows above the first voice: empty, header, empty."""
_ROWS = 3
"""Rows of a voice with the blank one below it."""
_LEFT, _RIGHT = 4, 2
"""Cells left of a name and right of its count."""
_KEPT = 3
"""Rows kept around the cursor."""


class VoicesWording(NamedTuple):
    """The words of the list, in the language of the interface."""

    title: str = "Voices"
    scope: str = ""
    """How many, and of which time or story."""
    order: str = "most quoted"
    unattributed: str = "Unattributed"
    nobody: str = "no speaker named"


class VoiceList(ScrollView, can_focus=True, inherit_bindings=False):
    """Lists voices; one is chosen. The app's actions call its methods."""

    DEFAULT_CSS = """
    VoiceList {
        background: $bg;
        color: $text;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 0;
    }
    """

    wording: var[VoicesWording] = var(VoicesWording(), init=False)
    glyphs: var[Glyphs] = var(TYPOGRAPHIC, init=False)

    class VoiceSelected(Message):
        """Another voice is chosen."""

        def __init__(self, voice: Voice) -> None:
            super().__init__()
            self.voice = voice

    class VoiceEntered(Message):
        """A voice was clicked once more: go to its quotes."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._voices: Sequence[Voice] = ()
        self._chosen = 0
        self._inks: Inks | None = None
        self._strips: dict[tuple[int, bool, bool], tuple[Strip, Strip]] = {}

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.redraw())
        for name in ("wording", "glyphs"):
            self.watch(self, name, self.redraw, init=False)
        self.redraw()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the width there is; the choice stays in sight."""
        self.redraw()
        self._show_chosen()

    def show(self, voices: Sequence[Voice], key: str | None = None) -> None:
        """Show voices in the order given; the one with `key` is chosen, else the first."""
        self._voices = voices
        self._chosen = next((n for n, voice in enumerate(voices) if voice.key == key), 0)
        self.redraw()
        self._show_chosen()

    @property
    def voice(self) -> Voice | None:
        """The chosen voice."""
        return self._voices[self._chosen] if self._voices else None

    def move(self, count: int) -> None:
        """Choose the voice `count` further down, or up if negative."""
        chosen = max(0, min(self._chosen + count, len(self._voices) - 1))
        if chosen != self._chosen and self._voices:
            self._chosen = chosen
            self._show_chosen()
            self.refresh()
            self.post_message(self.VoiceSelected(self._voices[chosen]))

    def page(self, direction: int) -> None:
        """Choose the voice a page further down (1) or up (-1)."""
        self.move(direction * max(1, (self.size.height - _HEAD) // _ROWS - 1))

    def top(self) -> None:
        """Choose the first voice."""
        self.move(-len(self._voices))

    def end(self) -> None:
        """Choose the last voice."""
        self.move(len(self._voices))

    def choose(self, key: str) -> None:
        """Choose the voice with this key, if it is in the list."""
        for number, voice in enumerate(self._voices):
            if voice.key == key:
                self.move(number - self._chosen)

    def _show_chosen(self) -> None:
        room = max(1, self.size.height - _HEAD)
        top, first = self._chosen * _ROWS, round(self.scroll_y)
        kept = min(_KEPT, max(0, (room - 2) // 2))
        first = min(first, top - kept)
        first = max(first, top + 2 + kept - room)
        self.virtual_size = Size(self.size.width, len(self._voices) * _ROWS + _HEAD)
        self.scroll_to(y=max(0, min(first, self.max_scroll_y)), animate=False, force=True)
        if self.has_focus:
            row = top - round(self.scroll_y) + _HEAD
            self.app.cursor_position = self.region.offset + Offset(_LEFT, row)

    def on_focus(self) -> None:
        """Show the choice as focused, with the terminal's cursor on it."""
        self._show_chosen()
        self.refresh()

    def on_blur(self) -> None:
        """Show the choice as not focused."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click chooses; a second one goes to the quotes."""
        row = event.y - _HEAD + round(self.scroll_y)
        if event.y < _HEAD or not 0 <= row < len(self._voices) * _ROWS:
            return
        number = row // _ROWS
        if number == self._chosen:
            self.post_message(self.VoiceEntered())
        else:
            self.move(number - self._chosen)

    def redraw(self) -> None:
        """Draw every row anew."""
        if not self.is_mounted:
            return
        self._inks = Inks(
            self.app.theme_variables,
            # Each has the colour it has everywhere: two on one slot are no matter here.
            (),
            colourless=self.app.no_color,
        )
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row `y` of the list."""
        cells = self.size.width
        if self._inks is None or y == 0 or y == _HEAD - 1:
            strip = Strip.blank(cells)
        elif y == 1:
            strip = self._header(cells, self._inks)
        else:
            number, part = divmod(y - _HEAD + round(self.scroll_y), _ROWS)
            strip = Strip.blank(cells)
            if number < len(self._voices) and part < 2:
                strip = self._rows(number, cells)[part]
        return strip.adjust_cell_length(cells).apply_style(self.rich_style)

    def _header(self, cells: int, inks: Inks) -> Strip:
        words = self.wording
        title = inks.token("accent" if self.has_focus else "muted") + Style(bold=True)
        room = cells - 2 - _RIGHT
        scope = words.scope or str(len(self._voices))
        left = width(words.title) + 1 + width(scope)
        segments = [Segment("  "), Segment(words.title, title)]
        segments.append(Segment(f" {scope}", inks.token("muted")))
        if left + 2 + width(words.order) <= room:
            segments.append(Segment(" " * (room - left - width(words.order))))
            segments.append(Segment(words.order, inks.token("faint")))
        return Strip(segments)

    def _rows(self, number: int, cells: int) -> tuple[Strip, Strip]:
        chosen = number == self._chosen
        key = (number, chosen, self.has_focus)
        if key not in self._strips:
            assert self._inks
            self._strips[key] = self._voice_rows(self._voices[number], chosen, cells, self._inks)
        return self._strips[key]

    def _voice_rows(
        self, voice: Voice, chosen: bool, cells: int, inks: Inks
    ) -> tuple[Strip, Strip]:
        colourless = self.app.no_color
        glyphs = COLOURLESS if colourless and self.glyphs is TYPOGRAPHIC else self.glyphs
        own = Inks(
            self.app.theme_variables,
            [DrawnVoice(voice.key, voice.name, voice.role, voice.quotes)],
            colourless=colourless,
        )
        number = 0 if voice.key else UNATTRIBUTED
        ground = Style()
        if chosen:
            ground = inks.behind("sel" if self.has_focus else "seld")
            if inks.flat and self.has_focus:
                ground = Style(reverse=True)
        mark = inks.token("accent" if self.has_focus else "faint")
        quiet = inks.token("muted" if chosen else "faint")
        room = cells - _LEFT - _RIGHT
        count = str(voice.quotes)
        name = voice.name if voice.key else self.wording.unattributed
        facts = " · ".join(fact for fact in (voice.role, voice.source) if fact)
        facts = facts if voice.key else self.wording.nobody
        first = [
            Segment(fit(name, room - width(count) - 1), own.name(number)),
            Segment(f" {count}", quiet),
        ]
        facts = cut(facts, room, word=False, ellipsis=glyphs.ellipsis)
        second = [Segment(fit(facts, room), quiet)]
        strips = [
            Strip(
                [
                    Segment(glyphs.selected if chosen else " ", mark),
                    Segment(" "),
                    Segment(glyphs.rule, own.rule(number)),
                    Segment(" "),
                    *row,
                    Segment(" " * _RIGHT),
                ]
            ).apply_style(ground)
            for row in (first, second)
        ]
        return strips[0], strips[1]
