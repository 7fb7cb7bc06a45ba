"""Quotes and voices as a front end asks for them: who said what, and setting it right."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cache.articles import Articles
from reader.model.change import Change
from reader.model.query import Query
from reader.model.quote import Correction, Echo, Voice
from reader.model.story import QuoteRow
from reader.newsroom.evidence import evidence_of
from reader.newsroom.library_writes import LibraryWrites
from reader.settings.library.library import Library


class Quotes:
    """Reads quotes from the cache; what a person says of them goes to the library."""

    def __init__(self, library: Library, articles: Articles, writes: LibraryWrites) -> None:
        """`writes` does all writing."""
        self._library = library
        self._articles = articles
        self._writes = writes

    def rows(self, query: Query, *, speaker: str = "", limit: int = 5000) -> list[QuoteRow]:
        """Return the quotes in the stories that match, newest story first.

        `speaker` is the key of a voice; with it, only what that voice says.
        """
        return self._articles.quotes.in_stories(query, speaker, limit)

    def of_story(self, story: int) -> list[QuoteRow]:
        """Return the quotes of one story in their order."""
        return self._articles.quotes.of_story(story)

    def voices(self, query: Query) -> list[Voice]:
        """Return who is quoted in the stories that match, most quoted first."""
        return self._articles.voices.in_stories(query)

    def echoes(self, rows: Sequence[QuoteRow]) -> dict[tuple[int, int], tuple[Echo, ...]]:
        """Return where else quotes stand, by story and index, the first published first."""
        return self._articles.echoes.of_quotes(rows)

    def also_named(self, voice: str) -> list[str]:
        """Return the other names of a voice (by key) that a person took for the same one."""
        return self._articles.voices.also_named(voice)

    def corrections(self) -> list[Correction]:
        """Return what a person said of single quotes, the first first."""
        return self._library.corrections.all()

    def alias(self, voice: str, target: str) -> Change:
        """Let one voice (by key) be another from now on."""
        return self._writes.change(lambda: self._library.corrections.alias(voice, target))

    def correct(self, story: int, quote: str, speaker: str) -> Change:
        """Set a quote's speaker right for good; an empty `speaker` says that it is no quote.

        Raises `NotFoundError`.
        """
        headline = self._articles.lists.headline(story)
        evidence = evidence_of(headline, self._articles.texts.article(story), quote)
        return self._writes.change(
            lambda: self._library.corrections.correct(story, quote, speaker, evidence)
        )
