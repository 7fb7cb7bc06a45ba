"""Drives a session by keys, without Textual, threads or time: every step ends when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from reader.app.commands.keyboard import Keyboard
from reader.app.drawing.arrangement import Arrangement, arrangement
from reader.app.drawing.widths import widths
from reader.app.session.session import Session
from reader.app.session.views import StatusShown
from reader.app.sheets.sheet import Sheet
from reader.model.article import Article
from reader.model.errors import ReaderError
from reader.wording.catalogue import say
from tests.app.fake_newsroom import FakeNewsroom
from tests.session.plain_lists import PlainHeadlines, PlainSidebar
from tests.session.plain_panes import (
    PlainAsk,
    PlainFirstPage,
    PlainQuotes,
    PlainSearchField,
    PlainStory,
    PlainVoices,
    letter,
)

T = TypeVar("T")


class QueuedRequests:
    """Does what is asked for when it is told to, one thing after the other."""

    def __init__(self, trouble: Callable[[str], None]) -> None:
        self._trouble = trouble
        self._jobs: list[Callable[[], None]] = []
        self._asked: dict[str, int] = {}

    @property
    def busy(self) -> bool:
        """Whether something is still to be done."""
        return bool(self._jobs)

    def drop(self, kind: str) -> None:
        """Let no answer of that kind count any more."""
        self._asked[kind] = self._asked.get(kind, 0) + 1

    def ask(
        self,
        kind: str,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Do `job` later, unless the same is asked again before."""
        self.drop(kind)
        number = self._asked[kind]

        def do() -> None:
            if self._asked[kind] == number:
                self._do(job, then, failed)

        self._jobs.append(do)

    def act(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] = lambda _: None,
        undo: Callable[[], object] = lambda: None,
    ) -> None:
        """Do `job` later."""
        self._jobs.append(lambda: self._do(job, done, undo))

    def _do(
        self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[], object]
    ) -> None:
        try:
            answer = job()
        except ReaderError as error:
            failed()
            self._trouble(str(error))
        except Exception:  # a fault of ours, as tests make it
            failed()
            self._trouble(say("status.request_failed"))
        else:
            then(answer)

    def run_one(self) -> None:
        """Do what has waited longest."""
        self._jobs.pop(0)()


@dataclass
class PlainTimer:
    """Something that is due when nothing else is to be done."""

    seconds: float
    job: Callable[[], object]
    stopped: bool = False

    def stop(self) -> None:
        """Let it not happen."""
        self.stopped = True


@dataclass
class PlainScreen:
    """All panes, and what was asked of the terminal."""

    size: tuple[int, int] = (120, 36)
    sources: PlainSidebar = field(default_factory=PlainSidebar)
    headlines: PlainHeadlines = field(default_factory=PlainHeadlines)
    article: PlainStory = field(default_factory=PlainStory)
    voices: PlainVoices = field(default_factory=PlainVoices)
    quotes: PlainQuotes = field(default_factory=PlainQuotes)
    first_page: PlainFirstPage = field(default_factory=PlainFirstPage)
    search_field: PlainSearchField = field(default_factory=PlainSearchField)
    ask_line: PlainAsk = field(default_factory=PlainAsk)
    alive: bool = True
    left: int | None = None
    """The exit status once the reader has ended."""
    shown: StatusShown = field(default_factory=lambda: StatusShown("", ()))
    crumb: tuple[str, str, str] | None = None
    opened: list[str] = field(default_factory=list)
    """Addresses that went to the browser."""
    copied: list[str] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    offered: Sequence[tuple[str, str]] = ()
    edited: list[Path] = field(default_factory=list)
    timers: list[PlainTimer] = field(default_factory=list)
    arranged: int = 0
    frames_kept: int = 0

    @property
    def single(self) -> bool:
        """Whether there is room for one pane."""
        return widths(*self.size).single

    @property
    def sidebar_over(self) -> bool:
        """Whether the sidebar lies over the others."""
        return widths(*self.size).sources == 0

    @property
    def covered(self) -> bool:
        """Sheets are kept, not laid over anything."""
        return False

    def arrange(self) -> None:
        """Nothing is drawn."""
        self.arranged += 1

    def focus_pane(self) -> None:
        """Nothing has a focus."""

    def leave_field(self) -> None:
        """Letters are commands again."""
        self.search_field.typing = False

    def tell(self, shown: StatusShown, crumb: tuple[str, str, str] | None) -> None:
        """Keep what the status line shows."""
        self.shown, self.crumb = shown, crumb

    def later(self, seconds: float, job: Callable[[], object]) -> PlainTimer:
        """Keep what is to be done."""
        self.timers.append(PlainTimer(seconds, job))
        return self.timers[-1]

    def soon(self, job: Callable[[], object]) -> None:
        """Do it before anything else that waits."""
        self.timers.insert(0, PlainTimer(0, job))

    def answer_early(self) -> None:
        """No key was typed before."""

    def show_sheet(self, sheet: Sheet) -> None:
        """Keep the sheet."""
        self.sheets.append(sheet)

    def offer_feeds(self, feeds: Sequence[tuple[str, str]], add: Callable[[str], object]) -> None:
        """Keep what was offered."""
        self.offered = feeds

    def selected_text(self) -> str:
        """Nothing is selected."""
        return ""

    def copy(self, text: str) -> None:
        """Keep what was copied."""
        self.copied.append(text)

    def open_address(self, url: str) -> bool:
        """Keep what was opened."""
        self.opened.append(url)
        return True

    def follow_preferences(self) -> None:
        """There are no looks."""

    def edit(self, file: Path) -> bool:
        """Keep which file was opened."""
        self.edited.append(file)
        return True

    def keep_frame(self) -> None:
        """Count it."""
        self.frames_kept += 1

    def leave(self, status: int) -> None:
        """Keep that the reader has ended."""
        self.left = status


