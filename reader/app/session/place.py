"""Where one is on the screen, as a value: a stack of places that ``back`` goes down again.

The lowest place is the list with the story beside it (or the first page, or a page that was opened
alone). A search, the quotes view and a quote that is read where it stands are pushed on it, and
popping one gives back what was there before. What the screen shows follows from the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from reader.app.session.story_list import StoryList
from reader.model.article import Article

SOURCES, LIST, ARTICLE, VOICES, QUOTES, FIRST = (
    "sources", "list", "article", "voices", "quotes", "first",
)  # fmt: skip
"""The panes that can have the keys."""


class Mode(Enum):
    """What kind of place it is."""

    FIRST = "first"
    """The first page, for somebody without sources."""
    ALONE = "alone"
    """A page that was opened without any list."""
    LIST = "list"
    """A list, and the story beside it."""
    SEARCH = "search"
    """What a search found, in place of the list below."""
    QUOTES = "quotes"
    """Voices and their words, in place of list and story."""
    IN_PLACE = "in place"
    """The story of a quote, read where it stands."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose quotes are shown."""

    story: int
    """The one story, or 0: those of the list."""
    list: StoryList
    name: str
    """``today``, ``in this story``, ``in Harbour Lamp``; empty: of all there are."""
    page: Article | None = None
    """A page that was opened alone and is no story of any list."""

    @property
    def of_one_story(self) -> bool:
        """Whether only one story is asked for its quotes."""
        return bool(self.story or self.page)


@dataclass(frozen=True, slots=True)
class ListBelow:
    """A list as it was before a search took its place."""

    list: StoryList
    ids: Sequence[int]
    unread: set[int]
    chosen: int
    """Index of the story under the cursor."""
    top: int
    """Index of the first story on screen."""
    story: int
    """The story that stood beside the list; 0 for none."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the stack."""

    mode: Mode
    pane: str
    """Which pane has the keys."""
    reading: bool = False
    """Whether nothing but the story is shown."""
    scope: Scope | None = None
    """Of `Mode.QUOTES`: whose quotes."""
    voice: str = ""
    """Of `Mode.QUOTES`: the key of the voice one left for a story."""
    quote: tuple[int, int] = (0, -1)
    """Of `Mode.QUOTES`: the quote one left for its story, by story and index."""
    story: int = 0
    """Of `Mode.IN_PLACE`: the story the quote stands in."""
    below: ListBelow | None = field(default=None, compare=False)
    """Of `Mode.SEARCH`: the list that comes back."""

    @property
    def home(self) -> str:
        """The pane the sidebar gives the keys back to."""
        return VOICES if self.mode is Mode.QUOTES else LIST


LIST_PLACE = Place(Mode.LIST, LIST)
"""Where a reader with sources begins."""
FIRST_PLACE = Place(Mode.FIRST, FIRST)
"""Where one without sources begins."""
ALONE_PLACE = Place(Mode.ALONE, ARTICLE, reading=True)
"""Where a page is shown without any list."""


class Places:
    """The stack of places. It is never empty."""

    def __init__(self, first: Place) -> None:
        self._stack = [first]

    @property
    def top(self) -> Place:
        """Where one is."""
        return self._stack[-1]

    @property
    def depth(self) -> int:
        """How many places there are to go back through, this one included."""
        return len(self._stack)

    @property
    def pane(self) -> str:
        """Which pane has the keys."""
        return self.top.pane

    @property
    def mode(self) -> Mode:
        """What kind of place one is in."""
        return self.top.mode

    @property
    def reading(self) -> bool:
        """Whether nothing but the story is shown."""
        return self.top.reading

    @property
    def quotes_open(self) -> bool:
        """Whether voices and quotes stand in place of list and story."""
        return self.mode is Mode.QUOTES

    @property
    def alone(self) -> bool:
        """Whether a page was opened without any list."""
        return self._stack[0].mode is Mode.ALONE

    @property
    def scope(self) -> Scope | None:
        """Whose quotes are shown, while they are."""
        return self.top.scope

    @property
    def search_below(self) -> ListBelow | None:
        """The list that comes back when the search is left; None if there is no search."""
        return next((place.below for place in self._stack if place.mode is Mode.SEARCH), None)

    def restart(self, place: Place) -> None:
        """Be in one place, with nothing to go back to."""
        self._stack = [place]

    def push(self, place: Place) -> None:
        """Go to a place from which `pop` comes back here."""
        self._stack.append(place)

    def pop(self) -> Place:
        """Leave the top for what is below it; returns what was left. The lowest stays."""
        return self._stack.pop() if len(self._stack) > 1 else self.top

    def change(
        self,
        *,
        pane: str | None = None,
        reading: bool | None = None,
        scope: Scope | None = None,
        left: tuple[str, tuple[int, int]] | None = None,
    ) -> None:
        """Be somewhere else in the same place; `left` is the voice and the quote that were left."""
        top = self.top
        if pane is not None:
            top = replace(top, pane=pane)
        if reading is not None:
            top = replace(top, reading=reading)
        if scope is not None:
            top = replace(top, scope=scope)
        if left is not None:
            top = replace(top, voice=left[0], quote=left[1])
        self._stack[-1] = top

    def leave_quotes(self) -> Scope | None:
        """Take the quotes view, and a quote read in its place, off the stack; returns its scope."""
        scope = None
        while self.mode in (Mode.QUOTES, Mode.IN_PLACE):
            scope = self.pop().scope or scope
        return scope

    def leave_in_place(self, story: int) -> None:
        """Forget the quote one came from, once another story than that one is read."""
        if self.mode is Mode.IN_PLACE and self.top.story != story:
            here = self.top
            self.leave_quotes()
            self.change(pane=here.pane, reading=here.reading)

    def leave_search(self) -> ListBelow | None:
        """Take a search and all above it off the stack; returns the list that comes back."""
        below = self.search_below
        if below is not None:
            while self.pop().mode is not Mode.SEARCH:
                pass
        return below
