"""The parts of the made-up newsroom that change marks, sources and settings; and undo."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from reader.model.change import Act, Change
from reader.model.errors import LoadError, NotFoundError
from reader.model.feed import Feed, FeedHealth, FetchOutcome, Subscription
from reader.model.query import All, FeedIs, Is, Query, Said, Since, State, Tagged
from reader.model.sources import Folder, Sources, Tag, View
from reader.model.story import Position
from reader.newsroom.events import SettingsChanged, StoriesMarked
from reader.newsroom.importing import ImportResult
from reader.query.parse import parse_query
from reader.settings.config import Config
from reader.text.tags import written
from tests.app.fake_edition import FakeEdition, Feeds, all_feeds
from tests.app.fake_selecting import select
from tests.app.stories import NOON


class FakeMarks:
    """Marks of the made-up stories."""

    def __init__(self, edition: FakeEdition) -> None:
        self._edition = edition
        self._first = 0

    def read(self, stories: Sequence[int], read: bool = True) -> Change:
        """Mark."""
        self._edition.refuse_if_read_only()
        self._edition.calls.append(("mark_read", tuple(stories), read))
        turned = _flip(self._edition, stories, unread=not read)
        return self._marked(Act.READ if read else Act.UNREAD, turned)

    def read_all(self, query: Query) -> Change:
        """Mark all that match."""
        return self.read(list(select(self._edition, query)))

    def save(self, stories: Sequence[int], saved: bool = True) -> Change:
        """Save."""
        self._edition.refuse_if_read_only()
        self._edition.calls.append(("save", tuple(stories), saved))
        turned = _flip(self._edition, stories, saved=saved)
        return self._marked(Act.SAVE if saved else Act.UNSAVE, turned)

    def set_tags(self, story: int, tags: Sequence[str]) -> Change:
        """Tag."""
        edition = self._edition
        row = edition.rows.get(story)
        if row is None:
            raise NotFoundError("There is no such story.")
        edition.refuse_if_read_only()
        edition.calls.append(("set_tags", story, tuple(tags)))
        edition.tags_before.append(row.tags)
        edition.rows[story] = dataclasses.replace(row, tags=tuple(tags))
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
        return tuple(map(self._edition.subscription, self._edition.feeds))

    def overview(self) -> Sources:
        """The sidebar."""
        edition = self._edition
        tags = sorted({tag for row in edition.rows.values() for tag in row.tags})
        folders = dict.fromkeys(folder for _, folder in edition.feeds.values())
        day = NOON - 86400
        return Sources(
            today=self._count(All((Since(day), Is(State.UNREAD)))),
            unread=self._count(Is(State.UNREAD)),
            saved=self._count(Is(State.SAVED)),
            quotes=sum(row.quotes for row in edition.rows.values() if row.published >= day),
            new=self._count(All((Is(State.NEW), Is(State.UNREAD)))),
            folders=tuple(map(self._folder, folders)),
            views=tuple(self._view(*view) for view in edition.config.views.items()),
            updated=edition.updated,
            tags=tuple(Tag(tag, self._count(Tagged(tag))) for tag in tags),
        )

    def unsubscribe(self, feed: int) -> Change:
        """Leave a source."""
        title, _ = self._known(feed)
        self._edition.refuse_if_read_only()
        self._edition.calls.append(("unsubscribe", feed))
        left = {number: one for number, one in self._edition.feeds.items() if number != feed}
        return self._changed(Change(Act.UNSUBSCRIBE, subject=title), left)

    def change(self, feed: int, **fields: object) -> Change:
        """Change title or folder; of another setting it is only noted that it was to be changed."""
        title, folder = self._known(feed)
        self._edition.refuse_if_read_only()
        self._edition.calls.append(("change_source", feed, fields))
        title, folder = str(fields.get("title") or title), str(fields.get("folder", folder) or "")
        changed = {**self._edition.feeds, feed: (title, folder)}
        return self._changed(Change(Act.ALTER, subject=title), changed)

    def rename_folder(self, folder: str, name: str) -> Change:
        """Rename a folder."""
        self._edition.refuse_if_read_only()
        self._edition.calls.append(("rename_folder", folder, name))
        changed = {
            number: (title, name if other == folder else other)
            for number, (title, other) in self._edition.feeds.items()
        }
        return self._changed(Change(Act.ALTER, subject=name or folder), changed)

    def take_shelf(self) -> Change:
        """Subscribe to everything."""
        self._edition.calls.append(("take_shelf",))
        self._edition.feeds = all_feeds()
        return Change(Act.SUBSCRIBE, subject="3")

    def import_file(self, path: Path) -> ImportResult:
        """Subscribe to everything, if there is such a file."""
        self._edition.calls.append(("import_file", path))
        if not path.exists():
            raise LoadError(f"There is no file {path}.")
        self._edition.feeds = all_feeds()
        return ImportResult(added=3, known=0, skipped=())

    def add(self, url: str, *, title: str = "", folder: str = "") -> None:
        """Note that it was asked for."""
        self._edition.calls.append(("add", url))

    def _known(self, feed: int) -> tuple[str, str]:
        if feed not in self._edition.feeds:
            raise NotFoundError("There is no such source.")
        return self._edition.feeds[feed]

    def _changed(self, change: Change, feeds: Feeds) -> Change:
        self._edition.feeds_before.append(self._edition.feeds)
        self._edition.stored(change)
        self._edition.set_feeds(feeds)
        return change

    def _folder(self, name: str) -> Folder:
        feeds = tuple(
            self._feed(number)
            for number, (_, folder) in self._edition.feeds.items()
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
    edition.refuse_if_read_only()
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
                    edition.count_quotes(story)
        case Act.ALIAS:
            kept = {v: t for v, t in edition.aliases.items() if t != change.subject}
            edition.aliases = kept
        case Act.ALTER | Act.UNSUBSCRIBE:
            edition.set_feeds(edition.feeds_before.pop())
        case Act.FOLLOW | Act.UNFOLLOW:
            preferences.follow(change.subject)
            edition.done.pop()
    edition.tell(StoriesMarked(change.stories))
    return change


def _flip(edition: FakeEdition, stories: Sequence[int], **marks: bool) -> list[int]:
    """Set a mark; the stories that did not have it so."""
    ((name, value),) = marks.items()
    there = [story for story in stories if story in edition.rows]
    turned = [story for story in there if getattr(edition.rows[story], name) != value]
    for story in turned:
        edition.rows[story] = dataclasses.replace(edition.rows[story], **marks)  # type: ignore[arg-type]  # marks only
    return turned
