"""The one screen of the reader: its panes, and what they tell the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from reader.app.commands import links
from reader.app.panes.ask_line import AskLine
from reader.app.panes.first_run import FirstRun
from reader.app.panes.headlines.pane import HeadlinesPane
from reader.app.panes.quotes.pane import QuotesPane
from reader.app.panes.quotes.voice_list import VoiceList
from reader.app.panes.search_bar import SearchBar
from reader.app.panes.sidebar import SourcesPane
from reader.app.panes.status import StatusLine
from reader.app.panes.story.pane import ArticlePane
from reader.app.requests import Run
from reader.app.session.place import ARTICLE, FIRST, LIST, QUOTES, SOURCES, VOICES
from reader.model.clock import Clock
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.session.session import Session

PANES = (SOURCES, LIST, VOICES, ARTICLE, QUOTES, FIRST)


def compose_panes(clock: Clock, run: Run) -> ComposeResult:
    """Yield all panes; those of the place one is in are shown.

    Ages are counted to `clock`; `run` does beside the loop what takes long.
    """
    with Horizontal(id="body"):
        yield SourcesPane(id=SOURCES)
        with Vertical(id="middle"):
            yield SearchBar(id="search")
            yield HeadlinesPane(id=LIST)
        yield VoiceList(id=VOICES)
        yield ArticlePane(id=ARTICLE, clock=clock, run=run)
        yield QuotesPane(id=QUOTES, clock=clock)
        yield FirstRun(id=FIRST)
    yield StatusLine(id="status")
    yield AskLine(id="ask")
    yield Static(Content(say("error.small")), id="too-small")


class MainScreen(Screen[None], inherit_bindings=False):
    """Hands on to the session what the panes say; its keys are the app's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,super+c", "screen.copy_text", show=False)
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(id="main")
        self._session = session

    def _forward_event(self, event: events.Event) -> None:
        """Let a selection end where the mouse is let go.

        Textual takes the place of the last move, and the text may have scrolled since.
        """
        if isinstance(event, events.MouseUp) and self._selecting:
            super()._forward_event(events.MouseMove.from_event(self, event))
        super()._forward_event(event)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click gives the keys to a pane; they act on that one from now on."""
        name = event.widget.id or ""
        if event.widget is self.focused and name in PANES and name != self._session.place.pane:
            self._session.place.change(pane=name)
            self._session.status.tell()

    # The lists

    def on_sources_pane_moved(self, event: SourcesPane.Moved) -> None:
        """Moving in the sidebar previews the list."""
        self._session.list.preview_soon(self._session.sidebar.preview)

    def on_sources_pane_entered(self, event: SourcesPane.Entered) -> None:
        """A second click goes to the list."""
        self._session.sidebar.open()

    def on_headlines_pane_moved(self, event: HeadlinesPane.Moved) -> None:
        """The story beside the list follows the cursor when it rests."""
        self._session.list.preview_soon(self._session.story.preview)

    def on_headlines_pane_entered(self, event: HeadlinesPane.Entered) -> None:
        """A second click opens."""
        self._session.story.open()
        self._session.go(ARTICLE)

    def on_headlines_pane_wanted(self, event: HeadlinesPane.Wanted) -> None:
        """Read the rows that are missing."""
        self._session.list.take_rows(event.ids)

    def on_headlines_pane_header_clicked(self, event: HeadlinesPane.HeaderClicked) -> None:
        """A click on the header asks for the order."""
        self._session.do("sort")

    def on_headlines_pane_band_clicked(self, event: HeadlinesPane.BandClicked) -> None:
        """A click on what waits lets it in."""
        self._session.list.let_in()

    # The story

    def on_article_pane_position_moved(self, event: ArticlePane.PositionMoved) -> None:
        """Keep the place, once a second at most."""
        self._session.status.tell()
        self._session.story.keep_place_soon()

    def on_article_pane_settled(self, event: ArticlePane.Settled) -> None:
        """Name the keys that are useful in this story."""
        self._session.status.tell()

    def on_article_pane_end_reached(self, event: ArticlePane.EndReached) -> None:
        """A story that was read to its end is finished."""
        self._session.story.end_reached()

    def on_article_pane_voice_chosen(self, event: ArticlePane.VoiceChosen) -> None:
        """A click on a name shows what that voice said."""
        self._session.quotes.open(voice=event.key)

    def on_article_pane_link_chosen(self, event: ArticlePane.LinkChosen) -> None:
        """A click on a link opens it, as its number does."""
        links.follow(self._session, event.number)

    def on_article_pane_image_chosen(self, event: ArticlePane.ImageChosen) -> None:
        """A click on an image opens it."""
        links.visit_image(self._session, event.block)

    # Voices and quotes

    def on_voice_list_voice_selected(self, event: VoiceList.VoiceSelected) -> None:
        """The words follow the chosen voice."""
        if voice := self._session.screen.voices.voice:
            self._session.quotes.show_voice(voice)

    def on_voice_list_voice_entered(self, event: VoiceList.VoiceEntered) -> None:
        """A second click goes to the words."""
        self._session.go(QUOTES)

    def on_quotes_pane_quote_chosen(self, event: QuotesPane.QuoteChosen) -> None:
        """Read a quote where it stands."""
        self._session.quotes.read_in_place(event.story, event.index)

    # What is typed

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search when letters have stopped for a moment."""
        self._session.search.typed(event.words)

    def on_search_bar_entered(self, event: SearchBar.Entered) -> None:
        """On to what was found."""
        self._session.search.enter()
