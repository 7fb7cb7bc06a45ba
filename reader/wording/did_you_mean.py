"""A suggestion for a misspelt name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from reader.wording.catalogue import say


def did_you_mean(word: str, names: Iterable[str], before: str = "") -> str:
    """A sentence, with a blank before it, that names the nearest of `names`; empty if none is.

    `before` stands before the name: ``--`` of an option.
    """
    close = difflib.get_close_matches(word, list(names), 1)
    return f" {say('usage.close', word=before + close[0])}" if close else ""
