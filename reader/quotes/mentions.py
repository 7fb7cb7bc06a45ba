"""Find mentions of people in a run of words: a name with its role, a role alone, or a pronoun."""

from __future__ import annotations

from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.tokens import (
    ANY_POINT,
    CAP,
    FUNCTIONAL,
    MARKS_AND_BLANKS,
    POSSESSIVE,
    QUOTE,
    Frame,
)

_BREAKS = FUNCTIONAL | ANY_POINT | int(Word.PRON)
_NAME_START = int(Word.ROLE | Word.TITLE)
_NO_CAPITAL_CONTENT = int(
    Word.SAY | Word.AUX | Word.PREP | Word.TIME | Word.THAT | Word.JOIN | Word.ADV | Word.VERB
    | Word.WHO | Word.OBJECT
)  # fmt: skip
_NO_FORENAME = int(Word.ROLE | Word.DET | Word.PRON)
_DET, _PRON, _PARTICLE, _JOIN = Word.DET, Word.PRON, Word.PARTICLE, Word.JOIN
_LONGEST_NAME = 60
"""Characters of a name in marks."""
_NAME_WORDS = 4


class Mention:
    """A mention of somebody in the text: name, role or pronoun."""

    __slots__ = (
        "determined", "end", "first", "last", "name", "pronoun", "role", "start", "text",
    )  # fmt: skip

    def __init__(
        self, start: int, end: int, text: str, name: str = "", role: str = "",
        pronoun: bool = False, first: int = -1, last: int = -1, determined: bool = False,
    ) -> None:  # fmt: skip
        self.start, self.end, self.text = start, end, text
        self.name = name
        """Without role and title; empty for a role or a pronoun."""
        self.role, self.pronoun = role, pronoun
        self.first, self.last = first, last
        """Its tokens."""
        self.determined = determined
        """Begins with an article or the like."""


def is_content(flag: int) -> bool:
    """Whether a token can be part of a noun phrase."""
    if flag & ANY_POINT or (flag & _PRON and not flag & _DET):
        return False
    if flag & CAP:
        return not flag & _NO_CAPITAL_CONTENT or bool(flag & _NAME_START)
    if flag & _PARTICLE:
        return True
    return not flag & FUNCTIONAL or bool(flag & _DET)


def _is_office(flags: list[int], at: int, begin: int) -> bool:
    """Whether an article shows that a word is the office and not the verb: ``le juge``."""
    return at > begin and bool(flags[at] & Word.ROLE and flags[at - 1] & _DET)


def run_forward(frame: Frame, at: int, end: int) -> int:
    """Return one past the noun phrase that begins at `at`; `at` if there is none."""
    flags = frame.flags
    stop = at
    if at + 2 < end and flags[at] & Word.DET and flags[at + 1] & Word.TIME:
        stop = at + 2 if is_content(flags[at + 2]) else at  # a Wednesday editorial
    while stop < end and (is_content(flags[stop]) or _is_office(flags, stop, at)):
        if stop > at and flags[stop] & Word.DET and not flags[stop - 1] & Word.DET \
                and not flags[stop] & (CAP | Word.PARTICLE):
            break
        if stop > at and flags[stop - 1] & CAP and not flags[stop] & CAP \
                and frame.lows[stop].endswith(frame.lex.past_endings):
            break  # Ms Orrell closed
        stop += 1
    return stop


def run_backward(frame: Frame, last: int, begin: int) -> int:
    """Return where the noun phrase begins whose last token is `last`; ``last + 1`` if none."""
    flags = frame.flags
    first = last + 1
    while first > begin and (
        is_content(flags[first - 1]) or _is_office(flags, first - 1, begin)
    ):
        first -= 1
        if flags[first] & Word.DET and not flags[first] & Word.PARTICLE:
            if flags[first] & Word.THAT and first < last and flags[first + 1] & CAP:
                first += 1  # said that Ms Orrell …
            break
    return first


