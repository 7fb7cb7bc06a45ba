"""What stands over a voice's words: name, how many quotes, roles over time, other names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.model.quote import Echo, Voice
from reader.model.story import QuoteRow
from reader.text.normal import fold
from reader.typesetting.cells import cut, width
from reader.typesetting.line import HEAD, Ink, Label, Line, Sign

_ROLES = 4
"""Roles that are listed."""


class Page(NamedTuple):
    """What the page of a voice shows besides its quotes."""

    scope: str = ""
    """Of which stories `Voice.quotes` counts the quotes: ``today``."""
    names: tuple[str, ...] = ()
    """Other names that a person took for the same voice."""
    echoes: Mapping[tuple[int, int], tuple[Echo, ...]] = {}
    """By story and index of the quote: other stories with the same words."""
    langs: Mapping[int, str] = {}
    """The language of each story, whose marks its words have."""


class QuotesWording(NamedTuple):
    """The words around the quotes, in the language of the interface."""

    one: str = "1 quote"
    several: str = "{count} quotes"
    since: str = "{count} since {when}"
    named: str = "also named {names}"
    also: str = "also in {sources}"
    first: str = "first"
    first_here: str = "here first"
    read: str = "↵ read it in place"
    copy: str = "y copy with credit"
    unattributed: str = "Unattributed"
    empty: str = "Nobody is quoted in these stories."


class Role(NamedTuple):
    """A role under which a voice was quoted, first and last at these Unix seconds."""

    name: str
    first: int
    last: int


def roles_of(rows: Sequence[QuoteRow]) -> list[Role]:
    """Return the roles in which a voice was quoted, the latest first."""
    roles: dict[str, Role] = {}
    for row in rows:
        if row.role:
            key = fold(row.role)
            role = roles.get(key, Role(row.role, row.published, row.published))
            roles[key] = Role(
                role.name, min(role.first, row.published), max(role.last, row.published)
            )
    return sorted(roles.values(), key=lambda role: -role.last)


def voice_head(
    voice: Voice,
    number: int,
    rows: Sequence[QuoteRow],
    page: Page,
    measure: int,
    when: Callable[[int], str],
    wording: QuotesWording,
) -> list[Line]:
    """Return the lines above all quotes; `when` says a moment in words.

    Quotes without a speaker share the voice with an empty key, which has no name and no role.
    """
    name = cut((voice.name if voice.key else wording.unattributed).upper(), measure)
    signs = [Sign(0, name, Ink.NAME)]
    room = measure - width(name) - 1
    roles = roles_of(rows) if voice.key else []
    role = roles[0].name if roles else voice.role if voice.key else ""
    if role and room > 4:
        signs.append(Sign(width(name) + 1, cut(role, room)))
    lines = [Line(HEAD, signs=tuple(signs), label=Label(number, ""))]
    facts = [_counted(voice, rows, page, when, wording)]
    if page.names:
        facts.append(wording.named.format(names=", ".join(page.names)))
    lines += [Line(HEAD, signs=(Sign(0, cut(fact, measure)),)) for fact in facts if fact]
    if len(roles) > 1:
        lines += _role_lines(roles[:_ROLES], measure, when)
    return lines


def _counted(
    voice: Voice,
    rows: Sequence[QuoteRow],
    page: Page,
    when: Callable[[int], str],
    wording: QuotesWording,
) -> str:
    """``3 quotes today · 11 since 3 Mar``."""
    here = wording.one if voice.quotes == 1 else wording.several.format(count=voice.quotes)
    facts = [f"{here} {page.scope}".strip()]
    if len(rows) > voice.quotes:
        oldest = min(row.published for row in rows)
        facts.append(wording.since.format(count=len(rows), when=when(oldest)))
    return " · ".join(facts)


def _role_lines(
    roles: Sequence[Role], measure: int, when: Callable[[int], str]
) -> list[Line]:
    """A line for each role, with the days of its first and last quote."""
    wide = min(max(width(role.name) for role in roles), measure // 2)
    lines = []
    for role in roles:
        first, last = when(role.first), when(role.last)
        time = first if first == last else f"{first} – {last}"
        signs = (Sign(0, cut(role.name, wide)), Sign(wide + 2, cut(time, measure - wide - 2)))
        lines.append(Line(HEAD, signs=signs))
    return lines
