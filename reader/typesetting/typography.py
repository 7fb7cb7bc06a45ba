"""The text as it is shown, with a way back to the text as it was written.

Straight quotes are paired into curly ones, ``--`` and ``...`` become one character, soft hyphens
and zero-width spaces become break points. Offsets of spans and quotes go through `Shown.at`; what
is copied or exported comes back through `Shown.source`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SOFT_HYPHEN, ZERO_WIDTH_SPACE = "\xad", "\u200b"

_WORTH_A_LOOK = re.compile("[\"'\xad\u200b]|--|\\.\\.\\.")
_TOKEN = re.compile("[\"'\xad\u200b]|-+|\\.{2,}")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s\"<>]*[\w/=&#]")
"""Web addresses in running text: their hyphens and dots stay as they are."""
_MARKS = {"de": "„“‚‘", "cs": "„“‚‘", "pl": "„”‚’", "sv": "””’’", "fi": "””’’"}
"""Double and single pairs where they are not the English ones."""
_ELIDED = re.compile("(?:tis|twas|em|til|cause|bout|round|n)\\b|\\d\\ds?\\b", re.I)
"""Words that begin with an apostrophe in English."""
_OPENS_BEFORE = frozenset("([{–—-/“‘„‚«‹¡¿")


class Edit(NamedTuple):
    """Code points `start` to `end` of the source are shown as `shown`; equal ends insert."""

    start: int
    end: int
    shown: str


class Shown:
    """A source text after its edits, with the way from places in one to places in the other."""

    __slots__ = ("_ends", "_shown_ends", "_shown_starts", "_starts", "free", "soft", "text")

    def __init__(self, source: str, edits: Sequence[Edit] = ()) -> None:
        """`edits` are in order and do not overlap."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shown_starts: list[int] = []
        self._shown_ends: list[int] = []
        self.soft: tuple[int, ...] = ()
        """Where soft hyphens were, in the shown text."""
        self.free: tuple[int, ...] = ()
        """Where zero-width spaces were, in the shown text."""
        self.text = source
        if edits:
            self._apply(source, edits)

    def _apply(self, source: str, edits: Sequence[Edit]) -> None:
        pieces, at, length = [], 0, 0
        soft: list[int] = []
        free: list[int] = []
        for start, end, shown in edits:
            pieces.append(source[at:start])
            length += start - at
            self._starts.append(start)
            self._ends.append(end)
            self._shown_starts.append(length)
            if not shown:
                (soft if source[start] == SOFT_HYPHEN else free).append(length)
            pieces.append(shown)
            length += len(shown)
            self._shown_ends.append(length)
            at = end
        pieces.append(source[at:])
        self.text = "".join(pieces)
        self.soft, self.free = tuple(soft), tuple(free)

    def at(self, place: int, *, end: bool = False) -> int:
        """Return where code point `place` of the source is shown.

        `end` means the border before it, as the end of a stretch: an insertion at that very place
        comes after the stretch.
        """
        index = (bisect_left if end else bisect_right)(self._starts, place) - 1
        if index < 0:
            return place
        if place >= self._ends[index]:
            return self._shown_ends[index] + place - self._ends[index]
        return self._shown_ends[index] if end else self._shown_starts[index]

    def source(self, at: int) -> int:
        """Return which code point of the source is shown at `at`."""
        index = bisect_right(self._shown_starts, at) - 1
        if index < 0:
            return at
        if at >= self._shown_ends[index]:
            return self._ends[index] + at - self._shown_ends[index]
        return self._starts[index]


def prose_edits(
    text: str, *, smart: bool = True, lang: str = "", skip: Iterable[tuple[int, int]] = ()
) -> list[Edit]:
    """Return the edits that set `text` as prose; nothing within the stretches of `skip` (code).

    Addresses are left as they are, but for the places where they may break.

    Without `smart` only soft hyphens and zero-width spaces are taken out.
    """
    if not _WORTH_A_LOOK.search(text):
        return []
    skipped = sorted(skip)
    edits: list[Edit] = []
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if smart else []
    pairs = _Pairs(text, _MARKS.get(lang, "“”‘’"))
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if any(first < end and start < last for first, last in skipped):
            continue
        token = match[0]
        if token[0] in (SOFT_HYPHEN, ZERO_WIDTH_SPACE):
            edits.append(Edit(start, end, ""))
        elif not smart or any(first < end and start < last for first, last in addresses):
            continue
        elif token == '"':
            edits += pairs.double(start)
        elif token == "'":
            edits += pairs.single(start)
        elif token == "...":
            edits.append(Edit(start, end, "…"))
        elif token in ("--", "---") and _is_dash(text, start, end):
            edits.append(Edit(start, end, "–" if token == "--" else "—"))
    return edits


