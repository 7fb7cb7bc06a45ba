"""Lines of a laid-out story as strips of cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.drawing.glyphs import Glyphs
from reader.app.drawing.inks import Inks
from reader.app.drawing.layout_search import Hit
from reader.text.links import leads_elsewhere
from reader.typesetting.cells import cut_middle, prefix, width
from reader.typesetting.direction import POP, isolate, isolated
from reader.typesetting.line import Ground, Ink, Layout, Line, Words
from reader.typesetting.measure import NAME, Frame
from reader.typesetting.styled_text import Feature

VOICE, LINK, IMAGE, LINE = "voice", "link", "image", "line"
"""Keys of the meta that a click finds under the pointer: numbers, never text from outside."""


class LayoutDrawing:
    """Draws the lines of one layout."""

    def __init__(
        self,
        layout: Layout,
        frame: Frame,
        inks: Inks,
        glyphs: Glyphs,
        *,
        hyperlinks: bool = False,
    ) -> None:
        """`hyperlinks`: the terminal follows links by itself (OSC 8)."""
        self._layout = layout
        self._frame = frame
        self.inks = inks
        self.glyphs = glyphs
        self._hyperlinks = hyperlinks
        self.pictures: Mapping[int, Sequence[Sequence[Segment]]] = {}
        """Rows of the pictures that have come, by block; their room is there in any case."""

    def strip(self, line: Line, *, code: int = 0, mark: str = "") -> Strip:
        """One line, as wide as what stands on it; code scrolled `code` cells to the left.

        `mark` is drawn in the rule's column, in place of a rule.
        """
        pen = _Pen()
        frame, inks = self._frame, self.inks
        if line.label:
            self._label(line, pen)
        if mark:
            pen.at(frame.rule)
            pen.put(mark, inks.token("faint"))
        elif line.rule is not None and not line.mirrored:
            pen.at(frame.rule)
            pen.put(self._rule(line.rule), inks.rule(line.rule))
        pen.at(frame.left)
        if line.ground in (Ground.RAISED_TOP, Ground.RAISED_END):
            self._edge(line, pen)
        elif line.code:
            self._code(line, pen, code)
        elif line.picture and self.pictures.get(line.block):
            self._picture(line, self.pictures[line.block], line.picture.row, pen)
        else:
            self._measure(line, pen)
        if line.rule is not None and line.mirrored:
            pen.at(frame.left + frame.measure + 1)
            pen.put(self._rule(line.rule), inks.rule(line.rule))
        return Strip(pen.segments, pen.x)

    def overlays(
        self, line: Line, number: int, hits: Sequence[Hit], quote: int
    ) -> Iterator[tuple[Style, int, int]]:
        """Styles to lay over cells of a drawn line: found words, and a quote jumped to."""
        left = self._frame.left
        for words in line.words:
            for run in words.set.runs(words.start, words.end) if quote >= 0 else ():
                place = line.cells(words, run.start, run.end)
                if run.quote == quote and line.ground is Ground.QUOTE:
                    yield self.inks.marked(), left, left + self._frame.measure
                elif run.quote == quote and place:
                    yield self.inks.marked(), left + place[0], left + place[1]
            for hit in hits:
                if hit.set is words.set and hit.line <= number:
                    place = line.cells(words, hit.start, hit.end)
                    if place:
                        yield self.inks.found(), left + place[0], left + place[1]

    def _rule(self, voice: int) -> str:
        repeated = self.inks.colour(voice).repeated
        return self.glyphs.broken_rule if repeated else self.glyphs.rule

    def _label(self, line: Line, pen: _Pen) -> None:
        assert line.label
        voice, name, role = line.label
        room = min(NAME, self._frame.name_end)
        text = cut_middle(name or role, room)
        if not text:
            return
        pen.at(self._frame.name_end - width(text))
        style = self.inks.name(voice) if name else self.inks.token("muted")
        pen.put(isolated(text), style + Style.from_meta({VOICE: voice}))

    def _edge(self, line: Line, pen: _Pen) -> None:
        """The half rows of a band: letters in the band's colour on the pane's ground."""
        top = line.ground is Ground.RAISED_TOP
        if self.inks.flat:
            glyph, style = "╌", self.inks.token("faint")
        else:
            glyph = self.glyphs.lower_half if top else self.glyphs.upper_half
            style = Style(color=self.inks.behind("raise").bgcolor)
        pen.put(glyph * self._frame.measure, style + Style.from_meta({IMAGE: line.block}))

    def _picture(
        self, line: Line, rows: Sequence[Sequence[Segment]], row: int, pen: _Pen
    ) -> None:
        """One row of a picture; it may have fewer rows than were kept for it."""
        meta = Style.from_meta({IMAGE: line.block})
        for text, style, _control in rows[row] if row < len(rows) else ():
            pen.put(text, (style or Style()) + meta)

    def _measure(self, line: Line, pen: _Pen) -> None:
        left, inks = self._frame.left, self.inks
        ground = inks.ground(line.ground, line.tint)
        if line.image:
            ground += Style.from_meta({IMAGE: line.block})
        voice = line.tint if line.label is None else line.label.voice
        items = sorted(
            [(words.x, 0, words, None) for words in line.words]
            + [(sign.x, 1, None, sign) for sign in line.signs],
            key=lambda item: item[:2],
        )
        for x, _order, words, sign in items:
            pen.at(left + x, ground)
            if words:
                self._words(line, words, ground, pen)
            elif sign:
                style = ground + inks.sign(sign.ink, voice)
                if sign.link:
                    style += Style.from_meta({LINK: sign.link})
                    style += self._followed(sign.link)
                elif sign.ink is Ink.NAME:
                    style += Style.from_meta({VOICE: voice})
                pen.put(isolated(sign.text), style)
        if line.ground is not Ground.PLAIN:
            pen.at(left + self._frame.measure, ground)

    def _words(self, line: Line, words: Words, ground: Style, pen: _Pen) -> None:
        quote_voices = self._layout.quote_voices
        opening = isolate(words.text, mirrored=line.mirrored)
        if opening:
            pen.put(opening, ground, 0)
        for run in words.set.runs(words.start, words.end):
            voice = quote_voices[run.quote] if run.quote >= 0 else None
            style = ground + self.inks.words(words.ink, run.features, voice, line.tint)
            if run.link:
                style += Style.from_meta({LINK: run.link}) + self._followed(run.link)
            pen.put(words.set.text[run.start : run.end], style)
        if opening:
            pen.put(POP, ground, 0)
        if words.hyphen:
            pen.put("-", ground + self.inks.words(words.ink, Feature.NONE, None, line.tint))

    def _followed(self, link: int) -> Style:
        """What lets the terminal follow a link; its address is printable ASCII (`clean_url`).

        One that leads elsewhere than it says is followed by us alone, after it was shown.
        """
        url, text = self._layout.links[link - 1], self._layout.link_texts[link - 1]
        follows = self._hyperlinks and not leads_elsewhere(text, url)
        return Style(link=url) if follows else Style()

    def _code(self, line: Line, pen: _Pen, code: int) -> None:
        """A window on a line that is as long as it likes, with a sign where it is cut."""
        ground = self.inks.ground(line.ground, None)
        room = max(self._frame.measure - 4, 1)
        words = line.words[0]
        text = words.text
        start = prefix(text, code)
        end = start + prefix(text[start:], room)
        muted = ground + self.inks.token("muted")
        pen.put("‹ " if start else "  ", muted)
        pen.put(text[start:end], ground + self.inks.words(words.ink, Feature.NONE, None, None))
        pen.at(self._frame.left + self._frame.measure - 2, ground)
        pen.put(" ›" if end < len(text) else "  ", muted)


class _Pen:
    """Writes segments from left to right."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = 0

    def at(self, x: int, style: Style | None = None) -> None:
        """Move right to cell `x`, over blanks in `style`."""
        if x > self.x:
            self.segments.append(Segment(" " * (x - self.x), style))
            self.x = x

    def put(self, text: str, style: Style, cells: int = -1) -> None:
        if text:
            self.segments.append(Segment(text, style))
            self.x += width(text) if cells < 0 else cells
