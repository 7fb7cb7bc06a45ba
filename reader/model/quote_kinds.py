"""How words are quoted, how sure their speaker is, and where they stand.

In a module of its own, without `Quote`: dataclasses take longer to import than all of the quote
engine.
"""

from __future__ import annotations

from enum import StrEnum


class QuoteKind(StrEnum):
    """How the words are quoted."""

    DIRECT = "direct"
    PARTIAL = "partial"
    """A fragment inside somebody else's sentence."""
    BLOCK = "block"
    """A paragraph of its own: marked by the page, or unmarked after a reporting lead-in."""
    NESTED = "nested"
    """A quotation inside a quotation."""


class Certainty(StrEnum):
    """How we know the speaker."""

    NAMED = "named"
    """The name stands in the quote's own sentence or lead-in."""
    INFERRED = "inferred"
    """Worked out: a pronoun, continued speech, a neighbouring sentence."""
    NONE = "none"


class Place(StrEnum):
    """Which text a quote's offsets count in."""

    TITLE = "title"
    TEXT = "text"
