"""Letters that stand for a piece of a picture: they are drawn, scrolled and cut like any text.

Each one carries two marks above it, which say its row and its column in the picture, so that any
part of a picture may lie under a sheet or beyond the edge of a pane. The marks are those of Kitty's
protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders).
"""

from __future__ import annotations

_RANGES = (
    "0305 030D-030E 0310 0312 033D-033F 0346 034A-034C 0350-0352 0357 035B 0363-036F 0483-0487 "
    "0592-0595 0597-0599 059C-05A1 05A8-05A9 05AB-05AC 05AF 05C4 0610-0617 0657-065B 065D-065E "
    "06D6-06DC 06DF-06E2 06E4 06E7-06E8 06EB-06EC 0730 0732-0733 0735-0736 073A 073D 073F-0741"
)


def _letters(ranges: str) -> str:
    parts = (part.partition("-") for part in ranges.split())
    return "".join(
        chr(code)
        for first, _, last in parts
        for code in range(int(first, 16), int(last or first, 16) + 1)
    )


MARKS = _letters(_RANGES)
"""The mark of row or column 0, of 1, and so on."""


def placeholders(letter: str, rows: int, columns: int) -> list[str]:
    """Return `rows` lines of `columns` cells each that stand for a picture; `MARKS` at most."""
    across = MARKS[:columns]
    return [
        "".join(letter + down + mark for mark in across) for down in MARKS[:rows]
    ]
