"""The article pane: reading a story page by page, line by line, quote by quote, hit by hit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.style import Style
from textual import events
from textual.message import Message
from textual.timer import Timer

from reader.app.drawing.drawn_view import LINE
from reader.app.drawing.layout_drawing import IMAGE, LINK, VOICE
from reader.app.drawing.layout_search import Hit
from reader.app.panes.story.head import minutes
from reader.app.panes.story.pictured_view import PicturedView
from reader.model.article import Article
from reader.model.quote import Quote
from reader.model.story import Headline, Position
from reader.typesetting.line import UNATTRIBUTED
from reader.typesetting.measure import NARROWEST, WIDEST

CONTEXT = 2
"""Lines that stay on screen when a page is turned."""
MARKED = 1.0
"""Seconds for which a mark shows where a key went."""


class ArticlePane(PicturedView, inherit_bindings=False):
    """Shows one story. It has no keys of its own: the app's actions call its methods."""

    class PositionMoved(Message):
        """The reader went to another place in the story."""

    class Settled(Message):
        """Other lines are shown: what they offer may differ."""

    class EndReached(Message):
        """The last line of the story came into view, for the first time since it was shown."""

    class LinkChosen(Message):
        """A link was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class VoiceChosen(Message):
        """A speaker's name was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class ImageChosen(Message):
        """An image's band was clicked."""

        def __init__(self, block: int) -> None:
            super().__init__()
            self.block = block

    def __init__(self, *, id: str | None = None, **more: object) -> None:
        super().__init__(id=id, **more)
        self._quote = -1
        self._hit = -1
        self._to_first_hit = False
        self._end_told = False
        self._wanted_quote = -1
        self._minutes = 0
        self._mark_timer: Timer | None = None

    def show(
        self, article: Article, headline: Headline | None = None, position: Position | None = None
    ) -> None:
        """Show a story at a position, or from its head."""
        self._quote = self._hit = self._wanted_quote = -1
        self._end_told = False
        self._words = ()
        self._minutes = minutes(article, headline)
        super().show(article, headline, position)

    def settled(self) -> None:
        """Go where somebody asked to go before there were lines."""
        if self._wanted_quote >= 0:
            self.go_to_quote(self._wanted_quote)
        self.want_pictures()
        self.post_message(self.Settled())
        self._tell_end()

    def moved(self) -> None:
        """Tell the app."""
        self.post_message(self.PositionMoved())
        self.want_pictures()
        self._tell_end()

    def _tell_end(self) -> None:
        if self.at_end and self._article and not self._end_told:
            self._end_told = True
            self.post_message(self.EndReached())

    # Where the reader is

    @property
    def pointed_quote(self) -> int:
        """The quote that was last gone to."""
        return self._quote

    @property
    def at_end(self) -> bool:
        """Whether the last line is on screen."""
        return self._ready and self.top_line >= self.max_scroll_y

    def progress(self) -> float:
        """How much of the story has been on screen, 0 to 1."""
        lines = len(self._made.lines)
        return min(1.0, (self.top_line + self.rows) / lines) if lines and self._ready else 0.0

    @property
    def minutes_left(self) -> int:
        """Reading time of what lies below the top of the pane; at least 1."""
        if self._article is None:
            return 0
        rest = 1 - self.top_line / max(1, len(self._made.lines))
        return max(1, round(self._minutes * rest))

    # Moving

    def page_on(self) -> bool:
        """Turn a page, keeping two lines; False at the end of the story."""
        if not self._ready:
            return True
        if self.at_end:
            return False
        last = self.top_line + self.rows - 1
        self.scroll_to_line(self.top_line + max(1, self.rows - CONTEXT))
        self._mark(context_line=last)
        return True

    def page_back(self) -> None:
        """Turn a page back."""
        self.scroll_to_line(self.top_line - max(1, self.rows - CONTEXT))

    def half_page(self, direction: int) -> None:
        """Half a page on (1) or back (-1)."""
        self.scroll_to_line(self.top_line + direction * max(1, self.rows // 2))

    def line(self, count: int) -> None:
        """Lines down, or up if negative."""
        self.scroll_to_line(self.top_line + count)

    def top(self) -> None:
        """To the head."""
        self.scroll_to_line(0)

    def end(self) -> None:
        """To the last line."""
        self.scroll_to_line(self.max_scroll_y)

    # Quotes

    @property
    def current_quote(self) -> int:
        """The quote the reader jumped to, if it is on screen; else the first one there; or -1."""
        shown = self._made.quote_lines
        visible = range(self.top_line, self.top_line + self.rows)
        if shown.get(self._quote, -1) in visible:
            return self._quote
        return next((quote for quote, line in sorted(shown.items()) if line in visible), -1)

    def quote(self) -> Quote | None:
        """The current quote, whole."""
        current = self.current_quote
        return self._article.quotes[current] if self._article and current >= 0 else None

    def next_quote(self, direction: int) -> bool:
        """Jump to the next (1) or the previous (-1) quote; False if there is none."""
        shown = self._outer_quotes()
        here = self._made.quote_lines.get(self._quote, -1)
        if self.top_line <= here < self.top_line + self.rows and self._quote in shown:
            at = shown.index(self._quote) + direction
        else:
            passed = [q for q in shown if self._made.quote_lines[q] < self.top_line]
            at = len(passed) if direction > 0 else len(passed) - 1
        if not 0 <= at < len(shown):
            return False
        self.go_to_quote(shown[at])
        return True

    @property
    def quotes_shown(self) -> bool:
        """Whether the story has quotes one can jump to."""
        return bool(self._outer_quotes())

    def _outer_quotes(self) -> list[int]:
        """The quotes one can jump to, in reading order."""
        inner = self._made.inner_quotes
        return [quote for quote in sorted(self._made.quote_lines) if quote not in inner]

    def go_to_quote(self, index: int) -> None:
        """Put a quote a third of the way down and mark it for a moment; one of the title: top."""
        if not self._ready:
            self._wanted_quote = index
            return
        self._wanted_quote = -1
        self._quote = index
        line = self._made.quote_lines.get(index)
        self.scroll_to_line(0 if line is None else line - self.rows // 3)
        self._mark(quote=index)

    def point_at(self, index: int) -> None:
        """Make a quote that is on screen the current one, and mark it for a moment."""
        self._quote = index
        self._mark(quote=index)

    def _mark(self, *, context_line: int = -1, quote: int = -1) -> None:
        """Show for a moment where a key went."""
        self._forget_marked()
        self._context_line, self._marked_quote = context_line, quote
        self._forget_marked()
        if self._mark_timer:
            self._mark_timer.stop()
        if self.app.animation_level == "none":
            self._unmark()
        else:
            self._mark_timer = self.set_timer(MARKED, self._unmark)

    def _unmark(self) -> None:
        self._forget_marked()
        self._context_line = self._marked_quote = -1

    def _forget_marked(self) -> None:
        """Draw what the mark touches anew, and nothing else."""
        self._strips.pop(self._context_line, None)
        if self._marked_quote >= 0:
            self._strips.clear()
        self.refresh()

    # Finding

    def find(self, words: Iterable[str]) -> None:
        """Mark words (or phrases) in the story and go to the first, once they are found."""
        self._words, self._hit = tuple(words), -1
        self._to_first_hit = bool(self._words)
        self.look_for_words()

    def found(self, hits: Sequence[Hit]) -> None:
        """Mark what was found, and go there if it was asked for just now."""
        super().found(hits)
        if hits and self._to_first_hit:
            self._to_first_hit = False
            self.next_hit(1)

    @property
    def hits(self) -> int:
        """How many found words are marked."""
        return len(self._hits)

    def next_hit(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) found word; False if there is none."""
        at = self._hit + direction
        if not 0 <= at < len(self._hits):
            return False
        self._hit = at
        line = self._hits[at].line
        if not self.top_line <= line < self.top_line + self.rows:
            self.scroll_to_line(line - self.rows // 3)
        return True

    # Links, code, measure

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses of the story's links; number 1 is the first."""
        return self._made.links

    @property
    def link_texts(self) -> tuple[str, ...]:
        """What the story calls its links."""
        return self._made.link_texts

    def link(self, number: int) -> str:
        """The address of link `number`, from 1; empty if there is none."""
        return self.links[number - 1] if 0 < number <= len(self.links) else ""

    @property
    def image(self) -> int:
        """The block of the first image on screen, -1 if there is none."""
        shown = self._made.lines[self.top_line : self.top_line + self.rows]
        return next((line.block for line in shown if line.image), -1)

    def scroll_code(self, steps: int) -> bool:
        """Scroll code sideways by steps of eight cells; False if there is none to scroll."""
        widest = max((line.code for line in self._made.lines), default=0)
        furthest = max(0, widest - self._frame.measure + 4)
        wanted = max(0, min(furthest, self._code + 8 * steps))
        if wanted == self._code:
            return False
        self._code = wanted
        self._strips.clear()
        self.refresh()
        return True

    def widen(self, cells: int) -> int:
        """Change the measure by `cells`, within what can be read; return what it is then."""
        self.measure = max(NARROWEST, min(WIDEST, self.measure + cells))
        return self.measure

    def on_click(self, event: events.Click) -> None:
        """A click on a name, a link, an image or a place of the map."""
        if self.text_selection:
            return  # the end of a drag
        style: Style = event.style
        meta = style.meta
        if LINK in meta:
            self.post_message(self.LinkChosen(meta[LINK]))
        elif VOICE in meta:
            voice = meta[VOICE]
            key = "" if voice == UNATTRIBUTED else self._made.voices[voice].key
            self.post_message(self.VoiceChosen(key))
        elif IMAGE in meta:
            self.post_message(self.ImageChosen(meta[IMAGE]))
        elif LINE in meta:
            self.scroll_to_line(meta[LINE])
