"""What a person says about one site's pages, where the rules for all pages go wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteRules:
    """CSS selectors for the pages of one host."""

    content: tuple[str, ...] = ()
    """The parts that are the story, in order; empty: found as on any page."""
    remove: tuple[str, ...] = ()
    """What is taken out first."""
    title: str = ""
    """The element that holds the title."""
