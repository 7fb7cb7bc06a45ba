"""Direct speech opened by a dash, and reporting clauses that stand inside the speech."""

from __future__ import annotations

from reader.quotes.clauses_by_language import plain_clauses
from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.mentions import Mention, mention_of, pronoun_at, run_backward
from reader.quotes.reporting_clauses import Attribution
from reader.quotes.tokens import ANY_POINT, COMMA, DASH, STOP, Frame, cut

_GOES_ON = int(Word.AUX | Word.BE | Word.PRON)
"""Words of these classes behind ``…, says X,`` belong to the speech again; a noun is X's role."""
_REACH = 400
"""Most tokens before the reporting clause."""


def _clause(
    frame: Frame, text: str, lex: Lexicon, least: int
) -> tuple[int, int, Attribution] | None:
    """Return the tokens between which the reporting clause stands, and what it says."""
    flags = frame.flags
    clauses = plain_clauses(frame, text, lex)
    for cue in range(least, min(len(flags), _REACH)):
        if not flags[cue] & Word.SAY and not (
            flags[cue] & Word.MAYBE and lex.prefixes and clauses.subjects.is_cue(cue, 0)
        ):
            continue
        boundary, who = cue - 1, None
        while boundary > 0 and flags[boundary] & (Word.AUX | Word.PRON | Word.ADV):
            if flags[boundary] & Word.PRON:
                who = pronoun_at(frame, boundary)
            boundary -= 1
        if boundary < least and who:
            continue  # – Vi fortsätter …
        if not flags[boundary] & (COMMA | DASH | STOP):
            # – We wait, X says.
            first = run_backward(frame, cue - 1, 0)
            low = first
            while low > least and flags[low - 1] & Word.AUX:
                low -= 1  # – When, wanted X to know.
            if not (first < cue and low > least and flags[low - 1] & (COMMA | DASH | STOP)):
                continue
            boundary, who = low - 1, mention_of(frame, first, cue, text, lex)
            if who is None or not (who.name or (low < first and who.determined)):
                continue
        speaker: Mention | None = who or clauses.phrases.following(cue, len(flags))
        made = Attribution(speaker, frame.starts[cue], frame.ends[cue], "cue")
        if speaker:
            return boundary, max(cue, speaker.last - 1), made
        if "inversion" in lex.options and flags[cue + 1 : cue + 2] and flags[cue + 1] & STOP:
            return boundary, cue, made  # – Nie mogę – odparł.
    return None


def dash_speech(
    text: str, start: int, end: int, lex: Lexicon
) -> tuple[list[tuple[int, int]], Attribution] | None:
    """Return the parts of a speech like ``– We wait, says X. It is late.`` and its clause.

    None without a reporting clause: a dash alone may begin an item of a list.
    """
    frame = cut(text, start, end, (), lex)
    clause = _clause(frame, text, lex, 2)
    if clause is None:
        return None
    boundary, last, attribution = clause
    flags = frame.flags
    stop = frame.ends[boundary] if flags[boundary] & STOP else frame.ends[boundary - 1]
    spans = [(frame.starts[0], stop)]
    after = last + 1
    if not (flags[boundary] & flags[after] & COMMA if after < len(flags) else False) or not (
        after + 1 < len(flags) and flags[after + 1] & _GOES_ON
    ):
        while after < len(flags) and not flags[after] & (STOP | DASH):
            after += 1
    while after < len(flags) and flags[after] & ANY_POINT:
        after += 1
    if after < len(flags):
        spans.append((frame.starts[after], frame.ends[-1]))
    return spans, attribution


def clause_inside_marks(text: str, start: int, end: int, lex: Lexicon) -> Attribution | None:
    """Return what a reporting clause inside the marks says: ``« Demain, dit-elle, on part. »``."""
    frame = cut(text, start, end, (), lex)
    clause = _clause(frame, text, lex, 2)
    if clause is None:
        return None
    _, last, attribution = clause
    closing = frame.flags[last + 1] if last + 1 < len(frame.flags) else STOP
    return attribution if closing & (COMMA | STOP | DASH) else None
