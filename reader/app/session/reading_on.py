"""How one reads on: to the next unread story, to the next source, to the end of everything."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reader.app.session.place import ARTICLE, LIST
from reader.app.session.sidebar_items import Item
from reader.app.session.story_list import UNREAD
from reader.typesetting.typography import as_prose
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.session.session import Session


class ReadingOn:
    """Finds what is read next."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.read_here = 0
        """How many stories were read since the reader was opened."""
        self._began = session.newsroom.clock.monotonic()

    def minutes_here(self) -> int:
        """For how long the reader has been open, at least one minute."""
        seconds = self._session.newsroom.clock.monotonic() - self._began
        return max(1, round(seconds / 60))

    def name_next(self) -> None:
        """Put the title of the next unread story at the end of this one."""
        session, headlines = self._session, self._session.screen.headlines
        index = self.next_unread_index(1)
        row = headlines.row_of(headlines.ids[index]) if index >= 0 else None
        smart = session.newsroom.config.smart_punctuation
        article = session.screen.article
        article.next_title = as_prose(row.title, smart=smart, lang=row.lang) if row else ""
        article.next_mark = "●" if row and row.new else "•"

    def next_unread_index(self, direction: int, number: int = 1) -> int:
        """The index of the next (1) or previous (-1) unread story of the list; -1 if none.

        Of fewer than `number` such stories it is the last.
        """
        headlines, unread = self._session.screen.headlines, self._session.list.unread
        ids, here = headlines.ids, headlines.chosen_item
        if here < 0:
            return -1
        after = range(here + 1, len(ids)) if direction > 0 else range(here - 1, -1, -1)
        *_, last = (-1, *islice((at for at in after if ids[at] in unread), number))
        return last

    def read_next(self, number: int = 1) -> None:
        """Open the next unread story, of this list or of the next source that has one."""
        session = self._session
        index = self.next_unread_index(1, number)
        if index < 0:  # what lies above the cursor comes before another source
            others, ids = session.list.unread - {session.story.id}, session.screen.headlines.ids
            index = next((at for at, story in enumerate(ids) if story in others), -1)
        if index >= 0:
            session.screen.headlines.choose(index)
            session.story.open()
        else:
            self.read_on_elsewhere(1)

    def read_previous(self, number: int = 1) -> None:
        """Open the previous unread story, of this list or of the source before that has one."""
        index = self.next_unread_index(-1, number)
        if index >= 0:
            self.go_to(index)
        else:
            self.read_on_elsewhere(-1)

    def go_to(self, index: int) -> None:
        """Open a story of the list by its index, read or not."""
        headlines = self._session.screen.headlines
        if 0 <= index < len(headlines.ids):
            headlines.choose(index)
            self._session.story.open()
        else:
            self._session.note_nothing_here()

    def read_on_elsewhere(self, direction: int) -> None:
        """Read on in the next source that has something unread, or in the one before.

        A list that was read to its end is not entered again until all of them are: what has
        arrived in it meanwhile waits.
        """
        session, current = self._session, self._session.list.current
        beside = None
        if current.key != UNREAD:  # that one held what was unread anywhere
            if direction > 0:
                session.list.finished.add(current.key)
            item = session.screen.sources.beside(current.key, direction, self._has_unread)
            beside = session.sidebar.list_of(item) if item else None
        if beside is not None:
            session.screen.sources.choose_key(beside.key)
            session.list.open(beside, into=direction)
        elif direction > 0:
            self.all_read()
        else:
            session.status.note(say("status.nothing_before"))

    def _has_unread(self, item: Item) -> bool:
        return item.count > 0 and item.key not in self._session.list.finished

    def all_read(self) -> None:
        """Everything unread has been read: say so, and how long it took."""
        session = self._session
        session.story.keep_place()
        session.list.finished.clear()
        session.story.put_away()
        session.screen.article.clear(session.notices.why_empty())
        session.status.note(say("status.caught_up"))

    def read_on(self) -> None:
        """Open the story beside the list, page on in it, or open the next one."""
        session = self._session
        single = session.screen.single
        if not session.story.id and session.list.waiting is not None:
            session.list.open(session.list.current, into=1)
        elif not session.story.id:
            self.read_next()
        elif not session.story.opened:
            session.story.open()
            if single:
                session.go(ARTICLE)
            else:
                self._page_on()
        elif single and session.place.pane == LIST:
            session.go(ARTICLE)
        else:
            self._page_on()

    def _page_on(self) -> None:
        if not self._session.screen.article.page_on():
            self.read_next()
