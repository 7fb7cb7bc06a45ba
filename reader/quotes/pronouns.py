"""Give a pronoun its name, if the story leaves no choice."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.quote import Certainty
from reader.quotes.found import Found
from reader.quotes.names import Names

_NOBODY = frozenset(
    ("i", "we", "you", "it", "who", "they", "es", "man", "wir", "ich", "ihr", "wer", "sie", "on",
     "nous", "je", "vous", "qui", "ils", "elles")
)
"""Not one person, or not told apart from several."""


def resolve(found: Sequence[Found], names: Names) -> None:
    """Set the name behind each pronoun for which only one speaker was named so far.

    No name is guessed by its sound: if two persons spoke before, the pronoun stays as written.
    """
    named: dict[str, None] = {}
    for item in sorted(found, key=lambda quote: quote.start):
        who = item.speaker
        if who is None:
            continue
        if who.name:
            named[names.full(who.name)] = None
        elif who.pronoun and who.text.lower() not in _NOBODY and len(named) == 1:
            (item.resolved,) = named
            item.certainty, item.reason = Certainty.INFERRED, "pronoun"
        elif who.pronoun:
            item.certainty, item.reason = Certainty.NONE, "pronoun"
