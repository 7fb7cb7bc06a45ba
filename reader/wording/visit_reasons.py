"""Why the next visit to a source is at its time, in words."""

from __future__ import annotations

from reader.wording.catalogue import say

_OURS = ("interval", "back-off", "offline")


def because(reason: str) -> str:
    """``because of the interval``; headers and feed elements keep their names: ``max-age``."""
    ours = say(f"reason.{reason.replace('-', '_')}") if reason in _OURS else reason
    return say("details.because", reason=ours) if reason else ""
