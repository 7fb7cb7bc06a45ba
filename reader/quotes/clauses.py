"""Choose how reporting clauses are looked for: by what the language shows of its subjects."""

from __future__ import annotations

from reader.quotes.attribution import Clauses
from reader.quotes.lexicon import Lexicon
from reader.quotes.tokens import Frame


def clauses_of(frame: Frame, text: str, lex: Lexicon) -> Clauses:
    """Return what looks for reporting clauses in a paragraph of the lexicon's language."""
    # Modules of one language each are read when it is met: a tenth of the start.
    if "nouns" in lex.options:
        from reader.quotes.verbsecond import VerbSecondClauses

        return VerbSecondClauses(frame, text, lex)
    if "case" in lex.options:
        from reader.quotes.inflected import InflectedClauses

        return InflectedClauses(frame, text, lex)
    if "verblast" in lex.options:
        from reader.quotes.verblast import VerbLastClauses

        return VerbLastClauses(frame, text, lex)
    if "particles" in lex.options:
        from reader.quotes.unspaced import UnspacedClauses

        return UnspacedClauses(frame, text, lex)
    return Clauses(frame, text, lex)
