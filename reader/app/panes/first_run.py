"""The first page of somebody who has no sources: a few ways to begin, by number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.app.drawing.drawn_list import DrawnList
from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import BOLD, Part, row
from reader.app.session.offers import Offer
from reader.typesetting.cells import cut
from reader.typesetting.wrap import balanced
from reader.wording.catalogue import say

WIDTH = 66
"""Cells of the page."""


class _Air(NamedTuple):
    """How the page is spaced: empty rows, and whether what is less needed is there."""

    above: int
    between: int
    around: int
    keys: bool = True
    details: bool = True

    def rows(self, offers: int) -> int:
        """The rows of a page with so many offers, but for the sentence at its head."""
        keys = 3 * self.around + 5 if self.keys else 0
        return 1 + self.above + offers * (1 + self.details + self.between) + keys


_AIRS = (
    _Air(2, 1, 1), _Air(1, 1, 0), _Air(1, 0, 0), _Air(1, 0, 0, keys=False),
    _Air(0, 0, 0, keys=False),
    _Air(0, 0, 0, keys=False, details=False),
)  # fmt: skip


class FirstRun(DrawnList, inherit_bindings=False):
    """Shows offers; one of them is chosen."""

    DEFAULT_CSS = "FirstRun { background: $bg; color: $text; width: 1fr; }"

    class Taken(Message):
        """An offer is taken."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.offer = offer

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.offers: Sequence[Offer] = ()
        self.hour = 8
        """The hour of the day, for the greeting."""
        self.keys: tuple[str, ...] = ("", "", "")
        """What reads on, saves and helps, as a person writes these keys."""
        self._chosen = 0

    @property
    def head_rows(self) -> int:
        """Nothing stands above the page."""
        return 0

    @property
    def chosen_item(self) -> int:
        """The index of the chosen offer."""
        return self._chosen

    def show(self, offers: Sequence[Offer], hour: int) -> None:
        """Show these offers, the greeting for this hour."""
        self.offers, self.hour = offers, hour
        # What lies on this machine already is the likeliest way to begin.
        self._chosen = next((n for n, offer in enumerate(offers) if offer.path), 0)
        self.redraw()

    def move(self, count: int) -> None:
        """Choose the next offer, or the previous one."""
        self._chosen = max(0, min(self._chosen + count, len(self.offers) - 1))
        self.redraw()

    def take(self, number: int = 0) -> bool:
        """Take offer `number`, from 1, or the chosen one; False if there is none."""
        index = number - 1 if number else self._chosen
        if not 0 <= index < len(self.offers):
            return False
        self._chosen = index
        self.redraw()
        self.post_message(self.Taken(self.offers[index]))
        return True

    def build(self, inks: Inks) -> None:
        """Draw the page in the middle, as airy as the window allows."""
        cells = self.size.width
        wide = min(WIDTH, cells - 4)
        self._left, self._wide = (cells - wide) // 2, wide
        said = say("first.nothing")
        lines = [said[line.start : line.end] for line in balanced(said, wide - 4)]
        offers, room = len(self.offers), self.size.height - len(lines)
        air = next((air for air in _AIRS if air.rows(offers) <= room), _AIRS[-1])
        self._blank((room - air.rows(offers) + 1) // 2)
        day = "morning" if self.hour < 12 else "day" if self.hour < 18 else "evening"
        self._say([(say(f"first.greeting_{day}"), inks.token("bright") + BOLD)])
        for line in lines:
            self._say([(line, inks.token("muted"))])
        self._blank(air.above)
        for index, offer in enumerate(self.offers):
            self._offer(inks, index, offer, air)
        if not air.keys:
            return
        self._blank(air.around)
        self._say([("─" * (wide - 4), inks.token("line"))])
        self._blank(air.around)
        self._say([(say("first.three_keys"), inks.token("muted"))])
        self._blank(air.around)
        for key, words in zip(self.keys, ("space", "save", "help"), strict=True):
            self._say(
                [
                    (f"{key:<8}", inks.token("accent") + BOLD),
                    (say(f"first.key_{words}"), inks.token("text")),
                ]
            )

    def _blank(self, rows: int) -> None:
        for _ in range(rows):
            self.add(Strip.blank(self.size.width))

    def _say(self, parts: list[Part], item: int = -1) -> None:
        self.add(row(self.size.width, [(" " * (self._left + 2), Style()), *parts]), item)

    def _offer(self, inks: Inks, index: int, offer: Offer, air: _Air) -> None:
        chosen = index == self._chosen
        ground = self.ground(inks, chosen)
        bar: Part = (self.glyphs.selected if chosen else " ", inks.token("accent"))
        enter: list[Part] = []
        if chosen:
            enter.append(("↵  ", inks.token("accent")))
        title = inks.token("bright" if chosen else "text") + BOLD
        number: Part = (f" {index + 1}  ", inks.token("accent") + BOLD)
        strips = [row(self._wide, [bar, number, (offer.title, title)], enter, ground)]
        if air.details:
            detail = cut(offer.detail, self._wide - 5)
            under = [bar, ("    ", Style()), (detail, inks.token("muted"))]
            strips.append(row(self._wide, under, (), ground))
        for strip in strips:
            self.add(Strip.join([Strip.blank(self._left), strip]), index)
        self._blank(air.between)

    def on_click(self, event: events.Click) -> None:
        """A click takes an offer."""
        index = self.item_at(event.y)
        if index >= 0:
            self.take(index + 1)
