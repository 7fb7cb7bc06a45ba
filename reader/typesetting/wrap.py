"""Breaking text into lines: greedy for body, balanced for titles, never justified.

Works on code-point ranges, so that styles and the places of quotes stay with their letters. Where a
line may not end follows Unicode's line breaking (UAX 14) for Western scripts and the Japanese
kinsoku rules (JIS X 4051), both reduced to what news text needs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.scripts import breaks_anywhere
from reader.typesetting.cells import clusters, cut, width

_SIMPLE = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*\\Z"
)
"""Texts of these characters alone take one cell for each; nine paragraphs in ten are such."""

SPACES = frozenset(
    " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
)
"""Where a line may end. The no-break spaces are missing on purpose."""

_SPACE = "[" + "".join(sorted(SPACES)) + "]"
_CLOSING = ")]}»›”’,.;:!?…%‰、。，．・：；！？」』）〕］｝〉》】〗〙〟"
_OPENING = "([{«‹“‘„‚¿¡「『（〔［｛〈《【〖〘〝"
_NOT_FIRST = frozenset(
    _CLOSING.replace("«", "")
    + "ーゝゞ々ヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ〜～‐–—‥ｰ､｡｣"
    + "ะาำๅๆฯະາຳໆ"
)
"""Kinsoku: what may not begin a line of Japanese or Chinese; of Thai and Lao the vowels that stand
behind their letter."""
_NOT_LAST = frozenset(_OPENING + "｢" + "เแโใไເແໂໃໄ")
"""Kinsoku: what may not end one; of Thai and Lao the vowels that stand before their letter."""

_UNITS = (
    "%|‰|°[CF]?|[cdkmµ]?m[²³]?|[kMG]?[WVAJN]|[kmMGT]?(?:Hz|Wh|B|bit|Pa)|k?g|mg|[mcdh]?l|t|h|s|ms|min|ha"
    "|ft|in|lb|oz|mi|yd|mph|bar|km/h|kph|m/s|knots|inches|feet|miles|(?:kilo|centi|milli)?met(?:re|er)s?"
    "|lit(?:re|er)s?|tonn?es?|tons|acres|hectares|barrels|degrees|percent|per|cent|a\\.?m\\.?|p\\.?m\\.?"
    "|hundred|thousand|[mb]illions?|trillions?|years?|months?|weeks?|days?|hours?|minutes?|seconds?"
    "|tausend|(?:Tausend|Million|Milliarde)e?n?|Mio\\.|Mrd\\.|Prozent|Uhr|(?:Kilom|M|Zentim)eter|Grad|Tonnen"
    "|Liter|Hektar|Jahren?|Monaten?|Wochen?|Tagen?|Stunden?|Minuten?|Sekunden?"
    "|milliards?|mètres|kilomètres|heures?|jours|ans|mois|millones|años|horas|milioni|miliardi|anni|ore"
    "|тыс\\.|млн|млрд|км|кг|руб\\.|года?|лет|tis\\.|mil\\.|mld\\.|mln|roku|lat"
    "|[€$£¥₽₴₹₩]|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|JPY|kr\\.?|Kč|zł|Ft|[Ee]uros?|dollars|pounds|yen|cents"
)
_NEXT_HELD = re.compile(f"(?:[{re.escape(_CLOSING)}]+|[–—-]{{1,3}})(?={_SPACE}|$)")
"""Closing punctuation after a space (French sets one) and dashes stay with the word before."""
_NEXT_UNIT = re.compile(f"(?:{_UNITS})(?![\\w])|\\d{{3}}(?!\\d)")
_PREVIOUS_HELD = re.compile(
    f"[{re.escape(_OPENING)}]+|[€$£¥§#]|(?:[(\\[“‘„\"']*(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nr|Mme|Hr|Fr)\\.)"
)
_PARTICLE = "(?:v[ao]n|de[lnr]?|d[aiou]s?|al|el|ter?|ten|zu|af|av|l[ae]|bin)"
_INITIALS = re.compile(
    f"(?<![^\\W_])([^\\W\\d_])\\.(?:[- ]?[^\\W\\d_]\\.)*-?(?:(?: {_PARTICLE})+)?\\Z"
)
"""A name without its last part; its group is the first letter."""
_SURNAME = re.compile(f"(?:{_PARTICLE}[ -])*(?:d[’'])?(.)")
"""The last part; its group is the first letter behind the particles."""
_LONGEST_BEGINNING = 30
_IN_ADDRESS = "/.-_?&=+:,;"


class Range(NamedTuple):
    """One line: code points `start` to `end`, blanks at its end left out."""

    start: int
    end: int
    hyphen: bool = False
    """Ends at a soft hyphen: a hyphen is to be shown after it."""
    hard: bool = False
    """Ends inside a word that found no better place."""


def wrap(
    text: str,
    cells: int,
    *,
    first: int = 0,
    soft: Sequence[int] = (),
    free: Sequence[int] = (),
) -> list[Range]:
    """Break `text` greedily into lines of at most `cells`; line breaks in it are kept.

    `first` is the room on the first line where that differs. `soft` are the places of soft hyphens
    and `free` those of zero-width spaces, both already taken out of the text, in order. An empty
    text is one empty line.
    """
    breaker = _Breaker(text, soft, free)
    lines: list[Range] = []
    at = 0
    for part in text.split("\n"):
        lines += breaker.lines(at, at + len(part), cells, first)
        first = 0
        at += len(part) + 1
    return lines


def balanced(text: str, cells: int, *, soft: Sequence[int] = ()) -> list[Range]:
    """Break `text` into as few lines as `wrap`, of lengths as even as can be."""
    lines = wrap(text, cells, soft=soft)
    if len(lines) < 2 or "\n" in text:
        return lines
    split = sum(line.hard or line.hyphen for line in lines)
    low, high = -(-width(text) // len(lines)), cells
    while low < high:
        middle = (low + high) // 2
        tried = wrap(text, middle, soft=soft)
        if len(tried) <= len(lines) and sum(x.hard or x.hyphen for x in tried) <= split:
            high, lines = middle, tried
        else:
            low = middle + 1
    return lines


def wrap_title(text: str, cells: int, most: int, *, first: int = 0) -> list[str]:
    """Break a title for a list: at most `most` lines, the last cut on a word if more is left."""
    ranges = wrap(text, cells, first=first)
    lines = [text[line.start : line.end] for line in ranges[:most]]
    if len(ranges) > most:
        room = first if first and most == 1 else cells
        lines[-1] = cut(text[ranges[most - 1].start :], room)
    return lines


class _Ruler:
    """Converts between cells and code points of one text."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._edges: list[int] | None = None
        if not _SIMPLE.match(text):
            self._edges, self._cells, used = [], [], 0
            for start, _end, wide in clusters(text):
                self._edges.append(start)
                self._cells.append(used)
                used += wide
            self._edges.append(self._length)
            self._cells.append(used)

    def reach(self, start: int, cells: int) -> int:
        """The end of the clusters from `start` on that fit into `cells`; of one, if none fits."""
        if self._edges is None:
            return min(self._length, start + max(cells, 1))
        here = bisect_left(self._edges, start)
        last = bisect_right(self._cells, self._cells[here] + cells) - 1
        return self._edges[min(max(last, here + 1), len(self._edges) - 1)]

    def cells(self, start: int, end: int) -> int:
        """The cells between two borders."""
        if self._edges is None:
            return end - start
        edges, cells = self._edges, self._cells
        return cells[bisect_left(edges, end)] - cells[bisect_left(edges, start)]

    def border(self, at: int) -> bool:
        """Whether a cluster begins at `at`."""
        edges = self._edges
        return edges is None or edges[bisect_left(edges, at)] == at


