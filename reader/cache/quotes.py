"""Quotes as they were said in stories, and as a person set them right."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.cache.feed_set import FeedSet
from reader.cache.feeds import Feeds
from reader.cache.lists import Lists
from reader.cache.text_rows import hash_of
from reader.cache.voice_names import VoiceNames, voice_key
from reader.model.article import Article
from reader.model.query import Query
from reader.model.quote import Certainty, Place, Quote
from reader.model.story import QuoteRow
from reader.store.database import Database, numbers
from reader.text.normal import words_key

AT_ONCE = 500
"""Stories whose quotes are read at a time."""

CORRECTED = "corrected"
"""`Quote.reason` of a speaker whom a person named."""

_SPOKEN = """
FROM quotes q
LEFT JOIN library_corrections c ON c.story = q.story AND words_of(c.quote) = words_of(q.text)
LEFT JOIN library_aliases a ON a.voice = coalesce(c.voice, q.voice)
JOIN stories s ON s.id = q.story
"""
"""Quotes as they were set right; ``c.speaker IS NOT ''`` leaves out what is no quote."""
_VOICE = "coalesce(a.target, c.voice, q.voice)"


class Quotes:
    """The quotes of stories. All of it from any thread."""

    def __init__(
        self, database: Database, feeds: Feeds, names: VoiceNames, lists: Lists
    ) -> None:
        """`lists` selects the stories, `names` knows the speakers, `feeds` the sources."""
        self._database, self._feeds = database, feeds
        self._names, self._lists = names, lists

    def in_stories(self, query: Query, speaker: str = "", limit: int = 5000) -> list[QuoteRow]:
        """Return the quotes in the stories that match, the newest story first.

        `speaker`: only those of one voice, by `Voice.key` or name; where nobody is called so, of
        all in whose names words begin like these.
        """
        stories = self._lists.select(query)
        voices: set[str] = set()
        if speaker:
            voices = {self._names.key_of(speaker)}
            spoken_in = self._names.stories_of(voices)
            if not spoken_in:
                voices = set(self._names.beginning(speaker))
                spoken_in = self._names.stories_of(voices)
            stories = array("q", (story for story in stories if story in spoken_in))
        rows: list[QuoteRow] = []
        for start in range(0, len(stories), AT_ONCE):
            some = self.of_stories(stories[start : start + AT_ONCE])
            rows += [row for row in some if not speaker or row.voice in voices]
            if len(rows) >= limit:
                break
        return rows[:limit]

    def of_story(self, story: int) -> list[QuoteRow]:
        """Return the quotes of one story in their order."""
        return self.of_stories([story])

    def of_stories(self, stories: Sequence[int]) -> list[QuoteRow]:
        """Return the quotes of stories, in the order of the stories and their own."""
        feeds = self._feeds.current()
        by_story: dict[int, list[QuoteRow]] = {}
        for row in self._database.read(
            "SELECT q.story, q.text, q.kind, coalesce(c.speaker, q.speaker),"
            f" CASE WHEN c.speaker IS NULL THEN q.role ELSE '' END, {_VOICE}, q.via, q.cue,"
            " CASE WHEN c.speaker IS NULL THEN q.certainty ELSE 'named' END,"
            f" CASE WHEN c.speaker IS NULL THEN q.reason ELSE '{CORRECTED}' END,"
            f" q.place, q.start, q.end, s.title, s.source, s.feed, s.link, s.published, t.hash"
            f" {_SPOKEN} JOIN texts t ON t.story = q.story"
            " WHERE q.story IN carray(?) AND c.speaker IS NOT '' ORDER BY q.story, q.number",
            (numbers(stories),),
        ):
            of_story = by_story.setdefault(row[0], [])
            of_story.append(_quote_row(row, len(of_story), feeds))
        return [row for story in stories for row in by_story.get(story, [])]

    def corrected(self, story: int, article: Article) -> Article:
        """Return a story with its quotes as a person set them right.

        What is no quote is left out, so that the others count as `QuoteRow.index` does.
        """
        corrections = {
            words_key(quote): speaker
            for quote, speaker in self._database.read(
                "SELECT quote, speaker FROM library_corrections WHERE story = ?", (story,)
            )
        }
        names = dict(self._database.read("SELECT voice, name FROM library_aliases"))
        quotes = []
        for quote in article.quotes:
            speaker = corrections.get(words_key(quote.text)) if corrections else None
            if speaker == "":
                continue
            if speaker:
                quote = _spoken_by(speaker, quote)
            if names and (name := names.get(voice_key(quote))):
                quote = replace(quote, speaker=name)
            quotes.append(quote)
        return article if quotes == list(article.quotes) else replace(article, quotes=tuple(quotes))


def _spoken_by(speaker: str, quote: Quote) -> Quote:
    """A quote whose speaker a person named; the text names somebody else, or nobody."""
    return replace(
        quote,
        speaker=speaker,
        role="",
        certainty=Certainty.NAMED,
        reason=CORRECTED,
        speaker_start=-1,
        speaker_end=-1,
    )


def _quote_row(row: Sequence[Any], index: int, feeds: FeedSet) -> QuoteRow:
    (story, text, kind, speaker, role, voice, via, cue, certainty, reason, place, start,
     end, title, source, feed, link, published, digest) = row  # fmt: skip
    return QuoteRow(
        story=story,
        index=index,
        text=text,
        kind=kind,
        speaker=speaker,
        role=role,
        voice=voice,
        via=via,
        cue=cue,
        certainty=certainty,
        reason=reason,
        place=place,
        start=start,
        end=end,
        title=title,
        source=feeds.title(feed) or source,
        feed=feed,
        link=link,
        published=published,
        text_hash=hash_of(title) if place == Place.TITLE.value else digest,
    )
