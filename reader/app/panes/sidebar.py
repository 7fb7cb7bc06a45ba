"""The sidebar: Today, Unread, Saved, Quotes, saved views, tags, folders and their sources."""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.app.drawing.drawn_list import DrawnList
from reader.app.drawing.inks import Inks
from reader.app.drawing.list_cursor import KEPT, ListCursor
from reader.app.drawing.rows import BOLD, Part, row
from reader.app.session.sidebar_items import Item, items_of
from reader.app.session.story_list import UNREAD
from reader.model.sources import Sources
from reader.text.normal import name_key
from reader.typesetting.line import Voice
from reader.wording.catalogue import say

WHEEL = 3
"""Rows that the wheel moves at once."""


class SourcesPane(DrawnList, inherit_bindings=False):
    """Lists what can be read; one of it is chosen."""

    DEFAULT_CSS = "SourcesPane { background: $side; color: $text; }"

    class Moved(Message):
        """Another source is chosen."""

    class Entered(Message):
        """The chosen source was clicked once more."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: list[Item] = []
        self.closed: frozenset[str] = frozenset()
        self.fetching: frozenset[int] = frozenset()
        self._sources: Sources | None = None
        self._cursor = ListCursor(
            self.redraw,
            lambda: self.post_message(self.Moved()),
            lambda: self.post_message(self.Entered()),
        )

    def show(self, sources: Sources) -> None:
        """Show these sources; the cursor stays on the one it is on."""
        self._sources = sources
        self._fill()

    def toggle(self, folder: str) -> None:
        """Open or close a folder."""
        self.closed = self.closed ^ {folder}
        self._fill()

    def _fill(self) -> None:
        if self._sources is None:
            return
        here = self.item.key if self.item else UNREAD
        self.items = items_of(self._sources, self.closed)
        lines = enumerate(self.items)
        self._cursor.chosen = next((at for at, item in lines if item.key == here), 1)
        self.redraw()

    def busy(self, feeds: frozenset[int]) -> None:
        """Mark the sources that are being asked."""
        if feeds != self.fetching:
            self.fetching = feeds
            self.redraw()

    @property
    def everything(self) -> list[Item]:
        """All lines, those of closed folders too."""
        return items_of(self._sources, frozenset()) if self._sources else []

    @property
    def item(self) -> Item | None:
        """The chosen line."""
        chosen = self._cursor.chosen
        return self.items[chosen] if chosen < len(self.items) else None

    @property
    def chosen_item(self) -> int:
        """The index of the chosen line; -1 while there are none."""
        return self._cursor.chosen if self.items else -1

    def choose(self, index: int) -> bool:
        """Put the cursor on a line; False if it is there already or there is none."""
        return self._cursor.choose(index, len(self.items))

    def move(self, count: int) -> bool:
        """Move the cursor down, or up if negative."""
        return self.choose(self._cursor.chosen + count)

    def on_click(self, event: events.Click) -> None:
        """A click chooses a line, a second one enters it."""
        self._cursor.click(self.item_at(event.y), len(self.items))

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves what is under the pointer, not the cursor."""
        self._cursor.wheel(WHEEL, self._last_top)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves what is under the pointer, not the cursor."""
        self._cursor.wheel(-WHEEL, self._last_top)

    def choose_key(self, key: str) -> None:
        """Put the cursor on the line with that key, if there is one, and say nothing."""
        for at, item in enumerate(self.items):
            if item.key == key and at != self._cursor.chosen:
                self._cursor.chosen, self._cursor.stays = at, False
                self.redraw()

    def uncover(self, key: str) -> None:
        """Open the folder that hides the line with that key."""
        folder = ""
        for item in self.everything:
            folder = item.folder or folder
            if item.key == key and folder in self.closed and item.folder is None:
                self.toggle(folder)

    def page(self, direction: float) -> None:
        """Move the cursor by a page, or a part of one."""
        self.move(round(direction * max(1, self.size.height - self.head_rows - 1)))

    def beside(
        self, start: str, direction: int, wanted: Callable[[Item], bool]
    ) -> Item | None:
        """The source next after `start` (a key) or before it, round the ends, that is wanted."""
        items = items_of(self._sources, frozenset()) if self._sources else []
        at = next((n for n, item in enumerate(items) if item.key == start), -1)
        order = [*items[at + 1 :], *items[: max(0, at)]]
        feeds = (item for item in order[::direction] if item.feed)
        return next(filter(wanted, feeds), None)

    def header(self, inks: Inks) -> Strip:
        """The program's name."""
        style = inks.token("accent" if self.has_focus else "muted") + BOLD
        return row(self.size.width, [("  ", Style()), (say("sources.title"), style)])

    def build(self, inks: Inks) -> None:
        """Draw the lines on screen, the cursor among them."""
        room, rows = self.size.height - self.head_rows, self._rows()
        cursor = self._cursor
        if not cursor.stays:
            here = rows.index((cursor.chosen, True)) if self.item else 0
            cursor.top = min(cursor.top, max(0, here - KEPT))
            cursor.top = max(cursor.top, here + 1 + KEPT - room)
        cursor.top = max(0, min(cursor.top, self._last_top))
        for at, real in rows[cursor.top : cursor.top + room]:
            if real:
                self.add(self._line(inks, at), at)
            else:
                self.add(Strip.blank(self.size.width))

    def _rows(self) -> list[tuple[int, bool]]:
        """For each row its line, and whether it is that line or the gap above it."""
        return [
            (at, real)
            for at, item in enumerate(self.items)
            for real in ((False, True) if item.gap else (True,))
        ]

    @property
    def _last_top(self) -> int:
        """The furthest row that can be on top."""
        return max(0, len(self._rows()) - (self.size.height - self.head_rows))

    def _line(self, inks: Inks, at: int) -> Strip:
        item = self.items[at]
        chosen = at == self._cursor.chosen
        left: list[Part] = [self.bar(inks, chosen)]
        if item.folder is not None:
            arrow = "▸" if item.folder in self.closed else "▾"
            left.append((f" {arrow} ", inks.token("text")))
        else:
            left.append(("   " if item.level else " ", Style()))
        plain = inks.token("muted" if item.level else "text")
        style = inks.token("bright") + BOLD if chosen else plain
        if item.voice:  # in the colour it has everywhere
            left[-1] = (f" {self.glyphs.rule} ", self._voice_ink(item).rule(0))
        left.append((item.title, style))
        return row(
            self.size.width, left, [self._count(inks, item, chosen)], self.ground(inks, chosen)
        )

    def _voice_ink(self, item: Item) -> Inks:
        voice = Voice(name_key(item.voice), item.voice, "", 0)
        return Inks(self.app.theme_variables, [voice], colourless=self.app.no_color)

    def _count(self, inks: Inks, item: Item, chosen: bool) -> Part:
        if item.feed in self.fetching and item.feed:
            return " ◌  ", inks.token("accent")
        if item.failed:
            return " !  ", inks.token("err")
        number = f" {item.count}  " if item.count else "  "
        lit = chosen and item.key == UNREAD
        return number, inks.token("accent" if lit else "muted" if chosen else "faint")
