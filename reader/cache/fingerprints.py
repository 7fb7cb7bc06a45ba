"""Fingerprints of quotes: by them the same words are found again among all stories.

Of each quote a few are kept, so that a look into 100,000 stories costs a few searches of an index.
Which ones is chosen by winnowing (Schleimer, Wilkerson, Aiken: "Winnowing", SIGMOD 2003): of
every `_WINDOW` runs of `_GRAM` words one is kept, so that two texts with
`_GRAM` + `_WINDOW` - 1 words in common share at least one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

import apsw

from reader.text.normal import fold
from reader.text.scripts import HAN_AND_KANA

FEWEST = 8
"""Words in a row that two quotes must have in common."""
_GRAM, _WINDOW = 5, 4
_UNSPACED = re.compile(f"[{HAN_AND_KANA}]")
_WORD = re.compile(rf"[{HAN_AND_KANA}]|[^\W{HAN_AND_KANA}]+")
"""A word, or a sign of a script without blanks."""
_STORIES = 100
"""Stories looked at for one fingerprint, the newest: a phrase of everybody's leads nowhere."""


def keep_fingerprints(connection: apsw.Connection, story: int, quotes: Iterable[str]) -> None:
    """Store the fingerprints of a story's quotes."""
    fingerprints = {value for text in quotes for value in fingerprints_of(text)}
    connection.executemany(
        "INSERT OR IGNORE INTO prints VALUES (?, ?)", [(value, story) for value in fingerprints]
    )


def drop_fingerprints(connection: apsw.Connection, stories: Iterable[int]) -> None:
    """Take away the fingerprints of stories, as long as their quotes are still stored."""
    for story in stories:
        texts = connection.execute("SELECT text FROM quotes WHERE story = ?", (story,)).fetchall()
        connection.executemany(
            "DELETE FROM prints WHERE print = ? AND story = ?",
            [(value, story) for (text,) in texts for value in fingerprints_of(str(text))],
        )


def stories_with(connection: apsw.Connection, text: str) -> set[int]:
    """Return the newest stories that share a fingerprint with a quote."""
    return {
        int(row[0])
        for value in fingerprints_of(text)
        for row in connection.execute(
            "SELECT story FROM prints WHERE print = ? ORDER BY story DESC LIMIT ?",
            (value, _STORIES),
        )
    }


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def fingerprints_of(text: str) -> set[int]:
    """Return the fingerprints of a text; none for one that is too short to be repeated."""
    words = _words(text)
    if len(words) < FEWEST:
        return set()
    grams = [
        zlib.crc32(" ".join(words[at : at + _GRAM]).encode("utf-8", "surrogatepass")) - 2**31
        for at in range(len(words) - _GRAM + 1)
    ]
    return {min(grams[at : at + _WINDOW]) for at in range(len(grams) - _WINDOW + 1)}


def runs_of(text: str) -> frozenset[str]:
    """Return all runs of `FEWEST` words; of twice as many characters in scripts without blanks."""
    words = _words(text)
    characters = sum(1 for word in words if _UNSPACED.match(word))
    length = FEWEST * 2 if 2 * characters > len(words) else FEWEST
    return frozenset(" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
