"""What the sidebar and the list of headlines share: a cursor that moves, by keys and by mouse."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.message import Message

from reader.app.drawing.drawn_list import DrawnList


class ChoiceList(DrawnList, inherit_bindings=False):
    """A drawn list with a cursor; says when another item is chosen, and when one is entered."""

    MOVED: ClassVar[type[Message]]
    """Posted when another item is chosen."""
    ENTERED: ClassVar[type[Message]]
    """Posted when the chosen item is clicked once more."""

    WHEEL: ClassVar[int] = 1
    """What the wheel moves at once, in what `last_top` counts."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._chosen = self._top = 0
        self._wheeled = False
        """The mouse has been here: the list stays where it is until a key moves the cursor."""

    @property
    def length(self) -> int:
        """How many items there are."""
        return 0

    @property
    def last_top(self) -> int:
        """The furthest that can be on top, so that the end of the list is on screen."""
        return 0

    @property
    def chosen_item(self) -> int:
        """The index of the chosen item; -1 in an empty list."""
        return self._chosen if self.length else -1

    def choose(self, index: int, *, still: bool = False) -> bool:
        """Put the cursor on an item; False if it is there already or there is none.

        The list moves so that there are some rows around the cursor, unless it is to be `still`.
        """
        index = max(0, min(index, self.length - 1))
        away, self._wheeled = self._wheeled, still
        if not self.length or index == self._chosen:
            if away:
                self.redraw()
            return False
        self._chosen = index
        self.redraw()
        self.post_message(self.MOVED())
        return True

    def move(self, count: int) -> bool:
        """Move the cursor down, or up if negative."""
        return self.choose(self._chosen + count)

    def on_click(self, event: events.Click) -> None:
        """A click chooses, a second one opens; nothing moves under the pointer."""
        index = self.item_at(event.y)
        if index >= 0 and not self.choose(index, still=True):
            self.post_message(self.ENTERED())

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves what is under the pointer, not the cursor."""
        self._wheel(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves what is under the pointer, not the cursor."""
        self._wheel(-1)

    def _wheel(self, direction: int) -> None:
        top = max(0, min(self._top + direction * self.WHEEL, self.last_top))
        if top != self._top:
            self._top, self._wheeled = top, True
            self.redraw()
