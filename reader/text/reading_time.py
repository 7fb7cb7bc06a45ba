"""How many words a text has, and how long it takes to read them."""

from __future__ import annotations

import re

from reader.text.scripts import LANGUAGES_WITHOUT_BLANKS, WITHOUT_BLANKS

WORDS_A_MINUTE = 240
SIGNS_A_MINUTE = 480
"""Characters of a script without blanks, read in a minute."""
_RUN = re.compile(f"[{WITHOUT_BLANKS}]+")


def count_words(text: str) -> int:
    """Return how many words a text has; each sign of a script without blanks counts as one."""
    if text.isascii():
        return len(text.split())
    words, runs = _RUN.sub(" ", text).split(), _RUN.findall(text)
    return len(words) + sum(map(len, runs))


def reading_minutes(words: int, lang: str) -> int:
    """Return how long `count_words` many words take to read, at least 1; `lang` as in ``ja``."""
    pace = SIGNS_A_MINUTE if lang in LANGUAGES_WITHOUT_BLANKS else WORDS_A_MINUTE
    return max(1, round(words / pace))
