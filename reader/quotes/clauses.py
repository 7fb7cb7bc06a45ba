"""Choose how reporting clauses are looked for: by what the language shows of its subjects."""

from __future__ import annotations

from reader.quotes.attribution import Clauses
from reader.quotes.inflected import InflectedClauses
from reader.quotes.lexicon import Lexicon
from reader.quotes.tokens import Frame
from reader.quotes.unknown import UnknownClauses
from reader.quotes.verblast import VerbLastClauses
from reader.quotes.verbsecond import VerbSecondClauses


def clauses_of(frame: Frame, text: str, lex: Lexicon) -> Clauses:
    """Return what looks for reporting clauses in a paragraph of the lexicon's language."""
    if "nouns" in lex.options:
        return VerbSecondClauses(frame, text, lex)
    if "case" in lex.options:
        return InflectedClauses(frame, text, lex)
    if "verblast" in lex.options:
        return VerbLastClauses(frame, text, lex)
    if "unknown" in lex.options:
        return UnknownClauses(frame, text, lex)
    return Clauses(frame, text, lex)
