"""Who said what, over all stories: quotes and voices, as a person set them right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import apsw

from reader.cache.lists import Lists
from reader.cache.subscribed import FeedSet
from reader.cache.texts import hash_of, voice_key
from reader.model.article import Article
from reader.model.query import Query
from reader.model.quote import Certainty, Place, Voice
from reader.model.story import QuoteRow
from reader.store.database import numbers
from reader.text.normal import fold, name_key, words_key

AT_ONCE = 500
"""Stories whose quotes are read at a time."""
MANY = 10_000
"""Stories; in more of them voices are counted by reading all quotes once."""

CORRECTED = "corrected"
"""`Quote.reason` of a speaker whom a person named."""

_SPOKEN = """
FROM quotes q
LEFT JOIN lib.corrections c ON c.story = q.story AND words_of(c.quote) = words_of(q.text)
LEFT JOIN lib.aliases a ON a.voice = coalesce(c.voice, q.voice)
JOIN stories s ON s.id = q.story
"""
"""Quotes as they were set right; ``c.speaker IS NOT ''`` leaves out what is no quote."""
_VOICE = "coalesce(a.target, c.voice, q.voice)"


class Voices(Lists):
    """The part of the cache that knows who is quoted. All of it from any thread."""

    def quote_rows(self, query: Query, speaker: str = "", limit: int = 5000) -> list[QuoteRow]:
        """Return the quotes in the stories that match, the newest story first.

        `speaker`: only those of one voice, by `Voice.key` or name; where nobody is called so, of
        all in whose names words begin like these.
        """
        stories = self.select(query)
        voices: set[str] = set()
        if speaker:
            voices = {self._voice(speaker)}
            told = self._stories_of(voices)
            if not told:
                voices = set(self._voices_named(speaker))
                told = self._stories_of(voices)
            stories = type(stories)("q", (story for story in stories if story in told))
        rows: list[QuoteRow] = []
        for start in range(0, len(stories), AT_ONCE):
            found = self._rows(stories[start : start + AT_ONCE])
            rows += [row for row in found if not speaker or row.voice in voices]
            if len(rows) >= limit:
                break
        return rows[:limit]

    def story_quotes(self, story: int) -> list[QuoteRow]:
        """Return the quotes of one story in their order."""
        return self._rows([story])

    def set_right(self, story: int, article: Article) -> Article:
        """Return a story with its quotes as a person set them right.

        What is no quote is left out, so that the others count as `QuoteRow.index` does.
        """
        said = {
            words_key(quote): speaker
            for quote, speaker in self._database.read(
                "SELECT quote, speaker FROM lib.corrections WHERE story = ?", (story,)
            )
        }
        names = dict(self._database.read("SELECT voice, name FROM lib.aliases"))
        quotes = []
        for quote in article.quotes:
            speaker = said.get(words_key(quote.text)) if said else None
            if speaker == "":
                continue
            if speaker:
                quote = replace(
                    quote,
                    speaker=speaker,
                    role="",
                    certainty=Certainty.NAMED,
                    reason=CORRECTED,
                    speaker_start=-1,
                    speaker_end=-1,
                )
            if names and (name := names.get(voice_key(quote))):
                quote = replace(quote, speaker=name)
            quotes.append(quote)
        return article if quotes == list(article.quotes) else replace(article, quotes=tuple(quotes))

    def also_named(self, voice: str) -> list[str]:
        """Return the other names of a voice (by key) that a person took for the same one."""
        rows = self._database.read(
            "SELECT coalesce(v.name, a.voice) FROM lib.aliases a"
            " LEFT JOIN voices v ON v.key = a.voice WHERE a.target = ? ORDER BY 1",
            (voice,),
        )
        return [row[0] for row in rows]

    def voices(self, query: Query) -> list[Voice]:
        """Return who is quoted in the stories that match, most quoted first.

        Quotes that are nobody's by name stand last, under the key "".
        """
        selected = self.select(query)
        stories = numbers(selected)
        # In the order of voices where most quotes count, else from story to story.
        by_voice = "INDEXED BY quotes_by_voice" if len(selected) > MANY else ""
        counts: Counter[str] = Counter()
        latest: dict[str, tuple[int, int]] = {}
        """When the newest story of a voice was published, and the story."""
        targets, names = self._aliases()
        for voice, count, published, story in (
            *self._database.read(
                f"SELECT q.voice, count(*), max(s.published), q.story FROM quotes q {by_voice}"
                " CROSS JOIN stories s ON s.id = q.story"
                " WHERE q.story IN carray(?) GROUP BY q.voice",
                (stories,),
            ),
            *self._corrected(stories, names),
        ):
            key = targets.get(voice, voice)
            counts[key] += count
            latest[key] = max(latest.get(key, (0, 0)), (published, story))
        keys = tuple(key for key in latest if counts[key] > 0)
        known = self._names(keys)
        sources = self._sources([latest[key][1] for key in keys])
        voices = [
            Voice(
                known.get(key, (names.get(key, key), ""))[0],
                known.get(key, ("", ""))[1],
                counts[key],
                sources[latest[key][1]],
                key,
            )
            for key in keys
        ]
        return sorted(voices, key=lambda voice: (not voice.key, -voice.quotes, voice.name))

    def _aliases(self) -> tuple[dict[str, str], dict[str, str]]:
        """Which voice is which other one; and the names that a person gave, by key."""
        rows = self._database.read("SELECT voice, target, name FROM lib.aliases")
        return {row[0]: row[1] for row in rows}, {row[1]: row[2] for row in rows}

    def _corrected(
        self, stories: apsw.CArrayBinding | None, names: dict[str, str]
    ) -> list[tuple[str, int, int, int]]:
        """What corrections change in the counts: voice, how many, when and story.

        Adds to `names`.
        """
        changes = []
        for before, after, speaker, published, story in self._database.read(
            "SELECT q.voice, c.voice, c.speaker, s.published, q.story FROM lib.corrections c"
            " CROSS JOIN quotes q ON q.story = c.story AND words_of(q.text) = words_of(c.quote)"
            " JOIN stories s ON s.id = q.story"
            " WHERE c.story IN carray(?)",
            (stories,),
        ):
            changes.append((before, -1, 0, 0))
            if speaker:
                changes.append((after, 1, published, story))
                names.setdefault(after, speaker)
        return changes

    def _names(self, keys: tuple[str, ...]) -> dict[str, tuple[str, str]]:
        """The name and the role of voices."""
        if not keys:
            return {}
        rows = self._database.read(
            "SELECT key, name, role FROM voices WHERE key IN carray(?)", (apsw.carray(keys),)
        )
        return {key: (name, role) for key, name, role in rows}

    def _sources(self, stories: Sequence[int]) -> dict[int, str]:
        """The titles of the feeds of stories."""
        feeds = self._feed_set()
        rows = self._database.read(
            "SELECT id, feed, source FROM stories WHERE id IN carray(?)", (numbers(stories),)
        )
        return {story: feeds.title(feed) or source for story, feed, source in rows}

    def _rows(self, stories: Sequence[int]) -> list[QuoteRow]:
        """The quotes of stories, in the order of the stories and their own."""
        feeds = self._feed_set()
        found: dict[int, list[QuoteRow]] = {}
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
            of_story = found.setdefault(row[0], [])
            of_story.append(_quote_row(row, len(of_story), feeds))
        return [row for story in stories for row in found.get(story, [])]

    def _voice(self, name: str) -> str:
        """The key of a voice, given its key or name, past an alias."""
        key = name_key(name)
        target = self._database.value("SELECT target FROM lib.aliases WHERE voice = ?", (key,))
        return key if target is None else str(target)

    def _stories_of(self, voices: Iterable[str]) -> set[int]:
        keys = {key for voice in voices for key in (voice, *self._aliases_of(voice))}
        marks = ", ".join("?" * len(keys))
        rows = self._database.read(
            f"SELECT story FROM quotes WHERE voice IN ({marks})"
            f" UNION SELECT story FROM lib.corrections WHERE voice IN ({marks})",
            (*keys, *keys),
        )
        return {row[0] for row in rows}

    def _aliases_of(self, voice: str) -> list[str]:
        rows = self._database.read("SELECT voice FROM lib.aliases WHERE target = ?", (voice,))
        return [row[0] for row in rows]

    def _voices_named(self, name: str) -> list[str]:
        """The keys of the voices in whose names words begin like those of `name`.

        Voices that a person took for one are found by any of their names.
        """
        wanted = fold(name_key(name) or name).split()
        if not wanted:
            return []
        condition = " AND ".join(["' ' || key LIKE ? ESCAPE '\\'"] * len(wanted))
        patterns = [f"% {_escaped(word)}%" for word in wanted]
        rows = self._database.read(
            f"WITH keys(key) AS (SELECT key FROM voices UNION SELECT voice FROM lib.corrections"
            f" UNION SELECT target FROM lib.aliases) SELECT key FROM keys WHERE {condition}",
            patterns,
        )
        # Joined by aliases are all that have the same target.
        targets = {self._voice(row[0]) for row in rows}
        return sorted(targets.union(*map(self._aliases_of, targets)))


def _escaped(word: str) -> str:
    return word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")


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
