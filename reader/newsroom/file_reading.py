"""Reads a file a person named, whole, if it can be what it should be."""

from __future__ import annotations

from pathlib import Path

from reader.model.error_words import cause
from reader.model.errors import LoadError
from reader.wording.catalogue import say


def read_file(path: Path, megabytes: int, what: str) -> bytes:
    """Return the bytes of a file of at most so many megabytes; `what` it would be, in a word.

    Raises:
        LoadError: it is larger or cannot be read, with words for a person.

    """
    try:
        if path.stat().st_size > megabytes * 1_000_000:
            raise LoadError(say("file.too_large", path=path, megabytes=megabytes, what=what))
        return path.read_bytes()
    except OSError as error:
        raise LoadError(say("file.not_read", path=path, reason=cause(error))) from None
