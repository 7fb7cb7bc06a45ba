"""Rows of the lists and the status line: words left, words right, blanks between."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.typesetting.cells import cut, width
from reader.typesetting.direction import isolated

Part = tuple[str, Style]
"""Words and how they look. The words are clean: they came through the loader or are ours."""

PLAIN = Style()
BOLD = Style(bold=True)


def row(
    cells: int, left: Sequence[Part], right: Sequence[Part] = (), ground: Style = PLAIN
) -> Strip:
    """Return a row of exactly `cells` cells; what is left gives way to what is right."""
    tail = sum(width(text) for text, _ in right)
    room = max(0, cells - tail)
    segments: list[Segment] = []
    used = 0
    for text, style in left:
        text = cut(text, room - used, word=False) if used + width(text) > room else text
        used += width(text)
        segments.append(Segment(isolated(text), _on(ground, style)))
    segments.append(Segment(" " * (room - used), ground))
    segments += [Segment(isolated(text), _on(ground, style)) for text, style in right]
    return Strip(segments, max(cells, tail)).crop(0, cells)


def _on(ground: Style, style: Style) -> Style:
    """A style on its ground; a reversed one takes no colours, or it would be a patchwork."""
    if not ground.reverse:
        return ground + style
    plain = ground + style.without_color
    return plain + Style(dim=False) if style.dim else plain  # dim letters cannot be read on it
