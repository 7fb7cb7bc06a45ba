"""The speaker of a quote that has no reporting clause: named in the sentence beside it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.clauses_by_language import clauses_of
from reader.quotes.full_names import Names
from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.reporting_clauses import Attribution, ReportingClauses
from reader.quotes.tokens import QUOTE, STOP, Frame, cut, sentences

_SENTENCES = 4
"""How far back reported speech may have begun."""
_REACH = 60
"""Tokens looked at in each."""
_POINTING = 6
"""Words from ``That is`` to the noun for what was said."""


def neighbour_of(
    frame: Frame, clauses: ReportingClauses, names: Names, begin: int, end: int, continues: bool
) -> Attribution | None:
    """Return who speaks in the sentence ``[begin, end)`` of nothing but a quotation.

    `continues`: somebody is quoted before, and goes on if that is in the sentence before.
    ``"…" That is the advice of X``, or the named subject of the sentence before.
    """
    flags = frame.flags
    pointing = Word.DET | Word.THAT | Word.PRON | Word.AUX
    if flags[begin] & QUOTE and end < len(flags) and flags[end] & pointing:
        for at in range(end, min(len(flags) - 2, end + _POINTING)):
            if flags[at] & Word.NOUN and flags[at + 1] & Word.PREP:
                who = clauses.phrases.bare(at + 2, len(flags))
                if who and not who.text[0].isdigit():
                    start, stop = frame.starts[at], frame.ends[at]
                    return Attribution(who, start, stop, "neighbour")
    if flags[begin] & QUOTE and end + 1 < len(flags) and (
        (flags[end] & Word.DET and flags[end] & (Word.THAT | Word.PRON))
        or frame.lows[end] in clauses.lex.demonstratives
    ) and clauses.subjects.is_cue(end + 1, end):
        who = clauses.phrases.following(end + 1, len(flags))  # „…“ Das rät X.
        if who:
            start, stop = frame.starts[end + 1], frame.ends[end + 1]
            return Attribution(who, start, stop, "neighbour")
    first = begin - 1
    lowest = max(0, begin - _REACH)
    while first > lowest and not flags[first - 1] & (STOP | QUOTE):
        first -= 1
    if first < 0 or begin < 2 or flags[begin - 1] & QUOTE:
        return None
    if continues and first and flags[first - 1] & QUOTE:
        return None
    who = clauses.subjects.main_subject(begin - 1, first)
    if who is None or not who.name or who.text[0].isdigit():
        return None
    if "nouns" in clauses.lex.options and " " not in names.full(who.name):
        return None  # any noun has a capital: only a name has a longer form
    return Attribution(who, -1, -1, "neighbour")


def reported(
    frame: Frame, clauses: ReportingClauses, before: Sequence[tuple[int, int]], begin: int, end: int
) -> Attribution | None:
    """Return who is reported on in a sentence whose verbs alone show it: ``das sei „…“``."""
    if not any(frame.flags[at] & Word.MOOD for at in range(begin, end)):
        return None
    for first, stop in reversed(before[-_SENTENCES:]):
        low = max(first, stop - _REACH)
        clause = clauses.before(stop - 1, low) or clauses.according(stop - 1, low, stop)
        if clause and clause.speaker:
            return Attribution(
                clause.speaker, clause.cue_start, clause.cue_end, "neighbour", clause.source
            )
    return None


def paragraph_before(text: str, start: int, end: int, lex: Lexicon) -> Attribution | None:
    """Return who is reported on at the end of the paragraph ``text[start:end]``.

    A paragraph of nothing but a quotation goes on with what the one before it reports.
    """
    frame = cut(text, start, end, (), lex)
    spans = sentences(frame, text)
    if not spans:
        return None
    clauses = clauses_of(frame, text, lex)
    first, stop = spans[-1]
    clause = clauses.before(stop - 1, max(first, stop - _REACH))
    if clause is None or clause.speaker is None or not clause.speaker.name:
        return None
    return Attribution(clause.speaker, clause.cue_start, clause.cue_end, "neighbour", clause.source)
