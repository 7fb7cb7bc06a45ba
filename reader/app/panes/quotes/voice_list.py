"""The quotes view's left half: who is quoted, most quoted first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.app.drawing.drawn_list import DrawnList
from reader.app.drawing.inks import Inks
from reader.app.drawing.list_cursor import KEPT
from reader.app.drawing.rows import BOLD, Part, row
from reader.app.panes.headlines.rows import Place
from reader.model.quote import Voice
from reader.typesetting.cells import cut, width
from reader.typesetting.line import UNATTRIBUTED
from reader.typesetting.line import Voice as DrawnVoice

_ROWS = 3
"""Rows of a voice with the blank one below it."""
_INDENT, _RIGHT = 4, 2
"""Cells left of a name and right of its count."""


class VoicesWording(NamedTuple):
    """The words of the list, in the language of the interface."""

    title: str = "Voices"
    scope: str = ""
    """How many, and of which time or story."""
    order: str = "most quoted"
    unattributed: str = "Unattributed"
    nobody: str = "no speaker named"


class VoiceList(DrawnList, inherit_bindings=False):
    """Lists voices; one is chosen. The app's actions call its methods."""

    DEFAULT_CSS = "VoiceList { background: $bg; color: $text; }"

    wording: var[VoicesWording] = var(VoicesWording(), init=False)

    class VoiceSelected(Message):
        """Another voice is chosen."""

        def __init__(self, voice: Voice) -> None:
            super().__init__()
            self.voice = voice

    class VoiceEntered(Message):
        """A voice was clicked once more: go to its quotes."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.crumb = ""
        """What stands before the title where no other pane says where one is."""
        self._voices: Sequence[Voice] = ()
        self._chosen = self._top = 0

    def on_mount(self) -> None:
        """Follow the words."""
        self.watch(self, "wording", self.redraw, init=False)

    def show(self, voices: Sequence[Voice], key: str | None = None) -> None:
        """Show voices in the order given; the one with `key` is chosen, else the first."""
        self._voices = voices
        self._chosen = next((n for n, voice in enumerate(voices) if voice.key == key), 0)
        self.redraw()

    def name_scope(self, scope: str) -> None:
        """Say over them whose quotes they are."""
        self.wording = self.wording._replace(scope=scope)

    @property
    def voices(self) -> Sequence[Voice]:
        """All of them, in their order."""
        return self._voices

    @property
    def voice(self) -> Voice | None:
        """The chosen voice."""
        return self._voices[self._chosen] if self._voices else None

    @property
    def chosen_item(self) -> int:
        """The index of the chosen voice."""
        return self._chosen if self._voices else -1

    def move(self, count: int) -> None:
        """Choose the voice `count` further down, or up if negative."""
        chosen = max(0, min(self._chosen + count, len(self._voices) - 1))
        if chosen != self._chosen and self._voices:
            self._chosen = chosen
            self.redraw()
            self.post_message(self.VoiceSelected(self._voices[chosen]))

    def page(self, direction: int) -> None:
        """Choose the voice a page further down (1) or up (-1)."""
        self.move(direction * max(1, self._room // _ROWS - 1))

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

    @property
    def _room(self) -> int:
        """Rows for voices."""
        return max(1, self.size.height - self.head_rows)

    def _scroll_to_chosen(self) -> None:
        kept = min(KEPT, max(0, (self._room - 2) // 2))
        chosen = self._chosen * _ROWS
        top = min(self._top, chosen - kept)
        top = max(top, chosen + 2 + kept - self._room)
        self._top = max(0, min(top, len(self._voices) * _ROWS - self._room))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves what is under it, not the choice."""
        self._scroll(_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves what is under it, not the choice."""
        self._scroll(-_ROWS)

    def _scroll(self, rows: int) -> None:
        self._top = max(0, min(self._top + rows, len(self._voices) * _ROWS - self._room))
        self._draw(scroll=False)

    def on_click(self, event: events.Click) -> None:
        """A click chooses; a second one goes to the quotes."""
        number = self.item_at(event.y)
        if number < 0:
            return
        if number == self._chosen:
            self.post_message(self.VoiceEntered())
        else:
            self.move(number - self._chosen)

    # Drawing

    def redraw(self) -> None:
        """Draw the window around the choice."""
        self._draw(scroll=True)

    def _draw(self, *, scroll: bool) -> None:
        if scroll and self.is_mounted:
            self._scroll_to_chosen()
        super().redraw()

    def build(self, inks: Inks) -> None:
        """The voices in the window."""
        for line in range(self._top, self._top + self._room):
            number, part = divmod(line, _ROWS)
            if number >= len(self._voices):
                return
            if part == 2:
                self.add(Strip.blank(self.size.width))
            else:
                self.add(self._voice_row(number, part, inks), number)

    def header(self, inks: Inks) -> Strip:
        """What is listed and in which order."""
        words = self.wording
        title = inks.token("accent" if self.has_focus else "muted") + BOLD
        left: list[Part] = [
            (f"  {self.crumb} › " if self.crumb else "  ", inks.token("muted")),
            (words.title, title),
            (f" {words.scope or len(self._voices)}", inks.token("muted")),
        ]
        order = f"{words.order}{' ' * _RIGHT}"
        room = self.size.width - sum(width(text) for text, _style in left)
        right = [(order, inks.token("faint"))] if width(order) + 2 <= room else []
        return row(self.size.width, left, right)

    def _voice_row(self, number: int, part: int, inks: Inks) -> Strip:
        """The name with its count, or the role with the source."""
        voice, chosen = self._voices[number], number == self._chosen
        ground, bar = self.ground(inks, chosen), self.bar(inks, chosen)
        place = Place(chosen and self.held, ground, bar)
        # Each has the colour it has everywhere: two on one slot are no matter here.
        drawn = DrawnVoice(voice.key, voice.name, voice.role, voice.quotes)
        own = Inks(self.app.theme_variables, [drawn], colourless=self.app.no_color)
        speaker = 0 if voice.key else UNATTRIBUTED
        signs = self.glyphs.without_colour() if inks.colourless else self.glyphs
        quiet = inks.token("muted" if place.held else "faint")
        left: list[Part] = [
            bar if part == 0 else place.below,
            (" ", quiet),
            (signs.rule, own.rule(speaker)),
            (" ", quiet),
        ]
        room = self.size.width - _INDENT - _RIGHT
        if part == 0:
            count = f" {voice.quotes}{' ' * _RIGHT}"
            name = voice.name if voice.key else self.wording.unattributed
            name = cut(name, max(room + _RIGHT - width(count), 1))
            return row(
                self.size.width, [*left, (name, own.name(speaker))], [(count, quiet)], ground
            )
        facts = " · ".join(fact for fact in (voice.role, voice.source) if fact)
        facts = facts if voice.key else self.wording.nobody
        facts = cut(facts, max(room, 1), word=False)
        return row(self.size.width, [*left, (facts, quiet)], (), ground)
