"""Choose how reporting clauses are looked for: by how the language builds them."""

from __future__ import annotations

from reader.quotes.lexicon import Lexicon
from reader.quotes.reporting_clauses import Clauses
from reader.quotes.tokens import Frame


def clauses_of(frame: Frame, text: str, lex: Lexicon) -> Clauses:
    """Return what looks for reporting clauses in a paragraph of the lexicon's language."""
    # Modules of some languages each are read when one is met: a tenth of the start.
    if lex.clauses == "verb-second":
        from reader.quotes.verb_second import VerbSecondClauses

        return VerbSecondClauses(frame, text, lex)
    if lex.clauses == "inflected":
        from reader.quotes.inflected import InflectedClauses

        return InflectedClauses(frame, text, lex)
    if lex.clauses == "verb-last":
        from reader.quotes.verb_last import VerbLastClauses

        return VerbLastClauses(frame, text, lex)
    if lex.clauses == "unspaced":
        from reader.quotes.unspaced import UnspacedClauses

        return UnspacedClauses(frame, text, lex)
    return Clauses(frame, text, lex)
