"""Who said what: one quotation and the evidence for its speaker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.model.quote_kinds import Certainty, Place, QuoteKind

__all__ = ["Certainty", "Correction", "Echo", "Place", "Quote", "QuoteKind", "Voice"]


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation. Offsets are code points in the text named by `place`, marks included."""

    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: str = ""
    """The longest form of the name in this story; a role or a pronoun if that is all there is."""
    role: str = ""
    """As first given: ``salvage master``."""
    source: str = ""
    """Who passed it on, apart from the speaker: ``Belta`` in "X said, according to Belta"."""
    cue: str = ""
    """The reporting word as written: ``said``."""
    certainty: Certainty = Certainty.NONE
    reason: str = ""
    """What the certainty rests on.

    ``cue``, ``colon``, ``cite``, ``inheritance``, ``neighbour``, ``pronoun``, ``same words``;
    ``corrected``: a person said so.
    """
    speaker_start: int = -1
    """The mention nearest to the quote, -1 if there is none."""
    speaker_end: int = -1
    cue_start: int = -1
    cue_end: int = -1
    utterance: int = 0
    """Parts of one utterance (split, several paragraphs) share this number within a story."""
    place: Place = Place.TEXT


@dataclass(frozen=True, slots=True)
class Voice:
    """A person (or an office) who is quoted, over many stories."""

    name: str
    role: str
    quotes: int
    """How many quotes in the scope that was asked for."""
    source: str
    """The title of the source that quoted them last."""
    key: str
    """The normalised name; equal keys are one voice."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of one quote."""

    story: int
    quote: str
    """The quoted words when the person corrected them; the story may have changed since."""
    speaker: str
    """Empty: it is no quote."""
    at: int
    """Unix seconds."""
    evidence: Mapping[str, object]
    """The answer of the rules and the paragraphs around the quote: see `newsroom/evidence.py`."""


@dataclass(frozen=True, slots=True)
class Echo:
    """The same words in another story."""

    story: int
    index: int
    """Which of that story's quotes it is."""
    text: str
    title: str
    source: str
    """The outlet's title."""
    link: str
    published: int
    """Unix seconds."""
