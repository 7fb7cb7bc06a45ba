"""Words for errors that are raised on this floor, and why the system refuses something.

The catalogue lies one floor up and hands its `say` down when it is loaded.
"""

from __future__ import annotations

import errno
from collections.abc import Callable

CAUSES = (
    *("EACCES", "EPERM", "ENOENT", "ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EISDIR", "ENOTDIR"),
    *("EEXIST", "ENAMETOOLONG", "ELOOP", "EIO", "ENOEXEC", "ENOMEM", "EMFILE"),
)
"""Names of errors of the system that have words in the catalogue's table ``system``."""


def _without_catalogue(key: str, /, **values: object) -> str:
    return " ".join([key, *map(str, values.values())])


_say: Callable[..., str] = _without_catalogue


def said(key: str, /, **values: object) -> str:
    """Return what `text.catalogue.say` does; the key itself where nobody loaded the catalogue."""
    return _say(key, **values)


def speak_with(say: Callable[..., str]) -> None:
    """Take the words from `say`."""
    global _say
    _say = say


def cause(error: OSError | UnicodeError) -> str:
    """Return the reason as a part of a sentence: ``permission denied``."""
    if isinstance(error, UnicodeError):
        return said("system.no_text")
    name = errno.errorcode.get(error.errno or 0, "")
    if name in CAUSES:
        return said(f"system.{name.lower()}")
    return error.strerror or said("system.unknown")
