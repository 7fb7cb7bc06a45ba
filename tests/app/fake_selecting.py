"""Which made-up stories match a query."""

from __future__ import annotations

from array import array

from reader.model.query import (
    All,
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
from reader.model.story import Headline
from reader.text.normal import fold
from tests.app.fake_edition import FakeEdition, set_right
from tests.app.stories import made_up


def select(
    edition: FakeEdition, query: Query, order: Order = Order.NEWEST, limit: int = 0
) -> array[int]:
    """The stories that match, of sources that were left only what is saved."""
    there = [row for row in edition.rows.values() if row.feed in edition.feeds or row.saved]
    rows = [row for row in there if matches(edition, query, row)]
    rows.sort(key=lambda row: row.published, reverse=order is not Order.OLDEST)
    return array("q", [row.id for row in rows][: limit or None])


def matches(edition: FakeEdition, query: Query, row: Headline) -> bool:
    """Whether one story matches."""
    match query:
        case Everything():
            return True
        case Words(text):
            return fold(text) in fold(made_up(row.id).title + made_up(row.id).text)
        case Is(state):
            return _is(state, row)
        case Tagged(tag):
            return tag in row.tags
        case FeedIs(feed):
            return row.feed == feed
        case FolderIs(folder):
            return edition.feeds.get(row.feed, ("", ""))[1] == folder
        case In(name):
            return fold(name) in fold(row.source)
        case Said(name):
            quotes = set_right(edition, row.id).quotes
            return any(fold(name) in fold(quote.speaker) for quote in quotes)
        case Since(moment):
            return row.published >= moment
        case Before(moment):
            return row.published < moment
        case Not(term):
            return not matches(edition, term, row)
        case All(terms):
            return all(matches(edition, term, row) for term in terms)
    raise AssertionError(query)


def _is(state: State, row: Headline) -> bool:
    marks = {
        State.UNREAD: row.unread,
        State.READ: not row.unread,
        State.QUOTED: row.quotes > 0,
        State.SAVED: row.saved,
        State.NEW: row.new,
        State.TAGGED: bool(row.tags),
    }
    return marks[state]
