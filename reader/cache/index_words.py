"""Words as the index has them: folded, and where a script writes no spaces, cut into pairs.

Chinese, Japanese, Thai and their like run on without spaces. Each such run becomes its overlapping
pairs of characters, in the text as in the query, so that any part of it is found as a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.model.query import Words
from reader.text.normal import fold

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
WORDS_A_MINUTE = 240
SIGNS_A_MINUTE = 480
"""Characters of a script without spaces, read in a minute."""
UNSPACED_LANGUAGES = frozenset({"ja", "zh", "th", "lo", "km", "my"})


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


def count_words(text: str) -> int:
    """Return how many words a text has; a sign of a script without spaces counts as one."""
    if text.isascii():
        return len(text.split())
    signs = 0

    def count(run: re.Match[str]) -> str:
        nonlocal signs
        signs += len(run[0])
        return " "

    counter: Callable[[re.Match[str]], str] = count
    return len(_UNSPACED.sub(counter, text).split()) + signs


def reading_minutes(words: int, lang: str) -> int:
    """Return how long `count_words` many words take to read, at least 1."""
    pace = SIGNS_A_MINUTE if lang in UNSPACED_LANGUAGES else WORDS_A_MINUTE
    return max(1, round(words / pace))


def _pairs(run: str, *, last: bool) -> str:
    """The overlapping pairs of a run; with `last` also its last sign alone."""
    if len(run) == 1:
        return run
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    return " ".join([*pairs, run[-1]] if last else pairs)
