"""What a window keeps from one start to the next: widths, the last place, under names."""

from __future__ import annotations

from reader.newsroom.library_writes import LibraryWrites
from reader.settings.library.library import Library


class WindowState:
    """Texts under names, in the library."""

    def __init__(self, library: Library, writes: LibraryWrites) -> None:
        """`writes` does all writing."""
        self._library = library
        self._writes = writes

    def state(self, key: str) -> str:
        """Return what was kept under a name; empty if nothing."""
        return self._library.state.get(key)

    def keep(self, key: str, value: str) -> None:
        """Remember a text under a name, soon."""
        self._writes.post(lambda: self._library.state.keep(key, value))
