"""Reads a file a person named, whole, if it can be what it should be."""

from __future__ import annotations

from pathlib import Path

from reader.model.errors import LoadError


def read_file(path: Path, megabytes: int, what: str) -> bytes:
    """Return the bytes of a file of at most so many megabytes; `what` it would be: ``story``.

    Raises:
        LoadError: it is larger or cannot be read, with words for a person.

    """
    try:
        if path.stat().st_size > megabytes * 1_000_000:
            raise LoadError(f"{path} is larger than {megabytes} MB: that is no {what}.")
        return path.read_bytes()
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from None
