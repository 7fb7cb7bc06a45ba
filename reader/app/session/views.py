"""What the session asks of the screen: its panes, the room there is, the terminal behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.app.session.pane_views import (
    AskView,
    FirstPageView,
    HeadlinesView,
    QuotesView,
    SearchFieldView,
    SidebarView,
    StoryView,
    VoicesView,
)

if TYPE_CHECKING:
    from pathlib import Path

    from reader.app.session.session import Session
    from reader.app.sheets.sheet import Sheet


class Timer(Protocol):
    """Something that happens in a while."""

    def stop(self) -> None:
        """Let it not happen."""


class KeysInForce(Protocol):
    """Which key does what, and what commands do."""

    @property
    def keys_set(self) -> Mapping[str, str]:
        """Key to command."""

    def key_for(self, name: str) -> str:
        """The usual key of a command, as a person writes it; empty if it has none."""

    def useful_keys(self, session: Session) -> Sequence[tuple[str, str]]:
        """The keys that are useful now, with their words."""

    def do(self, session: Session, name: str) -> None:
        """Do what a command does."""


class StatusShown(NamedTuple):
    """What the status line shows."""

    fact: str
    keys: Sequence[tuple[str, str]]
    """Key and word, the least useful first."""
    undo: tuple[str, str] = ("", "")
    lead: str = ""
    """A word before the fact that stands out."""
    fresh: bool = False
    """It has just been done."""
    failed: bool = False
    whole: bool = False
    """It is not cut where it is too long for a row."""
    bar: tuple[int, int] | None = None
    """Done and total of a refresh."""
    rest: str = ""
    """Words behind the bar."""


class Screen(Protocol):
    """The panes, and what else the session asks of the terminal."""

    @property
    def sources(self) -> SidebarView:
        """The sidebar."""

    @property
    def headlines(self) -> HeadlinesView:
        """The list."""

    @property
    def article(self) -> StoryView:
        """The story."""

    @property
    def voices(self) -> VoicesView:
        """Who is quoted."""

    @property
    def quotes(self) -> QuotesView:
        """What they said."""

    @property
    def first_page(self) -> FirstPageView:
        """The first page."""

    @property
    def search_field(self) -> SearchFieldView:
        """Where words to search for are typed."""

    @property
    def ask_line(self) -> AskView:
        """Where something is asked."""

    @property
    def single(self) -> bool:
        """Whether there is room for one pane at a time."""

    @property
    def sidebar_over(self) -> bool:
        """Whether the sidebar has no room of its own."""

    @property
    def covered(self) -> bool:
        """Whether a sheet lies over the panes."""

    @property
    def alive(self) -> bool:
        """Whether there are panes: before the first frame and after the last there are none."""

    def arrange(self) -> None:
        """Show the panes of the place one is in."""

    def focus_pane(self) -> None:
        """Give the keys to the pane of that place, unless words are typed."""

    def leave_field(self) -> None:
        """Give the keys to that pane although words are typed."""

    def tell(self, shown: StatusShown, crumb: tuple[str, str, str] | None) -> None:
        """Show this in the status line; `crumb` (key, list, place) over a story alone."""

    def later(self, seconds: float, job: Callable[[], object]) -> Timer:
        """Do something in a while, unless the reader has ended by then."""

    def soon(self, job: Callable[[], object]) -> None:
        """Do something once what is under way is done."""

    def answer_early(self) -> None:
        """Answer the keys that were typed before there was something to answer them."""

    def show_sheet(self, sheet: Sheet) -> None:
        """Lay a sheet over the panes."""

    def offer_feeds(self, feeds: Sequence[tuple[str, str]], add: Callable[[str], object]) -> None:
        """Let a person choose between feeds (title, address)."""

    def selected_text(self) -> str:
        """What the mouse has selected."""

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""

    def open_address(self, url: str) -> bool:
        """Open an address in the browser, beside the loop; False if there is none."""

    def follow_preferences(self) -> None:
        """Look and speak as the preferences say now."""

    def edit(self, file: Path) -> bool:
        """Open a file in the person's editor; False if the terminal cannot be lent."""

    def keep_frame(self) -> None:
        """Keep the screen for the next start."""

    def leave(self, status: int) -> None:
        """End the reader."""
