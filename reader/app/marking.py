"""Keys that change something: read, saved, undo. Everything they do can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.app.moving import Moving
from reader.app.session import story_list as lists
from reader.model.change import Act, Change
from reader.wording.catalogue import say
from reader.wording.what_was_done import what_was_done


class Marking(Moving):
    """Marks stories; the row changes at once, the store follows."""

    def _target(self) -> int:
        """The story a mark is meant for: that of the chosen quote, or row, or the open one."""
        if self.quotes_open and (row := self.quotes.row):
            return row.story
        return self.headlines.story or self.current

    def _may_write(self) -> bool:
        if self.newsroom.read_only:
            self.note(say("status.read_only"), failed=True)
        return not self.newsroom.read_only

    def do_save(self, key: str) -> None:
        """Save for later, or no longer."""
        story = self._target()
        known = self.headlines.row_of(story)
        saved = bool(known and known.saved)
        if not story:
            self.note(say("status.nothing_here"))
        elif self._may_write():
            self.headlines.change([story], saved=not saved)
            self.desk.act(lambda: self.newsroom.marks.save([story], not saved), self._marked)

    def do_unread(self, key: str) -> None:
        """Read or unread."""
        story = self._target()
        known = self.headlines.row_of(story)
        if known is None:
            self.note(say("status.nothing_here"))
        elif self._may_write():
            read = known.unread
            (self.unread.discard if read else self.unread.add)(story)
            self.headlines.change([story], unread=not read)
            self.count_list()
            self.desk.act(lambda: self.newsroom.marks.read([story], read), self._marked)

    def do_mark_all(self, key: str) -> None:
        """Mark this list read, as one step."""
        if not self._may_write():
            return
        if not self.unread:
            self.note(say("status.all_read"))
            return
        query = self.list.unread()
        self.headlines.change(self.unread, unread=False)
        self.unread.clear()
        self.count_list()
        self.desk.act(lambda: self.newsroom.marks.read_all(query), self._marked)

    def do_undo(self, key: str) -> None:
        """Take back the last change."""
        if not self._may_write():
            return

        def undone(change: Change | None) -> None:
            if change is None:
                self.note(say("status.nothing_to_undo"))
                return
            if change.act in (Act.READ, Act.UNREAD):
                unread = change.act is Act.READ
                mine = set(change.stories) & set(self.headlines.ids)
                self.unread = self.unread | mine if unread else self.unread - mine
                self.headlines.change(change.stories, unread=unread)
            elif change.act in (Act.SAVE, Act.UNSAVE):
                self.headlines.change(change.stories, saved=change.act is Act.UNSAVE)
            elif change.act is Act.TAG:
                self.look_at_head(change.stories)
            elif change.act in (Act.ALIAS, Act.CORRECT):
                self.quotes_changed()
            self.note(say("status.undone", what=what_was_done(change)))
            self.settle()
            if change.joined:
                self.desk.act(self.newsroom.undo, undone)
            if change.act is Act.SUBSCRIBE:
                self.open_list(lists.all_unread(say("sources.unread"), self.list.order))

        self.desk.act(self.newsroom.undo, undone)

    def _marked(self, change: Change) -> None:
        if change.act in (Act.ALIAS, Act.CORRECT):
            self.quotes_changed()
        elif change.act is Act.TAG:
            self.look_at_head(change.stories)
        self.changed(change)
        self.settle()

    def _ask(
        self,
        question: str,
        hint: str,
        names: Sequence[str],
        answered: Callable[[str], object],
        begun: str,
        *,
        several: bool = False,
    ) -> None:
        """Ask in the bottom line, where something stands already, if something may be changed."""
        if self._may_write():
            self.ask_line.ask(
                question, hint, names, answered, self._asked, begun=begun, several=several
            )

    def _asked(self) -> None:
        self.focus_pane()
        self.tell()
