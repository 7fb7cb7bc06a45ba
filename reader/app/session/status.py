"""The status line: one quiet fact, the keys that are useful now, the bar of a refresh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.app.session.place import ARTICLE
from reader.app.session.source_notices import has_failed
from reader.app.session.views import StatusShown
from reader.model.change import Change
from reader.wording.catalogue import say
from reader.wording.dates import ago, clock
from reader.wording.what_was_done import what_was_done

if TYPE_CHECKING:
    from reader.app.session.news import Progress
    from reader.app.session.session import Session


class Fact(NamedTuple):
    """What is said until the next key."""

    words: str = ""
    failed: bool = False
    quiet: bool = False
    """It is no news, only how things stand."""
    undoable: bool = False


class Status:
    """Says one thing at a time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.fact = Fact()

    # Saying something

    def note(self, words: str, *, failed: bool = False, quiet: bool = False) -> None:
        """Say one thing in the status line; it stays until the next key.

        `quiet`: it is no news, only how things stand.
        """
        self.fact = Fact(words, failed=failed, quiet=quiet)
        self.tell()

    def trouble(self, words: str) -> None:
        """Say what went wrong."""
        self.note(words, failed=True)

    def changed(self, change: Change | None) -> None:
        """Name what was changed, with the key that undoes it."""
        if change is not None:
            self.fact = Fact(what_was_done(change), undoable=True)
            self.tell()

    def tell(self) -> None:
        """Bring the status line up to date."""
        if self._session.screen.alive:
            self._session.screen.tell(self.shown(), self._crumb())

    # What is said

    def shown(self) -> StatusShown:
        """What the line shows now: a fact, a refresh, a failure or how things stand."""
        session, fact = self._session, self.fact
        keys = session.keys.useful_keys(session)
        if fact.words:
            undo = say("status.undo") if fact.undoable else ""
            return StatusShown(
                fact.words, keys, undo=(session.key_for("undo"), undo), failed=fact.failed,
                fresh=not (fact.failed or fact.quiet), whole=True,
            )  # fmt: skip
        if session.news.progress is not None:
            return _of_refresh(session.news.progress, keys)
        if words := self._sources_failed():
            return StatusShown(words, keys, failed=True)
        lead = say("status.offline") if session.sidebar.offline() is not None else ""
        return StatusShown(self._standing_fact(), keys, lead=lead)

    def _crumb(self) -> tuple[str, str, str] | None:
        session = self._session
        if session.screen.single and session.story.id and not session.place.alone:
            return session.key_for("back"), session.list.current.title, self._place_in_list()
        return None

    def _standing_fact(self) -> str:
        session, place = self._session, self._session.place
        if scope := place.scope:
            return " · ".join(filter(None, (say("sources.quotes"), scope.name)))
        if place.alone:
            return say("status.left", count=session.screen.article.minutes_left)
        if session.story.id and place.pane == ARTICLE:
            left = say("status.left", count=session.screen.article.minutes_left)
            if session.screen.single:
                return left
            if place.reading:
                return f"{self._place_in_list()} · {left}"
        return self._quiet_fact()

    def _place_in_list(self) -> str:
        headlines = self._session.screen.headlines
        total = len(headlines.ids)
        return say("status.reading", number=headlines.chosen_item + 1, total=total)

    def _quiet_fact(self) -> str:
        """How the sources stand, when nothing has just been done."""
        session, sources = self._session, self._session.sidebar.sources
        if sources is None or not sources.folders:
            return say("status.no_sources")
        if not sources.updated:
            return say("status.never")
        if (again := session.sidebar.offline()) is not None:
            here = say("status.all_here")
            if not again or session.screen.single:
                return here
            return f"{here} · {say('status.next_try', time=clock(again))}"
        if session.screen.headlines.keeps and session.screen.headlines.ids:
            return say("status.stored")
        fact = say("status.updated", ago=ago(sources.updated, session.newsroom.clock.now()))
        if not sources.new or session.screen.single:
            return fact
        return f"{fact} · {say('status.fresh', count=sources.new)}"

    def _sources_failed(self) -> str:
        """How many sources could not be fetched, said where one of them is looked at."""
        session = self._session
        if session.notices.failed_feed() is None or session.sidebar.offline() is not None:
            return ""
        feeds = session.sidebar.feeds
        failed = sum(has_failed(feed.health) for feed in feeds)
        return say("status.sources_failed", count=failed, total=len(feeds))


def _of_refresh(progress: Progress, keys: Sequence[tuple[str, str]]) -> StatusShown:
    words = say("status.refreshing", done=progress.done, total=progress.total)
    rest = [say("status.fresh", count=progress.new)]
    if progress.failed:
        rest.append(say("status.failed", count=progress.failed))
    bar = (progress.done, progress.total)
    return StatusShown(words, keys, bar=bar, rest=" · ".join(rest), fresh=True)
