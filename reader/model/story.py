"""A story as a row of a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.article import Article


class FullText(StrEnum):
    """How far the fetching of a story's page has come."""

    NONE = "none"
    """Not wanted: the feed's own text is the story."""
    WANTED = "wanted"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an entry of a fetch can be known by. The rules that make the keys are the newsroom's."""

    lookup: tuple[str, ...]
    """Keys that prove it to be a story of this feed that we know, the surest first."""
    remember: tuple[str, ...] = ()
    """All keys it can be known by in this feed."""
    shared: tuple[str, ...] = ()
    """Keys by which the same story is known in other feeds: link and title, title and text."""
    stated: int | None = None
    """Unix seconds, as the feed gives it."""
    trusted: bool = False
    """Another guid is another story: `shared` keys say nothing of stories this feed brought."""


@dataclass(frozen=True, slots=True)
class TextKeys:
    """What an entry's words add to what it is known by; the rules are the newsroom's."""

    whole: str
    """For an entry that has nothing else of its own."""
    shared: str
    """Keys by which the same story is known in other feeds, parted by blanks; none if short."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry that was taken in before, and need not be read again while it stays as it is."""

    hash: str
    story: int
    keys: TextKeys


@dataclass(frozen=True, slots=True)
class Known:
    """What the library says of a candidate."""

    story: int
    new: bool
    """Never seen before, in no feed."""
    feed: int
    """The feed that brought it first; another one than was asked for if it stands in several."""
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
