"""How one headline is drawn: in a column beside the story, in a pane of its own, in one row."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style
from textual.strip import Strip

from reader.app.drawing.glyphs import Glyphs
from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import BOLD, PLAIN, Part, row
from reader.app.session.reading_time import minutes_left
from reader.model.story import FullText, Headline
from reader.typesetting.cells import fit, pad, width
from reader.typesetting.typography import as_prose, plain_signs
from reader.typesetting.wrap import wrap_title
from reader.wording.catalogue import say
from reader.wording.dates import aligned_age

LEFT, RIGHT = 4, 2
"""Cells left and right of a title."""
TITLE_ROWS = 2
FULL = 60
"""Cells from which a pane has room for a title in one row and the facts in a sentence."""
SOURCE_AND_AGE = 22
"""Cells of a compact row's last two columns together."""


class Place(NamedTuple):
    """What a row's place in its list does to its looks."""

    held: bool
    """The cursor is on it, and has the keys."""
    ground: Style
    bar: Part
    """What stands in the first cell: the cursor, or a blank."""

    @property
    def below(self) -> Part:
        """The same in the rows below the first: a line goes on, a sign stands once."""
        return (" ", PLAIN) if self.bar[0] in ("›", ">") else self.bar


class HeadlineRows:
    """Draws headlines for one pane, theme and moment."""

    def __init__(self, inks: Inks, glyphs: Glyphs, cells: int, now: int) -> None:
        self.inks, self.glyphs, self.cells, self.now = inks, glyphs, cells, now
        self.fetching: frozenset[int] = frozenset()
        self.smart = True
        """Titles are set as at the head of their stories."""

    def comfortable(self, headline: Headline, place: Place) -> list[Strip]:
        """Up to two rows of title, then the source with quotes and age; or with facts in words."""
        full = self.cells >= FULL
        quiet = self.quiet(place)
        sign: list[Part] = []
        if headline.saved:
            sign.append((" ◆", self.inks.token("accent")))
        if full:
            sign.append((f"  {aligned_age(headline.published, self.now)}", quiet))
        lines = self.title_lines(headline, sum(width(text) for text, _ in sign))
        strips = self.title(headline, place, lines, sign)
        if full:
            strips.append(self.under(place, [(self.sentence(headline), quiet)]))
        else:
            facts = f" {self._facts(headline)}"
            source = self.tagged(headline, self._source(headline), width(facts))
            strips.append(self.under(place, [(source, quiet)], [(facts, quiet)]))
        return strips

    def compact(self, headline: Headline, place: Place) -> Strip:
        """One row: mark, title, source where there is room, age."""
        quiet = self.quiet(place)
        tail = aligned_age(headline.published, self.now)
        if self.cells >= FULL:
            tail = fit(headline.source, SOURCE_AND_AGE - 2 - width(tail)) + f"  {tail}"
        sign = "◆" if headline.saved else " "
        right: list[Part] = [(f" {sign} ", self.inks.token("accent")), (tail, quiet)]
        room = self.cells - LEFT - RIGHT - sum(width(text) for text, _ in right)
        title = wrap_title(self.words(headline), max(room, 1), 1)
        return self.title(headline, place, title, right)[0]

    # Pieces of a row

    def title_lines(self, headline: Headline, taken: int) -> list[str]:
        """The title in rows; `taken` cells at the right of the first are needed otherwise."""
        room = max(1, self.cells - LEFT - RIGHT)
        first = max(1, room - taken) if taken else 0
        return wrap_title(self.words(headline), room, TITLE_ROWS, first=first)

    def words(self, headline: Headline) -> str:
        """The title as it is shown."""
        title = as_prose(headline.title, smart=self.smart, lang=headline.lang)
        title = plain_signs(title) if self.glyphs.ascii else title
        return title or say("list.untitled")

    def title(
        self, headline: Headline, place: Place, lines: list[str], right: list[Part]
    ) -> list[Strip]:
        """The rows of the title, the mark before the first and `right` behind it."""
        style = self.title_style(headline, place)
        end: list[Part] = [*right, (" " * RIGHT, PLAIN)]
        first: list[Part] = [place.bar, (" ", PLAIN), self.mark(headline), (" ", PLAIN)]
        strips = [row(self.cells, [*first, (lines[0], style)], end, place.ground)]
        return strips + [self.under(place, [(line, style)]) for line in lines[1:]]

    def under(self, place: Place, left: list[Part], right: list[Part] | None = None) -> Strip:
        """A row under the title's first letter."""
        start: list[Part] = [place.below, (" " * (LEFT - 1), PLAIN)]
        end: list[Part] = [*(right or []), (" " * RIGHT, PLAIN)]
        return row(self.cells, [*start, *left], end, place.ground)

    def quiet(self, place: Place) -> Style:
        """The style of what matters least; on the cursor's ground it is a little louder."""
        return self.inks.token("muted" if place.held else "faint")

    def title_style(self, headline: Headline, place: Place) -> Style:
        """Bold until it was read."""
        if not headline.unread:
            return self.inks.token("muted")
        return self.inks.token("bright" if place.held else "text") + BOLD

    def mark(self, headline: Headline) -> Part:
        """What the row says of the story's state, in one cell."""
        token = self.inks.token
        if headline.id in self.fetching:
            return "◌", token("muted")
        if headline.gone:
            return "·", token("muted")
        if headline.full_text is FullText.FAILED:
            return "!", token("err")
        if headline.unread:
            if headline.new:
                return "●", token("accent")
            return "•", token("text")
        if headline.saved and headline.finished:
            return "✓", token("ok")
        return " ", PLAIN

    def sentence(self, headline: Headline) -> str:
        """``Tidewater Courier · 5 min · 6 quotes``."""
        facts = [self._source(headline)]
        if not _begun(headline):
            facts.append(say("list.minutes", count=headline.minutes))
        if headline.quotes:
            facts.append(say("list.quotes", count=headline.quotes))
        return self.tagged(headline, " · ".join(facts))

    def tagged(self, headline: Headline, words: str, taken: int = 0) -> str:
        """Words with the story's tags behind them, as far as whole ones have room."""
        room = self.cells - LEFT - RIGHT - taken
        for number, tag in enumerate(headline.tags):
            more = f"{words} #{tag}" if number else f"{words} · #{tag}"
            if width(more) > room:
                break
            words = more
        return words

    def _source(self, headline: Headline) -> str:
        source = f"{headline.source} +{headline.also}" if headline.also else headline.source
        if headline.saved and _begun(headline):
            left = say("list.minutes_left", count=minutes_left(headline))
            return f"{source} · {left}"
        return source

    def _facts(self, headline: Headline) -> str:
        quotes = f"“{headline.quotes}" if headline.quotes else ""
        return f"{pad(quotes, 3, right=True)} {aligned_age(headline.published, self.now)}"


def _begun(headline: Headline) -> bool:
    return bool(headline.progress) and not headline.finished
