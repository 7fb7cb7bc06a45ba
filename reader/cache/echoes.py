"""Same words, other stories: which quotes repeat a quote, word for word over a stretch."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cache.fingerprints import runs_of, stories_with
from reader.cache.quotes import Quotes
from reader.model.quote import Echo
from reader.model.story import QuoteRow
from reader.store.database import Database

_ROWS = 300
"""Quotes whose echoes are looked for at once."""
Place = tuple[int, int]
"""`QuoteRow.story` and `QuoteRow.index`."""


class Echoes:
    """Finds quotes again in other stories. All of it from any thread."""

    def __init__(self, database: Database, quotes: Quotes) -> None:
        """`quotes` reads what the index of fingerprints led to."""
        self._database, self._quotes = database, quotes

    def of_quotes(self, rows: Sequence[QuoteRow]) -> dict[Place, tuple[Echo, ...]]:
        """Return where else the words of quotes stand, the first published first.

        Keys are `QuoteRow.story` and `QuoteRow.index`; quotes that stand nowhere else are left
        out, and so are all after the first few hundred.
        """
        rows = rows[:_ROWS]
        candidates = self._candidates(rows)
        of_story: dict[int, list[QuoteRow]] = {}
        stories = sorted({story for some in candidates.values() for story in some})
        for other in self._quotes.of_stories(stories):
            of_story.setdefault(other.story, []).append(other)
        runs: dict[Place, frozenset[str]] = {}
        echoes = {}
        for row in rows:
            own_runs = runs_of(row.text)
            repeats = [
                repeat
                for story in candidates.get((row.story, row.index), ())
                if (repeat := _first_repeat(own_runs, of_story.get(story, ()), runs))
            ]
            if repeats:
                repeats.sort(key=lambda repeat: (repeat.published, repeat.story))
                echoes[row.story, row.index] = tuple(map(_echo, repeats))
        return echoes

    def _candidates(self, rows: Sequence[QuoteRow]) -> dict[Place, list[int]]:
        """The other stories that share a fingerprint with quotes."""
        candidates: dict[Place, list[int]] = {}
        with self._database.reading() as connection:
            for row in rows:
                stories = stories_with(connection, row.text) - {row.story}
                if stories:
                    candidates[row.story, row.index] = sorted(stories)
        return candidates


def _first_repeat(
    own_runs: frozenset[str], others: Sequence[QuoteRow], runs: dict[Place, frozenset[str]]
) -> QuoteRow | None:
    """The first of a story's quotes that shares a run of words; `runs` are kept between calls."""
    for other in others:
        place = (other.story, other.index)
        if place not in runs:
            runs[place] = runs_of(other.text)
        if not own_runs.isdisjoint(runs[place]):
            return other
    return None


def _echo(row: QuoteRow) -> Echo:
    return Echo(
        row.story, row.index, row.text, row.title, row.source, row.link, row.published
    )
