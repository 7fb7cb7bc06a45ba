"""Words as the index has them: folded, and where a script writes no spaces, cut into pairs.

Chinese, Japanese, Thai and their like run on without spaces. Each such run becomes its overlapping
pairs of characters, in the text as in the query, so that any part of it is found as a phrase.
"""

from __future__ import annotations

import re

from reader.model.query import Words
from reader.text.normal import fold
from reader.text.scripts import WITHOUT_BLANKS

_UNSPACED = re.compile(f"[{WITHOUT_BLANKS}]+")


def indexed(text: str) -> str:
    """Return what is put into the index for `text`."""
    return _UNSPACED.sub(lambda run: f" {_pairs(run[0], last=True)} ", fold(text))


def match_of(words: Words) -> str:
    """Return the FTS5 expression that finds `words`; empty if there is no letter in them."""
    return _expression(words, begins=not words.phrase)


def exact_of(words: Words) -> str:
    """Return the expression that finds `words` only as whole words, as far as there are any."""
    return _expression(words, begins=False)


def _expression(words: Words, *, begins: bool) -> str:
    text = fold(words.text).replace('"', " ").replace("\0", " ").strip()
    if not any(sign.isalnum() for sign in text):
        return ""
    runs = list(_UNSPACED.finditer(text))
    last = runs[-1] if runs and runs[-1].end() == len(text) else None
    # A single sign at the end is the beginning of some pair.
    begins = begins or (last is not None and len(last[0]) == 1)
    cut = _UNSPACED.sub(lambda run: f" {_pairs(run[0], last=False)} ", text).strip()
    return f'"{cut}"{" *" if begins else ""}'


def _pairs(run: str, *, last: bool) -> str:
    """The overlapping pairs of a run; with `last` also its last sign alone."""
    if len(run) == 1:
        return run
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    return " ".join([*pairs, run[-1]] if last else pairs)
