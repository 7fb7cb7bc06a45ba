"""Why the system refused something, in the language of the interface."""

from __future__ import annotations

import errno

from reader.text.catalogue import say, words


def cause(error: OSError | UnicodeError) -> str:
    """Return the reason as a part of a sentence: ``permission denied``."""
    if isinstance(error, UnicodeError):
        return say("system.no_text")
    name = errno.errorcode.get(error.errno or 0, "").lower()
    if f"system.{name}" in words("en"):
        return say(f"system.{name}")
    return error.strerror or say("system.unknown")
