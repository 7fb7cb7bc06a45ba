"""Changes of the library: asked for anywhere, made on the writer's thread, and told."""

from __future__ import annotations

from collections.abc import Callable

from reader.model.change import Act, Change
from reader.newsroom.events import Event, StoriesChanged, StoriesMarked
from reader.newsroom.writer import Writer
from reader.settings.library.library import Library


class LibraryWrites:
    """Writes to the library in the order in which it was asked to."""

    def __init__(self, library: Library, writer: Writer, tell: Callable[[Event], None]) -> None:
        """`tell` takes every event."""
        self._library = library
        self._writer = writer
        self._tell = tell

    def change(self, act: Callable[[], Change]) -> Change:
        """Make a change that can be undone, wait until it is stored (milliseconds), and tell it.

        Raises:
            StoreError: nothing may be stored, or it failed; nothing has changed.

        """
        self._library.refuse_if_read_only()
        change = self._writer.wait(act)
        if change.stories:
            self._tell(StoriesMarked(change.stories))
        if change.act in (Act.ALIAS, Act.CORRECT):
            self._tell(StoriesChanged(()))
        return change

    def post(self, job: Callable[[], object]) -> None:
        """Store something soon; nobody waits, and where nothing may be stored nothing happens."""
        if not self._library.read_only:
            self._writer.post(job)

    def wait(self, job: Callable[[], object]) -> None:
        """Store something and wait for it; where nothing may be stored nothing happens."""
        if not self._library.read_only:
            self._writer.wait(job)
