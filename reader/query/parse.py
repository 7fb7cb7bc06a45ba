"""The query language: what a person types becomes a tree.

    mara okafor          stories with both words, as beginnings of words
    "salvage master"     these words in this order
    is:unread            unread, read, new, saved, tagged, quoted, finished, changed
    in:science           a source, folder or tag with a word that begins so
    said:okafor          stories in which somebody of that name is quoted
    #ships tag:ships     stories a person gave that tag
    newer:7d older:2w    by age (h, d, w, m, y) or by date (2026-11-20)
    -sport               not
    a OR b, (a b)        one of them; brackets group

Words are joined by "and". ``in:#12`` is exactly the source of that number and ``in:News/`` exactly
that folder: the program writes them so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.model.errors import QueryError
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
from reader.text.tags import tags_in
from reader.wording.catalogue import say

LONGEST = 4000
"""Code points of a query."""
DEEPEST = 40
"""Brackets and minus signs within each other."""

LATEST = 253_370_764_800
"""Unix seconds, the year 9999: later moments cannot be written as dates in every zone."""

HOUR = 3600
UNITS = {"h": HOUR, "d": 24 * HOUR, "w": 168 * HOUR, "m": 720 * HOUR, "y": 8760 * HOUR}
"""Seconds; a month is 30 days and a year 365: ages need no calendar."""

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<bracket>[()])
      | (?P<minus>-)(?=[^\s-]|-)
      | (?P<key>is|in|said|tag|newer|older):
        (?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<value>[^\s()"“”]*))
      | ["“”](?P<phrase>[^"“”]*)["“”]?
      | (?P<word>[^\s()"“”]+)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_AGE = re.compile(r"([0-9]{1,6})([hdwmy])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    key: str
    position: int


def parse_query(text: str, now: int) -> Query:
    """Return the tree of a query; one without words is `Everything`.

    `now` is in Unix seconds; dates without a zone are local. A quotation mark or a bracket that
    is still open at the end closes there, since queries are parsed while they are typed.

    Raises:
        QueryError: what cannot be understood, in words, with its position.

    """
    if len(text) > LONGEST:
        raise QueryError(say("query.too_long", most=LONGEST), LONGEST)
    return _Parser(_tokens(text), now).whole()


def _tokens(text: str) -> list[_Token]:
    tokens = []
    text = text.rstrip()
    end = 0
    while end < len(text) and (match := _TOKEN.match(text, end)):
        kind = match.lastgroup or ""
        if match["key"]:
            kind, content = "key", match["quoted"] if match["value"] is None else match["value"]
        else:
            content = match[kind]
        tokens.append(_Token(kind, content, (match["key"] or "").lower(), match.start(kind)))
        end = match.end()
    return tokens


class _Parser:
    """Recursive descent over the tokens, no deeper than `DEEPEST`."""

    def __init__(self, tokens: list[_Token], now: int) -> None:
        self._tokens = tokens
        self._at = 0
        self._now = now

    def whole(self) -> Query:
        query = self._any(0)
        if self._at < len(self._tokens):
            raise QueryError(say("query.bracket"), self._tokens[self._at].position)
        return query

    def _any(self, depth: int) -> Query:
        choices = [self._all(depth)]
        while self._is_word("OR"):
            self._at += 1
            choices.append(self._all(depth))
        # A word "OR" with nothing on one side is still being typed: it says nothing yet.
        choices = [choice for choice in choices if choice != Everything()] or choices[:1]
        if len(choices) == 1:
            return choices[0]
        return Any(tuple(part for c in choices for part in (c.terms if type(c) is Any else (c,))))

    def _all(self, depth: int) -> Query:
        terms: list[Query] = []
        while self._at < len(self._tokens) and not self._is_word("OR"):
            token = self._tokens[self._at]
            if token.kind == "bracket" and token.text == ")":
                break
            term = self._term(depth)
            if term != Everything():
                terms.extend(term.terms if type(term) is All else (term,))
        if len(terms) == 1:
            return terms[0]
        return All(tuple(terms)) if terms else Everything()

    def _term(self, depth: int) -> Query:
        token = self._tokens[self._at]
        if depth > DEEPEST:
            raise QueryError(say("query.too_deep"), token.position)
        self._at += 1
        if token.kind == "minus":
            if self._at == len(self._tokens):
                return Everything()
            term = self._term(depth + 1)
            return term if term == Everything() else Not(term)
        if token.kind == "bracket":
            query = self._any(depth + 1)
            self._at += 1  # past the closing bracket, or past the end
            return query
        if token.kind == "key":
            return self._key(token)
        if token.kind == "word" and token.text == "AND":
            return Everything()
        if token.kind == "word" and token.text.startswith("#"):
            return _all_tagged(tags_in(token.text))
        text = " ".join(token.text.split())
        return Words(text, token.kind == "phrase") if text.strip("-") else Everything()

    def _key(self, token: _Token) -> Query:
        value = " ".join(token.text.split())
        if not value:
            raise QueryError(_wants(token.key), token.position)
        match token.key:
            case "is":
                return Is(_state(value, token.position))
            case "in":
                return _place(value)
            case "said":
                return Said(value)
            case "tag":
                return _tag(value, token.position)
            case "newer":
                return Since(self._moment(value, token.position))
            case _:
                return Before(self._moment(value, token.position))

    def _moment(self, value: str, position: int) -> int:
        age = _AGE.fullmatch(value)
        if age:
            return max(0, self._now - int(age[1]) * UNITS[age[2].lower()])
        day = datetime.fromtimestamp(self._now).replace(hour=0, minute=0, second=0)  # noqa: DTZ006 - a person's own day
        named = {"today": day, "yesterday": day - timedelta(days=1)}
        try:
            moment = named.get(value.lower()) or datetime.fromisoformat(value.upper())
            return min(max(0, int(moment.timestamp())), LATEST)
        except (ValueError, OverflowError, OSError):
            raise QueryError(say("query.no_age", word=value), position) from None

    def _is_word(self, word: str) -> bool:
        if self._at >= len(self._tokens):
            return False
        token = self._tokens[self._at]
        return token.kind == "word" and token.text == word


_STATES = ", ".join(state.value for state in State)

def _wants(key: str) -> str:
    """What has to stand behind a key."""
    return say(f"query.{key}", states=_STATES)


def _state(value: str, position: int) -> State:
    try:
        return State(value.lower())
    except ValueError:
        words = say("query.no_state", word=value, states=_STATES)
        raise QueryError(words, position) from None


def _tag(value: str, position: int) -> Query:
    tags = tags_in(value)
    if not tags:
        raise QueryError(_wants("tag"), position)
    return _all_tagged(tags)


def _all_tagged(tags: tuple[str, ...]) -> Query:
    if not tags:
        return Everything()  # it is still being typed
    return Tagged(tags[0]) if len(tags) == 1 else All(tuple(map(Tagged, tags)))


def _place(value: str) -> Query:
    if re.fullmatch(r"#[0-9]{1,18}", value):
        return FeedIs(int(value[1:]))
    folder = value.strip("/ ")
    if value.endswith("/") and folder:
        return FolderIs(folder)
    return In(value)
