"""The session's `Screen` on Textual: the panes by name, and what is asked of the app."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.app import SuspendNotSupported
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from reader.app.drawing.arrangement import Arrangement, arrangement, is_small
from reader.app.drawing.widths import Widths, widths
from reader.app.panes.ask_line import AskLine
from reader.app.panes.first_run import FirstRun
from reader.app.panes.headlines.pane import HeadlinesPane
from reader.app.panes.quotes.pane import QuotesPane
from reader.app.panes.quotes.voice_list import VoiceList
from reader.app.panes.search_bar import SearchBar
from reader.app.panes.sidebar import SourcesPane
from reader.app.panes.status import StatusLine
from reader.app.panes.story.crumb import Crumb
from reader.app.panes.story.pane import ArticlePane
from reader.app.session.place import ARTICLE, FIRST, LIST, QUOTES, SOURCES, VOICES
from reader.app.session.views import StatusShown
from reader.app.sheets.sheet import Choice, OverScreen, Sheet
from reader.app.terminal.editor import edit
from reader.text.links import address
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.app import NewsreaderApp

W = TypeVar("W", bound=Widget)


class Window:
    """Finds the panes, arranges them for the place one is in and the room there is."""

    def __init__(self, app: NewsreaderApp) -> None:
        self._app = app

    # The panes

    @property
    def main(self) -> Screen[object]:
        """The screen with the panes, whatever lies over it."""
        return self._app.screen_stack[0]

    def _pane(self, name: str, kind: type[W]) -> W:
        return self.main.query_one(f"#{name}", kind)

    @property
    def sources(self) -> SourcesPane:
        """The sidebar."""
        return self._pane(SOURCES, SourcesPane)

    @property
    def headlines(self) -> HeadlinesPane:
        """The list."""
        return self._pane(LIST, HeadlinesPane)

    @property
    def article(self) -> ArticlePane:
        """The story."""
        return self._pane(ARTICLE, ArticlePane)

    @property
    def voices(self) -> VoiceList:
        """Who is quoted."""
        return self._pane(VOICES, VoiceList)

    @property
    def quotes(self) -> QuotesPane:
        """What they said."""
        return self._pane(QUOTES, QuotesPane)

    @property
    def first_page(self) -> FirstRun:
        """What is shown to somebody who has no sources."""
        return self._pane(FIRST, FirstRun)

    @property
    def search_field(self) -> SearchBar:
        """Where words to search for are typed."""
        return self._pane("search", SearchBar)

    @property
    def ask_line(self) -> AskLine:
        """Where something is asked, at the bottom."""
        return self._pane("ask", AskLine)

    @property
    def status(self) -> StatusLine:
        """The last row."""
        return self._pane("status", StatusLine)

    # The room there is

    @property
    def widths(self) -> Widths:
        """How wide the panes are in a window of this size."""
        return widths(self._app.size.width, self._app.size.height)

    @property
    def single(self) -> bool:
        """Whether there is room for one pane at a time."""
        return self.widths.single

    @property
    def sidebar_over(self) -> bool:
        """Whether the sidebar has no room of its own."""
        return self.widths.sources == 0

    @property
    def covered(self) -> bool:
        """Whether a sheet lies over the panes."""
        return self._app.screen is not self.main

    @property
    def alive(self) -> bool:
        """Whether there are panes: before the first frame and after the last there are none."""
        if not self._app.ready or not self._app.screen_stack:
            return False
        # While the reader ends, its screen is still there when its panes have gone.
        return bool(self.main.query(f"#{LIST}"))

    # Arranging them

    def arrange(self) -> None:
        """Show the panes that belong on the screen, each in its width."""
        if not self.alive:
            return
        wide, place = self.widths, self._app.session.place
        small = is_small(self._app.size.width, self._app.size.height)
        shown = arrangement(
            place.top, wide, alone=place.alone, keeps=self.headlines.keeps, small=small
        )
        self._show(shown, wide)
        for drawn in (self.sources, self.headlines, self.voices, self.article, self.quotes):
            drawn.airy = wide.airy
        self.article.reading_view = place.reading
        self.article.single = wide.single
        self.search_field.set_class(not wide.airy, "low")
        self.headlines.crumb = self.voices.crumb = say("sources.title") if wide.single else ""
        self.focus_pane()
        self._app.pictures.measure_cells()

    def _show(self, shown: Arrangement, wide: Widths) -> None:
        self.main.set_class(shown.small, "small")
        for name in (SOURCES, VOICES, ARTICLE, QUOTES, FIRST):
            self.main.query_one(f"#{name}").display = name in shown.shown
        middle = self.main.query_one("#middle")
        middle.display = LIST in shown.shown
        self.sources.set_class(shown.sidebar_over, "over")
        mixed = not (self._app.no_color or self._app.current_theme.ansi)
        self.main.query_one("#body").set_class(shown.covered and mixed, "covered")
        self.sources.styles.width = wide.overlay if shown.sidebar_over else wide.sources
        whole = wide.single or shown.list_alone
        left: Widget
        for left in (middle, self.voices):
            left.styles.width = "1fr" if whole else wide.headlines
        for right in (self.article, self.quotes):
            right.set_class(shown.beside, "beside")

    def focus_pane(self) -> None:
        """Let the widget of the pane have the focus, unless words are typed or a sheet has it."""
        if not (self.covered or self.search_field.typing or self.ask_line.typing):
            self.leave_field()

    def leave_field(self) -> None:
        """Let the widget of the pane have the focus."""
        # At once: put off, it would take the keys from a field that gets them meanwhile.
        pane = self.main.query_one(f"#{self._app.session.place.pane}")
        self.main.set_focus(pane, scroll_visible=False)

    def tell(self, shown: StatusShown, crumb: tuple[str, str, str] | None) -> None:
        """Show this in the status line; `crumb` (key, list, place) over a story alone."""
        if self._app.is_running:
            self.article.crumb = Crumb(*crumb) if crumb else None
            self.status.show(shown)

    # In a while

    def later(self, seconds: float, job: Callable[[], object]) -> Timer:
        """Do something in a while, unless the reader has ended by then."""

        def do() -> None:
            if self.alive:
                job()

        return self._app.set_timer(seconds, do)

    def soon(self, job: Callable[[], object]) -> None:
        """Do something once what is under way is done."""
        self._app.call_later(job)

    def answer_early(self) -> None:
        """Answer the keys that were typed before there was something to answer them."""
        self._app.answer_early()

    # Sheets, and the terminal

    def show_sheet(self, sheet: Sheet) -> None:
        """Lay a sheet over the panes."""
        sheet.glyphs = self.sources.glyphs
        self._app.push_screen(sheet)

    def offer_feeds(self, feeds: Sequence[tuple[str, str]], add: Callable[[str], object]) -> None:
        """Let a person choose between several feeds of one site."""
        choices = [
            Choice(title or address(url), do=partial(add, url), detail=url if title else "")
            for title, url in feeds
        ]
        self.show_sheet(OverScreen(say("add.choose"), choices))

    def selected_text(self) -> str:
        """What the mouse has selected."""
        return self.main.get_selected_text() or ""

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""
        self._app.copy_to_clipboard(text)

    def open_address(self, url: str) -> bool:
        """Open an address in the browser, beside the loop; False if there is none."""
        return self._app.terminal.opener(url, self._app.newsroom.config.browser)

    def follow_preferences(self) -> None:
        """Look and speak as the preferences say now."""
        self._app.looks.follow()

    def edit(self, file: Path) -> bool:
        """Open a file in the person's editor; False if the terminal cannot be lent."""
        try:
            with self._app.suspend():
                edit(file)
        except SuspendNotSupported:
            return False
        return True

    def keep_frame(self) -> None:
        """Keep the screen for the next start."""
        self._app.frame.keep()

    def leave(self, status: int) -> None:
        """End the reader."""
        self._app.exit(status)
