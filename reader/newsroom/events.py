"""What happened, told to whoever listens: frozen facts in the past tense, from any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from reader.model.feed import FetchOutcome


@dataclass(frozen=True, slots=True)
class RefreshStarted:
    """A run began; its feeds are about to be asked."""

    run: int
    total: int
    feeds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FeedRefreshed:
    """One feed of a run was answered and what it brought is stored."""

    run: int
    feed: int
    done: int
    total: int
    new: int
    """Stories that arrived with this feed."""
    failed: bool
    outcome: FetchOutcome
    message: str
    """Sentences for a person; empty when all went well."""


@dataclass(frozen=True, slots=True)
class RefreshFinished:
    """A run ended; `stopped` if a person ended it."""

    run: int
    total: int
    new: int
    failed: int
    seconds: float
    stopped: bool


@dataclass(frozen=True, slots=True)
class StoriesChanged:
    """Stories of these feeds arrived, changed or went; lists may be stale."""

    feeds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StoriesMarked:
    """Marks of these stories are stored."""

    stories: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FullTextsAsked:
    """The pages of these stories are being fetched, and no others; empty: it is over."""

    stories: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FullTextArrived:
    """A story's page was fetched, or could not be."""

    story: int
    ok: bool
    message: str


@dataclass(frozen=True, slots=True)
class SourceAdded:
    """A source was subscribed to and read once."""

    feed: int
    title: str
    stories: int
    known: bool = False
    """It was among the sources before; nothing changed."""


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A feed that a page offers."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class SourcesFound:
    """A page offers several feeds; a person chooses and calls `add` with one of them."""

    url: str
    found: tuple[FoundSource, ...]


@dataclass(frozen=True, slots=True)
class AddFailed:
    """No source could be added."""

    url: str
    message: str
    outcome: FetchOutcome | None = None
    """As `Discovery.outcome`."""


@dataclass(frozen=True, slots=True)
class SourcesChanged:
    """Subscriptions came, went or were renamed."""


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The settings file was read anew."""


@dataclass(frozen=True, slots=True)
class SettingsFailed:
    """The settings file has a fault; the last good settings stay."""

    message: str


@dataclass(frozen=True, slots=True)
class StoreFailed:
    """Something could not be written; what is on screen is still right."""

    message: str


Event: TypeAlias = (
    RefreshStarted
    | FeedRefreshed
    | RefreshFinished
    | StoriesChanged
    | StoriesMarked
    | FullTextArrived
    | FullTextsAsked
    | SourceAdded
    | SourcesFound
    | AddFailed
    | SourcesChanged
    | SettingsChanged
    | SettingsFailed
    | StoreFailed
)
