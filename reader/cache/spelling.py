"""How many slips of the keyboard part two words."""

from __future__ import annotations

from collections.abc import Sequence


def slips_between(word: str, other: str, most: int) -> int:
    """Return how many slips lead from one word to the other; `most` + 1 if they are more.

    A slip is a letter more, less or another, or two neighbours swapped (optimal string alignment).
    """
    if abs(len(word) - len(other)) > most:
        return most + 1
    before_last: Sequence[int] = ()
    last: Sequence[int] = range(len(other) + 1)
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, across in enumerate(other, 1):
            slips = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != across))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == across:
                slips = min(slips, before_last[j - 2] + 1)
            row.append(slips)
        if min(row) > most:
            return most + 1
        before_last, last = last, row
    return min(last[-1], most + 1)
