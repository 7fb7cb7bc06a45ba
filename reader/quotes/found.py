"""A quotation on its way from its marks to its speaker."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.quote import Certainty, QuoteKind
from reader.quotes.attribution import Attribution
from reader.quotes.mentions import Mention

_BESIDE = 12
"""Characters between speaker and verb: an auxiliary, an adverb."""


@dataclass(slots=True)
class Found:
    """A quotation on its way: offsets count in the whole text."""

    start: int
    end: int
    kind: QuoteKind
    speaker: Mention | None = None
    source: Mention | None = None
    cue: tuple[int, int] = (-1, -1)
    certainty: Certainty = Certainty.NONE
    reason: str = ""
    utterance: int = 0
    cite: str = ""
    resolved: str = ""
    """The name a pronoun stands for."""

    def take(self, found: Attribution) -> None:
        """Keep what a clause says of the speaker."""
        self.speaker, self.source, self.reason = found.speaker, found.source, found.reason
        self.cue = (found.cue_start, found.cue_end)
        self.certainty = Certainty.NAMED
        if found.reason == "neighbour" or not _plain(found):
            self.certainty = Certainty.INFERRED
        if found.speaker is None:
            self.certainty = Certainty.NONE
        elif found.speaker.pronoun:
            self.certainty, self.reason = Certainty.NONE, "pronoun"


def _plain(found: Attribution) -> bool:
    """Whether the clause leaves little doubt: a name, or ``the minister`` right beside its verb.

    A bare noun before a verb is as often the end of some other phrase.
    """
    who = found.speaker
    if who is None or who.name or who.pronoun:
        return True
    apart = found.cue_start - who.end
    return who.determined and apart <= _BESIDE and found.reason != "colon"
