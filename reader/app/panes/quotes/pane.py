"""The quotes view's right half: one voice's words, by story, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.reactive import var

from reader.app.drawing.drawn_view import DrawnView
from reader.model.clock import Clock, SystemClock
from reader.model.quote import Echo, Voice
from reader.model.story import QuoteRow
from reader.typesetting.measure import MEASURE, frame
from reader.typesetting.quotes_page import NUMBERED, lay_out_quotes
from reader.typesetting.styled_text import Setting
from reader.typesetting.voice_head import Page, QuotesWording
from reader.wording.dates import day_and_time


class QuotesPane(DrawnView, inherit_bindings=False):
    """Shows the quotes of one voice; one of them is chosen. The app's actions call its methods."""

    measure: var[int] = var(MEASURE, init=False)
    setting: var[Setting] = var(Setting(), init=False)
    wording: var[QuotesWording] = var(QuotesWording(), init=False)

    class QuoteChosen(Message):
        """A quote is to be read where it stands."""

        def __init__(self, story: int, index: int) -> None:
            super().__init__()
            self.story = story
            self.index = index

    def __init__(self, *, clock: Clock | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self._clock = clock or SystemClock()
        self._voice: Voice | None = None
        self._rows: Sequence[QuoteRow] = ()
        self._page = Page()
        self.pointed_quote = 0

    def on_mount(self) -> None:
        """Lay out again whenever something asks for other lines."""
        for name in ("measure", "setting", "wording", "airy"):
            self.watch(self, name, self.lay_out, init=False)

    def show(
        self,
        voice: Voice | None,
        rows: Sequence[QuoteRow],
        chosen: int = 0,
        page: Page = Page(),  # noqa: B008 - immutable
    ) -> None:
        """Show the quotes of a voice; rows of one story stand together, the newest first."""
        self._voice, self._rows, self._page = voice, rows, page
        self.pointed_quote = max(0, min(chosen, len(rows) - 1))
        self.lay_out()
        self._show_chosen()

    @property
    def row(self) -> QuoteRow | None:
        """The chosen quote."""
        return self._rows[self.pointed_quote] if self._rows else None

    @property
    def chosen(self) -> int:
        """Which of the rows is chosen."""
        return self.pointed_quote

    def move(self, count: int) -> None:
        """Choose the quote `count` further down, or up if negative."""
        self._choose(self.pointed_quote + count)

    def page(self, direction: int) -> None:
        """Choose the quote a page further down (1) or up (-1)."""
        lines = self.drawn.layout.quote_lines
        furthest = lines.get(self.pointed_quote, 0) + direction * max(1, self.rows - 2)
        ahead = [quote for quote, line in lines.items() if line <= furthest]
        self._choose(max(ahead, default=0))

    def top(self) -> None:
        """Choose the first quote."""
        self._choose(0)

    def end(self) -> None:
        """Choose the last quote."""
        self._choose(len(self._rows) - 1)

    def _choose(self, chosen: int) -> None:
        chosen = max(0, min(chosen, len(self._rows) - 1))
        if chosen != self.pointed_quote:
            self.pointed_quote = chosen
            self.lay_out()
        self._show_chosen()

    def read(self) -> None:
        """Ask for the chosen quote where it stands."""
        if row := self.row:
            self.post_message(self.QuoteChosen(row.story, row.index))

    def echo(self, number: int) -> Echo | None:
        """Another story with the chosen words, by its number from 1; None if there is none."""
        row = self.row
        echoes = self._page.echoes.get((row.story, row.index), ()) if row else ()
        return echoes[number - 1] if 0 < number <= min(len(echoes), NUMBERED) else None

    def lay_out(self) -> None:
        """Lay the quotes out for the width there is."""
        if not self.size.width:
            return
        columns = frame(self.size.width, measure=self.measure, beside=False)
        now = self._clock.now()
        made = lay_out_quotes(
            self._voice,
            self._rows,
            self.pointed_quote,
            columns,
            lambda when: day_and_time(when, now, exact=False) if when else "",
            page=self._page,
            setting=self.setting,
            wording=self.wording,
        )
        self.take(made, columns, self.top_line)

    def _show_chosen(self) -> None:
        """Scroll just as far as the chosen quote needs; the first one brings the head with it."""
        lines = self.drawn.layout.lines
        line = self.drawn.layout.quote_lines.get(self.pointed_quote)
        if line is None:
            return
        last = line
        while last + 1 < len(lines) and lines[last + 1].block == self.pointed_quote:
            last += 1
        top = self.top_line
        if self.pointed_quote == 0:
            top = 0
        elif line < top + 3:
            top = line - 3
        elif last >= top + self.rows - 1:
            top = last - self.rows + 2
        self.scroll_to_line(top)

    def on_click(self, event: events.Click) -> None:
        """A click chooses a quote, a second one reads it."""
        number = self.top_line + event.y - self.top_rows
        if not 0 <= number < len(self.drawn.layout.lines):
            return
        quote = self.drawn.layout.lines[number].block
        if quote < 0:
            return
        if quote == self.pointed_quote or event.chain > 1:
            self._choose(quote)
            self.read()
        else:
            self._choose(quote)
