"""The part of the made-up newsroom that knows who said what."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Sequence

from reader.model.article import Article
from reader.model.change import Act, Change
from reader.model.query import Query
from reader.model.quote import Certainty, Echo, Quote, QuoteKind, Voice
from reader.model.story import Headline, QuoteRow
from reader.settings.config import Config
from reader.text.normal import fold, words_key
from tests.app.stories import made_up


class FakeVoices:
    """Quotes of the made-up stories, as somebody set them right."""

    rows: dict[int, Headline]
    config: Config
    calls: list[tuple[object, ...]]
    _done: list[Change]

    def __init__(self) -> None:
        self.corrected: dict[tuple[int, str], list[str]] = {}
        """By story and words: what was said of a quote, the last thing last."""
        self.aliases: dict[str, str] = {}

    def article(self, story: int) -> Article:
        """The story, its quotes set right."""
        article = made_up(story)
        quotes = []
        for quote in article.quotes:
            [*_, speaker] = self.corrected.get((story, words_key(quote.text))) or [quote.speaker]
            if speaker:
                name = self.aliases.get(fold(speaker), speaker)
                quotes.append(dataclasses.replace(quote, speaker=name))
        return dataclasses.replace(article, quotes=tuple(quotes))

    def select(self, query: Query) -> array[int]:
        """The stories that match."""
        raise NotImplementedError

    def story_quotes(self, story: int) -> list[QuoteRow]:
        """The quotes of a story."""
        row = self.rows[story]
        return [_quote_row(row, n, quote) for n, quote in enumerate(self.article(story).quotes)]

    def quote_rows(self, query: Query, *, speaker: str = "", limit: int = 5000) -> list[QuoteRow]:
        """The quotes of the stories that match."""
        rows = [row for story in self.select(query) for row in self.story_quotes(story)]
        return [row for row in rows if not speaker or row.voice == speaker]

    def voices(self, query: Query) -> list[Voice]:
        """Who is quoted."""
        rows = self.quote_rows(query)
        names = dict.fromkeys(row.speaker for row in rows)
        said_by = {name: [row for row in rows if row.speaker == name] for name in names}
        voices = [
            Voice(name, "witness", len(said), said[0].source, fold(name))
            for name, said in said_by.items()
        ]
        return sorted(voices, key=lambda voice: -voice.quotes)

    def also_named(self, voice: str) -> list[str]:
        """Whom somebody took for the same voice."""
        return [name.title() for name, other in self.aliases.items() if fold(other) == voice]

    def echoes(self, rows: Sequence[QuoteRow]) -> dict[tuple[int, int], tuple[Echo, ...]]:
        """The same words in the stories that are repeated."""
        everything = [row for story in self.rows for row in self.story_quotes(story)]
        found = {}
        for row in rows:
            same = [one for one in everything if one.text == row.text and one.story != row.story]
            if same:
                found[row.story, row.index] = tuple(
                    Echo(o.story, o.index, o.text, o.title, o.source, o.link, o.published)
                    for o in sorted(same, key=lambda one: one.published)
                )
        return found

    def alias(self, voice: str, target: str) -> Change:
        """Let a voice be another one."""
        self.calls.append(("alias", voice, target))
        self.aliases[fold(voice)] = target
        return self._done_with(Change(Act.ALIAS, subject=target))

    def correct(self, story: int, quote: str, speaker: str) -> Change:
        """Set a quote right."""
        self.calls.append(("correct", story, quote, speaker))
        self.corrected.setdefault((story, words_key(quote)), []).append(speaker)
        return self._done_with(Change(Act.CORRECT, (story,), speaker))

    def follow(self, name: str) -> Change:
        """Keep a view of what a voice says, or no longer."""
        self.calls.append(("follow", name))
        views = dict(self.config.views)
        act = Act.UNFOLLOW if views.pop(name, "") else Act.FOLLOW
        if act is Act.FOLLOW:
            views[name] = f'said:"{name}"'
        self.config = dataclasses.replace(self.config, views=views)
        return self._done_with(Change(act, subject=name))

    def _done_with(self, change: Change) -> Change:
        self._done.append(change)
        return change

    def _take_back(self, change: Change) -> None:
        if change.act is Act.CORRECT:
            for (story, _), said in self.corrected.items():
                if story in change.stories and said:
                    said.pop()
        elif change.act is Act.ALIAS:
            self.aliases = {v: t for v, t in self.aliases.items() if t != change.subject}
        elif change.act in (Act.FOLLOW, Act.UNFOLLOW):
            self.follow(change.subject)
            self._done.pop()


def _quote_row(row: Headline, index: int, quote: Quote) -> QuoteRow:
    return QuoteRow(
        story=row.id, index=index, text=quote.text, kind=str(QuoteKind.DIRECT),
        speaker=quote.speaker, role=quote.role, voice=fold(quote.speaker), via="", cue="said",
        certainty=str(Certainty.NAMED), reason="cue", place="text", start=quote.start,
        end=quote.end, title=row.title, source=row.source, feed=row.feed, link=row.link,
        published=row.published, text_hash="",
    )  # fmt: skip
