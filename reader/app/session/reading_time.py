"""How long a person still reads a story."""

from __future__ import annotations

from reader.model.story import Headline


def minutes_left(headline: Headline) -> int:
    """Minutes that reading the rest of a story takes, at least one."""
    return max(1, round(headline.minutes * (1 - headline.progress)))
