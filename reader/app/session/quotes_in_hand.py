"""The quotes view: whose quotes are shown, and the way to a quote in its story and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session.place import (
    ARTICLE,
    FIRST,
    LIST,
    QUOTES,
    VOICES,
    Mode,
    Place,
    Scope,
)
from reader.app.session.story_list import TODAY, UNREAD
from reader.model.article import Article
from reader.model.query import Everything
from reader.model.quote import Voice
from reader.model.story import QuoteRow
from reader.text.links import host
from reader.text.normal import name_key
from reader.typesetting.voice_head import Page
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.session.session import Session


class QuotesInHand:
    """Shows who said what, of a story or of a list."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # Opening and closing

    def toggle(self) -> None:
        """Who said what: of the open story, or from the list of the whole list; or back."""
        if self._session.place.quotes_open:
            self.close()
        elif self._session.place.pane != FIRST:
            self.open()

    def open(self, *, voice: str = "") -> None:
        """Show voices and their words in place of list and story, `voice` (a key) chosen."""
        session, current = self._session, self._session.list.current
        session.story.keep_place()
        if session.place.pane == ARTICLE and session.story.is_shown:
            name = say("quotes.in_story")
            scope = Scope(session.story.id, current, name, session.article_alone)
        elif current.key == TODAY:
            scope = Scope(0, current, say("quotes.today"))
        elif current.key == UNREAD:  # its query finds what was read as well
            scope = Scope(0, current, "")
        else:
            scope = Scope(0, current, say("quotes.in_list", list=current.title))
        self._show_voices(scope, voice or current.voice)

    def open_today(self) -> None:
        """Show what was said in the stories of the last 24 hours."""
        session = self._session
        session.story.keep_place()
        item = next((item for item in session.screen.sources.items if item.key == TODAY), None)
        today = session.sidebar.list_of(item) if item else None
        session.place.leave_quotes()
        session.go(LIST)
        if today is not None:
            self._show_voices(Scope(0, today, say("quotes.today")), "")

    def close(self) -> None:
        """Back to list and story."""
        scope = self._session.place.leave_quotes()
        self._session.go(ARTICLE if scope and scope.of_one_story else LIST)

    def leave(self) -> None:
        """Close the view if it is open, for a key that goes on in the list."""
        if self._session.place.quotes_open:
            self.close()

    # What is shown

    def _show_voices(
        self, scope: Scope, voice: str = "", *, quote: tuple[int, int] = (0, -1), pane: str = VOICES
    ) -> None:
        """Show the voices of a scope; one of them chosen, and one quote by story and index."""
        session = self._session

        def read() -> list[Voice]:
            if scope.of_one_story:
                return voices_of(self.rows_of(scope))
            return session.newsroom.quotes.voices(scope.list.query)

        def show(voices: list[Voice]) -> None:
            session.screen.voices.name_scope(f"{len(voices)} {scope.name}".strip())
            session.screen.voices.show(voices, voice or None)
            if session.place.quotes_open:
                session.place.change(scope=scope, pane=pane)
                session.go(pane)
            else:
                session.push(Place(Mode.QUOTES, pane, scope=scope))
            self.show_voice(session.screen.voices.voice, quote)

        session.requests.ask("voices", read, show)

    def show_voice(self, voice: Voice | None, quote: tuple[int, int] = (0, -1)) -> None:
        """Show all that a voice said; the chosen quote is `quote`, else the scope's first."""
        session, scope = self._session, self._session.place.scope
        if voice is None or scope is None:
            session.screen.quotes.show(None, ())
            return

        def show(answer: tuple[list[QuoteRow], Page]) -> None:
            rows, page = answer
            story, index = quote if quote[0] else (scope.story, -1)
            of_story = [number for number, row in enumerate(rows) if row.story == story]
            exact = [number for number in of_story if rows[number].index == index]
            session.screen.quotes.show(voice, rows, next(iter(exact or of_story), 0), page)

        session.requests.ask("quotes", lambda: self._words_of(voice, scope), show)

    def _words_of(self, voice: Voice, scope: Scope) -> tuple[list[QuoteRow], Page]:
        """The quotes of a voice, and what stands over them; for a thread."""
        newsroom = self._session.newsroom
        if voice.key and scope.page is None:
            rows = newsroom.quotes.rows(Everything(), speaker=voice.key)
        else:
            rows = self.rows_of(scope)
        rows = [row for row in rows if row.voice == voice.key]
        names = newsroom.quotes.also_named(voice.key) if voice.key else []
        headlines = newsroom.stories.headlines(list({row.story: 0 for row in rows if row.story}))
        langs = {headline.id: headline.lang for headline in headlines}
        if scope.page is not None:
            langs[0] = scope.page.lang
        return rows, Page(scope.name, tuple(names), newsroom.quotes.echoes(rows), langs)

    def rows_of(self, scope: Scope) -> list[QuoteRow]:
        """All quotes of a scope; for a thread."""
        if scope.page is not None:
            return rows_of_page(scope.page)
        if scope.story:
            return self._session.newsroom.quotes.of_story(scope.story)
        return self._session.newsroom.quotes.rows(scope.list.query)

    def changed(self) -> None:
        """Show quotes as they are now, wherever they are on the screen."""
        session = self._session
        session.story.reread()
        if scope := session.place.scope:
            row, voice = session.screen.quotes.row, session.screen.voices.voice
            quote = (row.story, row.index) if row else (0, -1)
            pane = session.place.pane
            self._show_voices(scope, voice.key if voice else "", quote=quote, pane=pane)

    # A quote in its place

    def read_in_place(self, story: int, index: int) -> None:
        """Read a quote where it stands; ``back`` returns to it."""
        session, headlines = self._session, self._session.screen.headlines
        row, voice = session.screen.quotes.row, session.screen.voices.voice
        if row and voice:
            session.place.change(left=(voice.key, (row.story, row.index)))
        session.place.push(Place(Mode.IN_PLACE, ARTICLE, story=story))
        at = next((at for at, listed in enumerate(headlines.ids) if listed == story), -1)
        if not story:
            session.screen.article.go_to_quote(index)
        elif at >= 0:
            headlines.choose(at)
            session.story.open(quote=index)
        else:
            session.story.show(story, opened=True, quote=index)
        session.go(ARTICLE)

    def return_to(self) -> bool:
        """Back to the quote one came from; False if one did not come from a quote."""
        place = self._session.place
        if place.mode is not Mode.IN_PLACE:
            return False
        place.pop()
        here = place.top
        if here.scope is None or (not here.voice and here.quote == (0, -1)):
            place.leave_quotes()
            return False
        self._show_voices(here.scope, here.voice, quote=here.quote, pane=QUOTES)
        return True


def rows_of_page(article: Article) -> list[QuoteRow]:
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


def voices_of(rows: list[QuoteRow]) -> list[Voice]:
    """The voices of one story, most quoted first, the unattributed last."""
    voices: dict[str, Voice] = {}
    for row in rows:
        old = voices.get(row.voice)
        count = old.quotes + 1 if old else 1
        role = (old.role if old else "") or row.role
        voices[row.voice] = Voice(row.speaker, role, count, row.source, row.voice)
    return sorted(voices.values(), key=lambda voice: (not voice.key, -voice.quotes))
