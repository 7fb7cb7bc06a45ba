"""Fuzzy matching: how well a command, a source or a setting fits some letters of its name."""

from __future__ import annotations

from typing import NamedTuple

from reader.text.normal import fold

_BEGINS, _WORD, _WITHIN, _SCATTERED = 0, 1, 2, 40
"""What a word costs by where it stands; less is better."""


class Match(NamedTuple):
    """How well something fits, and which letters of it were meant."""

    cost: int
    letters: frozenset[int]
    """Code points of the text, to be lit up."""


def match(typed: str, text: str) -> Match | None:
    """Return how well `text` fits what was typed; None if a word of it is not there.

    Every word must be there: at the beginning of the text, of a word of it, within one, or, at the
    worst and from three letters on, as letters in that order close to each other.
    """
    folded = fold(text)
    cost, letters = 0, set[int]()
    for word in fold(typed).split():
        place = _place(word, folded)
        if place is None:
            return None
        cost += place[0]
        letters |= place[1]
    return Match(cost, _meant(letters, text, folded))


def _meant(letters: set[int], text: str, folded: str) -> frozenset[int]:
    """The code points of `text` that these of `folded` came from: ``…`` is folded to three."""
    if len(folded) == len(text):
        return frozenset(letters)
    origins = [at for at, letter in enumerate(text) for _ in fold(letter)]
    if len(origins) != len(folded):
        return frozenset()  # something was folded together with its neighbour
    return frozenset(origins[at] for at in letters)


def _place(word: str, folded: str) -> tuple[int, set[int]] | None:
    best: tuple[int, set[int]] | None = None
    at = folded.find(word)
    while at >= 0:
        begins = at == 0 or not folded[at - 1].isalnum()
        cost = _BEGINS if at == 0 else _WORD if begins else _WITHIN
        if best is None or cost < best[0]:
            best = cost, set(range(at, at + len(word)))
        at = folded.find(word, at + 1)
    if best is not None or len(word) < 3:
        return best
    places, at = list[int](), -1
    for letter in word:
        at = folded.find(letter, at + 1)
        if at < 0:
            return None
        places.append(at)
    spread = places[-1] - places[0] - len(word) + 1
    starts = places[0] == 0 or not folded[places[0] - 1].isalnum()
    if not starts or spread > 3 * len(word):
        return None
    return _SCATTERED + spread, set(places)
