"""The list of headlines: drawn line by line, only what is on screen, however long it is."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.app.drawing.drawn_list import DrawnList
from reader.app.drawing.inks import Inks
from reader.app.drawing.list_cursor import ListCursor
from reader.app.drawing.rows import BOLD, Part, row
from reader.app.panes.headlines.found_rows import count_row, scope_row, syntax_rows
from reader.app.panes.headlines.known_rows import KnownRows
from reader.app.panes.headlines.list_drawing import ListDrawing, ListForm
from reader.app.panes.headlines.notices import band, box, emptiness
from reader.app.panes.headlines.rows import FULL, HeadlineRows, Place
from reader.app.panes.headlines.saved_rows import saved_foot, saved_total
from reader.app.session.finds import Finds
from reader.model.story import Headline
from reader.typesetting.cells import width
from reader.typesetting.head_and_end import Notice
from reader.wording.catalogue import say

LOW = 16
"""Rows; below that the blank ones between headlines go."""
AHEAD = 2
"""Pages of rows fetched above and below the screen."""
NEAR = 200
"""Stories above and below the first one on screen whose rows are kept when all may be stale."""


class HeadlinesPane(DrawnList, inherit_bindings=False):
    """Shows one list of stories; one of them is chosen."""

    DEFAULT_CSS = "HeadlinesPane { background: $bg; color: $text; }"

    compact: var[bool] = var(False, init=False)
    smart: var[bool] = var(True, init=False)
    """Titles are set as at the head of their stories."""
    finds: var[Finds | None] = var(None, init=False)
    """What a search has come to, while one is open."""
    now: var[int] = var(0, init=False)
    """Unix seconds that ages are counted to."""

    class Moved(Message):
        """Another story is chosen."""

    class Entered(Message):
        """The chosen story was clicked once more."""

    class HeaderClicked(Message):
        """Somebody clicked on the header, where the order is named."""

    class BandClicked(Message):
        """Somebody clicked on the band that says what waits."""

    class Wanted(Message):
        """Rows are missing that are, or soon will be, on screen."""

        def __init__(self, ids: Sequence[int]) -> None:
            super().__init__()
            self.ids = ids

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ids: Sequence[int] = array("q")
        self.title = self.count = self.order = ""
        self.crumb = ""
        """What stands before the title where no other pane says where one is."""
        self.above = 0
        """How many stories wait above the first one."""
        self.shows_them = ""
        """The key that lets them in, in words."""
        self.reads_on = ""
        """The key that reads on, in words."""
        self.notice: Notice | None = None
        """What is wrong with the list's source."""
        self.empty: Notice | None = None
        """What stands in place of an empty list."""
        self.keeps: bool = False
        """It is the Saved list, which says how much is left to read."""
        self.fetching: frozenset[int] = frozenset()
        """Stories whose pages are on their way."""
        self._known = KnownRows()
        self._cursor = ListCursor(
            self.redraw,
            lambda: self.post_message(self.Moved()),
            lambda: self.post_message(self.Entered()),
        )

    def on_mount(self) -> None:
        """Draw anew when the look changes."""
        for name in ("compact", "smart", "now", "finds"):
            self.watch(self, name, self.redraw, init=False)

    # What it shows

    def show(self, ids: Sequence[int], chosen: int = 0, top: int | None = None) -> None:
        """Show these stories, `chosen` (an index) under the cursor; rows known before stay."""
        before, self.ids = self.story, ids
        cursor = self._cursor
        self._known.ask_again()
        cursor.chosen = max(0, min(chosen, len(ids) - 1))
        cursor.stays = cursor.stays and top is not None and self.story == before
        cursor.top = cursor.chosen if top is None else max(0, min(top, max(0, len(ids) - 1)))
        self.redraw()

    def fill(self, headlines: Iterable[Headline]) -> None:
        """Take rows that were asked for, or that have changed."""
        self._known.take(headlines)
        self.redraw()

    def forget(self) -> None:
        """Rows may be out of date: ask for them again, and show the old ones until then.

        Those far from the screen are let go; they are asked for when they come near.
        """
        self._want(self._known.keep(self.ids[max(0, self.top - NEAR) : self.top + NEAR]))

    def renew(self, story: int) -> None:
        """Ask for one row again, if it is known."""
        self._want(self._known.again(story))

    def change(self, stories: Iterable[int], **fields: object) -> None:
        """Change marks of rows at once; the newsroom's own word follows."""
        self._known.change(stories, **fields)
        self.redraw()

    def row_of(self, story: int) -> Headline | None:
        """The row of a story, if it is known."""
        return self._known.get(story)

    # The cursor

    @property
    def chosen_item(self) -> int:
        """The index of the chosen story; -1 in an empty list."""
        return self._cursor.chosen if self.ids else -1

    @property
    def top(self) -> int:
        """The index of the first story on screen."""
        return self._cursor.top

    @property
    def story(self) -> int:
        """The number of the chosen story; 0 in an empty list."""
        return self.ids[self._cursor.chosen] if self.ids else 0

    @property
    def headline(self) -> Headline | None:
        """The row of the chosen story, if it has come."""
        return self._known.get(self.story)

    def choose(self, index: int) -> bool:
        """Put the cursor on a story; False if it is there already or there is none."""
        return self._cursor.choose(index, len(self.ids))

    def move(self, count: int) -> bool:
        """Move the cursor down, or up if negative."""
        return self.choose(self._cursor.chosen + count)

    def page(self, direction: float) -> None:
        """Move the cursor by a page, or a part of one."""
        height = 2 if self.compact else 4
        self.move(round(direction * max(1, (self.size.height - self.head_rows) // height)))

    def on_click(self, event: events.Click) -> None:
        """A click on a story, or on what stands above the stories."""
        self._cursor.click(self.item_at(event.y), len(self.ids))
        if event.y == self.head_rows - 2:
            self.post_message(self.HeaderClicked())
        elif self.above and event.y == self.head_rows:
            self.post_message(self.BandClicked())

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves what is under the pointer, not the cursor."""
        self._cursor.wheel(1, self._last_top)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves what is under the pointer, not the cursor."""
        self._cursor.wheel(-1, self._last_top)

    # Drawing

    @property
    def head_rows(self) -> int:
        """Rows above the first item; a search says where it looks and what it found."""
        if self.finds is None:
            return super().head_rows
        return 4 if self.airy else 3

    def render_line(self, y: int) -> Strip:
        """Row `y` of the pane."""
        if self.finds is None or y >= self.head_rows:
            return super().render_line(y)
        cells, inks = self.size.width, self.inks
        strip = Strip.blank(cells)
        if y == 0:
            strip = scope_row(inks, cells, self.finds.scope)
        elif y == self.head_rows - 2:
            strip = count_row(inks, cells, self.finds.found, self.order)
        return strip.adjust_cell_length(cells).apply_style(self.rich_style)

    @property
    def held(self) -> bool:
        """Whether keys move its cursor; while words are searched for, the arrows do."""
        return self.has_focus or (self.finds is not None and self.finds.typing)

    @property
    def wide_saved(self) -> bool:
        """Whether it is the Saved list with room for its own form."""
        return self.keeps and not self.compact and self.size.width >= FULL

    @property
    def _margin(self) -> str:
        """What stands left of the words; more where the list has the room of the story."""
        return "   " if self.wide_saved and not self.crumb else "  "

    def header(self, inks: Inks) -> Strip:
        """``Unread 214            newest first``."""
        style = inks.token("accent" if self.has_focus else "muted") + BOLD
        crumb = f"{self.crumb} › " if self.crumb else ""
        left: list[Part] = [(self._margin + crumb, inks.token("muted")), (self.title, style)]
        count = self.count
        if self.wide_saved and self._all_known and self.ids:
            count = saved_total(self._known.of(self.ids))
        left.append((f" {count}", inks.token("muted")))
        order = self.order if self.ids and self.notice is None else ""
        if self.compact and self.size.width >= FULL:
            order = f"{say('list.compact')} · {order}"
        end = "    " if self.wide_saved and not self.crumb else "  "
        if sum(width(text) for text, _ in left) + width(order) + 4 > self.size.width:
            order = ""
        return row(self.size.width, left, [(f"{order}{end}", inks.token("faint"))])

    @property
    def _all_known(self) -> bool:
        return len(self._known.of(self.ids)) == len(self.ids)

    def build(self, inks: Inks) -> None:
        """Draw the stories on screen, the cursor among them with three rows around it."""
        cells, room = self.size.width, self.size.height - self.head_rows
        if self.above:
            waiting = say("list.above", count=self.above), self.shows_them
            self._put(band(inks, cells, *waiting))
        if self.notice is not None:
            self._put(box(inks, cells, room, self.notice, self.glyphs.selected))
        room -= len(self._lines)
        syntax: list[Strip] = []
        if self.finds is not None and self.finds.typing:
            syntax = syntax_rows(inks, cells, tags=self.finds.tags)
        syntax = syntax if room > 2 * len(syntax) else []
        room -= len(syntax)
        if not self.ids:
            if self.empty is not None:
                above, margin = self.head_rows + len(self._lines), len(self._margin)
                pane = above + room
                self._put(emptiness(inks, cells, pane, above, self.empty, margin)[: max(0, room)])
        else:
            self._stories(inks, room)
        if syntax:
            bottom = self.size.height - self.head_rows - len(syntax)
            self._put([Strip.blank(cells)] * (bottom - len(self._lines)))
            self._put(syntax)

    def _stories(self, inks: Inks, room: int) -> None:
        signs = self.glyphs.without_colour() if inks.colourless else self.glyphs
        rows = HeadlineRows(inks, signs, self.size.width, self.now)
        rows.fetching, rows.smart = self.fetching, self.smart
        drawing, length = self._drawing(rows), len(self.ids)
        if not self._cursor.stays:
            self._cursor.keep_in_sight(drawing.height, room, length)
        index = self.top
        while room > 0 and index < length:
            for strip in drawing.item(index)[:room]:
                self.add(strip, index)
                room -= 1
            index += 1
        if self.wide_saved and index == length and self._all_known:
            foot = saved_foot(rows, self._known.of(self.ids), self.reads_on)
            self._put(foot if len(foot) < room else [])
        ahead = (index - self.top + 1) * AHEAD
        self._want(self._known.missing(self.ids[max(0, self.top - ahead) : index + ahead]))

    def _drawing(self, rows: HeadlineRows) -> ListDrawing:
        gaps = not self.compact and self.size.height >= LOW
        form = ListForm(self.compact, self.wide_saved, self.finds, gaps)

        def place(index: int) -> Place:
            chosen = index == self._cursor.chosen
            ground, bar = self.ground(rows.inks, chosen), self.bar(rows.inks, chosen)
            return Place(chosen and self.held, ground, bar)

        return ListDrawing(self.ids, self._known, rows, form, place)

    @property
    def _last_top(self) -> int:
        rows = HeadlineRows(self.inks, self.glyphs, self.size.width, self.now)
        return self._drawing(rows).last_top(self.size.height - self.head_rows)

    def _put(self, strips: Iterable[Strip]) -> None:
        for strip in strips:
            self.add(strip)

    def _want(self, stories: Sequence[int]) -> None:
        if stories:
            self.post_message(self.Wanted(stories))
