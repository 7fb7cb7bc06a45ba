"""Brings pictures to the story on screen, if a person wants them fetched."""

from __future__ import annotations

import os
from itertools import cycle

from reader.app.linking import Linking
from reader.app.pictured_view import PicturedView
from reader.app.pictures import NOTHING, NUMBERS, Drawn, half_blocks, placeholders, shows_pixels
from reader.app.shell import EXACT
from reader.text.layout_blocks import PICTURE_ROWS


class Picturing(Linking):
    """Fetches pictures on a thread of the desk."""

    _numbers = cycle(range(1, NUMBERS))
    """By which the terminal knows pictures it was sent."""

    def dress(self) -> None:
        """Keep room for pictures where they are wanted and can be drawn."""
        super().dress()
        wanted = self.newsroom.config.images == "auto"
        coloured = not (self.no_color or self.current_theme.ansi)
        plain = self.article.glyphs.ascii
        if wanted and coloured and not plain and self.newsroom.pictures.available():
            # A picture's number is told by a colour, which 256 colours would change.
            self.article.pixels = self.colours == EXACT and shows_pixels(os.environ)
            self.article.setting = self.article.setting._replace(pictures=PICTURE_ROWS)

    def on_pictured_view_pictures_wanted(self, event: PicturedView.PicturesWanted) -> None:
        """Fetch them, on a thread; a later question takes in what this one has not answered."""
        pixels, pictures = self.article.pixels, self.newsroom.pictures

        def draw() -> dict[int, Drawn]:
            found = {}
            for block, url, box in event.wanted:
                picture = pictures.get(url, box)
                if picture is None:
                    found[block] = NOTHING
                elif pixels:
                    found[block] = placeholders(picture, next(self._numbers))
                else:
                    found[block] = half_blocks(picture)
            return found

        def put(found: dict[int, Drawn]) -> None:
            for drawn in found.values():
                if drawn.sent and self._driver:
                    # Textual has no door of its own for what is no text; base64 is all it holds.
                    self._driver.write(drawn.sent)
            self.article.put_pictures(event.article, found)

        self.desk.ask("pictures", draw, put)
