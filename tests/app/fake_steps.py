"""The part of the made-up newsroom that tags, changes sources and makes one step of several."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from reader.model.change import Act, Change
from reader.newsroom.events import Event, StoriesMarked
from reader.text.tags import written
from tests.app.fake_voices import FakeVoices


class FakeSteps(FakeVoices):
    """Changes that a person makes, and what they were before."""

    def __init__(self) -> None:
        super().__init__()
        self._first = 0
        self._had: list[tuple[str, ...]] = []
        """The tags before each time some were set."""

    def feed_title(self, feed: int) -> str:
        """What a source is called."""
        raise NotImplementedError

    def tell(self, event: Event) -> None:
        """Let something have happened."""
        raise NotImplementedError

    def set_tags(self, story: int, tags: Sequence[str]) -> Change:
        """Tag."""
        self.calls.append(("set_tags", story, tuple(tags)))
        self._had.append(self.rows[story].tags)
        self.rows[story] = dataclasses.replace(self.rows[story], tags=tuple(tags))
        change = self._done_with(Change(Act.TAG, (story,), written(tags)))
        self.tell(StoriesMarked(change.stories))
        return change

    def begin_together(self) -> None:
        """What follows is one step."""
        self._first = len(self._done)

    def end_together(self) -> None:
        """What came since is one step."""
        for at in range(self._first + 1, len(self._done)):
            self._done[at] = dataclasses.replace(self._done[at], joined=True)

    def change_source(self, feed: int, **fields: object) -> Change:
        """Note what is to be changed."""
        self.calls.append(("change_source", feed, fields))
        return self._done_with(Change(Act.ALTER, subject=self.feed_title(feed)))

    def rename_folder(self, folder: str, name: str) -> Change:
        """Note what is to be renamed."""
        self.calls.append(("rename_folder", folder, name))
        return self._done_with(Change(Act.ALTER, subject=name))

    def untag(self, change: Change) -> None:
        """Take tags back."""
        row = self.rows[change.stories[0]]
        self.rows[row.id] = dataclasses.replace(row, tags=self._had.pop())
