"""How the window is shared out: one table of classes by width."""

from __future__ import annotations

from typing import NamedTuple

SMALLEST = (40, 10)
"""Cells and rows below which nothing can be read."""
OVERLAY = 30
LOW = 28
"""Rows; below that no row is spent on air above the headers."""


class Widths(NamedTuple):
    """Cells of each pane; 0 for a sidebar that only lies over the others."""

    sources: int
    headlines: int
    single: bool
    """One pane at a time."""
    airy: bool
    overlay: int = OVERLAY


def widths(cells: int, rows: int) -> Widths:
    """Return how a window of this size is shared out."""
    airy = rows >= LOW and cells >= 100
    if cells < 60:
        return Widths(0, cells, True, airy, overlay=cells)
    if cells < 100:
        return Widths(0, cells, True, airy)
    if cells < 120:
        return Widths(0, 36, False, airy)
    if cells < 160:
        return Widths(22, 37, False, airy)
    if cells < 190:
        return Widths(26, 42, False, airy)
    return Widths(28, 46, False, airy)
