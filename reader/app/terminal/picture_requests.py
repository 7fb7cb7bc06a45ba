"""Brings pictures to the story on screen, if a person wants them fetched."""

from __future__ import annotations

import os
from itertools import cycle
from typing import TYPE_CHECKING

from reader.app.looks.looks import EXACT
from reader.app.panes.story.messages import PicturesWanted
from reader.app.terminal.driver import GraphicsTold
from reader.app.terminal.graphics import BLOCKS, KITTY, Brush, Kind, is_kitty
from reader.app.terminal.pictures import NOTHING, NUMBERS, Drawn, half_blocks, kitty, sixel
from reader.model.picture import Picture
from reader.typesetting.blocks import PICTURE_ROWS

if TYPE_CHECKING:
    from reader.app.app import NewsreaderApp


class PictureRequests:
    """Fetches pictures beside the loop and draws them as the terminal can."""

    def __init__(self, app: NewsreaderApp) -> None:
        self._app = app
        self._numbers = cycle(range(1, NUMBERS))
        """By which the terminal knows pictures it was sent."""
        self._told_cell: tuple[int, int] | None = None
        """Pixels of a cell, as the terminal said."""

    def keep_room(self) -> None:
        """Keep room for pictures where they are wanted and can be drawn."""
        app, article = self._app, self._app.window.article
        wanted = app.newsroom.config.images == "auto" and app.newsroom.pictures.available()
        coloured = not (app.no_color or app.current_theme.ansi)
        if wanted and coloured and not article.glyphs.ascii:
            # A picture's number is told by a colour, which 256 colours would change.
            if app.terminal.colours == EXACT and is_kitty(os.environ):
                article.brush = KITTY
            elif driver := app.terminal_driver:
                driver.ask_graphics()
            article.setting = article.setting._replace(pictures=PICTURE_ROWS)

    def terminal_told(self, event: GraphicsTold) -> None:
        """Draw pixels if the terminal has Sixel and the size of its cells is known."""
        if event.sixel and self._app.window.article.brush is BLOCKS:
            self._told_cell = event.cell
            self._draw_pixels()

    def measure_cells(self) -> None:
        """Another size of the window may come from another size of the letters."""
        if self._app.window.article.brush.kind is Kind.SIXEL:
            self._draw_pixels()

    def _draw_pixels(self) -> None:
        driver = self._app.terminal_driver
        assert driver is not None
        if cell := driver.cell_size() or self._told_cell:
            self._app.window.article.brush = Brush(Kind.SIXEL, cell)

    def fetch(self, event: PicturesWanted) -> None:
        """Fetch them, on a thread; a later question takes in what this one has not answered."""
        app = self._app
        brush, pictures = app.window.article.brush, app.newsroom.pictures
        driver = app.terminal_driver

        def draw_one(picture: Picture | None) -> Drawn:
            if picture is None:
                return NOTHING
            if brush.kind is Kind.KITTY:
                return kitty(picture, next(self._numbers))
            if brush.kind is Kind.SIXEL and driver is not None:
                return sixel(picture, driver.canvas, brush.cell)
            return half_blocks(picture)

        def draw() -> dict[int, Drawn]:
            return {
                block: draw_one(pictures.get(url, box)) for block, url, box in event.wanted
            }

        def put(drawn_by_block: dict[int, Drawn]) -> None:
            for drawn in drawn_by_block.values():
                if drawn.sent:
                    app.write_to_terminal(drawn.sent)
            app.window.article.put_pictures(event.article, drawn_by_block)

        app.requests.ask("pictures", draw, put)
