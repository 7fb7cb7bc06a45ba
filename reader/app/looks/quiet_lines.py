"""Without colour: hairlines and scrollbars are dim, as the theme's greys would have been."""

from __future__ import annotations

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_DIM = Style(dim=True)
_GREY = RichColor.parse("bright_black").number
"""What `TERMINAL` draws lines and quiet words in."""


class QuietLines(LineFilter):
    """Dims what is grey: what Textual draws itself, and where no style says dim, has no other way.

    It stands before the filter that takes the colours out.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments, the grey ones dim."""
        return [
            Segment(text, style + _DIM, control) if style and _grey(style) else
            Segment(text, style, control)
            for text, style, control in segments
        ]  # fmt: skip


def _grey(style: Style) -> bool:
    return style.color is not None and style.color.number == _GREY and not style.reverse
