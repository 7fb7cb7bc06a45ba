"""The place in a story where somebody reads, kept while the lines under it change."""

from __future__ import annotations

from reader.model.story import Position
from reader.typesetting.line import HEAD, Layout


class ReadingPlace:
    """The first words on screen, and how many lines without words stand above them there."""

    def __init__(self) -> None:
        self.position: Position | None = None
        """None: nobody has been anywhere yet, which is the head."""
        self._above = 0

    def go_to(self, position: Position | None) -> None:
        """Be at a position that was kept."""
        self.position, self._above = position, 0

    @property
    def at_head(self) -> bool:
        """Whether it is above the first block."""
        return self.position is None or self.position.block == HEAD

    def remember(self, layout: Layout, top: int) -> None:
        """Take the place from the line on top of the screen."""
        self.position, self._above = _place_at(layout, top)

    def line_in(self, layout: Layout) -> int:
        """Return the line that belongs on top of the screen."""
        place = self.position
        if place is None or (place.block == HEAD and place.offset <= 0):
            return 0
        lines, above = layout.lines, self._above
        line = layout.line_of(place.block, place.offset)
        while line and lines[line - 1].at < 0 and (above > 0 or lines[line - 1].label):
            # The name above the first words belongs to them; a blank row only if it was there.
            line -= 1
            above -= 1
        return line


def _place_at(layout: Layout, top: int) -> tuple[Position, int]:
    lines = layout.lines
    if not top:
        return Position(HEAD, 0), 0
    for above, line in enumerate(lines[top:]):
        if line.at >= 0:
            return Position(line.block, line.at), above
    last = next((line for line in reversed(lines) if line.at >= 0), None)
    return Position(last.block, last.at) if last else Position(HEAD, 0), 0
