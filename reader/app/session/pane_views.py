"""The panes as the session sees them, without any widget: what it tells them and asks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from reader.app.session.finds import Finds
from reader.app.session.offers import Offer
from reader.app.session.sidebar_items import Item
from reader.model.article import Article
from reader.model.quote import Echo, Quote, Voice
from reader.model.sources import Sources
from reader.model.story import Headline, Position, QuoteRow
from reader.typesetting.head_and_end import Notice
from reader.typesetting.voice_head import Page


class SidebarView(Protocol):
    """The sidebar."""

    @property
    def items(self) -> list[Item]:
        """The lines that are shown."""

    @property
    def closed(self) -> frozenset[str]:
        """The folders whose sources are not shown."""

    @property
    def everything(self) -> list[Item]:
        """All lines, those of closed folders too."""

    @property
    def item(self) -> Item | None:
        """The chosen line."""

    @property
    def fetching(self) -> frozenset[int]:
        """The feeds that are being asked."""

    def show(self, sources: Sources) -> None:
        """Show these sources."""

    def toggle(self, folder: str) -> None:
        """Open or close a folder."""

    def busy(self, feeds: frozenset[int]) -> None:
        """Mark the feeds that are being asked."""

    def choose_key(self, key: str) -> None:
        """Put the cursor on a line."""

    def uncover(self, key: str) -> None:
        """Open the folder that hides a line."""

    def move(self, count: int) -> bool:
        """Move the cursor."""

    def page(self, direction: float) -> None:
        """Move the cursor by pages."""

    def beside(self, start: str, direction: int, wanted: Callable[[Item], bool]) -> Item | None:
        """The next source that is wanted, or the previous one."""


class HeadlinesView(Protocol):
    """The list of headlines."""

    ids: Sequence[int]
    title: str
    count: str
    order: str
    crumb: str
    above: int
    shows_them: str
    reads_on: str
    notice: Notice | None
    empty: Notice | None
    keeps: bool
    fetching: frozenset[int]
    compact: bool
    smart: bool
    finds: Finds | None
    now: int

    @property
    def story(self) -> int:
        """The chosen story; 0 in an empty list."""

    @property
    def headline(self) -> Headline | None:
        """The row of the chosen story."""

    @property
    def chosen_item(self) -> int:
        """The index of the chosen story; -1 in an empty list."""

    @property
    def top(self) -> int:
        """The index of the first story on screen."""

    def show(self, ids: Sequence[int], chosen: int = 0, top: int | None = None) -> None:
        """Show these stories."""

    def fill(self, headlines: Iterable[Headline]) -> None:
        """Take rows that were asked for."""

    def forget(self) -> None:
        """Rows may be out of date."""

    def renew(self, story: int) -> None:
        """One row is out of date."""

    def change(self, stories: Iterable[int], **fields: object) -> None:
        """Let rows show other marks."""

    def row_of(self, story: int) -> Headline | None:
        """The row of a story, if it has come."""

    def choose(self, index: int) -> bool:
        """Put the cursor on a story."""

    def move(self, count: int) -> bool:
        """Move the cursor."""

    def page(self, direction: float) -> None:
        """Move the cursor by pages."""

    def redraw(self) -> None:
        """Draw what was set."""

    def paint_header(self) -> None:
        """Draw title and count."""


class StoryView(Protocol):
    """The story."""

    notice: Notice | None
    next_title: str
    next_mark: str
    lens: bool
    measure: int

    @property
    def article(self) -> Article | None:
        """The text that is shown."""

    @property
    def headline(self) -> Headline | None:
        """What is known of it."""

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses of its links."""

    @property
    def link_texts(self) -> tuple[str, ...]:
        """Their words."""

    @property
    def current_quote(self) -> int:
        """The quote that keys mean; -1 for none."""

    @property
    def quotes_shown(self) -> bool:
        """Whether it has quotes to step through."""

    @property
    def at_end(self) -> bool:
        """Whether its end is on screen."""

    @property
    def minutes_left(self) -> int:
        """Minutes to read what is left."""

    @property
    def image(self) -> int:
        """The block of the first image on screen; -1 for none."""

    def show(
        self, article: Article, headline: Headline | None = None, position: Position | None = None
    ) -> None:
        """Show a story."""

    def reveal(self, headline: Headline) -> None:
        """Show what is known of the story now."""

    def clear(self, notice: Notice | None = None) -> None:
        """Show no story."""

    def position(self) -> Position | None:
        """Where reading is."""

    def progress(self) -> float:
        """The part that was read, 0 to 1."""

    def quote(self) -> Quote | None:
        """The quote that keys mean."""

    def go_to_quote(self, index: int) -> None:
        """Bring a quote on screen."""

    def point_at(self, index: int) -> None:
        """Mark a quote."""

    def next_quote(self, direction: int) -> bool:
        """Step to the next quote."""

    def find(self, words: Iterable[str]) -> None:
        """Light up words."""

    def next_hit(self, direction: int) -> bool:
        """Step to the next of the words."""

    def page_on(self) -> bool:
        """A page on; False at the end."""

    def page_back(self) -> None:
        """A page back."""

    def half_page(self, direction: int) -> None:
        """Half a page."""

    def line(self, count: int) -> None:
        """Some lines."""

    def top(self) -> None:
        """To the head."""

    def end(self) -> None:
        """To the end."""

    def link(self, number: int) -> str:
        """The address of a link by its number from 1; empty if there is none."""

    def scroll_code(self, steps: int) -> bool:
        """Move code sideways; False if there is none."""

    def widen(self, cells: int) -> int:
        """Change the length of lines; returns it."""


