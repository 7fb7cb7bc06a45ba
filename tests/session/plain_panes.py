"""The other panes without Textual: they keep what they were told, in plain objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.app.session.offers import Offer
from reader.model.article import Article
from reader.model.quote import Echo, Quote, Voice
from reader.model.story import Headline, Position, QuoteRow
from reader.typesetting.head_and_end import Notice
from reader.typesetting.voice_head import Page

PAGES = 2
"""Pages that a plain story has."""


class PlainStory:
    """A story of `PAGES` pages, one line each."""

    def __init__(self) -> None:
        self.notice: Notice | None = None
        self.next_title = self.next_mark = ""
        self.lens = True
        self.measure = 66
        self.article: Article | None = None
        self.headline: Headline | None = None
        self.current_quote = -1
        self.image = -1
        self.found: tuple[str, ...] = ()
        """Words that are lit up."""
        self._page = 0

    def show(
        self, article: Article, headline: Headline | None = None, position: Position | None = None
    ) -> None:
        """Show a story at its head, or on the page it was left on."""
        self.article, self.headline = article, headline
        self.current_quote = -1
        self._page = min(position.block, PAGES - 1) if position else 0

    def reveal(self, headline: Headline) -> None:
        """Know more of it."""
        self.headline = headline

    def clear(self, notice: Notice | None = None) -> None:
        """Show none."""
        self.article = self.headline = None
        self.notice = notice

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses of its links, in their order."""
        blocks = self.article.blocks if self.article else ()
        return tuple(span.url for block in blocks for span in block.spans if span.url)

    @property
    def link_texts(self) -> tuple[str, ...]:
        """Their words."""
        blocks = self.article.blocks if self.article else ()
        return tuple(
            block.text[span.start : span.end]
            for block in blocks
            for span in block.spans
            if span.url
        )

    def link(self, number: int) -> str:
        """One of them by its number."""
        return self.links[number - 1] if 0 < number <= len(self.links) else ""

    @property
    def quotes_shown(self) -> bool:
        """Whether it has quotes."""
        return bool(self.article and self.article.quotes)

    @property
    def at_end(self) -> bool:
        """Whether its last page is shown."""
        return self._page == PAGES - 1

    @property
    def minutes_left(self) -> int:
        """A minute a page."""
        return PAGES - self._page

    def position(self) -> Position | None:
        """The page as a block."""
        return Position(self._page, 0) if self.article else None

    def progress(self) -> float:
        """The part that was shown."""
        return (self._page + 1) / PAGES

    def quote(self) -> Quote | None:
        """The quote keys mean: the first, until another is chosen."""
        quotes = self.article.quotes if self.article else ()
        at = max(0, self.current_quote)
        return quotes[at] if at < len(quotes) else None

    def go_to_quote(self, index: int) -> None:
        """Choose a quote."""
        self.current_quote = index

    def point_at(self, index: int) -> None:
        """Choose a quote."""
        self.current_quote = index

    def next_quote(self, direction: int) -> bool:
        """Choose the next quote."""
        at = self.current_quote + direction
        if not self.article or not 0 <= at < len(self.article.quotes):
            return False
        self.current_quote = at
        return True

    def find(self, words: Iterable[str]) -> None:
        """Light up words."""
        self.found = tuple(words)

    def next_hit(self, direction: int) -> bool:
        """Step on if there is something to step through."""
        return bool(self.found)

    def page_on(self) -> bool:
        """A page on; False at the end."""
        on = not self.at_end
        self._page += on
        return on

    def page_back(self) -> None:
        """A page back."""
        self._page = max(0, self._page - 1)

    def half_page(self, direction: int) -> None:
        """Pages are not halved."""
        self.line(direction)

    def line(self, count: int) -> None:
        """A line is a page."""
        self._page = max(0, min(PAGES - 1, self._page + count))

    def top(self) -> None:
        """To the first page."""
        self._page = 0

    def end(self) -> None:
        """To the last page."""
        self._page = PAGES - 1

    def scroll_code(self, steps: int) -> bool:
        """There is no code."""
        return False

    def widen(self, cells: int) -> int:
        """Change the measure."""
        self.measure += cells
        return self.measure


