"""Choose how reporting clauses are looked for: by how the language builds them."""

from __future__ import annotations

from reader.quotes.lexicon import Lexicon
from reader.quotes.noun_phrases import NounPhrases
from reader.quotes.reporting_clauses import ReportingClauses
from reader.quotes.tokens import Frame
from reader.quotes.verb_subjects import VerbSubjects


def plain_clauses(frame: Frame, text: str, lex: Lexicon) -> ReportingClauses:
    """Return what looks for reporting clauses by the order of subject and verb alone."""
    return ReportingClauses(VerbSubjects(NounPhrases(frame, text, lex)))


def clauses_of(frame: Frame, text: str, lex: Lexicon) -> ReportingClauses:
    """Return what looks for reporting clauses in a paragraph of the lexicon's language."""
    # Modules of some languages each are read when one is met: a tenth of the start.
    if lex.clauses == "verb-second":
        from reader.quotes.verb_second import (
            VerbSecondClauses,
            VerbSecondPhrases,
            VerbSecondSubjects,
        )

        return VerbSecondClauses(VerbSecondSubjects(VerbSecondPhrases(frame, text, lex)))
    if lex.clauses == "inflected":
        from reader.quotes.inflected import InflectedSubjects

        return ReportingClauses(InflectedSubjects(NounPhrases(frame, text, lex)))
    if lex.clauses == "verb-last":
        from reader.quotes.verb_last import VerbLastSubjects

        return ReportingClauses(VerbLastSubjects(NounPhrases(frame, text, lex)))
    if lex.clauses == "unspaced":
        from reader.quotes.unspaced import UnspacedClauses

        return UnspacedClauses(VerbSubjects(NounPhrases(frame, text, lex)))
    return plain_clauses(frame, text, lex)