LONG = 5.0
"""Seconds; what waits longer is not waited for."""


class SessionDriver:
    """A session, its keys, its newsroom, its screen."""

    def __init__(
        self,
        newsroom: FakeNewsroom | None = None,
        size: tuple[int, int] = (120, 36),
        *,
        article: Article | None = None,
        refresh: bool = False,
    ) -> None:
        """Begin, and wait for the first list."""
        self.newsroom = newsroom or FakeNewsroom()
        self.window = PlainScreen(size)
        self.requests = QueuedRequests(lambda words: self.session.status.trouble(words))
        self.keyboard = Keyboard()
        self.keyboard.number_waits = 2 * LONG
        self.session = Session(
            self.newsroom.door(),
            self.requests,
            self.window,
            self.keyboard,
            article=article,
            refresh=refresh,
        )
        self.keyboard.take_preferences(self.newsroom.config)
        self.newsroom.listen(lambda event: self.session.news.hear(event))
        self.session.begin()
        self.quiet()

    def quiet(self) -> None:
        """Do everything that was asked for, and what is due soon."""
        while self._step():
            pass

    def _step(self) -> bool:
        """Do one thing; False if there is nothing to do."""
        headlines = self.window.headlines
        if self.requests.busy:
            self.requests.run_one()
        elif headlines.wanted:
            stories, headlines.wanted = headlines.wanted, []
            self.session.list.take_rows(stories)
        elif headlines.moved:
            headlines.moved = False
            self.session.list.preview_soon(self.session.story.preview)
        elif self.window.sources.moved:
            self.window.sources.moved = False
            self.session.list.preview_soon(self.session.sidebar.preview)
        elif asked_for := self.window.quotes.asked_for:
            self.window.quotes.asked_for = None
            self.session.quotes.read_in_place(*asked_for)
        else:
            return self._next_timer()
        return True

    def _next_timer(self) -> bool:
        due = [timer for timer in self.window.timers if not timer.stopped]
        soon = [timer for timer in due if timer.seconds <= LONG]
        self.window.timers = due
        if soon:
            first = min(soon, key=lambda timer: timer.seconds)
            self.window.timers.remove(first)
            first.job()
        return bool(soon)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, and wait for what they ask for."""
        for key in keys:
            self.type_key(key)
            self.quiet()

    def type_key(self, key: str) -> None:
        """Press a key and wait for nothing."""
        field = self.window.search_field
        if self.window.ask_line.typing:
            self.window.ask_line.take(key)
        elif not self.keyboard.take(self.session, key) and field.typing:
            if key == "enter":
                self.session.search.enter()
            elif letter(key):
                field.words += letter(key)
                self.session.search.typed(field.words.strip())

    def until(self, holds: Callable[[], bool]) -> None:
        """Do everything that was asked for; something is so then."""
        self.quiet()
        assert holds()

    def beside(self, story: int) -> None:
        """Do everything that was asked for; a story stands beside the list then."""
        self.until(lambda: self.shown == story)

    @property
    def fact(self) -> str:
        """The words on the left of the status line."""
        return self.window.shown.fact

    @property
    def shown(self) -> int:
        """The story that is shown; 0 for none."""
        row = self.window.article.headline
        return row.id if row and self.window.article.article and self.session.story.id else 0

    @property
    def unread(self) -> list[int]:
        """The stories the newsroom counts as unread."""
        return [row.id for row in self.newsroom.rows.values() if row.unread]

    @property
    def keys(self) -> str:
        """The keys the status line names, with their words."""
        return "   ".join(f"{key} {word}" for key, word in self.window.shown.keys)

    @property
    def panes(self) -> Arrangement:
        """What is on the screen at the place one is in."""
        place = self.session.place
        return arrangement(
            place.top,
            widths(*self.window.size),
            alone=place.alone,
            keeps=self.window.headlines.keeps,
            small=False,
        )
