"""The words of the drawn panes, taken from the catalogue."""

from __future__ import annotations

from reader.app.panes.quotes.voice_list import VoicesWording
from reader.typesetting.head_and_end import Wording
from reader.typesetting.voice_head import QuotesWording
from reader.wording.catalogue import say

_NOBODY = "unattributed"
"""Whoever said what nobody is named for; the words of both halves name them alike."""


def story_wording() -> Wording:
    """The words around a story."""
    return Wording(**{name: say(f"story.{name}") for name in Wording._fields})


def quotes_wording() -> QuotesWording:
    """The words of the quotes view's right half."""
    words = {name: say(f"quotes.{name}") for name in QuotesWording._fields if name != _NOBODY}
    return QuotesWording(**words, unattributed=say(f"voices.{_NOBODY}"))


def voices_wording(scope: str = "") -> VoicesWording:
    """The words of its left half; `scope` says of which stories."""
    words = {name: say(f"voices.{name}") for name in VoicesWording._fields if name != "scope"}
    return VoicesWording(**words, scope=scope)
