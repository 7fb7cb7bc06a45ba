"""Pair quotation marks within one paragraph: by position first, by glyph second.

A mark with a blank before it opens, one with a letter or a stop before it closes; the glyph only
decides where the neighbours do not, since writers and programs mix them up. Apostrophes and inch
marks are told apart by what stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reader.text.quote_signs import SIGNS
from reader.text.scripts import EAST_ASIAN

_DOUBLE, _SINGLE, _GUILLEMET, _ANGLE, _CORNER, _WHITE_CORNER = range(6)
_FAMILY = {
    "“": _DOUBLE, "”": _DOUBLE, "„": _DOUBLE, "‟": _DOUBLE, '"': _DOUBLE, "＂": _DOUBLE,
    "''": _DOUBLE, "``": _DOUBLE, "’’": _DOUBLE, "‘‘": _DOUBLE, "‚‚": _DOUBLE, ",,": _DOUBLE,
    "‘": _SINGLE, "’": _SINGLE, "‚": _SINGLE, "‛": _SINGLE, "'": _SINGLE, "`": _SINGLE,
    "«": _GUILLEMET, "»": _GUILLEMET, "‹": _ANGLE, "›": _ANGLE,
    "「": _CORNER, "」": _CORNER, "『": _WHITE_CORNER, "』": _WHITE_CORNER,
}  # fmt: skip
MARKS = re.compile(f"[{SIGNS}]")
"""Any mark, apostrophes included."""
_PARTS = re.compile(r"``|''|’’|‘‘|‚‚|(?<!\S),,(?=\w)|[" + SIGNS + "]")
"""As `MARKS`, where two signs may be one mark."""
_CLOSES = frozenset("」』")
_BEFORE_OPENING = frozenset(
    " \t\n\u00a0\u202f\u2009\u200b\u3000([{<—–-―/:,;，、：；。！？（=>|*·•¿¡"
)
_BLANK = frozenset(" \t\n\u00a0\u202f\u2009\u200b\u3000")
_AFTER_CLOSING = frozenset(" \t\n\u00a0\u202f\u2009\u200b\u3000)]}>—–-―/:,;.!?…，、：；。！？）|*")

Mark = tuple[str, int, int, int]
"""Glyph, start, end, family."""


class Stretch:
    """Text between two marks that belong together, marks included."""

    __slots__ = ("closed", "double", "end", "family", "inner_end", "inner_start", "level", "start")

    def __init__(
        self, start: int, end: int, inner_start: int, inner_end: int, family: int, closed: bool
    ) -> None:
        self.start, self.end = start, end
        self.inner_start, self.inner_end = inner_start, inner_end
        self.family = family
        self.closed = closed
        """False where the paragraph ended before the closing mark."""
        self.double = family != _SINGLE
        """False for ‘…’ and '…': easily apostrophes, so they need more evidence."""
        self.level = 0
        """0 for the outermost."""


class _Open:
    __slots__ = ("after", "family", "glyph", "start")

    def __init__(self, start: int, after: int, family: int, glyph: str) -> None:
        self.start, self.after, self.family, self.glyph = start, after, family, glyph


def find_marks(text: str) -> list[Mark]:
    """Return all marks of a text; apostrophes within words, a third of the signs, are none."""
    if ",," in text:
        return [(m[0], *m.span(), _FAMILY[m[0]]) for m in _PARTS.finditer(text)]
    marks: list[Mark] = []
    after = 0
    for at in _places(text):
        if at < after:
            continue  # the second sign of a mark
        glyph = text[at]
        family, after = _FAMILY[glyph], at + 1
        if family == _SINGLE:
            if text.startswith(glyph, after) and glyph * 2 in _FAMILY:
                glyph, family, after = glyph * 2, _DOUBLE, at + 2
            elif text[at - 1 : at].isalnum() and text[after : after + 1].isalnum() and not (
                text[at - 1] >= EAST_ASIAN or text[after] >= EAST_ASIAN
            ):
                continue
        marks.append((glyph, at, after, family))
    return marks


def _places(text: str) -> list[int]:
    """Return where signs stand. Each is looked for by itself: half the time of one pattern."""
    places: list[int] = []
    for glyph in SIGNS:
        at = text.find(glyph)
        while at >= 0:
            places.append(at)
            at = text.find(glyph, at + 1)
    places.sort()
    return places


@cache
def _elided(words: frozenset[str]) -> re.Pattern[str]:
    """Return what matches behind an apostrophe for letters left out: ``’tis``, ``’80s``."""
    parts = [r"\d0?s?\b", *(re.escape(word) + r"\b" for word in words)]
    return re.compile("|".join(parts), re.IGNORECASE)


def find_stretches(
    text: str, marks: Sequence[Mark], start: int, end: int, *, closes_low: bool = False,
    elisions: frozenset[str] = frozenset(),
) -> list[Stretch]:
    """Return what stands between paired marks in ``text[start:end]``, in order of beginning.

    `marks`: those of this part. `closes_low`: the language writes „…“, so “ is a closing mark.
    `elisions`: what an apostrophe stands before, for letters left out. A double mark or guillemet
    left open reaches to the end; a single one is taken for an apostrophe.
    Time is linear.
    """
    stretches: list[Stretch] = []
    stack: list[_Open] = []
    depth = [0] * 6  # how many of each family are open
    later_close: list[bool] = []
    for number, (glyph, at, after, family) in enumerate(marks):
        left = text[at - 1] if at > start else " "
        right = text[after] if after < end else " "
        opened = depth[family] > 0
        if family == _SINGLE:
            later_close = later_close or _later_single_closings(text, marks, start, end)
            way = _single_way(
                text, glyph, left, right, after, end, opened, later_close[number],
                elisions,
            )
        else:
            way = _way(text, glyph, family, left, right, at, start, opened, stack, closes_low)
        if way > 0:
            if len(stack) < 8:
                stack.append(_Open(at, after, family, glyph))
                depth[family] += 1
        elif way < 0 and opened:
            while stack:
                top = stack.pop()
                depth[top.family] -= 1
                if top.family == family:
                    stretches.append(Stretch(top.start, after, top.after, at, family, True))
                    break
    if stack:
        _left_open(text, stretches, stack, end)
    if len(stretches) > 1:
        stretches.sort(key=lambda stretch: (stretch.start, -stretch.end))
        _set_levels(stretches)
    return stretches


def _way(
    text: str, glyph: str, family: int, left: str, right: str, at: int, start: int,
    opened: bool, stack: list[_Open], closes_low: bool,
) -> int:  # fmt: skip
    """Return 1 for an opening, -1 for a closing mark, 0 for neither."""
    if glyph in _CLOSES:
        return -1
    if family in (_CORNER, _WHITE_CORNER):
        return 1
    if glyph in '"\'\'＂' and left.isdigit() and not opened:
        return 0  # inches, seconds
    if glyph in "„‚‚,," and glyph != '"':
        return 1
    can_open = (left in _BEFORE_OPENING or left in _FAMILY) and right not in _BLANK
    can_close = left not in _BLANK and (right in _AFTER_CLOSING or right in _FAMILY)
    if family in (_GUILLEMET, _ANGLE):
        reverse = bool(stack) and any(o.family == family and o.glyph in "»›" for o in stack)
        if glyph in "«‹":
            if reverse and not (can_open and not can_close):
                return -1
            return 1
        if can_open and not can_close and (not opened or left in _BLANK):
            return 1 if not opened else -1
        return -1
    if glyph == "”" and opened and left not in _BLANK:
        return -1
    if can_open and not can_close:
        return 1
    if can_close and not can_open:
        return -1
    if glyph == "“":
        return (-1 if opened else 1) if closes_low else (1 if not opened or can_open else -1)
    if glyph in "”’’":
        return -1 if opened else (1 if can_open else -1)
    if glyph in ("``", "‘‘"):
        return 1
    return -1 if opened else 1


def _single_way(
    text: str, glyph: str, left: str, right: str, after: int, end: int, opened: bool, later: bool,
    elisions: frozenset[str],
) -> int:
    if left >= EAST_ASIAN or right >= EAST_ASIAN:
        return 1 if glyph == "‘" or (glyph != "’" and not opened) else -1
    word_left, word_right = left.isalnum(), right.isalnum()
    if word_left and word_right:
        return 0
    if glyph == "‚":
        return 1 if not word_left and word_right else 0
    before_opening = left in _BEFORE_OPENING or (left in _FAMILY and not word_left)
    if before_opening and right not in _BLANK and not word_left:
        if opened and right in _AFTER_CLOSING:
            return -1
        if _elided(elisions).match(text, after, min(end, after + 8)) and glyph != "‘":
            return 0
        if glyph == "‘" and right.isdigit():
            return 0 if not later else 1
        return 1 if later else 0
    if opened:
        at = after - len(glyph)
        if left in "nN" and text[max(0, at - 2) : at - 1] in ("’", "'", "‘"):
            return 0  # rock ’n’ roll
        if left in "sSxz" and right in _BLANK and later:
            return 0  # the sailors’ wives
        return -1
    return 0


def _later_single_closings(
    text: str, marks: Sequence[Mark], start: int, end: int
) -> list[bool]:
    """Return for each mark whether a single one that may close follows before one that opens."""
    later = [False] * len(marks)
    seen = False
    for number in range(len(marks) - 1, -1, -1):
        later[number] = seen
        glyph, at, after, family = marks[number]
        if family != _SINGLE:
            continue
        left = text[at - 1] if at > start else " "
        right = text[after] if after < end else " "
        if left.isalnum() and right.isalnum():
            continue
        if left not in _BLANK and (right in _AFTER_CLOSING or right in _FAMILY):
            seen = True
        elif glyph in "‘'" and left in _BLANK and right.isalpha():
            seen = False
    return later


def _left_open(text: str, stretches: list[Stretch], stack: list[_Open], end: int) -> None:
    """Extend a quotation left open to the end, unless one in the same marks begins later."""
    latest: dict[int, int] = {}
    for stretch in stretches:
        latest[stretch.family] = max(latest.get(stretch.family, -1), stretch.start)
    for item in reversed(stack):
        if item.family == _SINGLE or latest.get(item.family, -1) > item.start:
            continue
        latest[item.family] = item.start
        stop = end
        while stop > item.after and text[stop - 1].isspace():
            stop -= 1
        if stop > item.after:
            stretches.append(Stretch(item.start, stop, item.after, stop, item.family, False))


def _set_levels(stretches: list[Stretch]) -> None:
    ends: list[int] = []
    for stretch in stretches:
        while ends and ends[-1] <= stretch.start:
            ends.pop()
        stretch.level = len(ends)
        ends.append(stretch.end)
