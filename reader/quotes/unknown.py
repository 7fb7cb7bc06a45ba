"""Reporting clauses in languages without a lexicon: by their shape alone."""

from __future__ import annotations

from reader.quotes.attribution import Attribution, Clauses
from reader.quotes.mentions import mention_of
from reader.quotes.tokens import ANY_POINT, CAP, COMMA, DASH

_MOST = 3
"""Words of a verb with its auxiliaries."""


class UnknownClauses(Clauses):
    """Looks for reporting clauses in one paragraph of such a language."""

    def attribute(self, at: int, begin: int, end: int) -> Attribution | None:
        """Return the clause for the quotation at token `at` in the sentence [begin, end)."""
        return super().attribute(at, begin, end) or self._by_shape(at, end)

    def _by_shape(self, at: int, end: int) -> Attribution | None:
        """Find ``"…", small words Name`` that ends in a point: who is not sure, but likely."""
        frame, flags = self.frame, self.frame.flags
        first = at + 1
        if first >= end or not flags[first] & (COMMA | DASH):
            return None
        while first < end and flags[first] & (COMMA | DASH):
            first += 1
        name = first
        while name < end and not flags[name] & (CAP | ANY_POINT):
            name += 1
        stop = name
        while stop < end and flags[stop] & CAP:
            stop += 1
        if not first < name <= first + _MOST or stop == name:
            return None
        if stop < end and not flags[stop] & ANY_POINT:
            return None
        who = mention_of(frame, name, stop, self.text, self.lex)
        return Attribution(who, frame.starts[first], frame.ends[name - 1], "neighbour")
