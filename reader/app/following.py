"""What happens in the newsroom, on the screen: progress, arrivals, without moving a row."""

from __future__ import annotations

import dataclasses

from textual.message import Message

from reader.app.listing import Loaded
from reader.app.panes.headlines.empty import has_failed, why_not_added
from reader.app.searching import Searching
from reader.app.shell import FIRST, SETTLE
from reader.model.feed import Feed, FetchOutcome
from reader.model.sources import Sources
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
from reader.wording.dates import ago, clock

CALM = 8
"""A look at a store that changes all the time takes no more than one part in so many: reading a
list of 100,000 stories anew for each source that a refresh brings would leave keys no room."""


class Heard(Message):
    """Something happened; posted from whatever thread."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


@dataclasses.dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh has come."""

    run: int
    total: int
    done: int = 0
    new: int = 0
    failed: int = 0


class Following(Searching):
    """Listens to the newsroom."""

    progress: Progress | None = None
    _stale = False
    _look_took = 0.0
    """Seconds."""
    _judged: tuple[Sources | None, int | None] = (None, None)
    """The sources that `offline` was last worked out of, and what it was."""

    @property
    def refreshing(self) -> bool:
        """Whether a refresh is under way."""
        return self.progress is not None

    def on_heard(self, message: Heard) -> None:
        """Take one event."""
        if not self.alive:
            return
        event = message.event
        match event:
            case RefreshStarted():
                self.progress = Progress(event.run, event.total) if event.total else None
                self.sources.busy(frozenset(event.feeds))
            case FeedRefreshed():
                self._feed_refreshed(event)
            case RefreshFinished():
                self._refresh_finished(event)
            case StoriesMarked(stories=(story,)) if self.headlines.row_of(story):
                # Its row has shown it since the key: reading a list of thousands anew for each
                # story that is read would make every key wait for it.
                self.headlines.renew(story)
                self.settle()
            case StoriesChanged() | StoriesMarked() | SourcesChanged():
                self.look_again()
            case FullTextsAsked():
                self.headlines.fetching = frozenset(event.stories)
                self.headlines.redraw()
            case FullTextArrived():
                self._full_text(event)
            case SourceAdded():
                words = "status.known" if event.known else "status.added"
                self.note(say(words, title=event.title, count=event.stories))
                self.look_again()
            case SourcesFound():
                found = [(source.title, source.url) for source in event.found]
                self.choose_feed(found, self.newsroom.sources.add)
            case AddFailed():
                self.trouble(why_not_added(event))
            case SettingsChanged():
                self.settings_changed()
            case SettingsFailed() | StoreFailed():
                self.trouble(event.message)
        self.tell()

    def settings_changed(self) -> None:
        """Follow the preferences that were read anew."""

    def _feed_refreshed(self, event: FeedRefreshed) -> None:
        if self.progress is not None:
            self.progress = dataclasses.replace(
                self.progress,
                done=event.done,
                new=self.progress.new + event.new,
                failed=self.progress.failed + event.failed,
            )
        self.sources.busy(self.sources.fetching - {event.feed})
        self.look_again()

    def _refresh_finished(self, event: RefreshFinished) -> None:
        self.progress = None
        self.sources.busy(frozenset())
        if event.stopped:
            self.note(say("status.stopped"))
        self.look_again()

    def _full_text(self, event: FullTextArrived) -> None:
        self.headlines.fetching -= {event.story}
        self.headlines.renew(event.story)
        if event.story != self.current:
            return
        if not event.ok:
            self.note(say("page.failed", reason=in_a_sentence(event.message)))
        self.reread()

    def look_again(self) -> None:
        """Something in the store has changed: look at it once, when several things have."""
        if not self._stale:
            self._stale = True
            self.later(max(SETTLE, CALM * self._look_took), self._look)

    def _look(self) -> None:
        self._stale = False
        self.look_at_sources()
        if self.pane == FIRST:
            return
        wanted, shown = self.list, self.headlines.ids
        began = self.newsroom.clock.monotonic()

        def read() -> tuple[Loaded, frozenset[int]]:
            loaded, here = self.read_list(wanted), frozenset(shown)
            fresh = len(frozenset(loaded.ids) - here)
            return dataclasses.replace(loaded, fresh=fresh), loaded.unread & here

        def compare(answer: tuple[Loaded, frozenset[int]]) -> None:
            loaded, unread = answer
            self._look_took = self.newsroom.clock.monotonic() - began
            if wanted is not self.list:
                return
            if shown is not self.headlines.ids:
                self.look_again()
                return
            self.headlines.now = self.newsroom.clock.now()
            if loaded.fresh and not shown:
                self.open_list(wanted)
            elif loaded.fresh:
                self.waiting = loaded  # rows never move under the cursor
                self.show_notices()
            else:
                self.waiting = None
                self.show_notices()
                self.headlines.forget()
            self.unread |= unread
            self.count_list()

        self.desk.ask("again", read, compare)

    def quiet_fact(self) -> str:
        """What the status line says when nothing has just been done."""
        known = self.known
        if known is None or not known.folders:
            return say("status.no_sources")
        if not known.updated:
            return say("status.never")
        if (again := self.offline()) is not None:
            here = say("status.all_here")
            if not again or self.widths.single:
                return here
            return f"{here} · {say('status.next_try', time=clock(again))}"
        if self.headlines.keeps and self.headlines.ids:
            return say("status.stored")
        fact = say("status.updated", ago=ago(known.updated, self.newsroom.clock.now()))
        if not known.new or self.widths.single:
            return fact
        return f"{fact} · {say('status.fresh', count=known.new)}"

    def offline(self) -> int | None:
        """When the network is tried again, 0 if nobody knows; None if there is a network."""
        if self._judged[0] is not self.known:
            healths = [feed.health for feed in self._feeds()]
            off = [health for health in healths if health.outcome is FetchOutcome.OFFLINE]
            again = min((health.next_visit for health in off if health.next_visit), default=0)
            self._judged = self.known, again if off else None
        return self._judged[1]

    def sources_failed(self) -> str:
        """How many sources could not be fetched, said where one of them is looked at."""
        if self.failed_feed() is None or self.offline() is not None:
            return ""
        feeds = self._feeds()
        failed = sum(has_failed(feed.health) for feed in feeds)
        return say("status.sources_failed", count=failed, total=len(feeds))

    def _feeds(self) -> list[Feed]:
        folders = self.known.folders if self.known else ()
        return [feed for folder in folders for feed in folder.feeds]
