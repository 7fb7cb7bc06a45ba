"""A newsroom without files, threads or network: the same doors over a small made-up edition."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from reader.model.article import Article
from reader.model.change import Act, Change
from reader.model.errors import LoadError, NotFoundError
from reader.model.feed import Feed, FeedHealth, FetchOutcome, Subscription
from reader.model.query import (
    All,
    Before,
    Everything,
    FeedIs,
    FolderIs,
    In,
    Is,
    Not,
    Order,
    Query,
    Said,
    Since,
    State,
    Tagged,
    Words,
)
from reader.model.sources import Folder, Sources, Tag, View
from reader.model.story import Headline, Position
from reader.newsroom.events import (
    Event,
    SettingsChanged,
    SourcesChanged,
    StoriesChanged,
    StoriesMarked,
)
from reader.newsroom.full_text import FullTextReport, report_of
from reader.newsroom.importing import ImportResult
from reader.newsroom.newsroom import Newsroom
from reader.query.parse import parse_query
from reader.settings.config import Config
from reader.store.paths import Paths
from reader.text.changes import Changes, changes_between
from reader.text.normal import fold
from tests.app.fake_steps import FakeSteps
from tests.app.stories import NOON, STORIES, made_up
from tests.fakes import FakeClock

_FEEDS = (
    ("Harbour Lamp", "Coast"),
    ("Saltmarsh Herald", "Coast"),
    ("The Long Bench", "Craft"),
)

class FakeNewsroom(FakeSteps):
    """Holds everything in dictionaries. `told` sends an event as a newsroom would."""

    def __init__(self, *, stories: int = len(STORIES), empty: bool = False) -> None:
        super().__init__()
        self.clock = FakeClock(NOON)
        self.config = Config()
        self.paths = Paths.below(Path("/nowhere"))
        self.read_only = False
        self.notice = ""
        self.faults: tuple[str, ...] = ()
        self.calls: list[tuple[object, ...]] = []
        """Every act and every use of the network, in order."""
        self.kept: dict[str, str] = {}
        self.earlier: dict[int, Article] = {}
        self.positions: dict[int, Position] = {}
        self.health: dict[int, FeedHealth] = {}
        self.updated: int | None = NOON - 240
        self.rows: dict[int, Headline] = {}
        self._feeds = () if empty else _FEEDS
        self._listeners: list[Callable[[Event], None]] = []
        self._done: list[Change] = []
        for _ in range(0 if empty else stories):
            self.arrive()

    def door(self) -> Newsroom:
        """What the app takes; it has the same methods."""
        return cast(Newsroom, self)

    def leave_everything(self) -> None:
        """Let every source have been removed."""
        self._feeds = ()
        self.rows.clear()
        self.tell(SourcesChanged())

    def arrive(self, minutes: int | None = None) -> int:
        """Let one more story arrive; its number."""
        number = len(self.rows) + 1
        title, feed, ago, read, speaker, _ = STORIES[(number - 1) % len(STORIES)]
        ago = minutes if minutes is not None else ago + 10 * ((number - 1) // len(STORIES))
        when = NOON - 60 * ago
        self.rows[number] = Headline(
            id=number, feed=feed, source=_FEEDS[feed - 1][0], title=title,
            link=f"https://lamp.example/{number}", published=when, stated=when, unread=not read,
            new=ago < 60, saved=False, quotes=int(bool(speaker)), words=400, minutes=2, lang="en",
        )  # fmt: skip
        return number

    def feed_title(self, feed: int) -> str:
        """What a source is called."""
        return str(self._feeds[feed - 1][0])

    def tell(self, event: Event) -> None:
        """Let something have happened."""
        for listener in tuple(self._listeners):
            listener(event)

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call `listener` with every event."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # Reading

    def parse(self, text: str) -> Query:
        """The real language."""
        return parse_query(text, NOON)

    def subscriptions(self) -> tuple[Subscription, ...]:
        """What is subscribed to."""
        return tuple(self._subscription(n) for n in range(1, len(self._feeds) + 1))

    def _subscription(self, feed: int) -> Subscription:
        title, folder = self._feeds[feed - 1]
        return Subscription(f"https://feed{feed}.example/rss", title, folder)

    def sources(self) -> Sources:
        """The sidebar."""
        folders = []
        for name in dict.fromkeys(folder for _, folder in self._feeds):
            feeds = tuple(
                Feed(
                    number, self._subscription(number), title,
                    unread=self._count(All((FeedIs(number), Is(State.UNREAD)))),
                    stories=self._count(FeedIs(number)),
                    health=self.health.get(
                        number, FeedHealth(FetchOutcome.OK, checked=NOON - 240)
                    ),
                )
                for number, (title, folder) in enumerate(self._feeds, 1)
                if folder == name
            )  # fmt: skip
            folders.append(Folder(name, sum(feed.unread for feed in feeds), feeds))
        views = tuple(
            View(
                name, query, self._count(All((self.parse(query), Is(State.UNREAD)))),
                asked.name if isinstance(asked := self.parse(query), Said) else "",
            )
            for name, query in self.config.views.items()
        )
        return Sources(
            today=self._count(All((Since(NOON - 86400), Is(State.UNREAD)))),
            unread=self._count(Is(State.UNREAD)),
            saved=self._count(Is(State.SAVED)),
            quotes=sum(row.quotes for row in self.rows.values()),
            new=self._count(All((Is(State.NEW), Is(State.UNREAD)))),
            folders=tuple(folders),
            views=views,
            updated=self.updated,
            tags=tuple(
                Tag(tag, self._count(Tagged(tag)))
                for tag in sorted({tag for row in self.rows.values() for tag in row.tags})
            ),
        )

    def _count(self, query: Query) -> int:
        return len(self.select(query))

    def select(
        self, query: Query, *, order: Order = Order.NEWEST, limit: int = 0
    ) -> array[int]:
        """The stories that match."""
        found = [row for row in self.rows.values() if self._matches(query, row)]
        found.sort(key=lambda row: row.published, reverse=order is not Order.OLDEST)
        return array("q", [row.id for row in found])

    def _matches(self, query: Query, row: Headline) -> bool:
        match query:
            case Everything():
                return True
            case Words(text):
                return fold(text) in fold(made_up(row.id).title + made_up(row.id).text)
            case Is(State.UNREAD):
                return row.unread
            case Is(State.SAVED):
                return row.saved
            case Is(State.NEW):
                return row.new
            case Is(State.TAGGED):
                return bool(row.tags)
            case Tagged(tag):
                return tag in row.tags
            case FeedIs(feed):
                return row.feed == feed
            case FolderIs(folder):
                return _FEEDS[row.feed - 1][1] == folder
            case In(name):
                return fold(name) in fold(row.source)
            case Said(name):
                return any(fold(name) in fold(q.speaker) for q in self.article(row.id).quotes)
            case Since(moment):
                return row.published >= moment
            case Before(moment):
                return row.published < moment
            case Not(term):
                return not self._matches(term, row)
            case All(terms):
                return all(self._matches(term, row) for term in terms)
        raise AssertionError(query)

    def headlines(self, stories: Sequence[int]) -> list[Headline]:
        """Their rows."""
        return [self.rows[story] for story in stories if story in self.rows]

    def headline(self, story: int) -> Headline:
        """One row."""
        if row := self.rows.get(story):
            return row
        raise NotFoundError("There is no such story.")

    def article(self, story: int) -> Article:
        """The story."""
        self.headline(story)
        return super().article(story)

    def changes(self, story: int) -> tuple[int, Changes] | None:
        """What the source altered, if a test says that it did."""
        earlier = self.earlier.get(story)
        return (NOON - 240, changes_between(earlier, made_up(story))) if earlier else None

    def texts_of(self, feed: int | None = None) -> FullTextReport:
        """All are whole."""
        return report_of([made_up(row.id).provenance for row in self.rows.values()])

    def position(self, story: int) -> Position | None:
        """Where reading stopped."""
        return self.positions.get(story)

    def closest_word(self, word: str) -> tuple[str, int] | None:
        """Always the same."""
        return "lighthouse", 1

    def state(self, key: str) -> str:
        """What was kept."""
        return self.kept.get(key, "")

    # Acts

    def _change(self, act: Act, stories: Sequence[int]) -> Change:
        change = Change(act, tuple(stories))
        if stories:
            self._done.append(change)
            self.tell(StoriesMarked(change.stories))
        return change

    def _flip(self, stories: Sequence[int], **marks: bool) -> list[int]:
        ((name, value),) = marks.items()
        flipped = [story for story in stories if getattr(self.rows[story], name) != value]
        for story in flipped:
            self.rows[story] = dataclasses.replace(self.rows[story], **marks)  # type: ignore[arg-type]  # marks only
        return flipped

    def mark_read(self, stories: Sequence[int], read: bool = True) -> Change:
        """Mark."""
        self.calls.append(("mark_read", tuple(stories), read))
        return self._change(Act.READ if read else Act.UNREAD, self._flip(stories, unread=not read))

    def mark_all_read(self, query: Query) -> Change:
        """Mark all that match."""
        return self.mark_read(list(self.select(query)))

    def save(self, stories: Sequence[int], saved: bool = True) -> Change:
        """Save."""
        self.calls.append(("save", tuple(stories), saved))
        return self._change(Act.SAVE if saved else Act.UNSAVE, self._flip(stories, saved=saved))

    def undo(self) -> Change | None:
        """Take back."""
        self.calls.append(("undo",))
        if not self._done:
            return None
        change = self._done.pop()
        if change.act in (Act.READ, Act.UNREAD):
            self._flip(change.stories, unread=change.act is Act.READ)
        elif change.act in (Act.SAVE, Act.UNSAVE):
            self._flip(change.stories, saved=change.act is Act.UNSAVE)
        elif change.act is Act.TAG:
            self.untag(change)
        else:
            self._take_back(change)
        self.tell(StoriesMarked(change.stories))
        return change

    def keep_position(
        self, story: int, position: Position, progress: float, finished: bool = False
    ) -> None:
        """Keep."""
        self.positions[story] = position

    def keep_state(self, key: str, value: str) -> None:
        """Keep."""
        self.kept[key] = value

    def begin_visit(self) -> None:
        """Somebody sits down."""

    def end_visit(self) -> None:
        """Somebody leaves."""
        self.calls.append(("end_visit",))

    def unsubscribe(self, feed: int) -> Change:
        """Forget a source."""
        self.calls.append(("unsubscribe", feed))
        self._done.append(change := Change(Act.UNSUBSCRIBE, subject=self._feeds[feed - 1][0]))
        return change

    def take_shelf(self) -> Change:
        """Subscribe to everything."""
        self.calls.append(("take_shelf",))
        self._feeds = _FEEDS
        return Change(Act.SUBSCRIBE, subject="3")

    def import_file(self, path: Path) -> ImportResult:
        """Subscribe to everything, if there is such a file."""
        self.calls.append(("import_file", path))
        if not path.exists():
            raise LoadError(f"There is no file {path}.")
        self._feeds = _FEEDS
        return ImportResult(added=3, known=0, skipped=())

    def set_preference(self, key: str, value: object) -> None:
        """Change a preference."""
        self.calls.append(("set_preference", key, value))
        table, _, name = key.rpartition(".")
        if table == "views":
            name, value = table, {**self.config.views, name: value}
        elif table:
            value, name = dataclasses.replace(getattr(self.config, table), **{name: value}), table
        self.config = dataclasses.replace(self.config, **{name: value})  # type: ignore[arg-type]  # as the file would
        self.tell(SettingsChanged())

    def prepare_settings(self) -> None:
        """There is no file to prepare."""

    def reload_if_changed(self) -> bool:
        """There are no files."""
        return False

    # Network

    def refresh(
        self, feeds: Sequence[int] | None = None, *, force: bool = False, pages: bool = True
    ) -> int:
        """Note that it was asked for."""
        self.calls.append(("refresh", None if feeds is None else tuple(feeds)))
        return 1

    def stop_refresh(self) -> None:
        """Note that it was asked for."""
        self.calls.append(("stop_refresh",))

    def next_refresh(self) -> int | None:
        """Nothing is due."""
        return None

    def add(self, url: str, *, title: str = "", folder: str = "") -> None:
        """Note that it was asked for."""
        self.calls.append(("add", url))

    def fetch_full(self, story: int) -> None:
        """Note that it was asked for."""
        self.calls.append(("fetch_full", story))

    def bring(self, count: int = 1) -> None:
        """Let newer stories arrive and say so, as a refresh does."""
        for _ in range(count):
            self.arrive(minutes=1)
        self.tell(StoriesChanged((1,)))
