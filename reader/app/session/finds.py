"""What a search has come to, as the list shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.app.session.passages import Passage

SCOPES = ("everything", "this_list", "this_story")
"""Where a search looks, in the order in which ``tab`` goes through them."""


class Finds(NamedTuple):
    """What a search has come to."""

    scope: int = 0
    """Index into `SCOPES`."""
    found: str = ""
    """How much was found, in words."""
    words: Sequence[str] = ()
    passages: Mapping[int, Passage] = {}
    """By story."""
    typing: bool = True
    tags: bool = False
    """Whether there are tags to ask for."""
