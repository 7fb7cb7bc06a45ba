"""The list of sources as the sidebar and `newsreader feeds` show it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.feed import Feed


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with the feeds in it, in the order of ``feeds.toml``."""

    name: str
    """Path, parted by ``/``; empty: the feeds that are in none."""
    unread: int
    feeds: tuple[Feed, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A query a person saved under a name."""

    name: str
    query: str
    unread: int
    voice: str = ""
    """The name of the voice that is followed, if the query asks for nothing else."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag a person gave to stories."""

    name: str
    stories: int
    """How many have it, read ones included."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything the sidebar shows."""

    today: int
    """Unread stories of the last 24 hours."""
    unread: int
    saved: int
    quotes: int
    """Quotes in the stories of the last 24 hours."""
    new: int
    """Stories that arrived since the last visit and are unread."""
    folders: tuple[Folder, ...]
    views: tuple[View, ...]
    updated: int | None
    """Unix seconds of the end of the last refresh; None: never."""
    hidden: tuple[Feed, ...] = ()
    """Feeds that stand in no list."""
    tags: tuple[Tag, ...] = ()
    """In the order of the alphabet."""

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """All feeds: those in folders, then the hidden ones."""
        return (*(feed for folder in self.folders for feed in folder.feeds), *self.hidden)
