"""Sources as a front end lists, adds, changes and imports them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from reader.model.change import Change
from reader.model.feed import Subscription
from reader.model.sources import Sources
from reader.newsroom.adding import Adding
from reader.newsroom.background import Background
from reader.newsroom.digestion import Digestion
from reader.newsroom.events import AddFailed, Event, SourceAdded, SourcesFound, StoriesMarked
from reader.newsroom.importing import ImportResult, read_import
from reader.newsroom.newsboat_saved import save_flagged
from reader.newsroom.preferences import Preferences
from reader.newsroom.stores import Stores
from reader.newsroom.subscribing import Subscribing


class SourceDirectory:
    """The sources of a person. Every change is a step that can be undone."""

    def __init__(
        self,
        stores: Stores,
        *,
        subscribing: Subscribing,
        preferences: Preferences,
        adding: Adding,
        background: Background,
        digestion: Digestion,
        overview: Callable[[], Sources],
        tell: Callable[[Event], None],
    ) -> None:
        """`overview` puts the sidebar together; `tell` takes every event."""
        self.overview = overview
        """Returns what the sidebar shows."""
        self._stores = stores
        self._subscribing = subscribing
        self._preferences = preferences
        self._adding = adding
        self._background = background
        self._digestion = digestion
        self._tell = tell

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Return the subscriptions in the order of the file."""
        return tuple(self._subscribing.current.values())

    def subscribe(self, url: str, *, title: str = "", folder: str = "") -> Change:
        """Subscribe to a feed by its address, without asking it."""
        return self._subscribing.subscribe(Subscription(url, title, folder))

    def unsubscribe(self, feed: int) -> Change:
        """Unsubscribe; what was saved stays. Raises `NotFoundError`."""
        return self._subscribing.unsubscribe(feed)

    def change(self, feed: int, **fields: object) -> Change:
        """Give a source another name, folder or setting, by the names of `Subscription`.

        None takes a field out of feeds.toml.

        Raises:
            NotFoundError: there is no such source.
            SettingsError: a value does not fit; nothing has changed.

        """
        feeds = self._stores.articles.feeds.subscribed()
        stored = next((other for other in feeds if other.id == feed), None)
        title = fields.get("title") or (stored.title if stored else "")
        return self._subscribing.alter(str(title), {feed: fields})

    def rename_folder(self, folder: str, name: str) -> Change:
        """Give a folder another name or place, with all that is in it."""
        inside = {
            feed: {"folder": (name + source.folder.removeprefix(folder)).strip("/") or None}
            for feed, source in self._subscribing.current.items()
            if f"{source.folder}/".startswith(f"{folder}/")
        }
        return self._subscribing.alter(name or folder, inside)

    def take_shelf(self) -> Change:
        """Subscribe to the sources of the shelf that ships with the program."""
        return self._subscribing.take_shelf()

    def import_file(
        self, path: Path, progress: Callable[[int, int], None] = lambda done, total: None
    ) -> ImportResult:
        """Take the sources of an OPML or newsboat file; raises `LoadError`.

        `progress` hears, from this or another thread, how much of the work is done.
        """
        self._stores.library.refuse_if_read_only()
        imported = read_import(path)
        result = self._subscribing.take_import(imported, progress)
        self._preferences.add_views(imported.views)
        saved = save_flagged(imported.flagged, self._digestion, self._stores)
        if saved:
            self._tell(StoriesMarked(saved))
        return dataclasses.replace(result, saved=len(saved))

    def opml(self) -> str:
        """Return the subscriptions as OPML."""
        from reader.exchange.opml import write_opml

        return write_opml(self.subscriptions(), "newsreader")

    def add(self, url: str, *, title: str = "", folder: str = "") -> None:
        """Find the feed of an address and subscribe; answers with an event."""
        self._background.start(
            lambda: self._tell(self.add_now(url, title=title, folder=folder)), "add"
        )

    def add_now(
        self, url: str, *, title: str = "", folder: str = ""
    ) -> SourceAdded | SourcesFound | AddFailed:
        """Find the feed of an address and subscribe; waits for the network.

        Nobody is asked for what is subscribed to already.
        """
        return self._adding.add(url, title, folder)
