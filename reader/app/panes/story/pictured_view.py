"""A story whose pictures are drawn once they have come; until then, and without leave, bands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.message import Message
from textual.reactive import var

from reader.app.panes.story.view import StoryView
from reader.app.terminal.graphics import BLOCKS, Brush
from reader.app.terminal.pictures import Drawn, box_of
from reader.model.article import Article
from reader.model.story import Headline, Position


class WantedPicture(NamedTuple):
    """A picture that is on screen, or will soon be."""

    block: int
    url: str
    box: tuple[int, int]
    """Pixels worth having."""


class PicturedView(StoryView, inherit_bindings=False):
    """Asks for pictures near the screen and puts them where their room was kept."""

    brush: var[Brush] = var(BLOCKS, init=False)
    """How pictures are drawn."""

    class PicturesWanted(Message):
        """Pictures are missing; whoever has them calls `put_pictures`."""

        def __init__(self, article: Article, wanted: tuple[WantedPicture, ...]) -> None:
            super().__init__()
            self.article = article
            self.wanted = wanted

    def __init__(self, *, id: str | None = None, **more: object) -> None:
        super().__init__(id=id, **more)  # type: ignore[arg-type]  # handed on as they came
        self._pictures: dict[int, Drawn] = {}
        self._pictures_for = (0, BLOCKS)
        """The measure and the brush they were made for."""
        self._wanted_pictures: tuple[WantedPicture, ...] = ()

    def watch_brush(self) -> None:
        """Draw the pictures anew."""
        if self.is_mounted:
            self.want_pictures()

    def show(
        self, article: Article, headline: Headline | None = None, position: Position | None = None
    ) -> None:
        """Show a story at a position, or from its head."""
        self._pictures = {}
        self._wanted_pictures = ()
        super().show(article, headline, position)

    def want_pictures(self) -> None:
        """Ask for the pictures on screen and a page around it that are not there yet."""
        article = self._article
        if article is None or not self.setting.pictures:
            return
        made_for = (self._frame.measure, self.brush)
        if made_for != self._pictures_for:
            self._pictures, self._pictures_for = {}, made_for
        near = self._made.lines[max(0, self.top_line - self.rows) : self.top_line + 2 * self.rows]
        wanted = []
        for line in near:
            place, block = line.picture, line.block
            if place and not place.row and block not in self._pictures:
                box = box_of(place.columns, place.rows, self.brush)
                wanted.append(WantedPicture(block, article.blocks[block].url, box))
        if wanted and tuple(wanted) != self._wanted_pictures:
            self._wanted_pictures = tuple(wanted)
            self.post_message(self.PicturesWanted(article, self._wanted_pictures))

    def put_pictures(self, article: Article, found: Mapping[int, Drawn]) -> None:
        """Take pictures of a story by block; nothing on screen moves, their room was kept.

        What could not be had gets a band the next time the story is laid out: at once where that
        cannot be seen.
        """
        missing = {block for block, drawn in found.items() if not drawn.rows}
        self._banded |= {article.blocks[block].url for block in missing}
        if article is not self._article:
            return
        self._pictures.update(found)
        shown = self._made.lines[self.top_line : self.top_line + self.rows]
        if missing and not any(line.block in missing for line in shown):
            self.lay_out()
        else:
            self.redraw()

    def redraw(self) -> None:
        """Draw every line anew, with the pictures there are."""
        super().redraw()
        if self._drawing:
            self._drawing.pictures = {block: drawn.rows for block, drawn in self._pictures.items()}
