"""Where a terminal draws our signs two cells wide, or not at all: plain ones in their cells."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_PLAIN = str.maketrans(
    {
        plain: sign
        for sign, plains in {
            "|": "▏▕│┃▎▍▌",
            "#": "▐▁▂▃▄▅▆▇█▀▣",
            "-": "─╌–—▾·",
            "=": "━",
            ":": "╎┊┆",
            "+": "◆▸╭╮╰╯┌┐└┘├┤┬┴┼",
            "*": "●",
            ".": "…•",
            "o": "◌○",
            "v": "✓↓",
            "^": "↑",
            "<": "‹←",
            ">": "›→↵",
            "x": "×",
            '"': "“”„",
            "'": "‘’‚",
        }.items()
        for plain in plains
    }
)


class PlainCells(LineFilter):
    """Puts a plain sign into the cell of each typographic one, whoever drew it.

    Texts come here with their own marks set plain already, which may take more cells than one.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with plain signs."""
        return [
            segment if segment.text.isascii() else segment._replace(text=plain_cells(segment.text))
            for segment in segments
        ]


PLAIN_CELLS = PlainCells()
"""The one there need be: lines that were filtered are remembered by their filter."""


def plain_cells(text: str) -> str:
    """Return a text with plain signs, as many cells wide as before."""
    return text.translate(_PLAIN)
