"""The first page of somebody who has no sources: a few ways to begin, by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.app.article_inks import Inks
from reader.app.drawn_list import DrawnList
from reader.app.rows import BOLD, Part, row
from reader.text.catalogue import say

WIDTH = 66
"""Cells of the page."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to begin."""

    name: str
    """``address``, ``newsboat``, ``opml``, ``shelf`` or ``demo``."""
    title: str
    detail: str
    path: str = ""
    """The file it would take."""


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
        """Draw the page in the middle."""
        cells = self.size.width
        wide = min(WIDTH, cells - 4)
        left = (cells - wide) // 2
        self._left, self._wide = left, wide
        height = 12 + 3 * len(self.offers)
        airy = self.size.height >= height
        for _ in range(max(1, (self.size.height - height + 1) // 2)):
            self.add(Strip.blank(cells))
        day = "morning" if self.hour < 12 else "day" if self.hour < 18 else "evening"
        self._say([(say(f"first.greeting_{day}"), inks.token("bright") + BOLD)])
        self._say([(say("first.nothing"), inks.token("muted"))])
        self.add(Strip.blank(cells))
        if airy:
            self.add(Strip.blank(cells))
        for index, offer in enumerate(self.offers):
            self._offer(inks, index, offer, airy)
        if not airy:
            return
        self.add(Strip.blank(cells))
        self._say([("─" * (wide - 4), inks.token("line"))])
        self.add(Strip.blank(cells))
        self._say([(say("first.three_keys"), inks.token("muted"))])
        self.add(Strip.blank(cells))
        for key, words in (("space", "space"), ("s", "save"), ("?", "help")):
            self._say(
                [
                    (f"{key:<8}", inks.token("accent") + BOLD),
                    (say(f"first.key_{words}"), inks.token("text")),
                ]
            )

    def _say(self, parts: list[Part], item: int = -1) -> None:
        self.add(row(self.size.width, [(" " * (self._left + 2), Style()), *parts]), item)

    def _offer(self, inks: Inks, index: int, offer: Offer, airy: bool) -> None:
        chosen = index == self._chosen
        ground = self.ground(inks, chosen)
        bar: Part = (self.glyphs.selected if chosen else " ", inks.token("accent"))
        enter: list[Part] = []
        if chosen and not self.glyphs.ascii:
            enter.append(("↵  ", inks.token("accent")))
        title = inks.token("bright" if chosen else "text") + BOLD
        for left, right in (
            (
                [bar, (f" {index + 1}  ", inks.token("accent") + BOLD), (offer.title, title)],
                enter,
            ),
            ([bar, ("    ", Style()), (offer.detail, inks.token("muted"))], []),
        ):
            strip = row(self._wide, left, right, ground)
            self.add(Strip.join([Strip.blank(self._left), strip]), index)
        if airy:
            self.add(Strip.blank(self.size.width))

    def on_click(self, event: events.Click) -> None:
        """A click takes an offer."""
        index = self.item_at(event.y)
        if index >= 0:
            self.take(index + 1)
