from __future__ import annotations

import errno
import os

from reader.text.catalogue import use_language
from reader.text.causes import cause


def test_why_the_system_refuses_is_said_in_the_language_of_the_interface() -> None:
    refused = OSError(errno.EACCES, os.strerror(errno.EACCES))
    assert cause(refused) == "permission denied"
    use_language("de")
    assert cause(refused) == "die Rechte fehlen"


def test_what_has_no_words_here_is_said_as_the_system_does() -> None:
    assert cause(OSError(errno.EPIPE, "Broken pipe")) == "Broken pipe"
    assert cause(OSError()) == "the system refuses"
    assert cause(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "?")) == "it is not UTF-8 text"
