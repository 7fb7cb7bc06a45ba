"""The part of the newsroom's door that marks stories: read, saved, tagged, and how far."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cache.articles import Articles
from reader.model.change import Change
from reader.model.query import Query
from reader.model.story import Position
from reader.newsroom.changes import Acts
from reader.text.normal import fold


class Marking:
    """What a person does to stories, and where they are in them."""

    _acts: Acts
    _articles: Articles

    def mark_read(self, stories: Sequence[int], read: bool = True) -> Change:
        """Mark stories read or unread; the change names those that really changed."""
        return self._acts.mark_read(stories, read)

    def mark_all_read(self, query: Query) -> Change:
        """Mark every story that matches as read, as one step."""
        return self._acts.mark_read(self._articles.select(query), True)

    def save(self, stories: Sequence[int], saved: bool = True) -> Change:
        """Keep stories whole, for good; or no longer."""
        return self._acts.save(stories, saved)

    def tag(
        self, stories: Sequence[int], add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> Change:
        """Give tags to stories and take others from them, as one step; see `text.tags`."""
        return self._acts.tag(stories, add, remove)

    def set_tags(self, story: int, tags: Sequence[str]) -> Change:
        """Let a story have these tags and no others; raises `NotFoundError`."""
        has = {fold(tag): tag for tag in self._articles.headline(story).tags}
        wanted = {fold(tag): tag for tag in tags}
        add = [tag for key, tag in wanted.items() if key not in has]
        return self.tag([story], add, [tag for key, tag in has.items() if key not in wanted])

    def begin_together(self) -> None:
        """What is done from now on is one step, once `end_together` is called."""
        self._acts.begin_together()

    def end_together(self) -> None:
        """What was done since `begin_together` is one step; undo says so by `Change.joined`."""
        self._acts.end_together()

    def keep_position(
        self, story: int, position: Position, progress: float, finished: bool = False
    ) -> None:
        """Remember where reading stopped."""
        self._acts.keep_position(story, position, progress, finished)

    def keep_state(self, key: str, value: str) -> None:
        """Remember something about the window."""
        self._acts.keep_state(key, value)

    def begin_visit(self) -> None:
        """Note that a person sits down to read; what arrives from now on is new next time."""
        self._acts.begin_visit()

    def end_visit(self) -> None:
        """Note that the person went away."""
        self._acts.end_visit()
