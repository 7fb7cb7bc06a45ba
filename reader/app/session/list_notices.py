"""What stands above a list or in its place: what waits, what is wrong, why there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session import story_list as lists
from reader.app.session.reading_time import minutes_left
from reader.app.session.source_notices import (
    first_sentence,
    has_failed,
    is_amiss,
    suggestion,
    what_is_wrong,
)
from reader.model.feed import Feed, FetchOutcome
from reader.model.story import Headline
from reader.typesetting.head_and_end import Notice
from reader.wording.catalogue import say
from reader.wording.dates import clock, day

if TYPE_CHECKING:
    from reader.app.session.session import Session

_PRESSED = {
    "empty.look_again": "refresh_all", "empty.look_now": "refresh_all",
    "empty.fetch_now": "refresh", "empty.choose_list": "left", "empty.show_read": "hide_read",
    "key.add": "add",
}  # fmt: skip
"""The command behind the key that a notice offers."""


class ListNotices:
    """Puts into words what a person should know of the list in hand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.suggested = 0
        """A story named beside an empty list, which opens with the usual key; 0 for none."""

    def failed_feed(self) -> Feed | None:
        """The source of the list, if something is wrong with it."""
        feed = self._session.list.feed
        return feed if feed and has_failed(feed.health) else None

    def show(self) -> None:
        """Say above the list what waits, and what is wrong with its source."""
        session, pane = self._session, self._session.screen.headlines
        before = (pane.above, pane.shows_them, pane.reads_on, pane.notice)
        feed, waiting = session.list.feed, session.list.waiting
        pane.above = waiting.fresh if waiting is not None else 0
        pane.shows_them = say("list.shows_them", top=session.key_for("top"))
        pane.reads_on = session.key_for("read_on")
        newest = pane.row_of(pane.ids[0]) if pane.ids else None
        pane.notice = None
        if feed and is_amiss(feed) and pane.ids:
            when = newest.published if newest else None
            now = session.newsroom.clock.now()
            pane.notice = what_is_wrong(feed, when, now, session.key_for)
        if before != (pane.above, pane.shows_them, pane.reads_on, pane.notice):
            pane.redraw()

    # Where there is nothing

    def show_nothing(self) -> None:
        """Say why there is nothing, in place of the list; beside it, what could be read."""
        session = self._session
        session.story.put_away()
        session.screen.headlines.empty = self.why_empty()
        session.screen.headlines.redraw()
        session.screen.article.clear(Notice(""))
        if session.list.current.key != lists.SAVED:
            session.requests.ask("shortest", self._shortest_saved, self._suggest)

    def _shortest_saved(self) -> tuple[int, Headline | None]:
        """How many saved stories wait, and the one that is read soonest; for a thread."""
        stories = self._session.newsroom.stories
        rows = stories.headlines(stories.select(lists.saved("").query))
        unfinished = [row for row in rows if not row.finished]
        return len(unfinished), min(unfinished, key=minutes_left, default=None)

    def _suggest(self, saved: tuple[int, Headline | None]) -> None:
        session = self._session
        count, shortest = saved
        if shortest is None or session.screen.headlines.ids:
            return
        self.suggested = shortest.id
        session.screen.article.clear(suggestion(count, shortest, session.key_for("open")))

    def why_empty(self) -> Notice:
        """Words for an empty list, and what to press."""
        session = self._session
        if session.list.current.key == lists.SAVED:
            return Notice(*first_sentence(say("empty.saved", key=session.key_for("save"))))
        sources, feeds = session.sidebar.sources, session.sidebar.feeds
        if sources and not feeds:
            return Notice(f"{say('status.no_sources')}.", keys=(self._press("key.add"),))
        if (feed := session.list.feed) and (notice := self._why_source_is_empty(feed)):
            return notice
        if sources and not sources.updated:
            return Notice(say("empty.no_stories"), keys=(self._press("empty.look_now"),))
        names = ("empty.look_again", "empty.choose_list", "empty.show_read")
        rest = " ".join(self._up_to_date(len(feeds)))
        return Notice(say("empty.up_to_date"), rest, tuple(map(self._press, names)))

    def _why_source_is_empty(self, feed: Feed) -> Notice | None:
        """Why a source has nothing stored; None if it has."""
        if feed.health.checked is None and not feed.health.message:
            never = first_sentence(say("empty.source"))
            return Notice(*never, keys=(self._press("empty.fetch_now"),))
        if feed.stories:
            return None
        if is_amiss(feed) or feed.health.outcome is FetchOutcome.OFFLINE:
            now = self._session.newsroom.clock.now()
            return what_is_wrong(feed, None, now, self._session.key_for)
        return Notice(say("empty.no_stories"))

    def _up_to_date(self, feeds: int) -> list[str]:
        """Sentences for somebody who has read everything."""
        session = self._session
        sentences = [say("empty.nothing_unread", count=feeds)]
        if (sources := session.sidebar.sources) and sources.updated:
            now = session.newsroom.clock.now()
            when = f"{day(sources.updated, now)} {clock(sources.updated)}"
            sentences.append(say("empty.last_look", when=when))
        if read := session.reading.read_here:
            minutes = session.reading.minutes_here()
            sentences.append(say("empty.took", count=read, minutes=minutes))
        return sentences

    def _press(self, name: str) -> tuple[str, str]:
        """A key that is in force, and what it does."""
        return self._session.key_for(_PRESSED[name]), say(name)
