"""What happens in the newsroom, on the screen: progress, arrivals, without moving a row."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reader.app.session.list_in_hand import Loaded
from reader.app.session.source_notices import why_not_added
from reader.newsroom.events import (
    AddFailed,
    Event,
    FeedRefreshed,
    FullTextArrived,
    FullTextsAsked,
    RefreshFinished,
    RefreshStarted,
    SettingsChanged,
    SettingsFailed,
    SourceAdded,
    SourcesChanged,
    SourcesFound,
    StoreFailed,
    StoriesChanged,
    StoriesMarked,
)
from reader.wording.catalogue import in_a_sentence, say

if TYPE_CHECKING:
    from reader.app.session.session import Session

SETTLE = 0.15
"""Seconds in which several changes of the store become one look at it."""
CALM = 8
"""A look at a store that changes all the time takes no more than one part in so many: reading a
list of 100,000 stories anew for each source that a refresh brings would leave keys no room."""


@dataclasses.dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh has come."""

    run: int
    total: int
    done: int = 0
    new: int = 0
    failed: int = 0


class News:
    """Takes the newsroom's events."""

    def __init__(self, session: Session, *, refresh: bool) -> None:
        self._session = session
        self.may_refresh = refresh
        """Whether what is due may be asked without anybody's word."""
        self.progress: Progress | None = None
        """How far the refresh under way has come; None without one."""
        self._will_look = False
        self._look_took = 0.0
        """Seconds."""

    def hear(self, event: Event) -> None:
        """Take one event, on the app's loop."""
        match event:
            case RefreshStarted() | FeedRefreshed() | RefreshFinished():
                self._refresh_went_on(event)
                self._session.status.tell()
            case StoriesChanged() | StoriesMarked() | SourcesChanged():
                self._store_changed(event)
            case FullTextsAsked() | FullTextArrived():
                self._full_text(event)
            case SourceAdded() | SourcesFound() | AddFailed():
                self._source_answered(event)
            case SettingsChanged():
                self._session.preferences.follow()
            case SettingsFailed() | StoreFailed():
                self._session.status.trouble(event.message)

    def _refresh_went_on(self, event: RefreshStarted | FeedRefreshed | RefreshFinished) -> None:
        sidebar = self._session.screen.sources
        match event:
            case RefreshStarted():
                self.progress = Progress(event.run, event.total) if event.total else None
                sidebar.busy(frozenset(event.feeds))
                return
            case FeedRefreshed():
                if self.progress is not None:
                    self.progress = dataclasses.replace(
                        self.progress,
                        done=event.done,
                        new=self.progress.new + event.new,
                        failed=self.progress.failed + event.failed,
                    )
                sidebar.busy(sidebar.fetching - {event.feed})
            case RefreshFinished():
                self.progress = None
                sidebar.busy(frozenset())
                if event.stopped:
                    self._session.status.note(say("status.stopped"))
        self.look_again()

    def _store_changed(self, event: StoriesChanged | StoriesMarked | SourcesChanged) -> None:
        session = self._session
        match event:
            case StoriesMarked(stories=(story,)) if session.screen.headlines.row_of(story):
                # Reading a list of thousands anew for each story that is read would make every
                # key wait for it; a mark that was given here stands in its row since its key.
                if not session.marks.shows_already(story):
                    session.screen.headlines.renew(story)
                session.sidebar.settle()
            case _:
                self.look_again()

    def _full_text(self, event: FullTextsAsked | FullTextArrived) -> None:
        session, headlines = self._session, self._session.screen.headlines
        if isinstance(event, FullTextsAsked):
            headlines.fetching = frozenset(event.stories)
            headlines.redraw()
            return
        headlines.fetching -= {event.story}
        headlines.renew(event.story)
        if event.story == session.story.id:
            if not event.ok:
                session.status.note(say("page.failed", reason=in_a_sentence(event.message)))
            session.story.reread()

    def _source_answered(self, event: SourceAdded | SourcesFound | AddFailed) -> None:
        session = self._session
        match event:
            case SourceAdded():
                words = "status.known" if event.known else "status.added"
                session.status.note(say(words, title=event.title, count=event.stories))
                self.look_again()
            case SourcesFound():
                feeds = [(source.title, source.url) for source in event.found]
                session.screen.offer_feeds(feeds, session.newsroom.sources.add)
            case AddFailed():
                session.status.trouble(why_not_added(event))

    # Looking at the list again

    def look_again(self) -> None:
        """Something in the store has changed: look at it once, when several things have."""
        if not self._will_look:
            self._will_look = True
            self._session.screen.later(max(SETTLE, CALM * self._look_took), self._look)

    def _look(self) -> None:
        session = self._session
        self._will_look = False
        session.sidebar.look()
        if session.first_page.is_open:
            return
        current, shown = session.list.current, session.screen.headlines.ids
        began = session.newsroom.clock.monotonic()

        def read() -> tuple[Loaded, frozenset[int]]:
            loaded, here = session.list.read(current), frozenset(shown)
            fresh = len(frozenset(loaded.ids) - here)
            return dataclasses.replace(loaded, fresh=fresh), loaded.unread & here

        def compare(answer: tuple[Loaded, frozenset[int]]) -> None:
            loaded, unread = answer
            self._look_took = session.newsroom.clock.monotonic() - began
            if current is not session.list.current:
                return
            if shown is not session.screen.headlines.ids:
                self.look_again()
                return
            self._take(loaded)
            session.list.unread |= unread
            session.list.count()

        session.requests.ask("again", read, compare)

    def _take(self, loaded: Loaded) -> None:
        """Show what came without moving a row under the cursor."""
        session, headlines = self._session, self._session.screen.headlines
        headlines.now = session.newsroom.clock.now()
        if loaded.fresh and not headlines.ids:
            session.list.open(session.list.current)
            return
        session.list.waiting = loaded if loaded.fresh else None
        session.notices.show()
        if not loaded.fresh:
            headlines.forget()

    # As time goes by

    def tick(self) -> None:
        """Bring ages up to date, and ask what is due."""
        session = self._session
        session.screen.headlines.now = session.newsroom.clock.now()
        session.status.tell()
        if self.may_refresh and not session.place.alone and not session.newsroom.read_only:
            session.requests.act(self._refresh_if_due)

    def _refresh_if_due(self) -> None:
        """For a thread."""
        newsroom = self._session.newsroom
        due = newsroom.refreshing.next_due()
        if due is not None and due <= newsroom.clock.now() and self.progress is None:
            newsroom.refreshing.start()
