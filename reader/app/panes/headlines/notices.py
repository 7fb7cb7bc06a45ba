"""What stands above a list, or in its place: what waits, what is wrong, why it is empty."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import BOLD, PLAIN, Part, row
from reader.typesetting.blocks import Breaker
from reader.typesetting.cells import width
from reader.typesetting.head_and_end import Notice, third_down
from reader.typesetting.wrap import balanced, wrap

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


def box(inks: Inks, cells: int, room: int, notice: Notice, edge: str) -> list[Strip]:
    """A raised box with a red edge: what happened, what is still fine, what to press.

    It leaves the greater part of `room` rows to the stories: first its air goes, then what is
    still fine.
    """
    first = _wrapped(notice.first, cells, inks.token("bright") + BOLD, balanced)
    rest = _wrapped(notice.rest, cells, inks.token("muted"))
    keys = _keys(inks, notice.keys, cells, "text") if notice.keys else []
    air: list[list[Part]] = [[]]
    forms = (
        [*air, *first, *rest, *(air if keys else []), *keys, *air],
        [*first, *rest, *keys],
        [*first, *keys],
    )
    lines = next((form for form in forms if len(form) <= room // 2), forms[-1])
    ground = inks.behind("raise")
    lead: list[Part] = [(edge, inks.token("err")), (" " * (MARGIN - 1), PLAIN)]
    boxed = [row(cells, [*lead, *line], (), ground) for line in lines]
    return [*boxed, Strip.blank(cells)]


def emptiness(
    inks: Inks, cells: int, pane: int, above: int, notice: Notice, margin: int = MARGIN
) -> list[Strip]:
    """Words in place of a list in a pane of so many rows, the first of them taken.

    They begin a third of the way down: what is so, then each key in a row.
    """
    first = _wrapped(notice.first, cells, inks.token("bright") + BOLD, balanced)
    rest = _wrapped(notice.rest, cells, inks.token("muted"))
    wide = max((width(key) for key, _ in notice.keys), default=0) + 3
    accent, text = inks.token("accent") + BOLD, inks.token("text")
    keys: list[list[Part]] = [
        [(key, accent), (" " * (wide - width(key)) + words, text)] for key, words in notice.keys
    ]
    spare = pane - above - len(first) - len(rest) - len(keys)
    air: list[list[Part]] = [[]] * (0 if not keys else 2 if spare > 6 else min(1, max(0, spare)))
    lines = [*first, *(rest if spare >= 0 else []), *air, *keys]
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
