"""The quotes view: voices and their words in place of list and story."""

from __future__ import annotations

from reader.app.lists import StoryList
from reader.app.reading import Reading
from reader.app.shell import ARTICLE, FIRST, LIST, QUOTES, VOICES
from reader.model.quote import Voice
from reader.model.story import QuoteRow


class Quoting(Reading):
    """Shows who said what, of a story or of a list."""

    _quotes_scope: tuple[int, StoryList]
    """The story whose quotes are shown, or 0, and the list."""

    def do_quotes(self, key: str) -> None:
        """Who said what: of the open story, or from the list of the whole list."""
        if self.quotes_open:
            self.close_quotes()
        elif self.pane != FIRST:
            self.open_quotes()

    def open_quotes(self, *, today: bool = False, voice: str = "") -> None:
        """Show voices and their words in place of list and story."""
        self.keep_place()
        story = self.current if self.pane == ARTICLE and not today else 0
        item = next((i for i in self.sources.items if i.key == "today"), None)
        scope = self.list_of(item) if today and item else self.list
        if scope is None:
            return

        def read() -> list[Voice]:
            if story:
                return _voices_of(self.newsroom.story_quotes(story))
            return self.newsroom.voices(scope.query)

        def show(found: list[Voice]) -> None:
            self.quotes_open = True
            self._quotes_scope = (story, scope)
            self.voices.show(found, voice or None)
            self.go(VOICES)
            if found:
                self.show_voice(self.voices.voice or found[0])
            else:
                self.quotes.show(None, ())

        self.desk.ask("voices", read, show)

    def show_voice(self, voice: Voice, chosen: int = 0) -> None:
        """Show what a voice said."""
        story, scope = self._quotes_scope

        def read() -> list[QuoteRow]:
            if story:
                rows = self.newsroom.story_quotes(story)
            else:
                rows = self.newsroom.quote_rows(scope.query, speaker=voice.key)
            return [row for row in rows if row.voice == voice.key]

        self.desk.ask("quotes", read, lambda rows: self.quotes.show(voice, rows, chosen))

    def close_quotes(self) -> None:
        """Back to list and story."""
        self.quotes_open = False
        self.go(ARTICLE if self._quotes_scope[0] else LIST)

    def on_voice_list_voice_selected(self, event: object) -> None:
        """The words follow the chosen voice."""
        if self.voices.voice:
            self.show_voice(self.voices.voice)

    def on_voice_list_voice_entered(self, event: object) -> None:
        """A second click goes to the words."""
        self.go(QUOTES)


def _voices_of(rows: list[QuoteRow]) -> list[Voice]:
    """The voices of one story, most quoted first, the unattributed last."""
    found: dict[str, Voice] = {}
    for row in rows:
        old = found.get(row.voice)
        count = old.quotes + 1 if old else 1
        role = (old.role if old else "") or row.role
        found[row.voice] = Voice(row.speaker, role, count, row.source, row.voice)
    return sorted(found.values(), key=lambda voice: (not voice.key, -voice.quotes))
