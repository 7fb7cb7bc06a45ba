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

SAVED = "s.id IN (SELECT story FROM library_saved)"
TAGGED = "s.id IN (SELECT story FROM library_tags)"
_STATES = {
    State.UNREAD: "l.unread",
    State.READ: "l.read = 1",
    State.NEW: "(l.unread AND l.new)",
    State.SAVED: SAVED,
    State.TAGGED: TAGGED,
    State.QUOTED: "s.quotes > 0",
    State.FINISHED: "s.id IN (SELECT story FROM library_positions WHERE finished = 1)",
    State.CHANGED: "s.changed = 1",
}
"""The condition for each word after ``is:``."""
_IN_LIBRARY = frozenset({State.UNREAD, State.READ, State.NEW})
"""States whose condition needs the story's row in the library."""


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
    """Return a condition for the stories that stand in one of the feeds; `table` is `s` or `l`."""
    listed = ", ".join(map(str, feeds))
    return (
        f"({table}.feed IN ({listed}) OR"
        f" {table}.id IN (SELECT story FROM also WHERE feed IN ({listed})))"
    )


def visible(table: str, feeds: FeedSet) -> str:
    """Return a condition for the stories that stand in the general lists; `table` is `s` or `l`."""
    in_lists = feeds.visible()
    return "1" if len(in_lists) == len(feeds.all) else in_feeds(table, in_lists)


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
                return _STATES[state]
            case Not(term):
                return f"NOT ({self.condition(term)})"
            case All(terms):
                return self._all(terms)
            case Any(terms):
                return f"({' OR '.join(map(self.condition, terms))})"
            case Since() | Before() | Said() | Tagged():
                return self._fact(query)
            case _:
                return in_feeds(self.driver, self._feeds_of(query))

    def _feeds_of(self, query: In | FeedIs | FolderIs) -> list[int]:
        match query:
            case In(name):
                return self.feeds.named(name)
            case FeedIs(feed):
                return [feed]
            case FolderIs(folder):
                return self.feeds.in_folder(folder)

    def _fact(self, query: Since | Before | Said | Tagged) -> str:
        """The condition for what the story itself or a person says of it, with its value."""
        match query:
            case Since(moment):
                self.values.append(moment)
                return f"{self.driver}.published >= ?"
            case Before(moment):
                self.values.append(moment)
                return f"{self.driver}.published < ?"
            case Tagged(tag):
                self.values.append(fold(tag))
                return (
                    f"{self.driver}.id IN (SELECT story FROM library_tags WHERE folded(tag) = ?)"
                )
            case Said(name):
                return self._said(name)

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

    def _said(self, name: str) -> str:
        keys = self.voices(name)
        marks = ", ".join("?" * len(keys))
        self.values += [*keys, *keys]
        return (
            "s.id IN (SELECT q.story FROM quotes q"
            f" WHERE q.voice IN ({marks}) AND NOT EXISTS (SELECT 1 FROM library_corrections c"
            " WHERE c.story = q.story AND words_of(c.quote) = words_of(q.text))"
            f" UNION ALL SELECT story FROM library_corrections WHERE voice IN ({marks}))"
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
    conditions = [builder.condition(query), _in_shown_feeds(query, builder)]
    source = "stories s"
    if driver == "l":
        source = "library_stories l CROSS JOIN stories s ON s.id = l.id"
    elif _has_part(query, lambda part: isinstance(part, Is) and part.state in _IN_LIBRARY):
        source = "stories s JOIN library_stories l ON l.id = s.id"
    if order in (Order.TO_FINISH, Order.LAST_SAVED):
        source += " LEFT JOIN library_positions p ON p.story = s.id"
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
    " (SELECT read FROM library_stories WHERE id = s.id) THEN 0 ELSE 1 END,"
    " {d}.published DESC, {d}.id DESC",
    Order.LAST_SAVED: "coalesce(p.finished, 0),"
    " (SELECT at FROM library_saved WHERE story = s.id) DESC,"
    " {d}.published DESC, {d}.id DESC",
}


def _in_shown_feeds(query: Query, builder: _Builder) -> str:
    """The condition that leaves out stories of feeds that such a query does not look into."""
    feeds = builder.feeds
    if not _has_part(query, _reaches_hidden_feeds):
        return visible(builder.driver, feeds)
    subscribed = feeds.subscribed()
    if len(subscribed) == len(feeds.all):
        return "1"
    return f"({in_feeds(builder.driver, subscribed)} OR {SAVED} OR {TAGGED})"


def _reaches_hidden_feeds(part: Query) -> bool:
    """Whether this part names something, so that hidden feeds are looked into as well."""
    if isinstance(part, Is):
        return part.state in (State.SAVED, State.TAGGED)
    return isinstance(part, Words | In | FeedIs | FolderIs | Said | Tagged)


def _has_part(query: Query, is_so: Callable[[Query], bool]) -> bool:
    """Whether `is_so` holds for some part of the tree that is no operator."""
    match query:
        case Not(term):
            return _has_part(term, is_so)
        case All(terms) | Any(terms):
            return any(_has_part(term, is_so) for term in terms)
        case _:
            return is_so(query)
