"""The list of headlines: drawn line by line, only what is on screen, however long it is."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rich.style import Style
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.app.article_inks import Inks
from reader.app.choice_list import ChoiceList
from reader.app.drawn_list import KEPT
from reader.app.rows import BOLD, Part, row
from reader.model.story import FullText, Headline
from reader.text.ages import age
from reader.text.catalogue import say
from reader.text.cells import fit, width
from reader.text.wrap import wrap, wrap_title

LEFT, RIGHT = 4, 2
"""Cells left and right of a title."""
TITLE_ROWS = 2
LOW = 16
"""Rows; below that the blank ones between headlines go."""
AHEAD = 2
"""Pages of rows fetched above and below the screen."""


class HeadlinesPane(ChoiceList, inherit_bindings=False):
    """Shows one list of stories; one of them is chosen."""

    DEFAULT_CSS = "HeadlinesPane { background: $bg; color: $text; }"

    compact: var[bool] = var(False, init=False)
    now: var[int] = var(0, init=False)
    """Unix seconds that ages are counted to."""

    class Moved(Message):
        """Another story is chosen."""

    class Entered(Message):
        """The chosen story was clicked once more."""

    MOVED, ENTERED = Moved, Entered

    class Wanted(Message):
        """Rows are missing that are, or soon will be, on screen."""

        def __init__(self, ids: Sequence[int]) -> None:
            super().__init__()
            self.ids = ids

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ids: Sequence[int] = array("q")
        self.title = self.count = self.order = ""
        self.notice: tuple[tuple[str, str], ...] = ()
        self.fetching: frozenset[int] = frozenset()
        """Stories whose pages are on their way."""
        """Lines above the first story, each with the token of its colour."""
        self._rows: dict[int, Headline] = {}
        self._asked: set[int] = set()

    def on_mount(self) -> None:
        """Draw anew when the look changes."""
        for name in ("compact", "now"):
            self.watch(self, name, self.redraw, init=False)

    # What it shows

    def show(self, ids: Sequence[int], chosen: int = 0, top: int | None = None) -> None:
        """Show these stories, `chosen` (an index) under the cursor; rows known before stay."""
        self.ids = ids
        self._asked.clear()
        self._chosen = max(0, min(chosen, len(ids) - 1))
        self._top = self._chosen if top is None else max(0, min(top, max(0, len(ids) - 1)))
        self.redraw()

    def fill(self, headlines: Iterable[Headline]) -> None:
        """Take rows that were asked for, or that have changed."""
        for headline in headlines:
            self._rows[headline.id] = headline
        self._asked.clear()
        self.redraw()

    def forget(self) -> None:
        """Rows may be out of date: ask for them again, and show the old ones until then."""
        self._asked.clear()
        self._want(list(self._rows))

    def renew(self, story: int) -> None:
        """Ask for one row again, if it is known."""
        if story in self._rows:
            self._asked.discard(story)
            self._want([story])

    def change(self, stories: Iterable[int], **fields: bool) -> None:
        """Flip marks of rows at once; the newsroom's own word follows."""
        for story in stories:
            if story in self._rows:
                self._rows[story] = replace(self._rows[story], **fields)  # type: ignore[arg-type]  # only marks are given
        self.redraw()

    def row_of(self, story: int) -> Headline | None:
        """The row of a story, if it is known."""
        return self._rows.get(story)

    # The cursor

    @property
    def length(self) -> int:
        """How many stories the list has."""
        return len(self.ids)

    @property
    def top(self) -> int:
        """The index of the first story on screen."""
        return self._top

    @property
    def story(self) -> int:
        """The number of the chosen story; 0 in an empty list."""
        return self.ids[self._chosen] if self.ids else 0

    @property
    def headline(self) -> Headline | None:
        """The row of the chosen story, if it has come."""
        return self._rows.get(self.story)

    def page(self, direction: float) -> None:
        """Move the cursor by a page, or a part of one."""
        height = 2 if self.compact else 4
        self.move(round(direction * max(1, (self.size.height - self.head_rows) // height)))

    # Drawing

    def header(self, inks: Inks) -> Strip:
        """``Unread 214            newest first``."""
        style = inks.token("accent" if self.has_focus else "muted") + BOLD
        left: list[Part] = [("  ", Style()), (self.title, style)]
        left.append((f" {self.count}", inks.token("muted")))
        order = self.order if self.size.width > 30 else ""
        return row(self.size.width, left, [(f"{order}  ", inks.token("faint"))])

    def build(self, inks: Inks) -> None:
        """Draw the stories on screen, the cursor among them with three rows around it."""
        room = self.size.height - self.head_rows
        for words, token in self.notice:
            for line in wrap(words, self.size.width - LEFT):
                text = words[line.start : line.end]
                self.add(row(self.size.width, [("  ", Style()), (text, inks.token(token))]))
            self.add(Strip.blank(self.size.width))
        room -= len(self._lines)
        self._keep_in_sight(inks, room)
        missing: list[int] = []
        index = self._top
        while room > 0 and index < len(self.ids):
            for strip in self._item(inks, index)[: max(0, room)]:
                self.add(strip, index)
                room -= 1
            index += 1
        ahead = (index - self._top + 1) * AHEAD
        around = range(max(0, self._top - ahead), min(len(self.ids), index + ahead))
        missing = [self.ids[at] for at in around if self.ids[at] not in self._rows]
        self._want(missing)

    def _want(self, stories: list[int]) -> None:
        wanted = [story for story in stories if story not in self._asked]
        if wanted:
            self._asked.update(wanted)
            self.post_message(self.Wanted(wanted))

    def _keep_in_sight(self, inks: Inks, room: int) -> None:
        """Move the top as little as the cursor needs."""
        height = self._height
        if self._chosen < self._top:
            self._top = self._chosen
        # What is further up than that is out of sight whatever its height; it need not be measured.
        self._top = max(self._top, self._chosen - max(0, room))
        above = sum(height(inks, at) for at in range(self._top, self._chosen))
        if above < KEPT and self._top > 0:
            self._top -= 1
            above += height(inks, self._top)
        below = self._chosen + 1 < len(self.ids)
        needed = height(inks, self._chosen) + (KEPT if below else 0) if self.ids else 0
        while self._top < self._chosen and above + needed > room:
            above -= height(inks, self._top)
            self._top += 1

    def _height(self, inks: Inks, index: int) -> int:
        return len(self._item(inks, index))

    def _item(self, inks: Inks, index: int) -> list[Strip]:
        headline = self._rows.get(self.ids[index])
        chosen = index == self._chosen
        ground = self.ground(inks, chosen)
        cells = self.size.width
        mark = inks.token("accent" if self.has_focus else "faint")
        bar: Part = (self.glyphs.selected if chosen else " ", mark)
        if headline is None:
            strips = [row(cells, [bar], ground=ground)] * (1 if self.compact else 3)
        elif self.compact:
            strips = [self._compact(inks, headline, bar, chosen, ground)]
        else:
            strips = self._comfortable(inks, headline, bar, chosen, ground)
        if not self.compact and self.size.height >= LOW:
            strips = [*strips, Strip.blank(cells)]
        return strips

    def _comfortable(
        self, inks: Inks, headline: Headline, bar: Part, chosen: bool, ground: Style
    ) -> list[Strip]:
        cells = self.size.width
        sign: list[Part] = [(self._sign("◆"), inks.token("accent"))] if headline.saved else []
        room = cells - LEFT - RIGHT
        title = headline.title or say("list.untitled")
        lines = wrap_title(title, room, TITLE_ROWS, first=room - 2 if sign else 0)
        style = self._title(inks, headline, chosen)
        strips = [
            row(
                cells,
                [bar, (" ", Style()), self._mark(inks, headline), (" ", Style()), (first, style)],
                [*sign, (" " * RIGHT, Style())] if sign else [],
                ground,
            )
            for first in lines[:1]
        ]
        strips += [
            row(cells, [bar, ("   ", Style()), (line, style)], (), ground) for line in lines[1:]
        ]
        quiet = inks.token("muted" if chosen else "faint")
        strips.append(
            row(
                cells,
                [bar, ("   ", Style()), (self._source(headline), quiet)],
                [(f" {self._facts(headline)}{' ' * RIGHT}", quiet)],
                ground,
            )
        )
        return strips

    def _compact(
        self, inks: Inks, headline: Headline, bar: Part, chosen: bool, ground: Style
    ) -> Strip:
        quiet = inks.token("muted" if chosen else "faint")
        source = 14 if self.size.width >= 60 else 0
        right = [(f"  {fit(headline.source, source)}" if source else "", quiet)]
        right.append((f" {self._sign('◆')}" if headline.saved else "  ", inks.token("accent")))
        right.append((f" {age(headline.published, self.now):>6}{' ' * RIGHT}", quiet))
        style = self._title(inks, headline, chosen)
        left = [bar, (" ", Style()), self._mark(inks, headline), (" ", Style())]
        room = self.size.width - LEFT - sum(width(text) for text, _ in right)
        title = wrap_title(headline.title or say("list.untitled"), room, 1)[0]
        return row(self.size.width, [*left, (title, style)], right, ground)

    def _source(self, headline: Headline) -> str:
        also = f" +{headline.also}" if headline.also else ""
        if headline.saved and headline.progress and not headline.finished:
            left = max(1, round(headline.minutes * (1 - headline.progress)))
            return f"{headline.source}{also} · {say('list.minutes_left', count=left)}"
        return f"{headline.source}{also}"

    def _facts(self, headline: Headline) -> str:
        quotes = f"{self._sign('“')}{headline.quotes}" if headline.quotes else ""
        return f"{quotes:>4} {age(headline.published, self.now):>3}"

    def _mark(self, inks: Inks, headline: Headline) -> Part:
        if headline.id in self.fetching:
            return self._sign("◌"), inks.token("muted")
        if headline.gone:
            return self._sign("·"), inks.token("muted")
        if headline.full_text is FullText.FAILED:
            return "!", inks.token("err")
        if headline.unread:
            if headline.new:
                return self._sign("●"), inks.token("accent")
            return self._sign("•"), inks.token("text")
        if headline.saved and headline.finished:
            return self._sign("✓"), inks.token("ok")
        return " ", Style()

    def _title(self, inks: Inks, headline: Headline, chosen: bool) -> Style:
        if not headline.unread:
            return inks.token("muted")
        return inks.token("bright" if chosen else "text") + BOLD

    def _sign(self, sign: str) -> str:
        if not self.glyphs.ascii:
            return sign
        return {"◆": "+", "●": "*", "•": ".", "◌": "o", "✓": "v", "“": '"', "·": "-"}[sign]
