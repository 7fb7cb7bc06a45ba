"""Marks of stories as a front end sets them: read, saved, tagged, and how far somebody read."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cache.articles import Articles
from reader.model.change import Change
from reader.model.query import Query
from reader.model.story import Position, Story
from reader.newsroom.library_writes import LibraryWrites
from reader.settings.library.library import Library
from reader.text.normal import fold


class Marks:
    """Changes marks, in the order in which they were asked for.

    What can be undone is stored when the call returns; the rest is stored soon.
    """

    def __init__(self, library: Library, articles: Articles, writes: LibraryWrites) -> None:
        """`writes` does all writing."""
        self._library = library
        self._articles = articles
        self._writes = writes
        self._before_together = 0
        """The number of the last step before those that are to be one."""

    def read(self, stories: Sequence[int], read: bool = True) -> Change:
        """Mark stories read or unread; the change names those that really changed."""
        return self._writes.change(lambda: self._library.marks.read(list(stories), read))

    def read_all(self, query: Query) -> Change:
        """Mark every story that matches as read, as one step."""
        return self.read(self._articles.lists.select(query))

    def save(self, stories: Sequence[int], saved: bool = True) -> Change:
        """Keep stories whole, for good; or no longer."""
        if not saved:
            return self._writes.change(lambda: self._library.saved.remove(list(stories)))
        return self._writes.change(
            lambda: self._library.saved.add([self._whole(story) for story in stories])
        )

    def tag(
        self, stories: Sequence[int], add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> Change:
        """Give tags to stories and take others from them, as one step; see `text.tags`."""
        return self._writes.change(lambda: self._library.tags.change(list(stories), add, remove))

    def set_tags(self, story: int, tags: Sequence[str]) -> Change:
        """Let a story have these tags and no others; raises `NotFoundError`."""
        has = {fold(tag): tag for tag in self._articles.lists.headline(story).tags}
        given = {fold(tag): tag for tag in tags}
        add = [tag for key, tag in given.items() if key not in has]
        return self.tag([story], add, [tag for key, tag in has.items() if key not in given])

    def begin_together(self) -> None:
        """What is done from now on is one step, once `end_together` is called."""
        self._before_together = self._library.journal.last_number()

    def end_together(self) -> None:
        """What was done since `begin_together` is one step; undo says so by `Change.joined`."""
        self._writes.wait(lambda: self._library.journal.join(self._before_together))

    def keep_position(
        self, story: int, position: Position, progress: float, finished: bool = False
    ) -> None:
        """Remember where reading stopped; `progress` from 0 to 1."""
        self._writes.post(lambda: self._library.positions.keep(story, position, progress, finished))

    def begin_visit(self) -> None:
        """Note that a person sits down to read; what arrives from now on is new next time."""
        self._writes.wait(self._library.visits.begin)

    def end_visit(self) -> None:
        """Note that the person went away."""
        self._writes.post(self._library.visits.end)

    def _whole(self, story: int) -> Story:
        headline = self._articles.lists.headline(story)
        return Story(
            story,
            headline.feed,
            self._articles.texts.article(story),
            headline.published,
            headline.published,
            full_text=headline.full_text,
            source=headline.source,
        )
