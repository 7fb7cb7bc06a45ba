"""Same words, other stories: which quotes repeat a quote, word for word over a stretch."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cache.fingerprints import runs_of, stories_with
from reader.cache.voices import Voices
from reader.model.quote import Echo
from reader.model.story import QuoteRow

_ROWS = 300
"""Quotes whose echoes are looked for at once."""


class Echoes(Voices):
    """The part of the cache that finds quotes in other stories. All of it from any thread."""

    def echoes(self, rows: Sequence[QuoteRow]) -> dict[tuple[int, int], tuple[Echo, ...]]:
        """Return where else the words of quotes stand, the first published first.

        Keys are `QuoteRow.story` and `QuoteRow.index`; quotes that stand nowhere else are left
        out, and so are all after the first few hundred.
        """
        candidates: dict[tuple[int, int], list[int]] = {}
        with self._database.reading() as connection:
            for row in rows[:_ROWS]:
                stories = stories_with(connection, row.text) - {row.story}
                if stories:
                    candidates[row.story, row.index] = sorted(stories)
        of_story: dict[int, list[QuoteRow]] = {}
        for other in self._rows(sorted({s for found in candidates.values() for s in found})):
            of_story.setdefault(other.story, []).append(other)
        runs: dict[tuple[int, int], frozenset[str]] = {}
        echoes = {}
        for row in rows[:_ROWS]:
            own = runs_of(row.text)
            found = []
            for story in candidates.get((row.story, row.index), ()):
                for other in of_story.get(story, ()):
                    place = (other.story, other.index)
                    if place not in runs:
                        runs[place] = runs_of(other.text)
                    if not own.isdisjoint(runs[place]):
                        found.append(other)
                        break
            if found:
                found.sort(key=lambda one: (one.published, one.story))
                echoes[row.story, row.index] = tuple(map(_echo, found))
        return echoes


def _echo(row: QuoteRow) -> Echo:
    return Echo(
        row.story, row.index, row.text, row.title, row.source, row.link, row.published
    )
