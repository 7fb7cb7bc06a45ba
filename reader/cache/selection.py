"""A query's tree becomes SQL: one condition over a story of the cache and its marks in the library.

Lists without a name in them (unread, today, everything) hold the stories of visible feeds. A query
that names words, a source, a folder, a speaker or a tag, or asks for saved or tagged stories, also
finds stories of hidden feeds, and those of feeds that are gone which are saved or tagged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.cache.feed_set import FeedSet
from reader.cache.index_words import match_of
from reader.model.query import (
    All,
    Any,
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
from reader.text.normal import fold

SAVED = "s.id IN (SELECT story FROM lib.saved WHERE dropped IS NULL)"
TAGGED = "s.id IN (SELECT story FROM lib.tags)"
_MARKS = frozenset({State.UNREAD, State.READ, State.NEW})


@dataclass(frozen=True, slots=True)
class Selection:
    """SQL behind ``SELECT … ``; `s` is the story here, `l` its row in the library."""

    source: str
    """``FROM … WHERE …``."""
    order: str
    """``ORDER BY …``."""
    values: tuple[str | int, ...]
    id: str
    """The column with the story's number."""


def in_feeds(table: str, feeds: Sequence[int]) -> str:
    """A condition for the stories that stand in one of the feeds; `table` is `s` or `l`."""
    listed = ", ".join(map(str, feeds))
    return (
        f"({table}.feed IN ({listed}) OR"
        f" {table}.id IN (SELECT story FROM also WHERE feed IN ({listed})))"
    )


def visible(table: str, feeds: FeedSet) -> str:
    """A condition for the stories that stand in the general lists."""
    seen = feeds.visible()
    return "1" if len(seen) == len(feeds.all) else in_feeds(table, seen)


@dataclass(slots=True)
class _Builder:
    """Collects the values of the conditions in the order in which they stand in the text."""

    feeds: FeedSet
    voices: Callable[[str], list[str]]
    driver: str
    """``l`` where the library's index of unread stories leads, else ``s``."""
    values: list[str | int] = field(default_factory=list)

    def condition(self, query: Query) -> str:
        match query:
            case Everything():
                return "1"
            case Words():
                return self._words([match_of(query)])
            case Is(state):
                return self._state(state)
            case In(name):
                return in_feeds(self.driver, self.feeds.named(name))
            case FeedIs(feed):
                return in_feeds(self.driver, [feed])
            case FolderIs(folder):
                return in_feeds(self.driver, self.feeds.in_folder(folder))
            case Said(name):
                return self._said(name)
            case Tagged(tag):
                self.values.append(fold(tag))
                return f"{self.driver}.id IN (SELECT story FROM lib.tags WHERE folded(tag) = ?)"
            case Since(moment):
                self.values.append(moment)
                return f"{self.driver}.published >= ?"
            case Before(moment):
                self.values.append(moment)
                return f"{self.driver}.published < ?"
            case Not(term):
                return f"NOT ({self.condition(term)})"
            case All(terms):
                return self._all(terms)
            case Any(terms):
                return f"({' OR '.join(map(self.condition, terms))})"

    def _all(self, terms: Sequence[Query]) -> str:
        """Words that must all be there are one search of the index."""
        words = [match_of(term) for term in terms if isinstance(term, Words)]
        others = [self.condition(term) for term in terms if not isinstance(term, Words)]
        if words:
            others.append(self._words(words))
        return f"({' AND '.join(others)})"

    def _words(self, expressions: Iterable[str]) -> str:
        joined = " AND ".join(filter(None, expressions))
        if not joined:
            return "1"
        self.values.append(joined)
        return f"{self.driver}.id IN (SELECT rowid FROM search WHERE search MATCH ?)"

    def _state(self, state: State) -> str:
        match state:
            case State.UNREAD:
                return "(l.read = 0 AND l.here = 1)"
            case State.READ:
                return "l.read = 1"
            case State.NEW:
                return (
                    "(l.read = 0 AND l.here = 1 AND l.first_seen >= coalesce((SELECT"
                    " CAST(value AS INTEGER) FROM lib.state WHERE key = 'new_since'), 0))"
                )
            case State.SAVED:
                return SAVED
            case State.TAGGED:
                return TAGGED
            case State.QUOTED:
                return "s.quotes > 0"
            case State.FINISHED:
                return "s.id IN (SELECT story FROM lib.positions WHERE finished = 1)"
            case State.CHANGED:
                return "s.changed = 1"

    def _said(self, name: str) -> str:
        keys = self.voices(name)
        marks = ", ".join("?" * len(keys))
        self.values += [*keys, *keys]
        return (
            "s.id IN (SELECT q.story FROM quotes q"
            f" WHERE q.voice IN ({marks}) AND NOT EXISTS (SELECT 1 FROM lib.corrections c"
            " WHERE c.story = q.story AND words_of(c.quote) = words_of(q.text))"
            f" UNION ALL SELECT story FROM lib.corrections WHERE voice IN ({marks}))"
        )


