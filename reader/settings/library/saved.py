"""Saved stories: kept whole in the library, whatever becomes of the cache."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import apsw

from reader.model.article import Article, Origin
from reader.model.change import Act, Change
from reader.model.clock import Clock
from reader.model.story import FullText, Story
from reader.settings.library.journal import Undo, enter
from reader.store.database import Database, numbers
from reader.store.packing import pack, unpack


class Saved:
    """Keeps stories, with their texts."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Read and write through `database`; `clock` says when."""
        self._database = database
        self._clock = clock

    def add(self, stories: Sequence[Story]) -> Change:
        """Keep stories whole; the change names those that were not saved before. Writer."""
        now = self._clock.now()
        with self._database.immediate() as connection:
            dropped = _rows_of(connection, [story.id for story in stories])
            fresh = [story for story in stories if dropped.get(story.id, 0) is not None]
            connection.executemany(
                "INSERT OR REPLACE INTO saved VALUES (?, ?, ?, ?, NULL)",
                [(story.id, now, story.source, pack(story.article)) for story in fresh],
            )
            change = Change(Act.SAVE, tuple(story.id for story in fresh))
            if fresh:
                before = [dropped.get(story.id) for story in fresh]
                enter(connection, now, Act.SAVE, stories=change.stories, payload=before)
        return change

    def remove(self, stories: Iterable[int]) -> Change:
        """Keep stories no longer; their texts stay until the step cannot be undone. Writer."""
        with self._database.immediate() as connection:
            saved = _rows_of(connection, stories)
            change = Change(Act.UNSAVE, tuple(story for story in saved if saved[story] is None))
            if change.stories:
                step = enter(connection, self._clock.now(), Act.UNSAVE, stories=change.stories)
                connection.execute(
                    "UPDATE saved SET dropped = ? WHERE story IN carray(?)",
                    (step, numbers(change.stories)),
                )
        return change

    def put_article(self, story: int, article: Article) -> None:
        """Put another text in place of a saved story's; nothing if it is not saved. Writer."""
        with self._database.immediate() as connection:
            if _rows_of(connection, [story]):
                connection.execute(
                    "UPDATE saved SET article = ? WHERE story = ?", (pack(article), story)
                )

    def stories(self, stories: Iterable[int]) -> list[Story]:
        """Saved stories, whole; those that are not saved are left out. Any thread."""
        rows = self._database.read(
            "SELECT s.id, s.feed, v.article, s.published, s.first_seen, v.source"
            " FROM saved v JOIN stories s ON s.id = v.story"
            " WHERE v.dropped IS NULL AND v.story IN carray(?)",
            (numbers(stories),),
        )
        kept = []
        for story, feed, packed, published, first_seen, source in rows:
            article = unpack(packed)
            from_page = article.provenance.origin is Origin.PAGE
            full_text = FullText.DONE if from_page else FullText.NONE
            kept.append(Story(story, feed, article, published, first_seen, full_text, source))
        return kept


def _rows_of(connection: apsw.Connection, stories: Iterable[int]) -> dict[int, int | None]:
    """The stories that have a row in `saved`, each with its `dropped`."""
    rows = connection.execute(
        "SELECT story, dropped FROM saved WHERE story IN carray(?)",
        (numbers(stories),),
    )
    return dict(rows)


def _unsave(
    connection: apsw.Connection, step: int, stories: tuple[int, ...], payload: list[object]
) -> None:
    """What was dropped by an earlier step goes back to being dropped by it."""
    for story, dropped in zip(stories, payload, strict=True):
        if dropped is None:
            connection.execute("DELETE FROM saved WHERE story = ?", (story,))
        else:
            connection.execute(
                "UPDATE saved SET dropped = ? WHERE story = ?", (int(str(dropped)), story)
            )


def _save_again(
    connection: apsw.Connection, step: int, stories: tuple[int, ...], payload: list[object]
) -> None:
    connection.execute("UPDATE saved SET dropped = NULL WHERE dropped = ?", (step,))


UNDO: dict[Act, Undo] = {Act.SAVE: _unsave, Act.UNSAVE: _save_again}
