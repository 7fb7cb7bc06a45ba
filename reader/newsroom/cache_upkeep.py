"""What is done to the cache after it was filled: indexing, and pruning what is too old."""

from __future__ import annotations

from collections.abc import Callable

from reader.model.clock import Clock
from reader.newsroom.background import Background
from reader.newsroom.stores import Stores
from reader.newsroom.subscribing import Subscribing
from reader.settings.config import Config

DAY = 86400


class CacheUpkeep:
    """Indexes and prunes; waits for the writer, so it is called from a thread of its own."""

    def __init__(
        self,
        stores: Stores,
        subscribing: Subscribing,
        *,
        clock: Clock,
        config: Callable[[], Config],
        background: Background,
    ) -> None:
        """`config` gives the preferences in force."""
        self._stores = stores
        self._subscribing = subscribing
        self._clock = clock
        self._config = config
        self._background = background

    def catch_up(self) -> None:
        """Do what was left: by an end in the middle, or by a version that stored less."""
        if self._stores.library.read_only:
            return
        if self._stores.articles.index.is_behind():
            self.index_soon()
        if self._stores.articles.texts.are_unnoted():
            self._background.start(self._note_completeness, "completeness")

    def index_soon(self) -> None:
        """Index what is waiting, beside everything else."""
        self._background.start(self.index, "index")

    def index(self) -> None:
        """Index what is waiting, some stories at a time."""
        while not self._background.closing and not self._stores.library.read_only:
            if not self._stores.writer.wait(self._stores.articles.index.fill):
                break

    def prune(self) -> None:
        """Let go of stories older than the settings keep them; saved and tagged ones stay."""
        config, now = self._config(), self._clock.now()
        if not config.keep_days or self._stores.library.read_only:
            return
        before_by_feed = {
            feed: now - subscription.keep * DAY
            for feed, subscription in self._subscribing.current.items()
            if subscription.keep
        }

        def prune() -> None:
            before = now - config.keep_days * DAY
            pruned = self._stores.articles.retention.prune(before, before_by_feed)
            if pruned:
                self._stores.library.presence.absent(pruned)

        self._stores.writer.wait(prune)

    def _note_completeness(self) -> None:
        while not self._background.closing:
            if not self._stores.writer.wait(self._stores.articles.texts.note_completeness):
                break
