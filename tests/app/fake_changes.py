"""The parts of the made-up newsroom that change marks, sources and settings; and undo."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from reader.model.change import Act, Change
from reader.model.errors import LoadError
from reader.model.feed import Feed, FeedHealth, FetchOutcome, Subscription
from reader.model.query import All, FeedIs, Is, Query, Said, Since, State, Tagged
from reader.model.sources import Folder, Sources, Tag, View
from reader.model.story import Position
from reader.newsroom.events import SettingsChanged, StoriesMarked
from reader.newsroom.importing import ImportResult
from reader.query.parse import parse_query
from reader.settings.config import Config
from reader.text.tags import written
from tests.app.fake_edition import FEEDS, FakeEdition
from tests.app.fake_selecting import select
from tests.app.stories import NOON


class FakeMarks:
    """Marks of the made-up stories."""

    def __init__(self, edition: FakeEdition) -> None:
        self._edition = edition
        self._first = 0

    def read(self, stories: Sequence[int], read: bool = True) -> Change:
        """Mark."""
        self._edition.calls.append(("mark_read", tuple(stories), read))
        turned = _flip(self._edition, stories, unread=not read)
        return self._marked(Act.READ if read else Act.UNREAD, turned)

    def read_all(self, query: Query) -> Change:
        """Mark all that match."""
        return self.read(list(select(self._edition, query)))

    def save(self, stories: Sequence[int], saved: bool = True) -> Change:
        """Save."""
        self._edition.calls.append(("save", tuple(stories), saved))
        turned = _flip(self._edition, stories, saved=saved)
        return self._marked(Act.SAVE if saved else Act.UNSAVE, turned)

    def set_tags(self, story: int, tags: Sequence[str]) -> Change:
        """Tag."""
        edition = self._edition
        edition.calls.append(("set_tags", story, tuple(tags)))
        edition.tags_before.append(edition.rows[story].tags)
        edition.rows[story] = dataclasses.replace(edition.rows[story], tags=tuple(tags))
        change = edition.stored(Change(Act.TAG, (story,), written(tags)))
        edition.tell(StoriesMarked(change.stories))
        return change

    def begin_together(self) -> None:
        """What follows is one step."""
        self._first = len(self._edition.done)

    def end_together(self) -> None:
        """What came since is one step."""
        done = self._edition.done
        for at in range(self._first + 1, len(done)):
            done[at] = dataclasses.replace(done[at], joined=True)

    def keep_position(
        self, story: int, position: Position, progress: float, finished: bool = False
    ) -> None:
        """Keep."""
        self._edition.positions[story] = position

    def begin_visit(self) -> None:
        """Somebody sits down."""

    def end_visit(self) -> None:
        """Somebody leaves."""
        self._edition.calls.append(("end_visit",))

    def _marked(self, act: Act, stories: Sequence[int]) -> Change:
        change = Change(act, tuple(stories))
        if stories:
            self._edition.stored(change)
            self._edition.tell(StoriesMarked(change.stories))
        return change


class FakeSources:
    """The three sources, in their folders."""

    def __init__(self, edition: FakeEdition) -> None:
        self._edition = edition

    def subscriptions(self) -> tuple[Subscription, ...]:
        """What is subscribed to."""
        return tuple(
            self._edition.subscription(feed) for feed in range(1, len(self._edition.feeds) + 1)
        )

    def overview(self) -> Sources:
        """The sidebar."""
        edition = self._edition
        tags = sorted({tag for row in edition.rows.values() for tag in row.tags})
        return Sources(
            today=self._count(All((Since(NOON - 86400), Is(State.UNREAD)))),
            unread=self._count(Is(State.UNREAD)),
            saved=self._count(Is(State.SAVED)),
            quotes=sum(row.quotes for row in edition.rows.values()),
            new=self._count(All((Is(State.NEW), Is(State.UNREAD)))),
            folders=tuple(map(self._folder, dict.fromkeys(name for _, name in edition.feeds))),
            views=tuple(self._view(*view) for view in edition.config.views.items()),
            updated=edition.updated,
            tags=tuple(Tag(tag, self._count(Tagged(tag))) for tag in tags),
        )

    def unsubscribe(self, feed: int) -> Change:
        """Forget a source."""
        self._edition.calls.append(("unsubscribe", feed))
        return self._edition.stored(
            Change(Act.UNSUBSCRIBE, subject=self._edition.feed_title(feed))
        )

    def change(self, feed: int, **fields: object) -> Change:
        """Note what is to be changed."""
        self._edition.calls.append(("change_source", feed, fields))
        return self._edition.stored(Change(Act.ALTER, subject=self._edition.feed_title(feed)))

    def rename_folder(self, folder: str, name: str) -> Change:
        """Note what is to be renamed."""
        self._edition.calls.append(("rename_folder", folder, name))
        return self._edition.stored(Change(Act.ALTER, subject=name))

    def take_shelf(self) -> Change:
        """Subscribe to everything."""
        self._edition.calls.append(("take_shelf",))
        self._edition.feeds = FEEDS
        return Change(Act.SUBSCRIBE, subject="3")

    def import_file(self, path: Path) -> ImportResult:
        """Subscribe to everything, if there is such a file."""
        self._edition.calls.append(("import_file", path))
        if not path.exists():
            raise LoadError(f"There is no file {path}.")
        self._edition.feeds = FEEDS
        return ImportResult(added=3, known=0, skipped=())

    def add(self, url: str, *, title: str = "", folder: str = "") -> None:
        """Note that it was asked for."""
        self._edition.calls.append(("add", url))

    def _folder(self, name: str) -> Folder:
        feeds = tuple(
            self._feed(number)
            for number, (_, folder) in enumerate(self._edition.feeds, 1)
            if folder == name
        )
        return Folder(name, sum(feed.unread for feed in feeds), feeds)

    def _feed(self, number: int) -> Feed:
        well = FeedHealth(FetchOutcome.OK, checked=NOON - 240)
        return Feed(
            number,
            self._edition.subscription(number),
            self._edition.feed_title(number),
            unread=self._count(All((FeedIs(number), Is(State.UNREAD)))),
            stories=self._count(FeedIs(number)),
            health=self._edition.health.get(number, well),
        )

    def _view(self, name: str, text: str) -> View:
        query = parse_query(text, NOON)
        unread = self._count(All((query, Is(State.UNREAD))))
        return View(name, text, unread, query.name if isinstance(query, Said) else "")

    def _count(self, query: Query) -> int:
        return len(select(self._edition, query))


class FakePreferences:
    """The preferences, without a file."""

    def __init__(self, edition: FakeEdition) -> None:
        self._edition = edition

    @property
    def config(self) -> Config:
        """What is in force."""
        return self._edition.config

    def set(self, key: str, value: object) -> None:
        """Change a preference."""
        edition = self._edition
        edition.calls.append(("set_preference", key, value))
        table, _, name = key.rpartition(".")
        if table == "views":
            name, value = table, {**edition.config.views, name: value}
        elif table:
            value = dataclasses.replace(getattr(edition.config, table), **{name: value})
            name = table
        edition.config = dataclasses.replace(edition.config, **{name: value})  # type: ignore[arg-type]  # as the file would
        edition.tell(SettingsChanged())

    def follow(self, name: str) -> Change:
        """Keep a view of what a voice says, or no longer."""
        edition = self._edition
        edition.calls.append(("follow", name))
        views = dict(edition.config.views)
        act = Act.UNFOLLOW if views.pop(name, "") else Act.FOLLOW
        if act is Act.FOLLOW:
            views[name] = f'said:"{name}"'
        edition.config = dataclasses.replace(edition.config, views=views)
        return edition.stored(Change(act, subject=name))

    def prepare(self) -> None:
        """There is no file to prepare."""

    def reload_if_changed(self) -> bool:
        """There are no files."""
        return False


def take_back(edition: FakeEdition, preferences: FakePreferences) -> Change | None:
    """Undo the last change."""
    edition.calls.append(("undo",))
    if not edition.done:
        return None
    change = edition.done.pop()
    match change.act:
        case Act.READ | Act.UNREAD:
            _flip(edition, change.stories, unread=change.act is Act.READ)
        case Act.SAVE | Act.UNSAVE:
            _flip(edition, change.stories, saved=change.act is Act.UNSAVE)
        case Act.TAG:
            [story] = change.stories
            tags = edition.tags_before.pop()
            edition.rows[story] = dataclasses.replace(edition.rows[story], tags=tags)
        case Act.CORRECT:
            for (story, _), said in edition.corrected.items():
                if story in change.stories and said:
                    said.pop()
        case Act.ALIAS:
            kept = {v: t for v, t in edition.aliases.items() if t != change.subject}
            edition.aliases = kept
        case Act.FOLLOW | Act.UNFOLLOW:
            preferences.follow(change.subject)
            edition.done.pop()
    edition.tell(StoriesMarked(change.stories))
    return change


def _flip(edition: FakeEdition, stories: Sequence[int], **marks: bool) -> list[int]:
    """Set a mark; the stories that did not have it so."""
    ((name, value),) = marks.items()
    turned = [story for story in stories if getattr(edition.rows[story], name) != value]
    for story in turned:
        edition.rows[story] = dataclasses.replace(edition.rows[story], **marks)  # type: ignore[arg-type]  # marks only
    return turned
