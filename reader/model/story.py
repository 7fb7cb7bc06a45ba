"""Stories: as stored, as a row of a list, and what the library knows of a feed's entries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.article import Article


class FullText(StrEnum):
    """Whether the page of a story was fetched for its full text."""

    NONE = "none"
    """Not wanted: the feed's own text is the story."""
    WANTED = "wanted"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Candidate:
    """The identity of a feed's entry: keys made by the rules in `newsroom/entry_keys.py`."""

    lookup: tuple[str, ...]
    """Keys that prove the entry to be a story this feed brought before, the surest first."""
    remember: tuple[str, ...] = ()
    """All keys to store for the entry in this feed."""
    shared: tuple[str, ...] = ()
    """Keys by which the same story is known in other feeds: link and title, title and text."""
    stated: int | None = None
    """Unix seconds, as the feed gives it."""
    trusted: bool = False
    """The feed's guids are reliable: another guid is another story, whatever `shared` says."""


@dataclass(frozen=True, slots=True)
class TextKeys:
    """The keys of an entry that come from its text, made in `newsroom/entry_keys.py`."""

    whole: str
    """A key of title, address and text, for an entry that has no other."""
    shared: str
    """Keys by which the same story is known in other feeds, parted by blanks; none if short."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry that was stored before: while its hash is the same it need not be read again."""

    hash: str
    story: int
    keys: TextKeys


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of an entry, new or not."""

    story: int
    new: bool
    """Never seen before, in no feed."""
    feed: int
    """The feed that brought the story first, which may be another one than was asked for."""
    published: int
    """Unix seconds: min(stated, first seen), fixed for ever when it was first seen."""
    first_seen: int
    """Unix seconds."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it is stored: its number, its place and its text."""

    id: int
    feed: int
    """`Known.feed`."""
    article: Article
    published: int
    """`Known.published`."""
    first_seen: int
    """`Known.first_seen`."""
    full_text: FullText = FullText.NONE
    source: str = ""
    """The feed's title, for a saved story whose feed is gone."""


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list shows of a story; everything a row needs and no more."""

    id: int
    """The story's number: never given twice, kept for ever, the same in `newsreader list`."""
    feed: int
    """The id of the feed it is shown under."""
    source: str
    """That feed's title."""
    title: str
    link: str
    published: int
    """Unix seconds: min(stated, first seen), so that a date in the future never sits on top."""
    stated: int | None
    """Unix seconds, as the feed gives it."""
    unread: bool
    new: bool
    """Arrived since the last visit."""
    saved: bool
    quotes: int
    words: int
    minutes: int
    """Reading time, at least 1."""
    author: str = ""
    lang: str = ""
    also: int = 0
    """In how many other sources the same story stands: ``Courier +2``."""
    full_text: FullText = FullText.NONE
    progress: float = 0.0
    """How far it was read, 0 to 1."""
    finished: bool = False
    """Read to its end."""
    gone: bool = False
    """No longer on the site."""
    changed: bool = False
    """The source altered it after we first saw it."""
    saved_at: int | None = None
    """Unix seconds of when it was saved; None if it is not."""
    tags: tuple[str, ...] = ()
    """In the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where somebody stopped reading, so that it survives another width."""

    block: int
    """Index into `Article.blocks`; -1 is the head."""
    offset: int
    """Code points into that block's text at the first line on screen."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with the story it stands in, for the quotes view and `newsreader quotes`."""

    story: int
    index: int
    """Which of the story's quotes it is, from 0 in the order of `Article.quotes`."""
    text: str
    kind: str
    speaker: str
    role: str
    voice: str
    """`Voice.key`; empty for unattributed."""
    via: str
    """`Quote.source`."""
    cue: str
    certainty: str
    reason: str
    place: str
    start: int
    end: int
    title: str
    source: str
    feed: int
    link: str
    published: int
    text_hash: str
    """SHA-256 of the text the offsets count in, so that a citation can be checked again."""
