"""Brings pictures to the story on screen, if a person wants them fetched."""

from __future__ import annotations

import os
from itertools import cycle

from reader.app.linking import Linking
from reader.app.panes.story.messages import PicturesWanted
from reader.app.shell import EXACT
from reader.app.terminal.driver import GraphicsTold, TerminalDriver
from reader.app.terminal.graphics import BLOCKS, KITTY, Brush, Kind, is_kitty
from reader.app.terminal.pictures import NOTHING, NUMBERS, Drawn, half_blocks, kitty, sixel
from reader.model.picture import Picture
from reader.typesetting.blocks import PICTURE_ROWS


class Picturing(Linking):
    """Fetches pictures on a thread of the desk."""

    _numbers = cycle(range(1, NUMBERS))
    """By which the terminal knows pictures it was sent."""
    _told_cell: tuple[int, int] | None = None
    """Pixels of a cell, as the terminal said."""

    def dress(self) -> None:
        """Keep room for pictures where they are wanted and can be drawn."""
        super().dress()
        wanted = self.newsroom.config.images == "auto"
        coloured = not (self.no_color or self.current_theme.ansi)
        plain = self.article.glyphs.ascii
        if wanted and coloured and not plain and self.newsroom.pictures.available():
            # A picture's number is told by a colour, which 256 colours would change.
            if self.colours == EXACT and is_kitty(os.environ):
                self.article.brush = KITTY
            elif isinstance(self._driver, TerminalDriver):
                self._driver.ask_graphics()
            self.article.setting = self.article.setting._replace(pictures=PICTURE_ROWS)

    def on_graphics_told(self, event: GraphicsTold) -> None:
        """Draw pixels if the terminal has Sixel and the size of its cells is known."""
        if event.sixel and self.article.brush is BLOCKS:
            self._told_cell = event.cell
            self._measure_cells()

    def arrange(self) -> None:
        """Another size of the window may come from another size of the letters."""
        super().arrange()
        if self.article.brush.kind is Kind.SIXEL:
            self._measure_cells()

    def _measure_cells(self) -> None:
        assert isinstance(self._driver, TerminalDriver)
        if cell := self._driver.cell_size() or self._told_cell:
            self.article.brush = Brush(Kind.SIXEL, cell)

    def on_article_pane_pictures_wanted(self, event: PicturesWanted) -> None:
        """Fetch them, on a thread; a later question takes in what this one has not answered."""
        brush, pictures, driver = self.article.brush, self.newsroom.pictures, self._driver

        def draw_one(picture: Picture | None) -> Drawn:
            if picture is None:
                return NOTHING
            if brush.kind is Kind.KITTY:
                return kitty(picture, next(self._numbers))
            if brush.kind is Kind.SIXEL and isinstance(driver, TerminalDriver):
                return sixel(picture, driver.canvas, brush.cell)
            return half_blocks(picture)

        def draw() -> dict[int, Drawn]:
            return {
                block: draw_one(pictures.get(url, box)) for block, url, box in event.wanted
            }

        def put(found: dict[int, Drawn]) -> None:
            for drawn in found.values():
                if drawn.sent and self._driver:
                    # Textual has no door of its own for what is no text; base64 is all it holds.
                    self._driver.write(drawn.sent)
            self.article.put_pictures(event.article, found)

        self.desk.ask("pictures", draw, put)
