"""Search hits: where the words of a search stand in a text."""

from __future__ import annotations

from collections.abc import Iterable

from reader.text.normal import fold

LONGEST = 600
"""Code points; a row on the widest screen shows less."""


def folded_words(words: Iterable[str]) -> list[str]:
    """Words and phrases as they are looked for: without case, accents and doubled blanks."""
    return [folded for word in words if (folded := " ".join(fold(word).split()))]


def places_of(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where any of the folded words begins a word of `text`: start and end, in order.

    A word also finds longer words that begin with it; in scripts without blanks it may stand
    anywhere.
    """
    folded, origin = _folded(text)
    places: list[tuple[int, int]] = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            if at == 0 or not (folded[at - 1].isalnum() and folded[at].isascii()):
                places.append((origin[at], origin[at + len(word) - 1] + 1))
            at = folded.find(word, at + len(word))
    return sorted(places)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without case and accents, and for each of its letters where it came from."""
    if text.isascii():
        return fold(text), list(range(len(text)))
    pieces, origin = [], []
    for place, letter in enumerate(text):
        piece = fold(letter)
        pieces.append(piece)
        origin += [place] * len(piece)
    return "".join(pieces), origin


def around(text: str, start: int, before: int = 12) -> str:
    """Return a text from a little before `start` on, with an ellipsis where words are left out.

    No more than `LONGEST` code points behind `start`.
    """
    text, text_before = text[: start + LONGEST], text[:start]
    if start <= 2 * before:
        return text
    begin = text_before.rfind(" ", 0, start - before + 1)
    return f"…{text[begin + 1:]}" if begin >= 0 else text[start:]
