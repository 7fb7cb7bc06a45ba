"""Which panes a place shows in a window of some size, and how wide each of them is."""

from __future__ import annotations

from typing import NamedTuple

from reader.app.drawing.widths import SMALLEST, Widths
from reader.app.session.place import ARTICLE, FIRST, LIST, QUOTES, SOURCES, VOICES, Mode, Place


class Arrangement(NamedTuple):
    """What is on the screen."""

    shown: frozenset[str]
    """The panes, by name."""
    small: bool
    """The window is too small to show any."""
    beside: bool
    """Story or quotes stand beside a list."""
    list_alone: bool
    """The list has the room of the story, too."""
    sidebar_over: bool
    """The sidebar lies over the other panes whenever it is shown."""
    covered: bool
    """It lies over them now."""


def is_small(cells: int, rows: int) -> bool:
    """Whether nothing can be read in a window of this size."""
    return cells < SMALLEST[0] or rows < SMALLEST[1]


def arrangement(
    place: Place, wide: Widths, *, alone: bool, keeps: bool, small: bool
) -> Arrangement:
    """Return what is shown at a place.

    `alone`: a page was opened without any list; `keeps`: the list is that of the saved stories,
    which says how much of each is left and takes the room for it.
    """
    pane, over = place.pane, wide.sources == 0
    covered = pane == SOURCES and over
    if place.mode is Mode.FIRST:
        return Arrangement(frozenset((FIRST,)), small, False, False, over, False)
    reading = place.reading and pane == ARTICLE
    left, right = (VOICES, QUOTES) if place.mode is Mode.QUOTES else (LIST, ARTICLE)
    beside = not wide.single and not reading
    list_alone = beside and keeps and pane != ARTICLE and left == LIST
    shown = {
        SOURCES: (beside and not over and not alone) or covered,
        left: beside or pane in (left, SOURCES),
        right: (beside and not list_alone) or pane == right or reading,
    }
    panes = frozenset(name for name, is_shown in shown.items() if is_shown)
    return Arrangement(panes, small, beside, list_alone, over, covered)
