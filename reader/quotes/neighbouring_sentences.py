"""Attribute a quotation without a reporting clause by the sentence before or after it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.clauses_by_language import clauses_of
from reader.quotes.full_names import Names
from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.reporting_clauses import Attribution, ReportingClauses
from reader.quotes.tokens import QUOTE, STOP, Frame, cut, sentences

_SENTENCES = 4
"""Sentences before a quotation in which reported speech may have begun."""
_REACH = 60
"""Most tokens looked at in each."""
_POINTING = 6
"""Most words from ``That is`` to the noun for what was said."""


def neighbour_of(
    frame: Frame, clauses: ReportingClauses, names: Names, begin: int, end: int, continues: bool
) -> Attribution | None:
    """Return who speaks in the sentence ``[begin, end)`` of nothing but a quotation.

    That is X in ``"…" That is the advice of X``, or else the subject of the sentence before if it
    is a name. `continues`: the paragraph has a speaker already, who goes on if quoted just before.
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
    """Return whose speech is reported by the mood of the verb alone: ``das sei „…“``."""
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
    """Return whose speech the last sentence of the paragraph ``text[start:end]`` reports.

    A paragraph of nothing but a quotation continues it.
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
