"""Widths in cells, measured by grapheme cluster exactly as the terminal library measures them.

A cluster is what a person takes for one character: a letter with its accents, a flag, a family
joined from four emoji. Text is never cut inside one.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

ELLIPSIS = "…"
_DROPPED_BEFORE_ELLIPSIS = " ,;:·–—-\u3000、"
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)


class Cluster(NamedTuple):
    """One grapheme cluster: code points `start` to `end` of the text, `cells` wide."""

    start: int
    end: int
    cells: int


def width(text: str) -> int:
    """Return the number of cells `text` takes on one line."""
    return len(text) if text.isascii() else cell_len(text)


def clusters(text: str) -> list[Cluster]:
    """Cut `text` into grapheme clusters; together they cover it, and their cells are its width."""
    pieces: list[Cluster] = []
    flag_open = False
    for start, end, cells in split_graphemes(text)[0]:
        first = ord(text[start])
        regional = first in _REGIONAL
        if pieces and (first in _SKIN_TONES or (regional and flag_open)):
            # A flag is two letters, a skin tone belongs to the hand before it.
            pieces[-1] = Cluster(pieces[-1].start, end, pieces[-1].cells + cells)
            flag_open = False
        else:
            pieces.append(Cluster(start, end, cells))
            flag_open = regional
    return pieces


def prefix(text: str, cells: int) -> int:
    """Return how many code points of `text` fit into `cells`, ending between two clusters."""
    if text.isascii():
        return max(0, min(len(text), cells))
    used = 0
    for start, _end, wide in clusters(text):
        used += wide
        if used > cells:
            return start
    return len(text)


def cut(text: str, cells: int, *, word: bool = True, ellipsis: str = ELLIPSIS) -> str:
    """Return `text` if it fits into `cells`, else its beginning and an ellipsis.

    The cut falls behind a whole word, unless `word` is false or more than half of the room would
    stay empty (a long first word, a script without spaces).
    """
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        return text[: prefix(text, cells)]
    end = prefix(text, room)
    if word and not text[end : end + 1].isspace():
        blank = max(text.rfind(" ", 0, end), text.rfind("\u3000", 0, end))
        if blank > 0 and width(text[:blank]) * 2 >= room:
            end = blank
    return text[:end].rstrip(_DROPPED_BEFORE_ELLIPSIS) + ellipsis


def cut_middle(text: str, cells: int, *, ellipsis: str = ELLIPSIS) -> str:
    """Return `text` if it fits into `cells`, else its two ends with an ellipsis between them."""
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 2:
        return cut(text, cells, word=False, ellipsis=ellipsis)
    tail = room // 2
    pieces = clusters(text)
    used, start = 0, len(text)
    for piece in reversed(pieces):
        if used + piece.cells > tail:
            break
        used, start = used + piece.cells, piece.start
    return text[: prefix(text, room - used)].rstrip() + ellipsis + text[start:].lstrip()


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """Return `text` filled with blanks to `cells`; `right` sets it flush right. Never cuts."""
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks


def fit(text: str, cells: int, *, right: bool = False, word: bool = True) -> str:
    """Return `text` cut or filled to exactly `cells`."""
    return pad(cut(text, cells, word=word), cells, right=right) if cells > 0 else ""