def as_prose(text: str, *, smart: bool = True, lang: str = "") -> str:
    """Return a title as it is set at the head of its story; its length may change."""
    return Shown(text, prose_edits(text, smart=smart, lang=lang)).text


_PLAIN = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "…": "...", "·": "."} | {
    "–": "-",
    "—": "--",
    "•": "*",
    "●": "*",
    "◆": "+",
}
_NOT_PLAIN = re.compile(f"[{''.join(_PLAIN)}]")


def plain_edits(
    text: str, edits: Iterable[Edit], *, skip: Iterable[tuple[int, int]] = ()
) -> list[Edit]:
    """Return `edits` and those that put plain signs for the typographic ones, also within them.

    For terminals that draw typographic signs two cells wide, or not at all.
    """
    skipped = [*skip, *((edit.start, edit.end) for edit in edits)]
    plain = [Edit(edit.start, edit.end, plain_signs(edit.shown)) for edit in edits]
    plain += [
        Edit(match.start(), match.end(), _PLAIN[match[0]])
        for match in _NOT_PLAIN.finditer(text)
        if not any(first <= match.start() < last for first, last in skipped)
    ]
    return sorted(plain)


def plain_signs(text: str) -> str:
    """Return `text` with plain signs for the typographic ones; its length may change."""
    return _NOT_PLAIN.sub(lambda match: _PLAIN[match[0]], text)


def _is_dash(text: str, start: int, end: int) -> bool:
    """Whether hyphens stand for a dash: not ``--option``, not a line drawn with hyphens."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isspace() == after.isspace() and bool(before.strip() or after.strip() or before)


class _Pairs:
    """Decides for each straight quote mark of one text which curly one it is."""

    def __init__(self, text: str, marks: str) -> None:
        self._text = text
        self._open_double, self._close_double, self._open_single, self._close_single = tuple(marks)
        self._double_open = False
        self._single_open = False

    def double(self, at: int) -> list[Edit]:
        before, after = self._around(at)
        opening = self._begins(before) and not self._ends(after)
        if before.isdigit() and not self._double_open:
            return []  # inches
        if before and not before.isspace() and after and not after.isspace() and not opening:
            opening = not self._double_open and before in "=:"
        self._double_open = opening
        return [Edit(at, at + 1, self._open_double if opening else self._close_double)]

    def single(self, at: int) -> list[Edit]:
        before, after = self._around(at)
        if before.isdigit() and not self._single_open and not after.isalpha():
            return []  # feet
        opening = (
            self._begins(before)
            and not self._ends(after)
            and not _ELIDED.match(self._text, at + 1)
            and self._closes_later(at)
        )
        if opening or (self._single_open and not after.isalnum()):
            self._single_open = opening
            return [Edit(at, at + 1, self._open_single if opening else self._close_single)]
        return [Edit(at, at + 1, "’")]

    def _around(self, at: int) -> tuple[str, str]:
        return self._text[at - 1 : at] if at else "", self._text[at + 1 : at + 2]

    @staticmethod
    def _begins(before: str) -> bool:
        return not before or before.isspace() or before in _OPENS_BEFORE or before in "\"'"

    @staticmethod
    def _ends(after: str) -> bool:
        return not after or after.isspace() or after in ",;:!?)]}"

    def _closes_later(self, at: int) -> bool:
        """Whether a later mark could close the quotation: one behind a letter and before none."""
        text = self._text
        later = text.find("'", at + 1)
        while later >= 0:
            after = text[later + 1 : later + 2]
            if not text[later - 1].isspace() and not after.isalnum():
                return True
            later = text.find("'", later + 1)
        return False
