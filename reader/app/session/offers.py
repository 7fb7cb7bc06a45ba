"""Ways to begin, for somebody who has no sources yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to begin."""

    name: str
    """``address``, ``newsboat``, ``opml``, ``shelf`` or ``demo``."""
    title: str
    detail: str
    path: str = ""
    """The file it would take."""
