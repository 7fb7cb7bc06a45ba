"""What stands above a list, or in its place: what waits, what is wrong, why it is empty."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from reader.app.article_inks import Inks
from reader.app.rows import BOLD, PLAIN, Part, row
from reader.text.cells import width
from reader.text.layout_around import Notice, third_down
from reader.text.layout_blocks import Breaker
from reader.text.wrap import balanced, wrap

MARGIN = 2
"""Cells left and right of the words."""


def band(inks: Inks, cells: int, left: str, right: str) -> list[Strip]:
    """One raised row with words at both ends, and a blank one."""
    ground = inks.behind("raise")
    end: list[Part] = [(f"  {right}{' ' * MARGIN}", inks.token("muted"))]
    if width(left) + width(right) + 2 + 2 * MARGIN > cells:
        end = [(" " * MARGIN, PLAIN)]
    start: list[Part] = [(" " * MARGIN, PLAIN), (left, inks.token("accent"))]
    return [row(cells, start, end, ground), Strip.blank(cells)]


def box(inks: Inks, cells: int, notice: Notice, edge: str) -> list[Strip]:
    """A raised box with a red edge: what happened, what is still fine, what to press."""
    ground = inks.behind("raise")
    bar: Part = (edge, inks.token("err"))
    lines: list[list[Part]] = [[]]
    lines += _wrapped(notice.first, cells, inks.token("bright") + BOLD, balanced)
    lines += _wrapped(notice.rest, cells, inks.token("muted"))
    if notice.keys:
        lines.append([])
        lines += _keys(inks, notice.keys, cells, "text")
    lines.append([])
    lead: Part = (" " * (MARGIN - 1), PLAIN)
    boxed = [row(cells, [bar, lead, *line], (), ground) for line in lines]
    return [*boxed, Strip.blank(cells)]


def emptiness(
    inks: Inks, cells: int, pane: int, above: int, notice: Notice, margin: int = MARGIN
) -> list[Strip]:
    """Words in place of a list in a pane of so many rows, the first of them taken.

    They begin a third of the way down: what is so, then each key in a row.
    """
    rows = pane - above
    lines = _wrapped(notice.first, cells, inks.token("bright") + BOLD, balanced)
    lines += _wrapped(notice.rest, cells, inks.token("muted"))
    if notice.keys:
        lines += [[], []] if rows > len(lines) + len(notice.keys) + 6 else [[]]
    wide = max((width(key) for key, _ in notice.keys), default=0) + 3
    for key, words in notice.keys:
        blanks = " " * (wide - width(key))
        lines.append([(key, inks.token("accent") + BOLD), (blanks + words, inks.token("text"))])
    lead: Part = (" " * margin, PLAIN)
    empty = [Strip.blank(cells)] * third_down(pane, above, len(lines))
    return [*empty, *(row(cells, [lead, *line]) for line in lines)]


def _wrapped(
    words: str, cells: int, style: Style, breaker: Breaker = wrap
) -> list[list[Part]]:
    if not words:
        return []
    room = max(1, cells - 2 * MARGIN)
    return [[(words[line.start : line.end], style)] for line in breaker(words, room)]


def _keys(
    inks: Inks, keys: tuple[tuple[str, str], ...], cells: int, token: str
) -> list[list[Part]]:
    """Keys side by side as far as there is room."""
    lines: list[list[Part]] = [[]]
    used = 0
    for key, words in keys:
        need = width(key) + 1 + width(words) + 3
        if used and used + need - 3 > cells - 2 * MARGIN:
            lines.append([])
            used = 0
        gap = "   " if used else ""
        lines[-1] += [
            (gap, PLAIN),
            (key, inks.token("accent") + BOLD),
            (f" {words}", inks.token(token)),
        ]
        used += need
    return lines
