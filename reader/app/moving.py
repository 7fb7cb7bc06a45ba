"""Keys that move: in lists, in the story, between panes, between quotes."""

from __future__ import annotations

from textual.timer import Timer

from reader.app.quoting import Quoting
from reader.app.reading import KEEP
from reader.app.session.story_list import QUOTES as QUOTES_KEY
from reader.app.shell import ARTICLE, FIRST, LIST, QUOTES, SOURCES, VOICES
from reader.wording.catalogue import say


class Moving(Quoting):
    """Moves the cursor and the view, and opens what is under them."""

    _measure_to_keep: Timer | None = None
    """Runs while a measure that was chosen is not yet in the settings."""

    def do_down(self, key: str) -> None:
        """One down."""
        self._step(self.times)

    def do_up(self, key: str) -> None:
        """One up."""
        self._step(-self.times)

    def _step(self, count: int) -> None:
        if self.pane == ARTICLE:
            self.article.line(count)
        elif self.pane == SOURCES:
            self.sources.move(count)
        elif self.pane == VOICES:
            self.voices.move(count)
        elif self.pane == QUOTES:
            self.quotes.move(count)
        elif self.pane == FIRST:
            self.first_run.move(count)
        else:
            self.headlines.move(count)

    def do_top(self, key: str) -> None:
        """To the top, or a row by number; new stories that wait there come in."""
        if self.number:
            self._go_to_row(self.number)
        elif self.pane == ARTICLE:
            self.article.top()
        elif self.pane == SOURCES:
            self.sources.move(-len(self.sources.items))
        elif self.pane == VOICES:
            self.voices.top()
        elif self.pane == QUOTES:
            self.quotes.top()
        elif self.waiting is not None:
            self.open_list(self.list, at_top=True)
        else:
            self.headlines.choose(0)

    def do_end(self, key: str) -> None:
        """To the end, or a row by number."""
        if self.number:
            self._go_to_row(self.number)
        elif self.pane == ARTICLE:
            self.article.end()
        elif self.pane == SOURCES:
            self.sources.move(len(self.sources.items))
        elif self.pane == VOICES:
            self.voices.end()
        elif self.pane == QUOTES:
            self.quotes.end()
        else:
            self.headlines.choose(len(self.headlines.ids) - 1)

    def _go_to_row(self, number: int) -> None:
        """To a row of a list or a line of the story, counted from 1."""
        if self.pane == ARTICLE:
            self.article.top()
            self.article.line(number - 1)
        elif self.pane == LIST:
            self.headlines.choose(number - 1)
        else:
            self.do("top")
            self._step(number - 1)

    def do_page_back(self, key: str) -> None:
        """A page back; never out of the story."""
        self._pages(-1)

    def do_page_down(self, key: str) -> None:
        """A page on, within the story or the list."""
        self._pages(1)

    def _pages(self, direction: int) -> None:
        for _ in range(self.times):
            self._page_once(direction)

    def _page_once(self, direction: int) -> None:
        if self.pane == SOURCES:
            self.sources.page(direction)
        elif self.pane == VOICES:
            self.voices.page(direction)
        elif self.pane == QUOTES:
            self.quotes.page(direction)
        elif self.pane == LIST and self.widths.single:
            self.headlines.page(direction)
        elif direction > 0:
            self.article.page_on()
        else:
            self.article.page_back()

    def do_half_down(self, key: str) -> None:
        """Half a page on."""
        self._half(1)

    def do_half_up(self, key: str) -> None:
        """Half a page back."""
        self._half(-1)

    def _half(self, direction: int) -> None:
        for _ in range(self.times):
            if self.pane == LIST:
                self.headlines.page(direction / 2)
            elif self.pane == SOURCES:
                self.sources.page(direction / 2)
            else:
                self.article.half_page(direction)

    def do_open(self, key: str) -> None:
        """Source to list, list to story, quote to its place."""
        if self.pane == FIRST:
            self.first_run.take()
        elif self.pane == SOURCES:
            self._open_source()
        elif self.pane == LIST:
            if self.headlines.story:
                self.open_story()
                self.go(ARTICLE)
            elif self.suggested:
                self.open_suggested()
                self.go(ARTICLE)
        elif self.pane == VOICES:
            self.go(QUOTES)
        elif self.pane == QUOTES:
            self.quotes.read()
        else:
            self.note(say("status.nothing_here"))

    def _open_source(self) -> None:
        item = self.sources.item
        if item is None:
            return
        if item.key == QUOTES_KEY:
            self.go(LIST)
            self.open_quotes(today=True)
            return
        if item.folder is not None and item.folder in self.sources.closed:
            self.sources.toggle(item.folder)
            return
        wanted = self.list_of(item)
        if wanted is None:
            return
        self.quotes_open = False
        if wanted.key != self.list.key:
            self.open_list(wanted)
        self.go(LIST)

    def do_left(self, key: str) -> None:
        """One pane to the left; on a folder: close it."""
        item = self.sources.item
        if self.pane == SOURCES and item and item.folder is not None:
            if item.folder not in self.sources.closed:
                self.sources.toggle(item.folder)
            return
        before = {ARTICLE: LIST, LIST: SOURCES, QUOTES: VOICES, VOICES: SOURCES}
        if self.pane in before:
            self.article.reading_view = False
            self.go(before[self.pane])

    def do_next_pane(self, key: str) -> None:
        """The next pane."""
        self._turn(1)

    def do_previous_pane(self, key: str) -> None:
        """The previous pane."""
        self._turn(-1)

    def _turn(self, direction: int) -> None:
        if self.pane == FIRST:
            return
        panes = (SOURCES, VOICES, QUOTES) if self.quotes_open else (SOURCES, LIST, ARTICLE)
        at = panes.index(self.pane) if self.pane in panes else 0
        self.go(panes[(at + direction) % len(panes)])

    def do_back(self, key: str) -> None:
        """Back by one; ``q`` on the list ends the reader, ``esc`` never does."""
        if self.pane == SOURCES:
            self.go(VOICES if self.quotes_open else LIST)
        elif self.quotes_open:
            if self.pane == QUOTES and self.widths.single:
                self.go(VOICES)
            else:
                self.close_quotes()
        elif self.article.reading_view:
            self.article.reading_view = False
            self.go(LIST)
        elif self.pane == ARTICLE:
            if not self.return_to_quotes():
                self.go(LIST)
        elif self.close_search():
            pass
        elif key != "escape":
            self.do_quit(key)

    def close_search(self) -> bool:
        """Leave a search, if there is one; see `Finding`."""
        return False

    def do_quit(self, key: str) -> None:
        """End the reader at once."""
        self.keep_place()
        self.exit(0)

    # Reading view, measure, code

    def do_reading_view(self, key: str) -> None:
        """Nothing but the story, or everything again."""
        self._out_of_quotes()
        if not self.current:
            self.note(say("status.nothing_here"))
            return
        self.article.reading_view = not self.article.reading_view
        if self.article.reading_view and not self.opened:
            self.open_story()
        self.go(ARTICLE)

    def do_wider(self, key: str) -> None:
        """Longer lines."""
        self._measure(4 * self.times)

    def do_narrower(self, key: str) -> None:
        """Shorter lines."""
        self._measure(-4 * self.times)

    def _measure(self, cells: int) -> None:
        measure = self.article.widen(cells)
        self.quotes.measure = measure
        self.note(say("status.measure", cells=measure))
        if self._measure_to_keep is not None:
            self._measure_to_keep.stop()
        self._measure_to_keep = self.later(KEEP, self.keep_measure)

    def keep_measure(self) -> None:
        """Write the measure that was chosen into the settings."""
        if self._measure_to_keep is not None:
            self._measure_to_keep.stop()
            self._measure_to_keep = None
            self.prefer("measure", self.article.measure)

    def prefer(self, key: str, value: object) -> None:
        """Set a preference (``theme``, ``refresh.interval``): written to the file, then followed.

        A value that does not fit is refused in words; nothing is changed then.
        """
        self.desk.act(lambda: self.newsroom.preferences.set(key, value), self.changed)

    def do_code_left(self, key: str) -> None:
        """Code to the left."""
        self._code(-self.times)

    def do_code_right(self, key: str) -> None:
        """Code to the right."""
        self._code(self.times)

    def _code(self, steps: int) -> None:
        if not self.article.scroll_code(steps):
            self.note(say("status.nothing_here"))

    def do_compact(self, key: str) -> None:
        """Comfortable or compact rows."""
        self.headlines.compact = not self.headlines.compact
        self.newsroom.window.keep("compact", "1" if self.headlines.compact else "")

    def do_lens(self, key: str) -> None:
        """Show or hide who is speaking."""
        self.article.lens = not self.article.lens
        self.prefer("quotes", self.article.lens)
        self.note(say("status.lens_on" if self.article.lens else "status.lens_off"))

    # Quotes

    def do_next_quote(self, key: str) -> None:
        """The next quote; while a search is open, the next found word."""
        self._quote(1)

    def do_previous_quote(self, key: str) -> None:
        """The previous quote."""
        self._quote(-1)

    def _quote(self, direction: int) -> None:
        if self.quotes_open:
            self.quotes.move(direction * self.times)
            return
        if not self.current and self.alone is None:
            self.note(say("status.nothing_here"))
            return
        if sum(self.article.next_quote(direction) for _ in range(self.times)):
            if self.current and not self.opened:
                self.open_story()
            if self.widths.single and self.pane != ARTICLE:
                self.go(ARTICLE)
        else:
            self.note(say("status.no_quote"))
