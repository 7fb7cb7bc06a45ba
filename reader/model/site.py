"""A person's own extraction rules for one site, where the general ones go wrong."""

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
    author: str = ""
    """The elements that hold the authors' names, one each."""
    date: str = ""
    """The element that says when the story was published, in words or in its ``datetime``."""
    next: str = ""
    """The link to the next page of a story, whatever its address."""