class PlainVoices:
    """Voices, one of them chosen."""

    def __init__(self) -> None:
        self.voices: Sequence[Voice] = ()
        self.scope = ""
        self._chosen = 0

    @property
    def voice(self) -> Voice | None:
        """The chosen one."""
        return self.voices[self._chosen] if self.voices else None

    def show(self, voices: Sequence[Voice], key: str | None = None) -> None:
        """Show these."""
        self.voices = voices
        self._chosen = next((at for at, voice in enumerate(voices) if voice.key == key), 0)

    def name_scope(self, scope: str) -> None:
        """Whose quotes they are."""
        self.scope = scope

    def move(self, count: int) -> None:
        """Move the cursor."""
        self._chosen = max(0, min(self._chosen + count, len(self.voices) - 1))

    def page(self, direction: int) -> None:
        """Move the cursor by ten."""
        self.move(10 * direction)

    def top(self) -> None:
        """The first."""
        self._chosen = 0

    def end(self) -> None:
        """The last."""
        self._chosen = len(self.voices) - 1


class PlainQuotes:
    """Quotes of a voice, one of them chosen."""

    def __init__(self) -> None:
        self.measure = 66
        self.rows: Sequence[QuoteRow] = ()
        self.asked_for: tuple[int, int] | None = None
        """The quote that somebody wants to read where it stands, by story and index."""
        self._chosen = 0
        self._page = Page()

    @property
    def row(self) -> QuoteRow | None:
        """The chosen one."""
        return self.rows[self._chosen] if self.rows else None

    def show(
        self,
        voice: Voice | None,
        rows: Sequence[QuoteRow],
        chosen: int = 0,
        page: Page | None = None,
    ) -> None:
        """Show these."""
        self.rows, self._chosen, self._page = rows, chosen, page or Page()

    def echo(self, number: int) -> Echo | None:
        """Another story with the chosen words."""
        row = self.row
        echoes = self._page.echoes.get((row.story, row.index), ()) if row else ()
        return echoes[number - 1] if 0 < number <= len(echoes) else None

    def read(self) -> None:
        """Ask for the chosen one."""
        if row := self.row:
            self.asked_for = (row.story, row.index)

    def move(self, count: int) -> None:
        """Move the cursor."""
        self._chosen = max(0, min(self._chosen + count, len(self.rows) - 1))

    def page(self, direction: int) -> None:
        """Move the cursor by ten."""
        self.move(10 * direction)

    def top(self) -> None:
        """The first."""
        self._chosen = 0

    def end(self) -> None:
        """The last."""
        self._chosen = len(self.rows) - 1


class PlainFirstPage:
    """Ways to begin, one of them chosen."""

    def __init__(self) -> None:
        self.keys: tuple[str, ...] = ()
        self.offers: Sequence[Offer] = ()
        self.taken: Offer | None = None
        self._chosen = 0

    def show(self, offers: Sequence[Offer], hour: int) -> None:
        """Show these."""
        self.offers = offers

    def move(self, count: int) -> None:
        """Move the cursor."""
        self._chosen = max(0, min(self._chosen + count, len(self.offers) - 1))

    def take(self, number: int = 0) -> bool:
        """Take one."""
        at = number - 1 if number else self._chosen
        if 0 <= at < len(self.offers):
            self.taken = self.offers[at]
        return self.taken is not None


@dataclass
class PlainSearchField:
    """Words that are typed above the list."""

    typing: bool = False
    display: bool = False
    words: str = ""

    def begin(self, words: str = "") -> None:
        """Take letters."""
        self.typing = self.display = True
        self.words = words

    def close(self) -> None:
        """Go out of sight."""
        self.typing = self.display = False

    def point_beside(self) -> None:
        """There is no cursor to point."""


class PlainAsk:
    """A question and what is answered."""

    def __init__(self) -> None:
        self.typing = False
        self.question = self.words = self._at_once = ""
        self._may_be_empty = False
        self.names: Sequence[str] = ()
        self._answered: Callable[[str], object] = str
        self._left: Callable[[], object] = str

    def ask(
        self,
        question: str,
        hint: str,
        names: Sequence[str],
        answered: Callable[[str], object],
        left: Callable[[], object],
        at_once: str = "",
        begun: str | None = None,
        several: bool = False,
    ) -> None:
        """Take keys from now on."""
        self.typing, self.question, self.names = True, question, names
        self.words, self._at_once, self._may_be_empty = begun or "", at_once, begun is not None
        self._answered, self._left = answered, left

    def take(self, key: str) -> None:
        """Take a key: letters are written, enter answers, escape leaves the question."""
        if key in ("enter", "escape"):
            self.typing = False
            self._left()
            if key == "enter" and (self.words.strip() or self._may_be_empty):
                self._answered(self.words.strip())
        elif key == "ctrl+u":
            self.words = ""
        elif self._at_once == key and not self.words:
            self.words = key
            self.take("enter")
        else:
            self.words += letter(key)


def letter(key: str) -> str:
    """What a key writes into a field; nothing if it is no letter."""
    return {"space": " ", "exclamation_mark": "!"}.get(key, key if len(key) == 1 else "")
