"""Sources as a front end lists, adds, changes and imports them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from reader.cache.articles import Articles
from reader.model.change import Change
from reader.model.feed import Subscription
from reader.model.fetch import Fetcher
from reader.model.sources import Sources
from reader.newsroom.adding import add_source
from reader.newsroom.digestion import Digestion
from reader.newsroom.events import AddFailed, Event, SourceAdded, SourcesFound, StoriesMarked
from reader.newsroom.flagged import save_flagged
from reader.newsroom.importing import ImportResult, read_import
from reader.newsroom.preferences import Preferences
from reader.newsroom.runs import Runs
from reader.newsroom.subscribing import Subscribing
from reader.newsroom.writer import Writer
from reader.settings.library.library import Library
from reader.text.clean import clean_url


class SourceDirectory:
    """The sources of a person. Every change is a step that can be undone."""

    def __init__(
        self,
        library: Library,
        articles: Articles,
        writer: Writer,
        *,
        subscribing: Subscribing,
        preferences: Preferences,
        refreshing: Runs,
        digestion: Digestion,
        fetcher: Fetcher,
        overview: Callable[[], Sources],
        tell: Callable[[Event], None],
    ) -> None:
        """`overview` puts the sidebar together; `tell` takes every event."""
        self.overview = overview
        """Returns what the sidebar shows."""
        self._library = library
        self._articles = articles
        self._writer = writer
        self._subscribing = subscribing
        self._preferences = preferences
        self._refreshing = refreshing
        self._digestion = digestion
        self._fetcher = fetcher
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
        feeds = self._articles.feeds.subscribed()
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
        self._library.refuse_if_read_only()
        imported = read_import(path)
        result = self._subscribing.take_import(imported, progress)
        self._preferences.add_views(imported.views)
        stores = (self._library, self._articles, self._writer)
        saved = save_flagged(imported.flagged, self._digestion, *stores)
        if saved:
            self._tell(StoriesMarked(saved))
        return dataclasses.replace(result, saved=len(saved))

    def opml(self) -> str:
        """Return the subscriptions as OPML."""
        from reader.exchange.opml import write_opml

        return write_opml(self.subscriptions(), "newsreader")

    def add(self, url: str, *, title: str = "", folder: str = "") -> None:
        """Find the feed of an address and subscribe; answers with an event."""
        self._refreshing.in_background(
            lambda: self._tell(self.add_now(url, title=title, folder=folder)), "add"
        )

    def add_now(
        self, url: str, *, title: str = "", folder: str = ""
    ) -> SourceAdded | SourcesFound | AddFailed:
        """Find the feed of an address and subscribe; waits for the network.

        Nobody is asked for what is subscribed to already.
        """
        already = self._refreshing.known(clean_url(url))
        return already or add_source(self._fetcher, url, title, folder, self._refreshing.take_first)
