"""A story as drawn lines: laid out for the pane's width, drawn from a cache of strips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Thread
from typing import ClassVar, NamedTuple

from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.app.drawing.drawn_view import DrawnView
from reader.app.drawing.layout_search import Hit, find_hits
from reader.app.drawing.rows import BOLD, PLAIN, row
from reader.app.drawing.scroll_bar import BelowHead, ThinBar, draw_with
from reader.app.panes.story.head import byline, kicker, origin
from reader.app.panes.story.story_map import map_rows
from reader.model.article import Article
from reader.model.clock import Clock, SystemClock
from reader.model.story import Headline, Position
from reader.typesetting.head_and_end import Notice, Surroundings, Wording, lay_out_notice
from reader.typesetting.line import HEAD, Layout
from reader.typesetting.measure import MEASURE, Frame, frame
from reader.typesetting.story_layout import lay_out
from reader.typesetting.typeset import Setting

_ON_THE_LOOP = 12_000
"""Code points that are laid out at once; more is done by a thread."""


class Crumb(NamedTuple):
    """Where the story is: what leads back, to which list, and which of its stories it is."""

    key: str
    list: str
    place: str


class StoryView(DrawnView, inherit_bindings=False):
    """Draws a story and keeps its place; `ArticlePane` adds the ways to move in it."""

    measure: var[int] = var(MEASURE, init=False)
    """Cells of a line, as the reader likes it; a narrow pane has less."""
    reading_view: var[bool] = var(False, init=False)
    lens: var[bool] = var(True, init=False)
    """Whether speakers are marked."""
    notice: var[Notice | None] = var(None, init=False)
    """Sentences below the text, or in its place."""
    next_title: var[str] = var("", init=False)
    """The story that comes after this one."""
    next_mark: var[str] = var("", init=False)
    setting: var[Setting] = var(Setting(), init=False)
    wording: var[Wording] = var(Wording(), init=False)
    single: var[bool] = var(False, init=False)
    """The pane has a narrow window to itself."""
    crumb: var[Crumb | None] = var(None, init=False)
    """Stands above the story where it is the only pane."""
    LAYS_OUT: ClassVar[tuple[str, ...]] = (
        *("measure", "reading_view", "lens", "setting", "wording"),
        *("notice", "next_title", "next_mark", "airy", "single"),
    )
    """A change of one of these needs other lines."""

    class _LaidOut(Message):
        def __init__(
            self,
            generation: int,
            made: Layout,
            its_frame: Frame,
            words: tuple[str, ...],
            hits: Sequence[Hit],
        ) -> None:
            super().__init__()
            self.generation = generation
            self.made = made
            self.frame = its_frame
            self.words, self.hits = words, hits

    class _Found(Message):
        def __init__(self, made: Layout, words: tuple[str, ...], hits: Sequence[Hit]) -> None:
            super().__init__()
            self.made, self.words, self.hits = made, words, hits

    def __init__(self, *, clock: Clock | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self._clock = clock or SystemClock()
        self._article: Article | None = None
        self._headline: Headline | None = None
        self._place: Position | None = None
        """Where the reader is; kept while the lines under it change."""
        self._above = 0
        """How many lines without words stood above that place."""
        self._generation = 0
        self._ready = False
        self._working = False
        self._asked = False
        self._made_of: Article | None = None
        """The story whose lines are shown."""
        self._rail: list[Strip] = []
        self._words: tuple[str, ...] = ()
        self._banded: frozenset[str] = frozenset()
        """Addresses of pictures that could not be had."""

    def on_mount(self) -> None:
        """Lay out again whenever something asks for other lines."""
        for name in self.LAYS_OUT:
            self.watch(self, name, self._lay_out_soon, init=False)
        self.watch(self, "crumb", self._crumbed, init=False)

    # What it shows

    def show(
        self, article: Article, headline: Headline | None = None, position: Position | None = None
    ) -> None:
        """Show a story at a position, or from its head."""
        self._article, self._headline = article, headline
        self._place, self._above = position, 0
        self._code = 0
        self._marked_quote = self._context_line = -1
        self.set_reactive(StoryView.notice, None)
        self.lay_out()

    def reveal(self, headline: Headline) -> None:
        """Let the head say what is known of the story now; the place stays."""
        if self._headline is not None and self._headline.id == headline.id:
            self._headline = headline
            self.lay_out()

    def clear(self, notice: Notice | None = None) -> None:
        """Show no story, only a notice."""
        self._article = self._headline = self._place = None
        self.set_reactive(StoryView.notice, notice)
        self.lay_out()

    @property
    def article(self) -> Article | None:
        """The story on screen."""
        return self._article

    @property
    def headline(self) -> Headline | None:
        """Its row in the list, if it is in one."""
        return self._headline

    # Laying out

    def lay_out(self) -> None:
        """Lay the story out for the width there is, keeping the place; long ones in a thread."""
        self._asked = False
        self._generation += 1
        width = self.size.width
        if not width:
            return
        article = self._article
        quotes = bool(article and article.quotes) and self.lens
        columns = frame(
            width, measure=self.measure, reading=self.reading_view, quotes=quotes,
            single=self.single,
        )  # fmt: skip
        if self.crumb:
            columns = columns._replace(top=0)  # the row below it is air enough
        if article is None:
            made = lay_out_notice(self.notice, columns, self.size.height, self.top_rows)
            self._take(made, columns)
            return
        setting = self.setting._replace(banded=self._banded)
        arguments = (article, columns, self._surroundings(article), setting, self.wording)
        if _is_short(article):
            self._take(lay_out(*arguments, speakers=self.lens), columns)
            return
        if self._made_of is not article:
            self._take_beginning(article, columns)
        self._ready = False
        if self._working:
            return  # the thread's answer will be stale; then it is asked again
        self._working = True
        generation, speakers, words = self._generation, self.lens, self._words

        def work() -> None:
            made = lay_out(*arguments, speakers=speakers)
            hits = find_hits(made, words) if words else ()
            self.post_message(self._LaidOut(generation, made, columns, words, hits))

        Thread(target=work, name="layout", daemon=True).start()

    def _lay_out_soon(self) -> None:
        """Lay out once for all that was changed together."""
        if not self._asked:
            self._asked = True
            self.call_next(self._lay_out_if_asked)

    def _lay_out_if_asked(self) -> None:
        if self._asked:
            self.lay_out()

    def _take_beginning(self, article: Article, columns: Frame) -> None:
        """Show the first blocks of a long story at once, if that is where the reader is."""
        room, blocks = _ON_THE_LOOP // 4, 0
        for block in article.blocks:
            room -= len(block.text)
            if room < 0:
                break
            blocks += 1
        begun = replace(article, blocks=article.blocks[:blocks], quotes=())
        length = len(begun.text)
        begun = replace(begun, quotes=tuple(q for q in article.quotes if q.end <= length))
        made = Layout()
        if self._place is None or self._place.block == HEAD:
            around = self._surroundings(article)._replace(origin="", notice=None, next_title="")
            made = lay_out(begun, columns, around, self.setting, self.wording, speakers=self.lens)
        self._hits = ()
        self.take(made, columns, 0)

    @property
    def top_rows(self) -> int:
        """Rows above the lines: the crumb's, and an empty one."""
        return 2 if self.crumb else super().top_rows

    def _crumbed(self, old: Crumb | None, new: Crumb | None) -> None:
        draw_with(self.vertical_scrollbar, BelowHead if new else ThinBar)
        if (old is None) == (new is None):
            self.refresh()
        else:
            self._lay_out_soon()

    def _crumb(self) -> Strip:
        """``‹ q Unread                     1 of 214``."""
        assert self.crumb
        width = self.scrollable_content_region.width
        if not self._inks or not self._drawing:
            return Strip.blank(width)
        key, inks = self.crumb.key, self._inks
        left = [("  ", PLAIN), ("‹ ", inks.token("accent"))]
        left += [(f"{key} ", inks.token("accent") + BOLD), (self.crumb.list, inks.token("muted"))]
        return row(width, left, [(f" {self.crumb.place} ", inks.token("faint"))])

    def _surroundings(self, article: Article) -> Surroundings:
        return Surroundings(
            kicker(article, self._headline),
            byline(article, self._headline, self._clock.now(), self.wording),
            self.notice,
            self.next_title,
            self.next_mark,
            origin(article, self._clock.now(), self.wording),
        )

    def on_story_view__laid_out(self, message: _LaidOut) -> None:
        """Take what the thread made, unless something else is wanted by now."""
        self._working = False
        if message.generation == self._generation:
            known = message.hits if message.words == self._words else None
            self._take(message.made, message.frame, known)
        elif not self._ready:
            self.lay_out()

    def _take(self, made: Layout, columns: Frame, hits: Sequence[Hit] | None = None) -> None:
        self._ready = True
        self._made, self._made_of = made, self._article
        self._hits = hits or ()
        self.take(made, columns, self._line_of(self._place))
        if hits is None and self._words:
            self.look_for_words()
        self.settled()

    def look_for_words(self) -> None:
        """Find the words in the lines that are shown; in a long story beside the loop."""
        made, words, article = self._made, self._words, self._article
        if not words or article is None or _is_short(article):
            self.found(find_hits(made, words) if words else ())
            return
        self.found(())

        def work() -> None:
            self.post_message(self._Found(made, words, find_hits(made, words)))

        Thread(target=work, name="find", daemon=True).start()

    def on_story_view__found(self, message: _Found) -> None:
        """Take what the thread found, unless something else is looked for by now."""
        if message.made is self._made and message.words == self._words:
            self.found(message.hits)

    def found(self, hits: Sequence[Hit]) -> None:
        """Mark what was found."""
        self._hits = hits
        self._strips.clear()
        self.refresh()

    def _line_of(self, place: Position | None) -> int:
        if place is None or (place.block == HEAD and place.offset <= 0):
            return 0
        lines = self._made.lines
        line = self._made.line_of(place.block, place.offset)
        above = self._above
        while line and lines[line - 1].at < 0 and (above > 0 or lines[line - 1].label):
            # The name above the first words belongs to them; a blank row only if it was there.
            line -= 1
            above -= 1
        return line

    def settled(self) -> None:
        """Called when lines have been laid out."""

    def moved(self) -> None:
        """Called when the reader has moved."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place, so that another width can keep it."""
        super().watch_scroll_y(old_value, new_value)
        if not self._settling and round(old_value) != round(new_value):
            self._rail = []
            self._place, self._above = self._found_place()
            self.moved()

    def position(self) -> Position:
        """Where the reader is: the first words on screen."""
        return self._place or Position(HEAD, 0)

    def _found_place(self) -> tuple[Position, int]:
        """The first words on screen, and how many lines without words stand above them there."""
        lines, top = self._made.lines, self.top_line
        if not top:
            return Position(HEAD, 0), 0
        for above, line in enumerate(lines[top:]):
            if line.at >= 0:
                return Position(line.block, line.at), above
        last = next((line for line in reversed(lines) if line.at >= 0), None)
        return Position(last.block, last.at) if last else Position(HEAD, 0), 0

    def redraw(self) -> None:
        """Draw every line anew, and the map."""
        self._rail = []
        super().redraw()

    def render_line(self, y: int) -> Strip:
        """Row `y` of the pane, with its row of the map."""
        if y == 0 and self.crumb:
            return self._crumb().apply_style(self.rich_style)
        strip = super().render_line(y)
        if self._frame.rail and y >= self.top_rows and self._article:
            strip = self._with_rail(strip, y - self.top_rows, strip.cell_length)
            strip = self._underlined(strip) if self._hovered else strip
        return strip

    def _with_rail(self, strip: Strip, row: int, width: int) -> Strip:
        if not self._rail:
            assert self._inks
            assert self._drawing
            rows = map_rows(
                self._made, self._inks, self._drawing.glyphs, self.wording, self.top_line
            )
            self._rail = [one.apply_style(self.rich_style) for one in rows or [Strip.blank(0)]]
        if row >= len(self._rail):
            return strip
        left = self._frame.rail - 2
        end = strip.crop(left + self._rail[row].cell_length, width)
        return Strip.join([strip.crop(0, left), self._rail[row], end])


def _is_short(article: Article) -> bool:
    """Whether a story takes so little time that no key waits for it."""
    return sum(len(block.text) for block in article.blocks) <= _ON_THE_LOOP
