"""A quotation on its way from its marks to its speaker."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.quote import Certainty, QuoteKind
from reader.quotes.attribution import Attribution
from reader.quotes.mentions import Mention


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
        if found.reason == "neighbour":
            self.certainty = Certainty.INFERRED
        if found.speaker is None:
            self.certainty = Certainty.NONE
        elif found.speaker.pronoun:
            self.certainty, self.reason = Certainty.NONE, "pronoun"
