"""Kept frames: a screen's text and styles as a file that a person can read and compare.

The first line gives the size, ``120 x 36``. Then follow the rows of text; the rows again with one
letter for the style of each sign; and what style each letter stands for. ``.`` is the most
frequent style of the frame and is left out at the ends of rows.
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from textual.strip import Strip

MOST_FREQUENT = "."
LETTERS = string.ascii_letters + string.digits + "!#$%&*+-/<=>?@^_~"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the screen: its signs, and the style of each as Rich writes it."""

    text: str
    styles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen; `letters` are those that a file had for its styles, by style."""

    rows: tuple[Row, ...]
    letters: Mapping[str, str]

    @property
    def size(self) -> str:
        """Columns and rows."""
        return f"{cell_len(self.rows[0].text)} x {len(self.rows)}"


def drawn_frame(strips: Sequence[Strip]) -> Frame:
    """The frame that Textual has drawn."""
    rows = []
    for strip in strips:
        styles = [
            str(style.clear_meta_and_links() if style else "")
            for text, style, _control in strip
            for _sign in text
        ]
        rows.append(Row("".join(segment.text for segment in strip), tuple(styles)))
    return Frame(tuple(rows), {})


def frame_file(frame: Frame, letters: Mapping[str, str]) -> str:
    """The frame as its file; styles that have one of these `letters` keep it."""
    legend = _legend(frame, letters)
    lines = [frame.size, *(row.text.rstrip() for row in frame.rows)]
    marks = ("".join(legend[style] for style in row.styles) for row in frame.rows)
    lines += [row.rstrip(MOST_FREQUENT) for row in marks]
    lines += [f"{letter} {style}".rstrip() for style, letter in legend.items()]
    return "\n".join([*lines, ""])


def read_frame(text: str) -> Frame:
    """The frame that a file holds."""
    size, *lines = text.split("\n")
    width, height = (int(number) for number in size.split(" x "))
    legend = lines[2 * height : -1]
    letters = {line[2:]: line[0] for line in legend}
    styles = {letter: style for style, letter in letters.items()}
    rows = []
    for words, marks in zip(lines[:height], lines[height : 2 * height], strict=True):
        full = words + " " * (width - cell_len(words))
        rows.append(Row(full, tuple(styles[mark] for mark in marks.ljust(len(full), "."))))
    return Frame(tuple(rows), letters)


def differences(kept: Frame, drawn: Frame) -> Iterator[str]:
    """What has changed, row by row, rows and columns counted from 1."""
    if kept.size != drawn.size:
        yield f"size: {kept.size}, now: {drawn.size}"
    for number, (before, after) in enumerate(zip(kept.rows, drawn.rows, strict=False), 1):
        was, now = before.text.rstrip(), after.text.rstrip()
        if was != now:
            yield f"row {number}, text: {was!r}, now: {now!r}"
        yield from _style_differences(number, before, after)


def _style_differences(number: int, before: Row, after: Row) -> Iterator[str]:
    """The runs of signs that stand in both rows and have changed from one style to another."""
    column = 0
    pairs = zip(before.styles, after.styles, strict=False)
    for (was, now), run in groupby(pairs):
        start, column = column, column + len(list(run))
        if was != now:
            place = f"s {start + 1}-{column}" if column > start + 1 else f" {column}"
            yield (
                f"row {number}, column{place} {after.text[start:column]!r}, "
                f"style: {was or 'none'}, now: {now or 'none'}"
            )


def _legend(frame: Frame, letters: Mapping[str, str]) -> dict[str, str]:
    """A letter for each style, in the order in which they stand on the screen."""
    counted = Counter(style for row in frame.rows for style in row.styles)
    (usual, _), *_ = counted.most_common(1)
    legend = {usual: MOST_FREQUENT}
    legend |= {s: letters[s] for s in counted if s != usual and letters.get(s, ".") != "."}
    free = (letter for letter in LETTERS if letter not in legend.values())
    return {style: legend.get(style) or next(free) for style in counted}