class _Breaker:
    """Breaks one text into lines."""

    __slots__ = ("_free", "_ruler", "_soft", "_text")

    def __init__(self, text: str, soft: Sequence[int], free: Sequence[int]) -> None:
        self._text, self._soft, self._free = text, soft, free
        self._ruler = _Ruler(text)

    def lines(self, at: int, end: int, cells: int, first: int) -> Iterator[Range]:
        """The lines of a stretch without line breaks; `first`: the room on the first one, or 0."""
        text = self._text
        while end > at and text[end - 1] in SPACES:
            end -= 1
        at = self._behind_spaces(at, end)
        room = first or cells
        while (limit := self._ruler.reach(at, room)) < end:
            line = self._line(at, limit, end, room)
            yield line
            at = self._behind_spaces(line.end, end)
            room = cells
        yield Range(at, end)

    def _behind_spaces(self, at: int, end: int) -> int:
        text = self._text
        while at < end and text[at] in SPACES and self._ruler.border(at + 1):
            at += 1
        return at

    def _line(self, at: int, limit: int, end: int, room: int) -> Range:
        """The line that begins at `at`, of which code points up to `limit` fit."""
        text, border = self._text, self._ruler.border
        held = 0
        place = 0
        for here in range(limit, at, -1):
            letter, before = text[here], text[here - 1]
            if letter in SPACES and border(here + 1):  # a blank with an accent is a letter
                if before in SPACES:
                    continue
                held = held or here
                if not _holds(text, at, here, end):
                    place = here
                    break
            elif before not in SPACES and (
                self._may_end(here, before, letter) or (self._free and _listed(self._free, here))
            ):
                place = here
                break
        if self._soft:
            hyphened = self._soft_break(at, limit, end, room)
            if hyphened > max(place, held):
                return Range(at, hyphened, hyphen=True)
        if place or held:
            return Range(at, place or held)
        return Range(at, self._hard_break(at, limit), hard=True)

    def _may_end(self, here: int, before: str, letter: str) -> bool:
        """Whether a line may end between two letters: at a hyphen, in Han and kana."""
        border = self._ruler.border
        if before in "-‐–—":
            two_before = self._text[here - 2] if here > 1 else " "
            joined = before in "-‐–"
            if joined and not (two_before.isalpha() and letter.isalpha()):
                return False
            return two_before not in SPACES and letter.isalnum() and border(here)
        if not (breaks_anywhere(before) or breaks_anywhere(letter)):
            return False
        return letter not in _NOT_FIRST and before not in _NOT_LAST and border(here)

    def _soft_break(self, at: int, limit: int, end: int, room: int) -> int:
        """The last soft hyphen that fits, in words longer than half the room; else 0."""
        text, soft, ruler = self._text, self._soft, self._ruler
        start = limit
        while start > at and text[start - 1] not in SPACES:
            start -= 1
        stop = limit
        while stop < end and text[stop] not in SPACES:
            stop += 1
        if ruler.cells(start, stop) * 2 <= room:
            return 0
        for index in range(bisect_right(soft, limit) - 1, -1, -1):
            place = soft[index]
            if place <= start:
                return 0
            if place < stop and ruler.cells(at, place) < room and ruler.border(place):
                return place
        return 0

    def _hard_break(self, at: int, limit: int) -> int:
        """Where to cut a word that is longer than the line: behind a separator, else anywhere."""
        text, border = self._text, self._ruler.border
        for here in range(limit, at + (limit - at) // 2, -1):
            if text[here - 1] in _IN_ADDRESS and text[here] not in _IN_ADDRESS and border(here):
                return here
        here = limit
        while here > at + 1 and (text[here] in _NOT_FIRST or text[here - 1] in _NOT_LAST):
            here -= 1
            if limit - here > 3:
                return limit
        return here if here > at and border(here) else limit


def _holds(text: str, at: int, space: int, end: int) -> bool:
    """Whether the words on both sides of the space at `space` belong on one line."""
    after = space
    while after < end and text[after] in SPACES:
        after += 1
    if _NEXT_HELD.match(text, after, end):
        return True
    start = space
    while start > at and text[start - 1] not in SPACES:
        start -= 1
    last = text[space - 1]
    if last.isdecimal() or last in "½¼¾":
        return _NEXT_UNIT.match(text, after, end) is not None
    if last in ".-" and _PREVIOUS_HELD.fullmatch(text, start, space):
        return True
    if last in ".-" or last.islower():
        initials = _INITIALS.search(text[max(at, space - _LONGEST_BEGINNING) : space])
        surname = initials and _SURNAME.match(text, after, end)
        return bool(initials and surname and initials[1].isupper() and surname[1].isupper())
    return (last in _NOT_LAST or last in "€$£¥§#") and bool(
        _PREVIOUS_HELD.fullmatch(text, start, space)
    )


def _listed(places: Sequence[int], place: int) -> bool:
    index = bisect_left(places, place)
    return index < len(places) and places[index] == place
