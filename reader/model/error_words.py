"""Messages for errors raised below the catalogue of translations, and reasons of the system.

The catalogue (`wording/catalogue.py`) lies one floor up; when it is loaded it hands its function
down, since nothing here may import it.
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
    """Return the message of a key in the user's language, with the values filled in.

    The same as `wording.catalogue.say`; the key and the values where no catalogue was loaded.
    """
    return _say(key, **values)


def speak_with(say: Callable[..., str]) -> None:
    """Let `said` ask this function from now on: the catalogue's `say`."""
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
