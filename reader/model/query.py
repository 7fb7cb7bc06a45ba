"""The tree a query is parsed to. ``query/`` makes it, ``cache/`` turns it into SQL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class State(StrEnum):
    """The values of ``is:``."""

    UNREAD = "unread"
    READ = "read"
    NEW = "new"
    SAVED = "saved"
    QUOTED = "quoted"
    FINISHED = "finished"
    CHANGED = "changed"
    TAGGED = "tagged"


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches every story."""


@dataclass(frozen=True, slots=True)
class Words:
    """A word (prefix-matched) or an exact phrase, blind to case and accents."""

    text: str
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Is:
    """``is:unread``."""

    state: State


@dataclass(frozen=True, slots=True)
class In:
    """``in:name``: a source's title, folder or own tag, by the beginning of a word."""

    name: str


@dataclass(frozen=True, slots=True)
class FeedIs:
    """Exactly this feed; made by the program, not typed."""

    feed: int


@dataclass(frozen=True, slots=True)
class FolderIs:
    """Exactly this folder and those below it; made by the program, not typed."""

    folder: str


@dataclass(frozen=True, slots=True)
class Said:
    """``said:name``: somebody of that name is quoted."""

    name: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """``#ships`` or ``tag:ships``: a person gave it this tag, whatever its case and accents."""

    tag: str


@dataclass(frozen=True, slots=True)
class Since:
    """``newer:7d``: published at or after this moment (Unix seconds)."""

    moment: int


@dataclass(frozen=True, slots=True)
class Before:
    """``older:7d``: published before this moment (Unix seconds)."""

    moment: int


@dataclass(frozen=True, slots=True)
class Not:
    """``-word``."""

    term: Query


@dataclass(frozen=True, slots=True)
class All:
    """All of the terms hold."""

    terms: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One of the terms holds."""

    terms: tuple[Query, ...]


Query: TypeAlias = (
    Everything
    | Words
    | Is
    | In
    | FeedIs
    | FolderIs
    | Said
    | Tagged
    | Since
    | Before
    | Not
    | All
    | Any
)


class Order(StrEnum):
    """How a list of stories is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    BEST = "best"
    """Where the words that are looked for stand best, and newest; without words: newest first."""
    TO_FINISH = "to finish"
    """Begun and unread first, finished ones last, each newest first."""
    LAST_SAVED = "last saved"
    """The last saved first, finished ones last."""
