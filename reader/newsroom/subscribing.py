"""Subscriptions: ``feeds.toml`` on one side, feed ids and the cache's list on the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reader.model.change import Act, Change
from reader.model.errors import NotFoundError, SettingsError
from reader.model.feed import Subscription
from reader.model.story import Candidate
from reader.newsroom.entry_keys import candidate_for
from reader.newsroom.events import Event, SourcesChanged
from reader.newsroom.importing import Import, ImportResult
from reader.newsroom.stores import Stores
from reader.settings.library.journal import Step
from reader.settings.shelf import shelf
from reader.settings.subscriptions import Subscriptions, parse_subscriptions
from reader.store.paths import Paths, file_stamp
from reader.wording.catalogue import say


class Subscribing:
    """Keeps file, library and cache in step."""

    def __init__(
        self,
        paths: Paths,
        stores: Stores,
        tell: Callable[[Event], None],
    ) -> None:
        """Nothing is read before `load`."""
        self._file = paths.feeds_file
        self._subscriptions = Subscriptions(paths.feeds_file)
        self._stores = stores
        self._tell = tell
        self._stamp = (0, 0)
        self._fault: SettingsError | None = None
        self.current: dict[int, Subscription] = {}
        """Feed id to subscription, in the order of the file. Replaced as a whole, never changed."""

    def begin(self) -> None:
        """Read the file for the first time; with a fault in it, what was last read from it holds.

        Raises:
            SettingsError: the fault.

        """
        try:
            self.load()
        except SettingsError:
            feeds = self._stores.articles.feeds.subscribed()
            self.current = {feed.id: feed.subscription for feed in feeds}
            raise

    def load(self) -> None:
        """Read the file and tell the cache; raises `SettingsError`, and then nothing changed."""
        self._stamp = file_stamp(self._file)
        try:
            subscriptions = self._subscriptions.load()
        except SettingsError as error:
            self._fault = error
            raise
        self._fault = None
        self._stores.writer.wait(lambda: self._adopt(subscriptions))

    def must_be_loaded(self) -> None:
        """Raise the file's `SettingsError` if that is why there are no subscriptions."""
        if self._fault is not None and not self.current:
            raise self._fault

    def file_changed(self) -> bool:
        """Whether somebody wrote the file since it was read."""
        return file_stamp(self._file) != self._stamp

    def subscribe(self, *subscriptions: Subscription) -> Change:
        """Add what is not there yet, as one step that can be undone."""
        subscribed = {subscription.url for subscription in self.current.values()}
        fresh = [s for s in subscriptions if s.url not in subscribed or not s.url]
        return self._subscribe(fresh)

    def _subscribe(
        self,
        fresh: list[Subscription],
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> Change:
        """Add sources that are not there yet.

        What is left to do once all are put into words takes as long, and counts as much.
        """
        subject = fresh[0].title or fresh[0].url if len(fresh) == 1 else str(len(fresh))
        total = 2 * len(fresh)
        change = self._edit(
            Act.SUBSCRIBE,
            subject,
            lambda: self._subscriptions.add(*fresh, written=lambda done: progress(done, total)),
        )
        progress(total, total)
        return change

    def unsubscribe(self, feed: int) -> Change:
        """Remove a source; raises `NotFoundError`."""
        subscription = self._known(feed)
        titles = {source.id: source.title for source in self._stores.articles.feeds.subscribed()}
        subject = titles.get(feed, subscription.url)
        return self._edit(
            Act.UNSUBSCRIBE, subject, lambda: self._subscriptions.remove(subscription.address)
        )

    def alter(self, subject: str, changes: Mapping[int, Mapping[str, object]]) -> Change:
        """Set fields of sources, by feed and the names of `Subscription`, as one step.

        Raises:
            NotFoundError: there is no such source.
            SettingsError: a value does not fit; nothing has changed.

        """
        by_address = {self._known(feed).address: fields for feed, fields in changes.items()}
        return self._edit(Act.ALTER, subject, lambda: self._subscriptions.change(by_address))

    def take_shelf(self) -> Change:
        """Add the sources of the shelf."""
        return self.subscribe(*shelf())

    def take_import(
        self, file: Import, progress: Callable[[int, int], None] = lambda done, total: None
    ) -> ImportResult:
        """Add the sources of an import; `progress` hears how much of the work is done."""
        subscribed = {subscription.url for subscription in self.current.values()}
        fresh = [feed for feed in file.feeds if feed.url not in subscribed]
        if fresh:
            self._subscribe(fresh, progress)
        if file.read:
            self._stores.writer.wait(lambda: self._know_as_read(file.read))
        return ImportResult(len(fresh), len(file.feeds) - len(fresh), file.skipped)

    def _know_as_read(self, stories: Mapping[tuple[str, str], int]) -> None:
        """Remember stories as read before any feed has brought them."""
        by_feed: dict[str, list[Candidate]] = {}
        for (url, name), published in stories.items():
            by_feed.setdefault(url, []).append(candidate_for(name, published or None))
        for url, candidates in by_feed.items():
            feed = self._stores.library.feeds.number(url)
            identified = self._stores.library.identities.identify(feed, candidates)
            ids = sorted({who.story for who in identified})
            self._stores.library.marks.read(ids, True, undoable=False)
            self._stores.library.presence.absent([who.story for who in identified if who.new])

    def moved(self, feed: int, url: str) -> None:
        """Store a feed's new address; its stories and marks stay."""
        subscription = self.current.get(feed)
        if subscription is None or subscription.url == url:
            return

        def move() -> None:
            if not self._stores.library.feeds.moved(feed, url):
                return  # another source has that address already; both stay as they are
            self._subscriptions.replace_url(subscription.url, url)
            self._stamp = file_stamp(self._file)
            self._adopt(self._subscriptions.load())

        self._stores.writer.wait(move)
        self._tell(SourcesChanged())

    def undo(self, step: Step) -> Change | None:
        """Take the step out of ``feeds.toml``; what was changed in it since otherwise stays."""

        def put_back() -> Change | None:
            self._subscriptions.put_back(step.before, step.after, self._moved(step))
            change = self._stores.library.journal.undo()
            self._stamp = file_stamp(self._file)
            self._adopt(self._subscriptions.load())
            return change

        change = self._stores.writer.wait(put_back)
        self._tell(SourcesChanged())
        return change

    def _known(self, feed: int) -> Subscription:
        subscription = self.current.get(feed)
        if subscription is None:
            raise NotFoundError(say("store.no_source"))
        return subscription

    def _moved(self, step: Step) -> dict[str, str]:
        """The addresses of a step that have become others, to those."""
        here = {subscription.address for subscription in self.current.values()}
        addresses = [
            subscription.address
            for text in (step.before, step.after)
            for subscription in parse_subscriptions(text, self._file.name)
            if subscription.address not in here
        ]
        feeds = zip(addresses, self._stores.library.feeds.numbers(addresses), strict=True)
        return {old: self.current[feed].address for old, feed in feeds if feed in self.current}

    def _edit(self, act: Act, subject: str, edit: Callable[[], object]) -> Change:
        self._stores.library.refuse_if_read_only()

        def job() -> Change:
            before = self._subscriptions.text()
            edit()
            change = self._stores.library.journal.record(
                act, subject, before, self._subscriptions.text()
            )
            self._stamp = file_stamp(self._file)
            self._adopt(self._subscriptions.load())
            return change

        change = self._stores.writer.wait(job)
        self._tell(SourcesChanged())
        return change

    def _adopt(self, subscriptions: Iterable[Subscription]) -> None:
        if self._stores.library.read_only:
            numbers = self._stores.library.feeds.by_address()
            self.current = {numbers[s.url]: s for s in subscriptions if s.url in numbers}
            return
        listed = list(subscriptions)
        ids = self._stores.library.feeds.numbers([subscription.address for subscription in listed])
        current = dict(zip(ids, listed, strict=True))
        self._stores.articles.feeds.set_subscriptions(current)
        self.current = current