class VoicesView(Protocol):
    """Who is quoted."""

    @property
    def voices(self) -> Sequence[Voice]:
        """All of them."""

    @property
    def voice(self) -> Voice | None:
        """The chosen one."""

    def show(self, voices: Sequence[Voice], key: str | None = None) -> None:
        """Show these."""

    def name_scope(self, scope: str) -> None:
        """Say over them whose quotes they are."""

    def move(self, count: int) -> None:
        """Move the cursor."""

    def page(self, direction: int) -> None:
        """Move the cursor by a page."""

    def top(self) -> None:
        """To the first."""

    def end(self) -> None:
        """To the last."""


class QuotesView(Protocol):
    """What the chosen voice said."""

    measure: int

    @property
    def row(self) -> QuoteRow | None:
        """The chosen quote."""

    def show(
        self, voice: Voice | None, rows: Sequence[QuoteRow], chosen: int = 0, page: Page = ...
    ) -> None:
        """Show these quotes."""

    def echo(self, number: int) -> Echo | None:
        """Another story with the same words, by its number."""

    def read(self) -> None:
        """Ask for the chosen quote where it stands."""

    def move(self, count: int) -> None:
        """Choose another quote."""

    def page(self, direction: int) -> None:
        """Choose the quote a page on."""

    def top(self) -> None:
        """Choose the first."""

    def end(self) -> None:
        """Choose the last."""


class FirstPageView(Protocol):
    """The first page."""

    keys: tuple[str, ...]
    offers: Sequence[Offer]

    def show(self, offers: Sequence[Offer], hour: int) -> None:
        """Show ways to begin."""

    def move(self, count: int) -> None:
        """Move the cursor."""

    def take(self, number: int = 0) -> bool:
        """Take the chosen way, or one by number."""


class SearchFieldView(Protocol):
    """Where words to search for are typed."""

    @property
    def typing(self) -> bool:
        """Whether keys are letters now."""

    @property
    def words(self) -> str:
        """What is typed."""

    def begin(self, words: str = "") -> None:
        """Let words be typed."""

    def close(self) -> None:
        """Go out of sight."""

    def point_beside(self) -> None:
        """Let the terminal's cursor go to the list with the arrows."""


class AskView(Protocol):
    """The bottom line, where something is asked."""

    @property
    def typing(self) -> bool:
        """Whether keys are letters now."""

    def ask(
        self,
        question: str,
        hint: str,
        names: Sequence[str],
        answered: Callable[[str], object],
        left: Callable[[], object],
        at_once: str = "",
        begun: str | None = None,
        several: bool = False,
    ) -> None:
        """Ask."""
