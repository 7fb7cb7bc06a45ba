from __future__ import annotations

import errno
import os

from reader.model.error_words import CAUSES, cause, said
from reader.wording.catalogue import say, use_language, words


def test_what_is_raised_on_this_floor_speaks_the_language_of_the_interface() -> None:
    assert said("store.full") == say("store.full")
    use_language("de")
    assert said("store.full") == words("de")["store.full"]


def test_why_the_system_refuses_is_said_in_that_language_too() -> None:
    refused = OSError(errno.EACCES, os.strerror(errno.EACCES))
    assert cause(refused) == "permission denied"
    use_language("de")
    assert cause(refused) == "die Rechte fehlen"


def test_every_known_cause_exists_and_has_words() -> None:
    for name in CAUSES:
        assert hasattr(errno, name)
        assert f"system.{name.lower()}" in words("en")


def test_what_has_no_words_here_is_said_as_the_system_does() -> None:
    assert cause(OSError(errno.EPIPE, "Broken pipe")) == "Broken pipe"
    assert cause(OSError()) == "the system refuses"
    assert cause(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "?")) == "it is not UTF-8 text"
