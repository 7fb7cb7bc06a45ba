"""Preferences: changed from the screen or in their file, followed at once either way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.session.story_in_hand import KEEP
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.session.session import Session
    from reader.app.session.views import Timer
    from reader.newsroom.config import Config


class PreferencesInHand:
    """Follows ``config.toml``, and writes it when something is preferred on the screen."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._followed: Config = session.newsroom.config
        """The preferences the screen shows."""
        self._measure_to_keep: Timer | None = None
        """Runs while a measure that was chosen is not yet in the settings."""

    def prefer(self, key: str, value: object) -> None:
        """Set a preference (``theme``, ``refresh.interval``): written to the file, then followed.

        A value that does not fit is refused in words; nothing is changed then.
        """
        session = self._session
        session.requests.act(
            lambda: session.newsroom.preferences.set(key, value), session.status.changed
        )

    def look(self) -> None:
        """Read the settings files if they were written."""
        reload = self._session.newsroom.preferences.reload_if_changed
        self._session.requests.ask("settings", reload, lambda _: None)

    def follow(self) -> None:
        """Show the preferences that are in force now."""
        session = self._session
        before, config = self._followed, session.newsroom.config
        self._followed = config
        session.screen.follow_preferences()
        if self._measure_to_keep is None:  # else the screen knows better than the file
            session.screen.article.measure = session.screen.quotes.measure = config.measure
        if session.sidebar.sources is not None:  # its words may be of another language now
            session.screen.sources.show(session.sidebar.sources)
        self._rename_list()
        if before.order != config.order:
            item, current = session.screen.sources.item, session.list.current
            pointed = session.sidebar.list_of(item) if item and item.key == current.key else None
            if pointed is not None:
                session.list.open(pointed, story=session.screen.headlines.story)
        session.news.look_again()
        session.status.tell()

    def _rename_list(self) -> None:
        session, current = self._session, self._session.list.current
        titles = {item.key: item.title for item in session.screen.sources.items}
        session.list.current = replace(current, title=titles.get(current.key, current.title))
        session.list.name()

    # The measure

    def widen(self, cells: int) -> None:
        """Let lines be longer, or shorter if negative."""
        session = self._session
        measure = session.screen.article.widen(cells)
        session.screen.quotes.measure = measure
        session.status.note(say("status.measure", cells=measure))
        if self._measure_to_keep is not None:
            self._measure_to_keep.stop()
        self._measure_to_keep = session.screen.later(KEEP, self.keep_measure)

    def keep_measure(self) -> None:
        """Write the measure that was chosen into the settings."""
        if self._measure_to_keep is not None:
            self._measure_to_keep.stop()
            self._measure_to_keep = None
            self.prefer("measure", self._session.screen.article.measure)

    def turn_lens(self) -> None:
        """Show or hide who is speaking."""
        article = self._session.screen.article
        article.lens = not article.lens
        self.prefer("quotes", article.lens)
        self._session.status.note(say("status.lens_on" if article.lens else "status.lens_off"))