def selection_of(
    query: Query, order: Order, feeds: FeedSet, voices: Callable[[str], list[str]]
) -> Selection:
    """Return the SQL that selects the stories of `query`.

    `voices` gives the keys of the voices of a name.
    """
    terms = query.terms if isinstance(query, All) else (query,)
    driver = "l" if Is(State.UNREAD) in terms or Is(State.NEW) in terms else "s"
    builder = _Builder(feeds, voices, driver)
    conditions = [builder.condition(query), _shown(query, builder)]
    source = "stories s"
    if driver == "l":
        source = "lib.stories l CROSS JOIN stories s ON s.id = l.id"
    elif _asks(query, lambda part: isinstance(part, Is) and part.state in _MARKS):
        source = "stories s JOIN lib.stories l ON l.id = s.id"
    if order in (Order.TO_FINISH, Order.LAST_SAVED):
        source += " LEFT JOIN lib.positions p ON p.story = s.id"
    return Selection(
        f"FROM {source} WHERE {' AND '.join(conditions)}",
        "ORDER BY " + _ORDERS[order].format(d=driver),
        tuple(builder.values),
        f"{driver}.id",
    )


_ORDERS = {
    Order.NEWEST: "{d}.published DESC, {d}.id DESC",
    Order.BEST: "{d}.published DESC, {d}.id DESC",  # then ranked, if there are words
    Order.OLDEST: "{d}.published, {d}.id",
    Order.TO_FINISH: "CASE WHEN p.finished THEN 2 WHEN p.progress > 0 OR NOT"
    " (SELECT read FROM lib.stories WHERE id = s.id) THEN 0 ELSE 1 END,"
    " {d}.published DESC, {d}.id DESC",
    Order.LAST_SAVED: "coalesce(p.finished, 0),"
    " (SELECT at FROM lib.saved WHERE story = s.id AND dropped IS NULL) DESC,"
    " {d}.published DESC, {d}.id DESC",
}


def _shown(query: Query, builder: _Builder) -> str:
    """The condition that leaves out what stands in no feed that is to be seen."""
    feeds = builder.feeds
    if not _asks(query, _names):
        return visible(builder.driver, feeds)
    seen = feeds.subscribed()
    if len(seen) == len(feeds.all):
        return "1"
    return f"({in_feeds(builder.driver, seen)} OR {SAVED} OR {TAGGED})"


def _names(part: Query) -> bool:
    if isinstance(part, Is):
        return part.state in (State.SAVED, State.TAGGED)
    return isinstance(part, Words | In | FeedIs | FolderIs | Said | Tagged)


def _asks(query: Query, what: Callable[[Query], bool]) -> bool:
    """Whether some part of the tree is so."""
    match query:
        case Not(term):
            return _asks(term, what)
        case All(terms) | Any(terms):
            return any(_asks(term, what) for term in terms)
        case _:
            return what(query)
