"""The quotes view: voices and their words in place of list and story."""

from __future__ import annotations

from typing import NamedTuple

from reader.app.drawing.wordings import voices_wording
from reader.app.reading import Reading
from reader.app.session.story_list import TODAY, UNREAD, StoryList
from reader.app.shell import ARTICLE, FIRST, LIST, QUOTES, VOICES
from reader.model.article import Article
from reader.model.query import Everything
from reader.model.quote import Voice
from reader.model.story import QuoteRow
from reader.text.links import host
from reader.text.normal import name_key
from reader.typesetting.voice_head import Page
from reader.wording.catalogue import say


class Scope(NamedTuple):
    """Whose quotes are shown."""

    story: int
    """The one story, or 0: those of the list."""
    list: StoryList
    name: str
    """``today``, ``in this story``, ``in Harbour Lamp``; empty: of all there are."""
    page: Article | None = None
    """A page that was opened alone and is no story of any list."""


class Left(NamedTuple):
    """The quote that was left to be read in its place."""

    scope: Scope
    voice: str
    quote: tuple[int, int]
    """By story and index."""


class Quoting(Reading):
    """Shows who said what, of a story or of a list."""

    scope: Scope
    """Whose quotes are shown, while they are."""
    _left_quote: Left | None = None

    def do_quotes(self, key: str) -> None:
        """Who said what: of the open story, or from the list of the whole list."""
        if self.quotes_open:
            self.close_quotes()
        elif self.pane != FIRST:
            self.open_quotes()

    def open_quotes(self, *, today: bool = False, voice: str = "") -> None:
        """Show voices and their words in place of list and story."""
        self.keep_place()
        item = next((i for i in self.sources.items if i.key == TODAY), None)
        wanted = self.list_of(item) if today and item else self.list
        if wanted is None:
            return
        if self.pane == ARTICLE and not today and (self.current or self.alone is not None):
            scope = Scope(self.current, wanted, say("quotes.in_story"), self.alone)
        elif wanted.key == TODAY:
            scope = Scope(0, wanted, say("quotes.today"))
        elif wanted.key == UNREAD:  # its query finds what was read as well
            scope = Scope(0, wanted, "")
        else:
            scope = Scope(0, wanted, say("quotes.in_list", list=wanted.title))
        self._show_voices(scope, voice or wanted.voice)

    def _show_voices(
        self, scope: Scope, voice: str = "", *, quote: tuple[int, int] = (0, -1), pane: str = VOICES
    ) -> None:
        """Show the voices of a scope; one of them chosen, and one quote by story and index."""

        def read() -> list[Voice]:
            if scope.story or scope.page:
                return _voices_of(self.rows_of(scope))
            return self.newsroom.quotes.voices(scope.list.query)

        def show(found: list[Voice]) -> None:
            self.quotes_open, self.scope = True, scope
            self.voices.wording = voices_wording(f"{len(found)} {scope.name}".strip())
            self.voices.show(found, voice or None)
            self.go(pane)
            self.show_voice(self.voices.voice, quote)

        self.desk.ask("voices", read, show)

    def show_voice(self, voice: Voice | None, quote: tuple[int, int] = (0, -1)) -> None:
        """Show all that a voice said; the chosen quote is `quote`, else the scope's first."""
        if voice is None:
            self.quotes.show(None, ())
            return
        scope, newsroom = self.scope, self.newsroom

        def read() -> tuple[list[QuoteRow], Page]:
            if voice.key and scope.page is None:
                rows = newsroom.quotes.rows(Everything(), speaker=voice.key)
            else:
                rows = self.rows_of(scope)
            rows = [row for row in rows if row.voice == voice.key]
            names = newsroom.quotes.also_named(voice.key) if voice.key else []
            headlines = newsroom.stories.headlines(
                list({row.story: 0 for row in rows if row.story})
            )
            langs = {headline.id: headline.lang for headline in headlines}
            if scope.page is not None:
                langs[0] = scope.page.lang
            return rows, Page(scope.name, tuple(names), newsroom.quotes.echoes(rows), langs)

        def show(found: tuple[list[QuoteRow], Page]) -> None:
            rows, page = found
            story, index = quote if quote[0] else (scope.story, -1)
            places = [n for n, row in enumerate(rows) if row.story == story]
            exact = [n for n in places if rows[n].index == index]
            self.quotes.show(voice, rows, next(iter(exact or places), 0), page)

        self.desk.ask("quotes", read, show)

    def rows_of(self, scope: Scope) -> list[QuoteRow]:
        """All quotes of a scope; for a thread."""
        if scope.page is not None:
            return _rows_of_page(scope.page)
        if scope.story:
            return self.newsroom.quotes.of_story(scope.story)
        return self.newsroom.quotes.rows(scope.list.query)

    def quotes_changed(self) -> None:
        """Show quotes as they are now, wherever they are on the screen."""
        self.reread()
        if self.quotes_open:
            row, voice = self.quotes.row, self.voices.voice
            place = (row.story, row.index) if row else (0, -1)
            self._show_voices(self.scope, voice.key if voice else "", quote=place, pane=self.pane)

    # Keys of reading, which go on in the list

    def do_read_on(self, key: str) -> None:
        """Space: page through the words; elsewhere as ever."""
        if self.pane in (VOICES, QUOTES):
            (self.voices if self.pane == VOICES else self.quotes).page(1)
        else:
            super().do_read_on(key)

    def do_next_unread(self, key: str) -> None:
        """The next unread story."""
        self._out_of_quotes()
        super().do_next_unread(key)

    def do_previous_unread(self, key: str) -> None:
        """The previous unread story of the list."""
        self._out_of_quotes()
        super().do_previous_unread(key)

    def do_next_story(self, key: str) -> None:
        """The next story, read or not."""
        self._out_of_quotes()
        super().do_next_story(key)

    def do_previous_story(self, key: str) -> None:
        """The previous story, read or not."""
        self._out_of_quotes()
        super().do_previous_story(key)

    def _out_of_quotes(self) -> None:
        if self.quotes_open:
            self.close_quotes()

    def close_quotes(self) -> None:
        """Back to list and story."""
        self.quotes_open = False
        self.go(ARTICLE if self.scope.story or self.scope.page else LIST)

    def leave_for_story(self, story: int, index: int) -> None:
        """Read a quote where it stands; `back` returns to it."""
        row, voice = self.quotes.row, self.voices.voice
        self._left_quote = None
        if row and voice:
            self._left_quote = Left(self.scope, voice.key, (row.story, row.index))
        self.quotes_open = False
        at = next((n for n, one in enumerate(self.headlines.ids) if one == story), -1)
        if not story:
            self.article.go_to_quote(index)
        elif at >= 0:
            self.headlines.choose(at)
            self.open_story(quote=index)
        else:
            self._show_story(story, opened=True, quote=index)
        self._came_to = story
        self.go(ARTICLE)

    _came_to = 0
    """The story a quote was read in."""

    def return_to_quotes(self) -> bool:
        """Back to the quote one came from; False if one did not come from a quote."""
        left, self._left_quote = self._left_quote, None
        if left is None or self.current != self._came_to:
            return False
        self._show_voices(left.scope, left.voice, quote=left.quote, pane=QUOTES)
        return True

    def on_voice_list_voice_selected(self, event: object) -> None:
        """The words follow the chosen voice."""
        if self.voices.voice:
            self.show_voice(self.voices.voice)

    def on_voice_list_voice_entered(self, event: object) -> None:
        """A second click goes to the words."""
        self.go(QUOTES)


def _rows_of_page(article: Article) -> list[QuoteRow]:
    """The quotes of a page that is no story of ours."""
    link = article.link or article.provenance.url
    return [
        QuoteRow(
            story=0, index=index, text=quote.text, kind=quote.kind, speaker=quote.speaker,
            role=quote.role, voice=name_key(quote.speaker), via=quote.source, cue=quote.cue,
            certainty=quote.certainty, reason=quote.reason, place=quote.place, start=quote.start,
            end=quote.end, title=article.title, source=host(link) if "://" in link else "",
            feed=0, link=link, published=article.published or article.provenance.fetched or 0,
            text_hash="",
        )
        for index, quote in enumerate(article.quotes)
    ]  # fmt: skip


def _voices_of(rows: list[QuoteRow]) -> list[Voice]:
    """The voices of one story, most quoted first, the unattributed last."""
    found: dict[str, Voice] = {}
    for row in rows:
        old = found.get(row.voice)
        count = old.quotes + 1 if old else 1
        role = (old.role if old else "") or row.role
        found[row.voice] = Voice(row.speaker, role, count, row.source, row.voice)
    return sorted(found.values(), key=lambda voice: (not voice.key, -voice.quotes))
