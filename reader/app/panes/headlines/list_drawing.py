"""The stories of a list as rows: which form each has, how high it is, what is on top at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.strip import Strip

from reader.app.drawing.rows import row
from reader.app.panes.headlines.found_rows import found_rows
from reader.app.panes.headlines.known_rows import KnownRows
from reader.app.panes.headlines.rows import HeadlineRows, Place
from reader.app.panes.headlines.saved_rows import saved_rows
from reader.app.session.finds import Finds
from reader.model.story import Headline


class ListForm(NamedTuple):
    """How the stories of a list are drawn."""

    compact: bool = False
    """A row each."""
    saved: bool = False
    """With what is left to read of each."""
    finds: Finds | None = None
    """With what a search found in each."""
    gaps: bool = True
    """A blank row stands below each."""

    def strips(self, rows: HeadlineRows, headline: Headline | None, place: Place) -> list[Strip]:
        """Return the rows of a story; blank ones while it is not known."""
        if headline is None:
            blank = row(rows.cells, [place.bar], ground=place.ground)
            strips = [blank] * (1 if self.compact else 3)
        elif self.finds is not None:
            strips = found_rows(rows, headline, place, self.finds)
        elif self.compact:
            strips = [rows.compact(headline, place)]
        elif self.saved:
            strips = saved_rows(rows, headline, place)
        else:
            strips = rows.comfortable(headline, place)
        return [*strips, Strip.blank(rows.cells)] if self.gaps else strips


class ListDrawing:
    """Draws stories of one list in one form; `place` says how the cursor changes an item."""

    def __init__(
        self,
        ids: Sequence[int],
        known: KnownRows,
        rows: HeadlineRows,
        form: ListForm,
        place: Callable[[int], Place],
    ) -> None:
        self._ids, self._known, self._rows, self._form, self._place = ids, known, rows, form, place

    def item(self, index: int) -> list[Strip]:
        """Return the rows of the story at an index of the list."""
        headline = self._known.get(self._ids[index])
        return self._form.strips(self._rows, headline, self._place(index))

    def height(self, index: int) -> int:
        """Return how many rows it has."""
        return len(self.item(index))

    def last_top(self, room: int) -> int:
        """Return the furthest story that can be on top, with the end of the list on screen."""
        top = len(self._ids)
        while top > 0 and (room := room - self.height(top - 1)) >= 0:
            top -= 1
        return min(top, max(0, len(self._ids) - 1))
