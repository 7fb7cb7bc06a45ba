"""Find the subject of a reporting verb that stands last: Turkish, Hungarian."""

from __future__ import annotations

from reader.quotes.lexicon import Word
from reader.quotes.mentions import Mention, is_content
from reader.quotes.tokens import COMMA, QUOTE
from reader.quotes.verb_subjects import VerbSubjects

_REACH = 60
"""Most tokens looked at before the quotation."""


class VerbLastSubjects(VerbSubjects):
    """Looks for the subjects of reporting verbs in one paragraph of such a language."""

    def subject_after_quote(self, start: int, cue: int, end: int) -> Mention | None:
        """Return the subject of the verb at `cue`: behind it, or before the quotation.

        ``“…” dedi X``, ``X, “…” dedi``.
        """
        who = super().subject_after_quote(start, cue, end)
        if who and (who.name or who.pronoun):
            return who
        flags = self.frame.flags
        at = start
        while at > 0 and not flags[at] & QUOTE:
            at -= 1
        if at and flags[at - 1] & COMMA:
            at -= 1
        lowest = max(0, at - _REACH)
        low = at
        while low > lowest and not self._cuts(low - 1) and not (
            flags[low - 1] & QUOTE and flags[low] & Word.SAY
        ):
            low -= 1
        for place in range(low, at):
            if flags[place] & Word.AFTER:  # Gazeteye göre Başkan, “…” dedi
                low = place + 1
        while low < at and not is_content(flags[low]) and not flags[low] & Word.PRON:
            low += 1
        return (self.phrases.first_mention(low, at) if low < at else None) or who
