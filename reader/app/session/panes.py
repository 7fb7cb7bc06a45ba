"""All panes by name, and the one that has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session.first_page import FirstPagePane
from reader.app.session.main_panes import ListPane, SourcesPane, StoryPane
from reader.app.session.pane import Pane
from reader.app.session.place import ARTICLE, FIRST, LIST, QUOTES, SOURCES, VOICES
from reader.app.session.quote_panes import QuotesPane, VoicesPane

if TYPE_CHECKING:
    from reader.app.session.session import Session


class Panes:
    """All panes by name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_name: dict[str, Pane] = {
            SOURCES: SourcesPane(session),
            LIST: ListPane(session),
            ARTICLE: StoryPane(session),
            VOICES: VoicesPane(session),
            QUOTES: QuotesPane(session),
            FIRST: FirstPagePane(session),
        }

    @property
    def current(self) -> Pane:
        """The pane that has the keys."""
        return self._by_name[self._session.place.pane]
