"""A candidate: a quotation whose speaker is still being looked for."""

from __future__ import annotations

from reader.model.quote_kinds import Certainty, Place, QuoteKind
from reader.quotes.cite_line import read_cite
from reader.quotes.full_names import Names
from reader.quotes.mentions import Mention
from reader.quotes.reporting_clauses import Attribution
from reader.quotes.roles import Roles

_BESIDE = 12
"""Most characters between speaker and cue: an auxiliary, an adverb."""


class Candidate:
    """A quotation and the evidence for its speaker; offsets count in the text, or in the title."""

    __slots__ = (
        "certainty", "cite", "cue", "end", "kind", "name", "passed_on", "place", "reason",
        "resolved", "role", "source", "speaker", "start", "utterance", "verb", "words",
    )  # fmt: skip

    def __init__(self, start: int, end: int, kind: QuoteKind) -> None:
        self.start, self.end, self.kind = start, end, kind
        self.speaker: Mention | None = None
        self.source: Mention | None = None
        self.cue = (-1, -1)
        self.certainty = Certainty.NONE
        self.reason = ""
        self.utterance = 0
        self.cite = ""
        self.resolved = ""
        """The antecedent of a pronoun, if coreference found it."""
        self.name = ""
        """As `Quote.speaker`. This and what follows is known when the whole story is read."""
        self.role = ""
        self.passed_on = ""
        """As `Quote.source`."""
        self.words = ""
        """As `Quote.text`."""
        self.verb = ""
        """As `Quote.cue`."""
        self.place = Place.TEXT

    def take(self, attribution: Attribution) -> None:
        """Set speaker, source, cue and certainty as a reporting clause gives them."""
        self.speaker, self.source = attribution.speaker, attribution.source
        self.reason = attribution.reason
        self.cue = (attribution.cue_start, attribution.cue_end)
        self.certainty = Certainty.NAMED
        if attribution.reason == "neighbour" or not _plain(attribution):
            self.certainty = Certainty.INFERRED
        if attribution.speaker is None:
            self.certainty = Certainty.NONE
        elif attribution.speaker.pronoun:
            self.certainty, self.reason = Certainty.NONE, "pronoun"


def _plain(attribution: Attribution) -> bool:
    """Whether the speaker is certain: a name, a pronoun, or ``the minister`` beside its verb.

    A noun without an article before a verb is as often the end of some other phrase.
    """
    who = attribution.speaker
    if who is None or who.name or who.pronoun:
        return True
    apart = attribution.cue_start - who.end
    return who.determined and apart <= _BESIDE and attribution.reason != "colon"


def finish(quote: Candidate, text: str, names: Names, roles: Roles) -> None:
    """Set what is shown of a quotation in `text`: the full name, role, source, words and cue."""
    who, source = quote.speaker, quote.source
    if quote.cite:
        name, quote.role, quote.passed_on = read_cite(quote.cite)
        quote.name = names.full(name)
        quote.role = quote.role or roles.of(quote.name)
    if who:
        quote.name = quote.resolved or (
            names.with_role(who.name, who.role) if who.name else who.text
        )
        if who.name:
            quote.role = who.role
        if not quote.role and (who.name or quote.resolved) and not names.is_shared(quote.name):
            quote.role = roles.of(quote.name)
    if source:
        quote.passed_on = names.full(source.name) if source.name else source.text
    quote.words = text[quote.start : quote.end]
    start, end = quote.cue
    if start >= 0:
        quote.verb = text[start:end]
