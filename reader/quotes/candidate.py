"""A quotation on its way from its marks to its speaker."""

from __future__ import annotations

from reader.model.quote_kinds import Certainty, Place, QuoteKind
from reader.quotes.attribution import Attribution
from reader.quotes.cites import read_cite
from reader.quotes.mentions import Mention
from reader.quotes.names import Names
from reader.quotes.roles import Roles

_BESIDE = 12
"""Characters between speaker and verb: an auxiliary, an adverb."""


class Found:
    """A quotation on its way: offsets count in the whole text, or in the title."""

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
        """The name a pronoun stands for."""
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


def finish(item: Found, text: str, names: Names, roles: Roles) -> None:
    """Set what is shown of a quotation of `text`: full name, role, words."""
    who, source = item.speaker, item.source
    if item.cite:
        name, item.role, item.passed_on = read_cite(item.cite)
        item.name = names.full(name)
        item.role = item.role or roles.of(item.name)
    if who:
        item.name = item.resolved or (
            names.with_role(who.name, who.role) if who.name else who.text
        )
        if who.name:
            item.role = who.role
        if not item.role and (who.name or item.resolved) and not names.is_shared(item.name):
            item.role = roles.of(item.name)
    if source:
        item.passed_on = names.full(source.name) if source.name else source.text
    item.words = text[item.start : item.end]
    start, end = item.cue
    if start >= 0:
        item.verb = text[start:end]
