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
            rows = _rows_of(connection, [story.id for story in stories])
            fresh = [story for story in stories if not _is_saved(rows.get(story.id))]
            connection.executemany(
                "INSERT OR REPLACE INTO saved VALUES (?, ?, ?, ?, NULL)",
                [(story.id, now, story.source, pack(story.article)) for story in fresh],
            )
            change = Change(Act.SAVE, tuple(story.id for story in fresh))
            if fresh:
                before = [rows.get(story.id) for story in fresh]
                enter(connection, now, Act.SAVE, stories=change.stories, payload=before)
        return change

    def remove(self, stories: Iterable[int]) -> Change:
        """Keep stories no longer; their texts stay until the step cannot be undone. Writer."""
        with self._database.immediate() as connection:
            rows = _rows_of(connection, stories)
            change = Change(Act.UNSAVE, tuple(story for story in rows if _is_saved(rows[story])))
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


_Row = tuple[int | None, int]
"""Of a row in `saved`: its `dropped` and its `at`."""


def _rows_of(connection: apsw.Connection, stories: Iterable[int]) -> dict[int, _Row]:
    """The rows that these stories have in `saved`; those that were dropped have one, too."""
    rows = connection.execute(
        "SELECT story, dropped, at FROM saved WHERE story IN carray(?)",
        (numbers(stories),),
    )
    return {story: (dropped, at) for story, dropped, at in rows}


def _is_saved(row: _Row | None) -> bool:
    return row is not None and row[0] is None


def _put_back(
    connection: apsw.Connection, step: int, stories: tuple[int, ...], payload: list[object]
) -> None:
    """Give stories that a step saved the rows they had before, or none.

    Their texts stay as they are now: those are the sources' doing. What earlier versions entered
    of a row is `dropped` alone.
    """
    for story, before in zip(stories, payload, strict=True):
        if before is None:
            connection.execute("DELETE FROM saved WHERE story = ?", (story,))
        elif isinstance(before, list):
            connection.execute(
                "UPDATE saved SET dropped = ?, at = ? WHERE story = ?", (*before, story)
            )
        else:
            connection.execute(
                "UPDATE saved SET dropped = ? WHERE story = ?", (int(str(before)), story)
            )


def _save_again(
    connection: apsw.Connection, step: int, stories: tuple[int, ...], payload: list[object]
) -> None:
    connection.execute("UPDATE saved SET dropped = NULL WHERE dropped = ?", (step,))


UNDO: dict[Act, Undo] = {Act.SAVE: _put_back, Act.UNSAVE: _save_again}
