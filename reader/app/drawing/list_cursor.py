"""The cursor of a list and the part of the list on screen, moved by keys and by the mouse."""

from __future__ import annotations

from collections.abc import Callable

KEPT = 3
"""Rows kept in sight around the cursor."""


class ListCursor:
    """Which item is chosen and which one is on top; says when that changes."""

    def __init__(
        self,
        redraw: Callable[[], object],
        moved: Callable[[], object],
        entered: Callable[[], object],
    ) -> None:
        """`moved`: another item is chosen; `entered`: the chosen one was clicked once more."""
        self._redraw, self._moved, self._entered = redraw, moved, entered
        self.chosen = 0
        self.top = 0
        """What is on top, in whatever the list counts: items, or rows."""
        self.stays = False
        """The mouse has been here: the list stays where it is until a key moves the cursor."""

    def choose(self, index: int, length: int, *, still: bool = False) -> bool:
        """Put the cursor on an item of `length`; False if it is there already or there is none.

        The list moves so that there are some rows around the cursor, unless it is to be `still`.
        """
        index = max(0, min(index, length - 1))
        stayed, self.stays = self.stays, still
        if not length or index == self.chosen:
            if stayed:
                self._redraw()
            return False
        self.chosen = index
        self._redraw()
        self._moved()
        return True

    def click(self, index: int, length: int) -> None:
        """Choose an item, or enter it if it is chosen; nothing moves under the pointer."""
        if index >= 0 and not self.choose(index, length, still=True):
            self._entered()

    def wheel(self, steps: int, last_top: int) -> None:
        """Move what is under the pointer, not the cursor, as far as there is more of the list."""
        top = max(0, min(self.top + steps, last_top))
        if top != self.top:
            self.top, self.stays = top, True
            self._redraw()

    def keep_in_sight(self, height: Callable[[int], int], room: int, length: int) -> None:
        """Move the item on top as little as the cursor needs, in `room` rows.

        `height` gives the rows of an item.
        """
        if self.chosen < self.top:
            self.top = self.chosen
        # What is further up than that is out of sight whatever its height; it need not be measured.
        self.top = max(self.top, self.chosen - max(0, room))
        above = sum(height(at) for at in range(self.top, self.chosen))
        if above < KEPT and self.top > 0:
            self.top -= 1
            above += height(self.top)
        below = self.chosen + 1 < length
        needed = height(self.chosen) + (KEPT if below else 0)
        while self.top < self.chosen and above + needed > room:
            above -= height(self.top)
            self.top += 1
