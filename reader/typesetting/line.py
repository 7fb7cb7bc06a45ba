"""The layout of a story: lines, and on each line words of the story and other signs.

Places on a line are cells from the left edge of the measure; labels and rules lie left of it and
are drawn by whoever knows the frame.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from reader.typesetting.cells import clusters, width
from reader.typesetting.styled_text import Typeset

HEAD = -1
"""The block number of the title and everything above the first block."""
UNATTRIBUTED = -1
"""The voice of quotes without a speaker."""


class Ink(IntEnum):
    """The kind of a stretch of text; the theme and the terminal decide how each kind looks."""

    BODY = 0
    KICKER = 1
    TITLE = 2
    STANDFIRST = 3
    MUTED = 4
    HEADING = 5
    SUBHEADING = 6
    CAPTION = 7
    CODE = 8
    BLOCK_QUOTE = 9
    LONG_QUOTE = 10
    """A block quotation of more than twelve lines: set upright."""
    CITE = 11
    NAME = 12
    STRONG = 13
    ACCENT = 14
    HAIRLINE = 15
    KEY = 16
    """What can be pressed."""


class Ground(IntEnum):
    """What lies behind a whole line of the measure."""

    PLAIN = 0
    QUOTE = 1
    """The tint of the line's voice."""
    RAISED = 2
    RAISED_TOP = 3
    """The upper edge of a raised band: half a row."""
    RAISED_END = 4
    """The lower edge."""


class Words(NamedTuple):
    """A stretch of a block's text on a line."""

    x: int
    set: Typeset
    start: int
    """First code point, counted in ``set.text``."""
    end: int
    ink: Ink = Ink.BODY
    hyphen: bool = False
    """The line ends at a soft hyphen."""

    @property
    def text(self) -> str:
        """As it stands on the line, without the hyphen."""
        return self.set.text[self.start : self.end]


class Sign(NamedTuple):
    """Something on a line that is no part of the story's text: a bullet, a label, a band."""

    x: int
    text: str
    ink: Ink = Ink.MUTED
    link: int = 0
    """The number of the link a click chooses."""


class Label(NamedTuple):
    """A speaker's name as it stands beside or above the words."""

    voice: int
    name: str
    role: str = ""


class PictureRow(NamedTuple):
    """A row of the room that is kept for a picture."""

    row: int
    rows: int
    columns: int


@dataclass(slots=True)
class Line:
    """One row of a laid-out story."""

    block: int
    """The block it belongs to; `HEAD` above the first, the number of blocks below the last."""
    words: tuple[Words, ...] = ()
    signs: tuple[Sign, ...] = ()
    ground: Ground = Ground.PLAIN
    rule: int | None = None
    """The voice whose rule is drawn beside it."""
    label: Label | None = None
    """Stands in the margin; only the name or only the role is set on one row."""
    tint: int | None = None
    """The voice of a block quotation's ground."""
    code: int = 0
    """The full width of a line of code that scrolls sideways, 0 for others."""
    mirrored: bool = False
    """Text from right to left: the rule stands on the right."""
    image: bool = False
    picture: PictureRow | None = None

    @property
    def at(self) -> int:
        """The first code point of the block's own text on it; -1 if it holds none."""
        for words in self.words:
            if words.set.block == self.block:
                return words.set.shown.source(words.start)
        return -1

    def cells(self, words: Words, start: int, end: int) -> tuple[int, int] | None:
        """Where code points `start` to `end` of ``words.set.text`` stand on the line, if any do."""
        start, end = max(start, words.start), min(end, words.end)
        if start >= end:
            return None
        text = words.set.text
        left = words.x + width(text[words.start : start])
        return left, left + width(text[start:end])

    def hit(self, x: int) -> tuple[Words, int] | None:
        """The words at cell `x` and the code point of ``words.set.text`` that stands there."""
        for words in self.words:
            if words.x <= x < words.x + width(words.text):
                used = words.x
                for cluster in clusters(words.text):
                    used += cluster.cells
                    if x < used:
                        return words, words.start + cluster.start
        return None


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of one story."""

    key: str
    """The normalised name, as `Voice.key` of the model."""
    name: str
    role: str
    quotes: int


@dataclass(slots=True)
class Layout:
    """A story laid out for one frame."""

    lines: list[Line] = field(default_factory=list)
    voices: tuple[Voice, ...] = ()
    """In order of first appearance; `Line.rule`, `Line.tint` and `Label.voice` count in it."""
    quote_voices: tuple[int, ...] = ()
    """For each quote of the article its voice."""
    links: tuple[str, ...] = ()
    """Addresses; link number 1 is the first."""
    link_texts: tuple[str, ...] = ()
    """What the story calls them."""
    contents: tuple[tuple[str, int], ...] = ()
    """Headings with the line they stand on."""
    quote_lines: dict[int, int] = field(default_factory=dict)
    """For each quote that is drawn, the line it begins on."""

    inner_quotes: frozenset[int] = frozenset()
    """Quotes that stand within another one."""

    def line_of(self, block: int, offset: int) -> int:
        """The line that shows code point `offset` of a block; the nearest one if none does."""
        nearest = -1
        for number, line in enumerate(self.lines):
            if line.block > block:
                return number if nearest < 0 else nearest
            if line.block == block:
                at = line.at
                if nearest < 0 or 0 <= at <= offset:
                    nearest = number
        return max(nearest, 0)
