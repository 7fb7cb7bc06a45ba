"""Normalized forms of text, for comparing: without case and accents, keys of names and words."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_MARKS = re.compile("[\u0300-\u036f]+")
# Courtesy and learned titles; offices ("president") are roles, not part of a name.
_TITLE_WORDS = """
mr mrs ms miss mx sir dame lord lady dr prof professor doctor rev reverend father
herr frau hr fr monsieur madame mme mlle m don dona senor senora sr sra srta
signor signora sig dott dottor dhr mevr pan pani fru bay bayan г н г-н г-жа господин госпожа
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_NOT_NAME = re.compile(r"[^\w\s'-]+")
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return `text` without differences of case, accents and width: ``Škoda`` is ``skoda``.

    Idempotent. The length may change, so offsets in the result mean nothing in `text`.
    """
    if text.isascii():  # most words of most feeds, and 10 times cheaper
        return text.lower()
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    return text.translate(_LETTERS)


def name_key(name: str) -> str:
    """Return what two spellings of one person's name share: folded, no titles, no possessive."""
    words = fold(re.sub(r"['’]s\b", "", name)).replace("’", "'").replace("-", " ").replace(".", " ")
    parts = _NOT_NAME.sub(" ", words).split()
    kept = [part.strip("'") for part in parts if part not in _TITLES]
    return " ".join(part for part in kept or parts if part)


def words_key(text: str) -> str:
    """Return what two settings of the same words share: folded, without marks and blanks.

    ``“It’s done,”`` is ``it s done``, whatever its quotation marks. Without any word: `text`.
    """
    return " ".join(_WORD.findall(fold(text))) or text
