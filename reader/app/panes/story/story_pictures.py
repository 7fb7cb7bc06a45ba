"""The pictures of the story on screen: which are missing near it, which have come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment

from reader.app.terminal.graphics import BLOCKS, Brush
from reader.app.terminal.pictures import Drawn, box_of
from reader.model.article import Article
from reader.typesetting.line import Layout


class WantedPicture(NamedTuple):
    """A picture that is on screen, or will soon be."""

    block: int
    url: str
    box: tuple[int, int]
    """Pixels worth having."""


class StoryPictures:
    """Pictures by block, made for one measure and one brush."""

    def __init__(self) -> None:
        self._drawn: dict[int, Drawn] = {}
        self._made_for = (0, BLOCKS)
        self._wanted: tuple[WantedPicture, ...] = ()
        self.banded: frozenset[str] = frozenset()
        """Addresses of pictures that could not be had, of any story: they get a band."""

    def begin(self) -> None:
        """Have none: another story is shown."""
        self._drawn, self._wanted = {}, ()

    def missing(
        self, article: Article, layout: Layout, visible: range, measure: int, brush: Brush
    ) -> tuple[WantedPicture, ...]:
        """Return what is to be asked for: what is missing on screen and a page around it.

        Nothing, if the same was asked for the last time.
        """
        if (measure, brush) != self._made_for:
            self._drawn, self._made_for = {}, (measure, brush)
        page = len(visible)
        near = layout.lines[max(0, visible.start - page) : visible.stop + page]
        wanted = tuple(
            WantedPicture(
                line.block,
                article.blocks[line.block].url,
                box_of(line.picture.columns, line.picture.rows, brush),
            )
            for line in near
            if line.picture and not line.picture.row and line.block not in self._drawn
        )
        if not wanted or wanted == self._wanted:
            return ()
        self._wanted = wanted
        return wanted

    def refuse(self, article: Article, pictures: Mapping[int, Drawn]) -> set[int]:
        """Note which pictures could not be had; return their blocks."""
        blocks = {block for block, drawn in pictures.items() if not drawn.rows}
        self.banded |= {article.blocks[block].url for block in blocks}
        return blocks

    def take(self, pictures: Mapping[int, Drawn]) -> None:
        """Have these pictures of the story that is shown."""
        self._drawn.update(pictures)

    @property
    def rows(self) -> dict[int, Sequence[Sequence[Segment]]]:
        """What is drawn in the room that was kept, by block."""
        return {block: drawn.rows for block, drawn in self._drawn.items()}
