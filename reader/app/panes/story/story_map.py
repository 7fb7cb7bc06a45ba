"""The map right of a story in wide windows: voices, contents, links. It never takes the focus."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.drawing.drawn_view import LINE
from reader.app.drawing.glyphs import Glyphs
from reader.app.drawing.inks import Inks
from reader.app.drawing.layout_drawing import LINK, VOICE
from reader.typesetting.cells import cut, fit, width
from reader.typesetting.head_and_end import Wording
from reader.typesetting.line import Layout
from reader.typesetting.measure import RAIL


def map_rows(
    layout: Layout, inks: Inks, glyphs: Glyphs, wording: Wording, first: int
) -> list[Strip]:
    """Return the rows of the map, each `RAIL` + 2 cells, for a pane that shows line `first` on top.

    The section that is being read stands out.
    """
    rows: list[Strip] = []
    heading, quiet, bright = inks.token("muted"), inks.token("muted"), inks.token("text")
    voices = [(number, voice) for number, voice in enumerate(layout.voices) if voice.quotes]
    if voices:
        rows.append(_row(wording.voices.upper(), heading))
        for number, voice in voices:
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
        rows.append(_row("", heading))
    if layout.contents:
        rows.append(_row(wording.contents.upper(), heading))
        sections = [(wording.top, 0), *layout.contents]
        current = max(index for index, (_, line) in enumerate(sections) if line <= first + 3)
        for index, (title, line) in enumerate(sections):
            style = bright if index == current else quiet
            rows.append(
                _row(cut(title, RAIL), style + Style.from_meta({LINE: line}))
            )
        rows.append(_row("", heading))
    if layout.links:
        rows.append(_row(wording.links.upper(), heading))
        wide = len(str(len(layout.links)))
        for number, text in enumerate(layout.link_texts, 1):
            meta = Style.from_meta({LINK: number})
            shown = fit(text, RAIL - wide - 1)
            segments = [
                Segment("  "),
                Segment(f"{number:>{wide}} ", inks.token("accent") + meta),
                Segment(shown, quiet + meta),
            ]
            rows.append(Strip(segments, RAIL + 2))
    return rows


def _row(text: str, style: Style) -> Strip:
    return Strip([Segment("  "), Segment(fit(text, RAIL), style)], RAIL + 2)
