"""A query said back: in plain words for a person, and as text that parses to the same tree."""

from __future__ import annotations

import re
from datetime import UTC, datetime

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
    Query,
    Said,
    Since,
    State,
    Tagged,
    Words,
)

_STATES = {
    State.UNREAD: "unread",
    State.READ: "read",
    State.NEW: "new since the last visit",
    State.SAVED: "saved",
    State.QUOTED: "with quotes",
    State.FINISHED: "read to the end",
    State.CHANGED: "changed by their source",
    State.TAGGED: "with a tag",
}
_PLAIN = re.compile(r"[^\s()\"“”#-][^\s()\"“”]*")
_KEYED = re.compile(r"(is|in|said|tag|newer|older):", re.IGNORECASE)


def explain(query: Query) -> str:
    """Return what a query asks for, in plain words, such as ``unread, in “Science”``."""
    match query:
        case Everything():
            return "all stories"
        case Words(text, phrase):
            return f"exactly “{text}”" if phrase else f"“{text}”"
        case Is(state):
            return _STATES[state]
        case In(name):
            return f"in “{name}”"
        case FeedIs(feed):
            return f"in source {feed}"
        case FolderIs(folder):
            return f"in folder “{folder}”"
        case Said(name):
            return f"quoting “{name}”"
        case Tagged(tag):
            return f"tagged #{tag}"
        case Since(moment):
            return f"since {_date(moment)}"
        case Before(moment):
            return f"before {_date(moment)}"
        case Not(term):
            return f"not {_grouped(term)}"
        case All(terms):
            return ", ".join(_grouped(t) if type(t) is Any else explain(t) for t in terms)
        case Any(terms):
            return " or ".join(_grouped(term) for term in terms)


def write_query(query: Query) -> str:
    """Return text that `parse_query` turns into the same tree."""
    match query:
        case Everything():
            return ""
        case Words(text, phrase):
            return f'"{_unquoted(text)}"' if phrase or not _is_plain(text) else text
        case Is(state):
            return f"is:{state.value}"
        case In(name):
            return _keyed("in", name)
        case FeedIs(feed):
            return f"in:#{feed}"
        case FolderIs(folder):
            return _keyed("in", folder + "/")
        case Said(name):
            return _keyed("said", name)
        case Tagged(tag):
            return f"tag:{tag}"
        case Since(moment):
            return f"newer:{_exact(moment)}"
        case Before(moment):
            return f"older:{_exact(moment)}"
        case Not(term):
            text = write_query(term)
            return f"-({text})" if type(term) in (All, Any) else f"-{text}"
        case All(terms):
            return " ".join(
                f"({write_query(t)})" if type(t) is Any else write_query(t) for t in terms
            )
        case Any(terms):
            return " OR ".join(write_query(term) for term in terms)


def _grouped(query: Query) -> str:
    return f"({explain(query)})" if type(query) in (All, Any) else explain(query)


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and text not in ("OR", "AND") and not _KEYED.match(text)


def _keyed(key: str, value: str) -> str:
    value = _unquoted(value)
    return f"{key}:{value}" if re.fullmatch(r"[^\s()\"]+", value) else f'{key}:"{value}"'


def _unquoted(text: str) -> str:
    """A quotation mark cannot stand inside quoted words; it says nothing there either."""
    return re.sub("[\"“”]", " ", text)


def _date(moment: int) -> str:
    return _at(moment).strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")


def _exact(moment: int) -> str:
    return _at(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _at(moment: int) -> datetime:
    return datetime.fromtimestamp(moment, UTC).astimezone()
