"""Where a story stands in its pane: measure, margin for the speakers' names, map on the right."""

from __future__ import annotations

from typing import NamedTuple

MEASURE = 68
"""Cells of a line of text, unless the reader chose otherwise."""
NARROWEST, WIDEST = 40, 90
MARGIN = 26
"""Cells left of the text where names stand beside it."""
NAME = 22
"""Cells for a name in the margin."""
RAIL = 20
"""Cells of the map."""

_GUTTER = 3
"""A gap, the rule and a gap."""
_GAP = 2
"""Cells between the text and what stands right of it, the scrollbar too."""
_SCROLLBAR = 1
_TINY = 60
"""Below this many cells the gap left of the rule goes."""
_RAIL_SPACE = 4 + 2 + RAIL + _GAP
"""What the map takes right of the text: a gap, its own rule and a gap, the words, a gap."""


class Frame(NamedTuple):
    """The columns of one pane, in cells from its left edge. The last column is the scrollbar's."""

    width: int
    left: int
    """The first cell of the text."""
    measure: int
    margin: bool
    """Names stand in the margin; else on a line above the words."""
    rail: int
    """The first cell of the map's words, 0 if there is none."""
    free: int
    """Cells from `left` up to where a wide table may reach."""
    top: int = 0
    """Blank rows above the head."""

    @property
    def rule(self) -> int:
        """The cell of the rule beside quoted words."""
        return self.left - 2

    @property
    def name_end(self) -> int:
        """One past the last cell of a name in the margin."""
        return self.left - 3


def frame(
    width: int,
    *,
    measure: int = MEASURE,
    reading: bool = False,
    quotes: bool = True,
    beside: bool = True,
    single: bool = False,
) -> Frame:
    """Return the frame for a pane of `width` cells, without its hairline.

    `reading` is the reading view: the story alone, centred, with a margin only if it has `quotes`.
    Without `beside` nothing stands beside the text, however wide the pane. `single`: the pane has
    the window to itself, and its text the place it has in the reading view.
    """
    if reading:
        return _reading(width, measure, quotes)
    if single and width >= _TINY:
        return _reading(width, measure, quotes=False)._replace(top=0)
    least = measure * 7 // 8
    rail_room = width - MARGIN - _RAIL_SPACE - _SCROLLBAR
    if beside and rail_room >= least:
        cells = min(measure + 2, rail_room)
        left = MARGIN + (rail_room - cells) // 2
        rail = left + cells + 6
        return Frame(width, left, cells, True, rail, cells + 2)
    room = width - MARGIN - _GAP - _SCROLLBAR
    if beside and room >= least:
        cells = min(measure, room)
        return Frame(width, MARGIN, cells, True, 0, width - MARGIN - _GAP)
    gutter = _GUTTER if width >= _TINY else _GUTTER - 1
    cells = max(1, min(measure, width - 2 * gutter))
    left = (width - cells) // 2 if width - cells > 2 * gutter + _GAP else gutter
    return Frame(width, left, cells, False, 0, width - left - _GAP)


def _reading(width: int, measure: int, quotes: bool) -> Frame:
    if width < _TINY:
        return frame(width, measure=measure)._replace(top=1)
    cells = min(measure, width - 2 * _GUTTER - _GAP)
    left = max(_GUTTER, (width - cells) // 2)
    margin = quotes and width >= cells + 2 * NAME
    if margin:
        left = max(left, MARGIN)
    return Frame(width, left, cells, margin, 0, width - left - _GAP, top=1)