def mention_of(frame: Frame, first: int, stop: int, text: str, lex: Lexicon) -> Mention | None:
    """Return who the noun phrase ``frame[first:stop]`` names."""
    flags = frame.flags
    while first < stop and flags[stop - 1] & Word.PARTICLE and not flags[stop - 1] & CAP:
        stop -= 1
    if first >= stop:
        return None
    start, end = frame.starts[first], frame.ends[stop - 1]
    whole = text[start:end]
    if stop - first == 1 and flags[first] & Word.DET:
        return None
    last = stop - 1
    determined = bool(flags[first] & (Word.DET | POSSESSIVE))
    nouns = "nouns" in lex.options
    if "uncased" in lex.options and not determined:
        name = first
        while name < last and (
            flags[name] & Word.ROLE
            or (name > first and frame.lows[name].startswith(lex.glued_articles))
        ):
            name += 1  # the office and what it is of
        for at in range(name + 2, stop):
            if frame.lows[at].startswith(lex.glued_articles):
                stop, end = at, frame.ends[at - 1]
                whole = text[start:end]
                break
        role = text[start : frame.starts[name]].strip() if name > first else ""
        return Mention(start, end, whole, text[frame.starts[name] : end], role, False, first, stop)
    if not flags[last] & CAP or flags[last] & POSSESSIVE:
        if "articles" in lex.options and not _may_stand_bare(frame, first, stop):
            return None
        return Mention(start, end, whole, "", whole, False, first, stop, determined)
    begin = last
    while begin > first and (
        (flags[begin - 1] & CAP and not flags[begin - 1] & POSSESSIVE)
        or (flags[begin - 1] & Word.PARTICLE and begin - 1 > first)
    ):
        begin -= 1
    while begin < last and flags[begin] & Word.PARTICLE and not flags[begin] & CAP:
        begin += 1
    name = begin
    for at in range(begin, last):
        if flags[at] & Word.ROLE or (flags[at] & Word.DET and flags[at] & CAP):
            name = at + 1
    office = any(flags[at] & Word.ROLE for at in range(begin, name))
    if nouns and not office and last - name >= 2 and not flags[name] & Word.TITLE:
        name = last - 1  # Kommissarin Jule Harms
        if flags[name] & Word.PARTICLE and name > begin:
            name -= 1
    if (
        not nouns
        and name - 2 >= first
        and flags[name - 1] & int(Word.PARTICLE | Word.PREP)
        and not flags[name - 1] & CAP
        and not flags[name - 2] & CAP
    ):
        # The mayor of a place, not a name: „alcalde de Arenal“.
        return Mention(start, end, whole, "", whole, False, first, stop, determined)
    if (nouns and name == last and first < name and flags[first] & Word.DET) or (
        flags[last] & (Word.ROLE | Word.NOUN) and last == name
    ):
        return Mention(start, end, whole, "", whole, False, first, stop, determined)
    pair = name - 2
    if pair >= first and flags[name - 1] & _JOIN and flags[pair] & CAP:
        while pair > first and flags[pair - 1] & CAP and not flags[pair - 1] & _NO_FORENAME:
            pair -= 1
        name = pair  # Farley and Okafor
    role_start = frame.starts[first]
    if flags[first] & Word.DET and first < name:
        role_start = frame.starts[first + 1] if first + 1 < name else frame.starts[name]
    role = text[role_start : frame.starts[name]].strip(" ,") if name > first else ""
    return Mention(start, end, whole, text[frame.starts[name] : end], role, False, first, stop)


def _may_stand_bare(frame: Frame, first: int, stop: int) -> bool:
    """Whether a noun phrase needs no article: plurals, names and offices do not."""
    flags, lows = frame.flags, frame.lows
    return bool(flags[stop - 1] & Word.ROLE) or any(
        flags[at] & (CAP | POSSESSIVE | _DET)
        or lows[at][0].isdigit()
        or lows[at].endswith(frame.lex.plural_endings)
        or lows[at] in frame.lex.plurals
        for at in range(first, stop)
    )


def pronoun_at(frame: Frame, at: int) -> Mention:
    """Return the pronoun at a token."""
    start, end = frame.starts[at], frame.ends[at]
    return Mention(start, end, frame.word(at), "", "", True, at, at + 1)


def quoted_name(frame: Frame, at: int, text: str) -> Mention | None:
    """Return the name in marks at a token: ``„Die Zeit“``; None if it may be a sentence."""
    if not frame.flags[at] & QUOTE or frame.ends[at] - frame.starts[at] > _LONGEST_NAME:
        return None
    whole = text[frame.starts[at] : frame.ends[at]]
    inside = whole.strip(MARKS_AND_BLANKS)
    if not inside or inside[-1] in ".!?,…" or len(inside.split()) > _NAME_WORDS:
        return None
    if not (inside[0].isupper() or inside[0].isdigit() or "." in inside):
        return None
    start = frame.starts[at] + whole.index(inside)
    return Mention(start, start + len(inside), inside, inside, "", False, at, at + 1)
