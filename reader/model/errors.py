"""Errors a person may see. Each message says what happened, what is still fine, what to do.

ReaderError
├── SettingsError      config.toml or feeds.toml: file, line
├── QueryError         a query that cannot be understood: position
├── StoreError         a database that cannot be opened or written
├── LoadError          a page, feed or file that could not be read
└── NotFoundError      no such story, feed, voice
"""

from __future__ import annotations

from reader.model.error_words import said


class ReaderError(Exception):
    """Anything that went wrong and has words for a person."""


class SettingsError(ReaderError):
    """A settings file that cannot be used."""

    def __init__(self, path: str, line: int, message: str) -> None:
        """`line` counts from 1; 0 where the whole file is meant."""
        self.path, self.line, self.reason = path, line, message
        place = said("fault.line", path=path, line=line) if line else path
        super().__init__(f"{place}: {message}")


class QueryError(ReaderError):
    """A query that cannot be understood."""

    def __init__(self, message: str, position: int = 0) -> None:
        """`position` is the code point in the query where the trouble starts."""
        self.position = position
        super().__init__(message)


class StoreError(ReaderError):
    """A database that cannot be opened, read or written."""


class LoadError(ReaderError):
    """A page, a feed or a file that could not be read."""


class NotFoundError(ReaderError):
    """A story, feed or voice that is not there."""


def in_words(error: Exception) -> str:
    """What to say of an error that came up while something was stored."""
    if isinstance(error, ReaderError):
        return str(error)
    return said("store.not_stored")
