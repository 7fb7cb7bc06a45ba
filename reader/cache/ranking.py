"""Which of the stories with some words are the best answer: where the words stand, and how fresh.

Not bm25: it weighs a word by how many stories have it, for which it reads all of them (80 to 280 ms
among 100,000 stories), and a few more mentions in the text make up for the title. Here a story's
points depend on itself alone, so that it keeps its place while further letters are typed.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import apsw

from reader.cache.index_words import exact_of, match_of
from reader.model import query as q
from reader.store.database import Database, numbers

RANKED = 2_000
"""Stories that are ranked: of more that match, the newest, and the newest with it in the title."""
TITLED = 500
"""Titles looked for beyond the newest."""
WEEK = 7 * 86_400

_PLACES = (10.0, 8.0, 6.0, 4.0, 2.0)
"""Points of a word by the best column it stands in; see `search` in the schema."""
_TEXT = 4
_EXACT = 1.0
"""Points of a whole word, beside one that only begins so: less than between two places."""
_TOGETHER = 2.0
"""Points of words that stand side by side as they were typed."""
_OFTEN = 6
"""Mentions in the text that are worth as much as a whole word."""


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """The words of a query as the index is asked for them."""

    match: str
    """An FTS5 expression."""
    form: str
    """The kinds of its phrases, a letter each: ``e`` a whole word, ``b`` the beginning of the same
    word, ``o`` a word or phrase that has one form only."""


def index_query_of(query: q.Query) -> IndexQuery | None:
    """Return what to ask for the words that a query wants; None if it wants none."""
    all_words = [words for words in _words_in(query) if match_of(words)]
    if not all_words:
        return None
    joiner = " OR " if _has_alternatives(query) else " AND "
    parts, form = [], ""
    for words in all_words:
        begins, exact = match_of(words), exact_of(words)
        parts.append(begins if begins == exact else f"({exact} OR {begins})")
        form += "o" if begins == exact else "eb"
    return IndexQuery(joiner.join(parts), form)


def points_of(api: apsw.FTS5ExtensionApi, form: str) -> float:
    """Return the points of a row of the index; called by SQLite for each row."""
    points, as_whole_word = 0.0, 0.0
    words = []
    for phrase, kind in enumerate(form):
        columns = api.phrase_columns(phrase)
        of_place = _place_points(api, phrase, columns)
        if kind == "e":
            as_whole_word = of_place + _EXACT if columns else 0.0
            continue
        words.append(phrase)
        points += max(of_place, as_whole_word)
        as_whole_word = 0.0
    return points / len(words) + (_TOGETHER if len(words) > 1 and _together(api, words) else 0.0)


def _place_points(api: apsw.FTS5ExtensionApi, phrase: int, columns: Sequence[int]) -> float:
    if not columns:
        return 0.0
    if columns[0] != _TEXT:
        return _PLACES[columns[0]]
    times = len(api.phrase_column_offsets(phrase, _TEXT))
    return _PLACES[_TEXT] + min(1.0, (times - 1) / _OFTEN)


def _together(api: apsw.FTS5ExtensionApi, phrases: Sequence[int]) -> bool:
    """Whether these stand side by side somewhere, in their order."""
    places = [api.phrase_locations(phrase) for phrase in phrases]
    for column in range(len(_PLACES)):
        ends = set(places[0][column])
        for further in places[1:]:
            ends = {place for place in further[column] if place - 1 in ends}
        if ends:
            return True
    return False


def age_points(published: int, now: int) -> float:
    """Return the points a story has lost by its age: 1 in a week, 2.4 in a month, 5.7 in a year."""
    return math.log2(1 + max(0, now - published) / WEEK)


def best_first(
    database: Database, query: q.Query, stories: array[int], now: int
) -> array[int]:
    """Return `stories`, which match and stand newest first, with the best in front. Any thread."""
    search = index_query_of(query)
    if search is None or len(stories) < 2:
        return stories
    newest = stories[:RANKED]
    rows = database.read(
        f"{_RANKED} AND search.rowid >= ? AND +search.rowid IN carray(?)",
        (search.form, search.match, min(newest), numbers(newest)),
    )
    if len(stories) > RANKED:
        titled = f"{{title}} : ({search.match})"
        order = f"{_RANKED} ORDER BY search.rowid DESC LIMIT {TITLED}"
        matching = frozenset(stories)
        further = database.read(order, (search.form, titled))
        rows += [row for row in further if row[0] in matching]
    ranks: dict[int, tuple[float, int, int]] = {}
    for story, points, published in rows:
        rank = (points - age_points(published, now), published, story)
        ranks[story] = max(rank, ranks.get(story, rank))
    best = sorted(ranks, key=ranks.__getitem__, reverse=True)
    return array("q", [*best, *(story for story in stories if story not in ranks)])


_RANKED = (
    "SELECT search.rowid, points_of(search, ?), s.published"
    " FROM search JOIN stories s ON s.id = search.rowid WHERE search MATCH ?"
)


def _words_in(query: q.Query) -> Iterator[q.Words]:
    """The words that a story may have because of the query, in their order."""
    if isinstance(query, q.Words):
        yield query
    elif isinstance(query, q.All | q.Any):
        for term in query.terms:
            yield from _words_in(term)


def _has_alternatives(query: q.Query) -> bool:
    """Whether a story may lack some of the words."""
    if isinstance(query, q.All):
        return any(map(_has_alternatives, query.terms))
    return isinstance(query, q.Any)


RANKS: dict[str, Callable[..., float]] = {"points_of": points_of}
"""What readers of the index may call in SQL, with a row of it."""
