"""The part of the made-up newsroom that knows who said what."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.change import Act, Change
from reader.model.errors import NotFoundError
from reader.model.query import Query
from reader.model.quote import Certainty, Correction, Echo, Quote, QuoteKind, Voice
from reader.model.story import Headline, QuoteRow
from reader.newsroom.events import StoriesChanged, StoriesMarked
from reader.text.normal import fold, words_key
from tests.app.fake_edition import FakeEdition, set_right
from tests.app.fake_selecting import select


class FakeQuotes:
    """Quotes of the made-up stories, as somebody set them right."""

    def __init__(self, edition: FakeEdition) -> None:
        self._edition = edition

    def of_story(self, story: int) -> list[QuoteRow]:
        """The quotes of a story."""
        row = self._edition.rows.get(story)
        if row is None:
            return []
        quotes = set_right(self._edition, story).quotes
        return [_quote_row(row, number, quote) for number, quote in enumerate(quotes)]

    def rows(self, query: Query, *, speaker: str = "", limit: int = 5000) -> list[QuoteRow]:
        """The quotes of the stories that match."""
        rows = [row for story in select(self._edition, query) for row in self.of_story(story)]
        return [row for row in rows if not speaker or row.voice == speaker]

    def voices(self, query: Query) -> list[Voice]:
        """Who is quoted."""
        rows = self.rows(query)
        names = dict.fromkeys(row.speaker for row in rows)
        said_by = {name: [row for row in rows if row.speaker == name] for name in names}
        voices = [
            Voice(name, "witness", len(said), said[0].source, fold(name))
            for name, said in said_by.items()
        ]
        return sorted(voices, key=lambda voice: -voice.quotes)

    def also_named(self, voice: str) -> list[str]:
        """Whom somebody took for the same voice."""
        aliases = self._edition.aliases
        return [name.title() for name, other in aliases.items() if fold(other) == voice]

    def echoes(self, rows: Sequence[QuoteRow]) -> dict[tuple[int, int], tuple[Echo, ...]]:
        """The same words in the stories that are repeated."""
        everything = [row for story in self._edition.rows for row in self.of_story(story)]
        echoes = {}
        for row in rows:
            same = [one for one in everything if one.text == row.text and one.story != row.story]
            if same:
                echoes[row.story, row.index] = tuple(
                    Echo(o.story, o.index, o.text, o.title, o.source, o.link, o.published)
                    for o in sorted(same, key=lambda one: one.published)
                )
        return echoes

    def corrections(self) -> list[Correction]:
        """None that anybody asks for."""
        return []

    def alias(self, voice: str, target: str) -> Change:
        """Let a voice be another one."""
        self._edition.refuse_if_read_only()
        self._edition.calls.append(("alias", voice, target))
        self._edition.aliases[fold(voice)] = target
        change = self._edition.stored(Change(Act.ALIAS, subject=target))
        self._edition.tell(StoriesChanged(()))
        return change

    def correct(self, story: int, quote: str, speaker: str) -> Change:
        """Set a quote right."""
        if story not in self._edition.rows:
            raise NotFoundError("There is no such story.")
        self._edition.refuse_if_read_only()
        self._edition.calls.append(("correct", story, quote, speaker))
        self._edition.corrected.setdefault((story, words_key(quote)), []).append(speaker)
        self._edition.count_quotes(story)
        change = self._edition.stored(Change(Act.CORRECT, (story,), speaker))
        self._edition.tell(StoriesMarked((story,)))
        self._edition.tell(StoriesChanged(()))
        return change


def _quote_row(row: Headline, index: int, quote: Quote) -> QuoteRow:
    return QuoteRow(
        story=row.id, index=index, text=quote.text, kind=str(QuoteKind.DIRECT),
        speaker=quote.speaker, role=quote.role, voice=fold(quote.speaker), via="", cue="said",
        certainty=str(Certainty.NAMED), reason="cue", place="text", start=quote.start,
        end=quote.end, title=row.title, source=row.source, feed=row.feed, link=row.link,
        published=row.published, text_hash="",
    )  # fmt: skip
