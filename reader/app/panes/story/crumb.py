"""The row above a story that has the window to itself: how to go back, and where one is."""

from __future__ import annotations

from typing import NamedTuple

from textual.strip import Strip

from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import BOLD, PLAIN, row


class Crumb(NamedTuple):
    """Where the story is: what leads back, to which list, and which of its stories it is."""

    key: str
    list: str
    place: str


def crumb_row(crumb: Crumb, cells: int, inks: Inks | None) -> Strip:
    """``‹ q Unread                     1 of 214``; blank before there are inks."""
    if inks is None:
        return Strip.blank(cells)
    left = [
        ("  ", PLAIN),
        ("‹ ", inks.token("accent")),
        (f"{crumb.key} ", inks.token("accent") + BOLD),
        (crumb.list, inks.token("muted")),
    ]
    return row(cells, left, [(f" {crumb.place} ", inks.token("faint"))])
