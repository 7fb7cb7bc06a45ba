"""The article pane: reading a story page by page, line by line, quote by quote, hit by hit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, TypeAlias

from textual import events
from textual.reactive import var
from textual.strip import Strip

from reader.app.drawing.drawn_view import DrawnView
from reader.app.drawing.layout_drawing import IMAGE, LINE, LINK, VOICE
from reader.app.drawing.layout_search import Hit
from reader.app.drawing.scroll_bar import BelowHead, ThinBar, draw_with
from reader.app.panes.story import messages
from reader.app.panes.story.crumb import Crumb, crumb_row
from reader.app.panes.story.head import around, minutes
from reader.app.panes.story.newest_job import at_once
from reader.app.panes.story.quotes_on_screen import current_quote, outer_quotes, quote_beside
from reader.app.panes.story.reading_place import ReadingPlace
from reader.app.panes.story.story_layouts import Laid, LayoutRequest, StoryLayouts, is_short
from reader.app.panes.story.story_map import StoryMap
from reader.app.panes.story.story_pictures import StoryPictures
from reader.app.panes.story.word_search import WordSearch
from reader.app.requests import Run
from reader.app.terminal.graphics import BLOCKS, Brush
from reader.app.terminal.pictures import Drawn
from reader.model.article import Article
from reader.model.clock import Clock, SystemClock
from reader.model.quote import Quote
from reader.model.story import Headline, Position
from reader.typesetting.head_and_end import Notice, Wording, lay_out_notice
from reader.typesetting.line import HEAD, UNATTRIBUTED
from reader.typesetting.measure import MEASURE, NARROWEST, WIDEST, Frame, frame
from reader.typesetting.styled_text import Setting
from reader.wording.catalogue import say

CONTEXT = 2
"""Lines that stay on screen when a page is turned."""


class ArticlePane(DrawnView, inherit_bindings=False):
    """Shows one story. It has no keys of its own: the app's actions call its methods."""

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
    brush: var[Brush] = var(BLOCKS, init=False)
    """How pictures are drawn."""
    LAYS_OUT: ClassVar[tuple[str, ...]] = (
        *("measure", "reading_view", "lens", "setting", "wording"),
        *("notice", "next_title", "next_mark", "airy", "single"),
    )
    """A change of one of these needs other lines."""

    PositionMoved: TypeAlias = messages.PositionMoved
    Settled: TypeAlias = messages.Settled
    EndReached: TypeAlias = messages.EndReached
    LinkChosen: TypeAlias = messages.LinkChosen
    VoiceChosen: TypeAlias = messages.VoiceChosen
    ImageChosen: TypeAlias = messages.ImageChosen
    PicturesWanted: TypeAlias = messages.PicturesWanted

    def __init__(
        self, *, clock: Clock | None = None, run: Run | None = None, id: str | None = None
    ) -> None:
        """`run` does what takes long beside the loop; without one, it is done at once."""
        super().__init__(id=id)
        run = run or at_once
        self._clock = clock or SystemClock()
        self._article: Article | None = None
        self._headline: Headline | None = None
        self._layouts = StoryLayouts(run, self._show_lines, self._show_fault)
        self.word_search = WordSearch(run, self._show_hits)
        self._place = ReadingPlace()
        self._pictures = StoryPictures()
        self._map = StoryMap()
        self._asked_to_lay_out = False
        self._end_told = False
        self._quote_to_go_to = -1
        self._minutes = 0

    def on_mount(self) -> None:
        """Lay out again whenever something asks for other lines."""
        for name in self.LAYS_OUT:
            self.watch(self, name, self._lay_out_soon, init=False)
        self.watch(self, "crumb", self._take_crumb, init=False)
        self.watch(self, "brush", self._want_pictures, init=False)

    # What it shows

    def show(
        self, article: Article, headline: Headline | None = None, position: Position | None = None
    ) -> None:
        """Show a story at a position, or from its head."""
        self._article, self._headline = article, headline
        self._minutes = minutes(article, headline)
        self._place.go_to(position)
        self._end_told = False
        self.pointed_quote = self._quote_to_go_to = -1
        self.word_search.forget()
        self._pictures.begin()
        self.drawn.pictures, self.drawn.code = {}, 0
        self.drawn.mark()
        self.set_reactive(ArticlePane.notice, None)
        self.lay_out()

    def reveal(self, headline: Headline) -> None:
        """Let the head say what is known of the story now; the place stays."""
        if self._headline is not None and self._headline.id == headline.id:
            self._headline = headline
            self.lay_out()

    def clear(self, notice: Notice | None = None) -> None:
        """Show no story, only a notice."""
        self._article = self._headline = None
        self._place.position = None
        self.set_reactive(ArticlePane.notice, notice)
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
        """Lay the story out for the width there is, keeping the place; long ones take a while."""
        self._asked_to_lay_out = False
        self._layouts.drop()
        if not self.size.width:
            return
        article, columns = self._article, self._columns()
        if article is None:
            self._layouts.clear()
            made = lay_out_notice(self.notice, columns, self.size.height, self.top_rows)
            self._show_lines(Laid(made, columns))
            return
        words, setting = self.wording, self.setting._replace(banded=self._pictures.banded)
        surroundings = around(article, self._headline, self._clock.now(), words)._replace(
            notice=self.notice, next_title=self.next_title, next_mark=self.next_mark
        )
        request = LayoutRequest(article, columns, surroundings, setting, words, self.lens)
        self._layouts.lay_out(request, self.word_search.words, at_head=self._place.at_head)

    def _columns(self) -> Frame:
        quotes = bool(self._article and self._article.quotes) and self.lens
        columns = frame(
            self.size.width, measure=self.measure, reading=self.reading_view, quotes=quotes,
            single=self.single,
        )  # fmt: skip
        return columns._replace(top=0) if self.crumb else columns  # its empty row is air enough

    def _lay_out_soon(self) -> None:
        """Lay out once for all that was changed together."""
        if not self._asked_to_lay_out:
            self._asked_to_lay_out = True
            self.call_next(lambda: self.lay_out() if self._asked_to_lay_out else None)

    def _show_lines(self, laid: Laid) -> None:
        if not laid.whole:
            self.drawn.hits = ()
            self.take(laid.layout, laid.frame, 0)
            return
        searched = laid.words == self.word_search.words
        self.word_search.put(laid.hits if searched else ())
        self.drawn.hits = self.word_search.hits
        self.take(laid.layout, laid.frame, self._place.line_in(laid.layout))
        if not searched:
            self._look_for_words()
        self._settle()

    def _show_fault(self) -> None:
        """Say that the story cannot be shown, in its place."""
        notice, columns = Notice(say("story.fault"), say("story.fault_rest")), self._columns()
        made = lay_out_notice(notice, columns, self.size.height, self.top_rows)
        self.word_search.put(())
        self.drawn.hits = ()
        self.take(made, columns, 0)
        self.post_message(self.Settled())

    def _settle(self) -> None:
        """Go where somebody asked to go before there were lines, and tell what there is now."""
        if self._quote_to_go_to >= 0:
            self.go_to_quote(self._quote_to_go_to)
        self._want_pictures()
        self.post_message(self.Settled())
        self._tell_end()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place, so that another width can keep it."""
        super().watch_scroll_y(old_value, new_value)
        if not self.settling and round(old_value) != round(new_value):
            self._place.remember(self.drawn.layout, self.top_line)
            self.post_message(self.PositionMoved())
            self._want_pictures()
            self._tell_end()

    def _tell_end(self) -> None:
        if self.at_end and self._article and not self._end_told:
            self._end_told = True
            self.post_message(self.EndReached())

    # Drawing

    @property
    def top_rows(self) -> int:
        """Rows above the lines: the crumb's, and an empty one."""
        return 2 if self.crumb else super().top_rows

    def _take_crumb(self, old: Crumb | None, new: Crumb | None) -> None:
        draw_with(self.vertical_scrollbar, BelowHead if new else ThinBar)
        if (old is None) == (new is None):
            self.refresh()
        else:
            self._lay_out_soon()

    def render_line(self, y: int) -> Strip:
        """Row `y` of the pane, with its row of the map."""
        drawn = self.drawn
        if y == 0 and self.crumb:
            cells = self.scrollable_content_region.width
            inks = drawn.drawing.inks if drawn.drawing else None
            return crumb_row(self.crumb, cells, inks).apply_style(self.rich_style)
        strip = super().render_line(y)
        if drawn.frame.rail and y >= self.top_rows and self._article and drawn.drawing:
            row, style = y - self.top_rows, self.rich_style
            strip = self._map.beside(strip, row, drawn, self.top_line, self.wording, style)
            strip = self.hovered(strip)
        return strip

    # Where the reader is

    def position(self) -> Position:
        """Where the reader is: the first words on screen."""
        return self._place.position or Position(HEAD, 0)

    @property
    def at_end(self) -> bool:
        """Whether the last line is on screen."""
        return self._layouts.whole and self.top_line >= self.max_scroll_y

    def progress(self) -> float:
        """How much of the story has been on screen, 0 to 1."""
        lines = len(self.drawn.layout.lines) if self._layouts.whole else 0
        return min(1.0, self.lines_on_screen.stop / lines) if lines else 0.0

    @property
    def minutes_left(self) -> int:
        """Reading time of what lies below the top of the pane; at least 1."""
        if self._article is None:
            return 0
        rest = 1 - self.top_line / max(1, len(self.drawn.layout.lines))
        return max(1, round(self._minutes * rest))

    def page_on(self) -> bool:
        """Turn a page, keeping two lines; False at the end of the story."""
        if not self._layouts.ready:
            return True
        if self.at_end or not self._layouts.whole:
            return False
        last_line = self.lines_on_screen[-1]
        self.line(max(1, self.rows - CONTEXT))
        self.mark(context_line=last_line)
        return True

    def page_back(self) -> None:
        """Turn a page back."""
        self.line(-max(1, self.rows - CONTEXT))

    # Quotes

    @property
    def current_quote(self) -> int:
        """The quote the reader jumped to, if it is on screen; else the first one there; or -1."""
        return current_quote(self.drawn.layout, self.lines_on_screen, self.pointed_quote)

    def quote(self) -> Quote | None:
        """The current quote, whole."""
        current = self.current_quote
        return self._article.quotes[current] if self._article and current >= 0 else None

    def next_quote(self, direction: int) -> bool:
        """Jump to the next (1) or the previous (-1) quote; False if there is none."""
        quote = quote_beside(self.drawn.layout, self.lines_on_screen, self.pointed_quote, direction)
        if quote >= 0:
            self.go_to_quote(quote)
        return quote >= 0

    @property
    def quotes_shown(self) -> bool:
        """Whether the story has quotes one can jump to."""
        return bool(outer_quotes(self.drawn.layout))

    def go_to_quote(self, index: int) -> None:
        """Put a quote a third of the way down and mark it for a moment; one of the title: top."""
        if not self._layouts.ready:
            self._quote_to_go_to = index
            return
        self._quote_to_go_to = -1
        line = self.drawn.layout.quote_lines.get(index)
        self.scroll_to_line(0 if line is None else line - self.rows // 3)
        self.point_at(index)

    def point_at(self, index: int) -> None:
        """Make a quote that is on screen the current one, and mark it for a moment."""
        self.pointed_quote = index
        self.mark(quote=index)

    # Finding

    def find(self, words: Iterable[str]) -> None:
        """Mark words (or phrases) in the story and go to the first, once they are found."""
        self.word_search.look_for(words)
        self._look_for_words()

    def _look_for_words(self) -> None:
        long = self._article is not None and not is_short(self._article)
        self.word_search.look_in(self.drawn.layout, long=long)

    def _show_hits(self, hits: Sequence[Hit], to_first: bool) -> None:
        self.drawn.show_hits(hits)
        self.refresh()
        if to_first:
            self.next_hit(1)

    def next_hit(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) found word; False if there is none."""
        hit = self.word_search.step(direction)
        if hit and hit.line not in self.lines_on_screen:
            self.scroll_to_line(hit.line - self.rows // 3)
        return hit is not None

    # Pictures, measure, mouse

    def _want_pictures(self) -> None:
        """Ask for the pictures on screen and a page around it that are not there yet."""
        article, drawn = self._article, self.drawn
        if article is not None and self.setting.pictures:
            where = drawn.layout, self.lines_on_screen, drawn.frame.measure
            if wanted := self._pictures.missing(article, *where, self.brush):
                self.post_message(self.PicturesWanted(article, wanted))

    def put_pictures(self, article: Article, pictures: Mapping[int, Drawn]) -> None:
        """Take pictures of a story by block; nothing on screen moves, their room was kept.

        What could not be had gets a band the next time the story is laid out: at once where that
        cannot be seen.
        """
        refused = self._pictures.refuse(article, pictures)
        if article is not self._article:
            return
        self._pictures.take(pictures)
        self.drawn.pictures = self._pictures.rows
        lines = self.drawn.layout.lines[self.top_line : self.lines_on_screen.stop]
        if refused and not any(line.block in refused for line in lines):
            self.lay_out()
        else:
            self.redraw()

    def widen(self, cells: int) -> int:
        """Change the measure by `cells`, within what can be read; return what it is then."""
        self.measure = max(NARROWEST, min(WIDEST, self.measure + cells))
        return self.measure

    def on_click(self, event: events.Click) -> None:
        """A click on a name, a link, an image or a place of the map."""
        if self.text_selection:
            return  # the end of a drag
        meta: Mapping[str, Any] = event.style.meta
        if LINK in meta:
            self.post_message(self.LinkChosen(meta[LINK]))
        elif VOICE in meta:
            voice = meta[VOICE]
            key = "" if voice == UNATTRIBUTED else self.drawn.layout.voices[voice].key
            self.post_message(self.VoiceChosen(key))
        elif IMAGE in meta:
            self.post_message(self.ImageChosen(meta[IMAGE]))
        elif LINE in meta:
            self.scroll_to_line(meta[LINE])
