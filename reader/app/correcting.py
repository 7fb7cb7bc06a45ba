"""Keys with which a person sets right who said what: other speaker, no quote, one voice of two."""

from __future__ import annotations

from reader.app.shell import ARTICLE, SOURCES
from reader.app.tagging import Tagging
from reader.model.article import Article
from reader.text.names_in_story import names_in
from reader.wording.catalogue import say

NO_QUOTE = "!"
"""What is typed instead of a name where nobody is quoted."""
_BEGINNING = 24
"""Characters of a quote by which the question names it."""


class Correcting(Tagging):
    """Asks in the bottom line; the store keeps what is answered, and `z` takes it back."""

    def do_correct(self, key: str) -> None:
        """Say that a quote is somebody else's, or none."""
        row = self.quotes.row if self.quotes_open else None
        if row is not None and row.story:
            story, words = row.story, row.text
        elif (quote := self.article.quote()) and self.current and not self.quotes_open:
            story, words = self.current, quote.text
            if self.pane == ARTICLE or not self.widths.single:
                self.article.point_at(self.article.current_quote)
        else:
            self.note(say("status.nothing_to_correct"))
            return
        if not self._may_write():
            return

        def answered(speaker: str) -> None:
            name = "" if speaker == NO_QUOTE else speaker
            self.desk.act(lambda: self.newsroom.quotes.correct(story, words, name), self._marked)

        def ask(article: Article) -> None:
            self.ask_line.ask(
                say("ask.speaker", words=_beginning(words)),
                say("ask.speaker_hint"),
                names_in(article),
                answered,
                self._asked,
                at_once=NO_QUOTE,
            )

        if row is None and self.article.article is not None:
            ask(self.article.article)
        else:
            self.desk.ask("names", lambda: self.newsroom.stories.article(story), ask)

    def do_alias(self, key: str) -> None:
        """Say that the chosen voice is another one under another name."""
        voice = self.voices.voice if self.quotes_open else None
        if voice is None or not voice.key:
            self.note(say("status.no_voice"))
        elif self._may_write():
            names = [one.name for one in self.voices.voices if one.key and one is not voice]
            self.ask_line.ask(
                say("ask.alias", name=voice.name),
                say("ask.alias_hint"),
                names,
                lambda other: self.alias(voice.key, other),
                self._asked,
            )

    def alias(self, voice: str, other: str) -> None:
        """Let one voice (key or name) be another."""
        if self._may_write():
            self.desk.act(lambda: self.newsroom.quotes.alias(voice, other), self._marked)

    def do_follow(self, key: str) -> None:
        """Follow a voice: the chosen one, or that of the current quote; or follow it no longer."""
        item, quote = self.sources.item, self.article.quote()
        if self.pane == SOURCES:
            name = item.voice if item else ""
        elif self.quotes_open:
            voice = self.voices.voice
            name = voice.name if voice and voice.key else ""
        else:
            name = quote.speaker if quote and self.current else ""
        if not name:
            self.note(say("status.no_voice"))
        elif self._may_write():
            self.desk.act(lambda: self.newsroom.preferences.follow(name), self._marked)


def _beginning(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _BEGINNING else words[:_BEGINNING].rstrip() + "…"
