"""Marks: shown at once, stored behind, taken back where storing fails, and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from reader.model.change import Act, Change
from reader.model.query import All, Before
from reader.wording.catalogue import say
from reader.wording.what_was_done import what_was_done

if TYPE_CHECKING:
    from reader.app.session.session import Session

DAY = 86400
"""Seconds."""


class Marks:
    """Marks stories; the row changes at once, the store follows."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._storing: list[int] = []
        """Stories whose rows show a mark that is being stored."""

    def shows_already(self, story: int) -> bool:
        """Whether the next mark of a story that is stored stands in its row since its key."""
        if story not in self._storing:
            return False
        self._storing.remove(story)
        return True

    def show(
        self, stories: Iterable[int], *, unread: bool | None = None, saved: bool | None = None
    ) -> None:
        """Let the rows of stories, and the count over the list, show other marks."""
        session, chosen = self._session, set(stories)
        if unread is not None:
            mine = chosen & set(session.screen.headlines.ids)
            session.list.unread = session.list.unread | mine if unread else (
                session.list.unread - chosen
            )
            session.screen.headlines.change(chosen, unread=unread)
            session.list.count()
        if saved is not None:
            when = session.newsroom.clock.now() if saved else None
            session.screen.headlines.change(chosen, saved=saved, saved_at=when)

    # Marks a person gives

    def save(self, story: int) -> None:
        """Save for later, or no longer."""
        row = self._session.screen.headlines.row_of(story)
        saved = not (row and row.saved)
        saved_at = row.saved_at if row else None
        self.show([story], saved=saved)

        def take_back() -> None:
            self.show([story], saved=not saved)
            self._session.screen.headlines.change([story], saved_at=saved_at)

        self._store(
            story,
            lambda: self._session.newsroom.marks.save([story], saved),
            self.done,
            take_back,
        )

    def turn_unread(self, story: int) -> None:
        """Mark a story read, or unread again."""
        row = self._session.screen.headlines.row_of(story)
        if row is None:
            self._session.note_nothing_here()
            return
        read = row.unread
        self.show([story], unread=not read)
        self._store(
            story,
            lambda: self._session.newsroom.marks.read([story], read),
            self.done,
            lambda: self.show([story], unread=read),
        )

    def read_all(self) -> None:
        """Mark the list read, as one step."""
        session = self._session
        if not session.list.unread:
            session.status.note(say("status.all_read"))
            return
        query, stories = session.list.current.unread(), frozenset(session.list.unread)
        self.show(stories, unread=False)
        session.requests.act(
            lambda: session.newsroom.marks.read_all(query),
            self.done,
            lambda: self.show(stories, unread=True),
        )

    def read_older(self, days: int) -> None:
        """Mark read what of the list is older than some days."""
        session = self._session
        if not session.may_write():
            return
        moment = session.newsroom.clock.now() - days * DAY
        query = All((session.list.current.unread(), Before(moment)))

        def marked(change: Change) -> None:
            self.show(change.stories, unread=False)
            self.done(change)

        session.requests.act(lambda: session.newsroom.marks.read_all(query), marked)

    def set_tags(self, story: int, tags: Sequence[str]) -> None:
        """Let a story have these tags."""

        def tagged(change: Change) -> None:
            if change.stories:
                self.done(change)

        set_tags = self._session.newsroom.marks.set_tags
        self._session.requests.act(lambda: set_tags(story, tags), tagged)

    def count_as_read(self, story: int) -> None:
        """Mark a story read because it was read."""
        session = self._session
        if story in session.list.unread and not session.newsroom.read_only:
            session.reading.read_here += 1
            self.show([story], unread=False)

            def take_back() -> None:
                session.reading.read_here -= 1
                self.show([story], unread=True)

            self._store(
                story,
                lambda: session.newsroom.marks.read([story]),
                lambda _: session.sidebar.settle(),
                take_back,
            )
        session.reading.name_next()

    def act(self, job: Callable[[], Change | None]) -> None:
        """Do something that can be undone, if anything may be changed, and say what was done."""
        if self._session.may_write():
            self._session.requests.act(job, self.done)

    def _store(
        self,
        story: int,
        job: Callable[[], Change],
        done: Callable[[Change], None],
        undo: Callable[[], object],
    ) -> None:
        """Store a mark of one story, which its row shows already."""
        self._storing.append(story)

        def take_back() -> None:
            self.shows_already(story)
            undo()

        def stored(change: Change) -> None:
            if not change.stories:
                self.shows_already(story)  # it was so already: nothing will be told of it
            done(change)

        self._session.requests.act(job, stored, take_back)

    # After a change

    def done(self, change: Change | None) -> None:
        """Show what a stored change comes to, and name it with the key that undoes it."""
        if change is None:
            return
        self._show_consequences(change)
        self._session.status.changed(change)
        self._session.sidebar.settle()

    def _show_consequences(self, change: Change) -> None:
        if change.act in (Act.ALIAS, Act.CORRECT):
            self._session.quotes.changed()
        elif change.act is Act.TAG:
            self._session.story.look_at_head(change.stories)

    def undo(self) -> None:
        """Take back the last change; of one that was joined from several, all of it."""
        session = self._session
        session.requests.act(session.newsroom.undo, self._undone)

    def _undone(self, change: Change | None) -> None:
        session = self._session
        if change is None:
            session.status.note(say("status.nothing_to_undo"))
            return
        if change.act in (Act.READ, Act.UNREAD):
            self.show(change.stories, unread=change.act is Act.READ)
        elif change.act in (Act.SAVE, Act.UNSAVE):
            self.show(change.stories, saved=change.act is Act.UNSAVE)
        self._show_consequences(change)
        session.status.note(say("status.undone", what=what_was_done(change)))
        session.sidebar.settle()
        if change.joined:
            self.undo()
        if change.act is Act.SUBSCRIBE:
            session.list.open(session.list.all_unread())
