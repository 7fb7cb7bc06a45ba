"""What somebody may have meant by a word that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from reader.wording.catalogue import say


def did_you_mean(word: str, known: Iterable[str], before: str = "") -> str:
    """A sentence, with a blank before it, that names the nearest of `known`; empty if none is.

    `before` stands before the name: ``--`` of an option.
    """
    close = difflib.get_close_matches(word, list(known), 1)
    return f" {say('usage.close', word=before + close[0])}" if close else ""
