"""The map right of a story in wide windows: voices, contents, links. It never takes the focus."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.drawing.glyphs import Glyphs
from reader.app.drawing.inks import Inks
from reader.app.drawing.layout_drawing import LINE, LINK, VOICE, LayoutDrawing
from reader.app.drawing.layout_rows import LayoutRows
from reader.typesetting.cells import cut, fit, width
from reader.typesetting.head_and_end import Wording
from reader.typesetting.line import Layout
from reader.typesetting.measure import RAIL


class StoryMap:
    """The map of the story on screen, drawn once for each line that can be on top."""

    def __init__(self) -> None:
        self._rows: list[Strip] = []
        self._drawn_for: tuple[LayoutDrawing, int, Style] | None = None

    def beside(
        self, strip: Strip, row: int, drawn: LayoutRows, top: int, wording: Wording, style: Style
    ) -> Strip:
        """Put the map's row at the right end of a drawn row; `style` is the pane's own."""
        assert drawn.drawing
        drawn_for = (drawn.drawing, top, style)
        if drawn_for != self._drawn_for:
            rows = map_rows(drawn.layout, drawn.drawing.inks, drawn.drawing.glyphs, wording, top)
            self._rows = [each.apply_style(style) for each in rows]
            self._drawn_for = drawn_for
        if row >= len(self._rows):
            return strip
        left = drawn.frame.rail - 2
        end = strip.crop(left + self._rows[row].cell_length, strip.cell_length)
        return Strip.join([strip.crop(0, left), self._rows[row], end])


def map_rows(
    layout: Layout, inks: Inks, glyphs: Glyphs, wording: Wording, first: int
) -> list[Strip]:
    """Return the rows of the map, each `RAIL` + 2 cells, for a pane that shows line `first` on top.

    The section that is being read stands out.
    """
    quiet = inks.token("muted")
    rows: list[Strip] = []
    for heading, lines in (
        (wording.voices, _voices(layout, inks, glyphs)),
        (wording.contents, _contents(layout, inks, wording.top, first)),
    ):
        if lines:
            rows += [_row(heading.upper(), quiet), *lines, _row("", quiet)]
    links = _links(layout, inks)
    return [*rows, _row(wording.links.upper(), quiet), *links] if links else rows


def _voices(layout: Layout, inks: Inks, glyphs: Glyphs) -> list[Strip]:
    """Each voice that is quoted, with how often."""
    rows = []
    for number, voice in enumerate(layout.voices):
        if voice.quotes:
            count = str(voice.quotes)
            name = fit(voice.name, RAIL - width(count) - 1)
            style = inks.rule(number) + Style.from_meta({VOICE: number})
            segments = [
                Segment(glyphs.rule, inks.rule(number)),
                Segment(" "),
                Segment(f"{name} ", style),
                Segment(count, inks.token("faint")),
            ]
            rows.append(Strip(segments, RAIL + 2))
    return rows


def _contents(layout: Layout, inks: Inks, top: str, first: int) -> list[Strip]:
    """The story's headings, the one over line `first` bright; nothing where there is none."""
    if not layout.contents:
        return []
    sections = [(top, 0), *layout.contents]
    current = max(index for index, (_, line) in enumerate(sections) if line <= first + 3)
    return [
        _row(
            cut(title, RAIL),
            inks.token("text" if index == current else "muted") + Style.from_meta({LINE: line}),
        )
        for index, (title, line) in enumerate(sections)
    ]


def _links(layout: Layout, inks: Inks) -> list[Strip]:
    """The story's links with their numbers."""
    rows = []
    wide = len(str(len(layout.links)))
    for number, text in enumerate(layout.link_texts, 1):
        meta = Style.from_meta({LINK: number})
        segments = [
            Segment("  "),
            Segment(f"{number:>{wide}} ", inks.token("accent") + meta),
            Segment(fit(text, RAIL - wide - 1), inks.token("muted") + meta),
        ]
        rows.append(Strip(segments, RAIL + 2))
    return rows


def _row(text: str, style: Style) -> Strip:
    return Strip([Segment("  "), Segment(fit(text, RAIL), style)], RAIL + 2)
