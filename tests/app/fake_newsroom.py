"""A newsroom without files, threads or network: the same parts over a small made-up edition."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import cast

from reader.model.article import Article
from reader.model.change import Change
from reader.model.errors import NotFoundError
from reader.model.query import Order, Query
from reader.model.story import Headline, Position
from reader.newsroom.full_text_report import FullTextReport, report_of
from reader.newsroom.newsroom import Newsroom
from reader.query.parse import parse_query
from reader.text.version_diff import Changes, changes_between
from tests.app.fake_changes import FakeMarks, FakePreferences, FakeSources, take_back
from tests.app.fake_edition import FakeEdition, set_right
from tests.app.fake_quotes import FakeQuotes
from tests.app.fake_selecting import select
from tests.app.stories import NOON, STORIES, made_up


class FakeStories:
    """The made-up stories."""

    def __init__(self, edition: FakeEdition) -> None:
        self._edition = edition

    def select(self, query: Query, *, order: Order = Order.NEWEST, limit: int = 0) -> array[int]:
        """The stories that match."""
        return select(self._edition, query, order, limit)

    def headlines(self, stories: Sequence[int]) -> list[Headline]:
        """Their rows."""
        rows = self._edition.rows
        return [rows[story] for story in stories if story in rows]

    def headline(self, story: int) -> Headline:
        """One row."""
        if row := self._edition.rows.get(story):
            return row
        raise NotFoundError("There is no such story.")

    def article(self, story: int) -> Article:
        """The story."""
        self.headline(story)
        return set_right(self._edition, story)

    def changes(self, story: int) -> tuple[int, Changes] | None:
        """What the source altered, if a test says that it did."""
        earlier = self._edition.earlier.get(story)
        return (NOON - 240, changes_between(earlier, made_up(story))) if earlier else None

    def texts_of(self, feed: int | None = None) -> FullTextReport:
        """All are whole."""
        texts = [made_up(story).provenance for story in self._edition.rows]
        return report_of(Counter((text.completeness, text.note) for text in texts))

    def position(self, story: int) -> Position | None:
        """Where reading stopped."""
        return self._edition.positions.get(story)

    def closest_word(self, word: str) -> tuple[str, int] | None:
        """Always the same."""
        return "lighthouse", 1


class FakeRefreshing:
    """Notes what was asked for; nothing is asked."""

    def __init__(self, edition: FakeEdition) -> None:
        self._edition = edition

    def start(
        self, feeds: Sequence[int] | None = None, *, force: bool = False, pages: bool = True
    ) -> int:
        """Note that it was asked for."""
        self._edition.calls.append(("refresh", None if feeds is None else tuple(feeds)))
        return 1

    def stop(self) -> None:
        """Note that it was asked for."""
        self._edition.calls.append(("stop_refresh",))

    def next_due(self) -> int | None:
        """Nothing is due."""
        return None

    def fetch_full(self, story: int) -> None:
        """Note that it was asked for."""
        self._edition.calls.append(("fetch_full", story))


class FakeWindow:
    """What the window keeps."""

    def __init__(self, edition: FakeEdition) -> None:
        self._edition = edition

    def state(self, key: str) -> str:
        """What was kept."""
        return self._edition.kept.get(key, "")

    def keep(self, key: str, value: str) -> None:
        """Keep."""
        self._edition.kept[key] = value


class FakeNewsroom(FakeEdition):
    """The parts by their names. `tell` sends an event as a newsroom would."""

    def __init__(self, *, stories: int = len(STORIES), empty: bool = False) -> None:
        super().__init__(stories=stories, empty=empty)
        self.stories = FakeStories(self)
        self.marks = FakeMarks(self)
        self.quotes = FakeQuotes(self)
        self.sources = FakeSources(self)
        self.refreshing = FakeRefreshing(self)
        self.preferences = FakePreferences(self)
        self.window = FakeWindow(self)

    def door(self) -> Newsroom:
        """What the app takes; it has the same parts."""
        return cast(Newsroom, self)

    def parse(self, text: str) -> Query:
        """The real language."""
        return parse_query(text, NOON)

    def undo(self) -> Change | None:
        """Take back."""
        return take_back(self, self.preferences)
