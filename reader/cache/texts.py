"""The texts of stories: as they are, as they were, and what is waiting for the index."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Sequence
from typing import Any

import apsw

from reader.cache.fingerprints import drop_prints, keep_prints
from reader.cache.index_words import indexed
from reader.cache.subscribed import Part
from reader.model.article import Article, Completeness, Provenance
from reader.model.errors import NotFoundError
from reader.model.quote import Quote
from reader.model.story import FullText
from reader.store.database import numbers
from reader.store.packing import pack, unpack
from reader.text.normal import fold, name_key
from reader.text.reading_time import count_words
from reader.wording.catalogue import say

VERSIONS = 8
"""Earlier texts kept of a story; some pages hold the time of day and change for ever."""
INDEXED_AT_ONCE = 200
"""Stories; a good tenth of a second."""

_PRONOUN_WORDS = """
he she they it we i you er sie es wir ich man il elle ils elles on nous je ella lui lei hij zij
"""
_ARTICLES = frozenset(
    ("a", "an", "one", "his", "her", "its", "their", "ein", "eine", "einer", "sein", "seine",
     "ihr", "ihre", "un", "une", "uno", "una", "um", "uma", "en", "et", "een", "ett")
)  # fmt: skip
"""What never stands before a person's name; folded."""
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())


class Texts(Part):
    """The part of the cache that holds texts."""

    def article(self, story: int) -> Article:
        """Return a story whole; raises `NotFoundError`. Any thread."""
        packed = self._database.value("SELECT article FROM texts WHERE story = ?", (story,))
        if packed is None:
            raise NotFoundError(say("store.no_story_text", number=story))
        return unpack(packed)

    def provenances(self, feed: int | None = None) -> list[Provenance]:
        """Return where the texts of a feed's stories are from. Any thread; 0.12 ms a story.

        Those that another feed brought first count here too. None: those of all stories.
        """
        of_feed = (
            " WHERE story IN (SELECT id FROM stories WHERE feed = ?1"
            " UNION SELECT story FROM also WHERE feed = ?1)"
        )
        sql = "SELECT article FROM texts" + ("" if feed is None else of_feed)
        rows = self._database.read(sql, () if feed is None else (feed,))
        return [unpack(packed).provenance for (packed,) in rows]

    def earlier(self, story: int) -> list[tuple[int, Article]]:
        """Return earlier texts with when they were replaced, the newest first. Any thread."""
        rows = self._database.read(
            "SELECT replaced, article FROM earlier WHERE story = ? ORDER BY replaced DESC",
            (story,),
        )
        return [(replaced, unpack(packed)) for replaced, packed in rows]

    def put_article(
        self, story: int, article: Article, full_text: FullText = FullText.DONE
    ) -> None:
        """Put a page's text in place of a story's; raises `NotFoundError`. Writer.

        A second page whose words differ from the first is a change: the first is kept.
        """
        with self._database.immediate() as connection:
            row = connection.execute(
                "SELECT hash, article FROM texts WHERE story = ?", (story,)
            ).fetchone()
            if row is None:
                raise NotFoundError(say("store.no_story_text", number=story))
            known = unpack(row[1]).provenance
            if known.origin is article.provenance.origin and row[0] != text_hash(article):
                keep_earlier(connection, story, self._clock.now())
            put_text(connection, story, article)
            connection.execute(
                "UPDATE stories SET full_text = ?, gone = 0 WHERE id = ?",
                (full_text.value, story),
            )

    def page_failed(self, story: int, reason: str, gone: bool) -> None:
        """Note in a story's text why there is no more of it; nothing if it left. Writer.

        `gone`: the site says that there is no such page any more.
        """
        with self._database.immediate() as connection:
            row = connection.execute(
                "SELECT article FROM texts WHERE story = ?", (story,)
            ).fetchone()
            if row is None:
                return
            article = unpack(row[0])
            failed = dataclasses.replace(
                article.provenance, completeness=Completeness.FAILED, note=reason
            )
            connection.execute(
                "UPDATE texts SET article = ? WHERE story = ?",
                (pack(dataclasses.replace(article, provenance=failed)), story),
            )
            connection.execute(
                "UPDATE stories SET full_text = ?, gone = ? WHERE id = ?",
                (FullText.FAILED.value, int(gone), story),
            )

    def index(self, limit: int = INDEXED_AT_ONCE) -> int:
        """Put waiting stories into the index of words and that of quotes, the newest first. Writer.

        Returns how many still wait.
        """
        with self._database.immediate() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                "SELECT s.id, t.article FROM stories s JOIN texts t ON t.story = s.id"
                " WHERE s.indexed = 0 ORDER BY s.published DESC, s.id DESC LIMIT ?",
                (limit,),
            ).fetchall()
            articles = [(story, unpack(packed)) for story, packed in rows]
            connection.executemany(
                "INSERT OR REPLACE INTO search (rowid, title, speakers, quoted, lead, words)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(story, *_searched(article)) for story, article in articles],
            )
            for story, article in articles:
                keep_prints(connection, story, [quote.text for quote in article.quotes])
            connection.execute(
                "UPDATE stories SET indexed = 1 WHERE id IN carray(?)",
                (numbers(story for story, _ in rows),),
            )
            return int(
                connection.execute("SELECT count(*) FROM stories WHERE indexed = 0").get or 0
            )

    def waits_for_index(self) -> bool:
        """Whether there are stories that no search finds yet. Any thread."""
        sql = "SELECT EXISTS (SELECT 1 FROM stories WHERE indexed = 0)"
        return bool(self._database.value(sql))

    def closest_word(self, word: str) -> tuple[str, int] | None:
        """Return the stored word nearest to an unknown one, and how many stories have it.

        None where there is none within two slips. Any thread.
        """
        wanted = indexed(word).strip()
        if not re.fullmatch(r"\w{3,40}", wanted):
            return None
        rows = self._database.read(
            "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ?",
            (wanted[0], wanted[0] + "\U0010ffff"),
        )
        slips = 1 if len(wanted) < 5 else 2
        found = [
            (distance, -count, term)
            for term, count in rows
            if term != wanted and (distance := _distance(wanted, term, slips)) <= slips
        ]
        return (min(found)[2], -min(found)[1]) if found else None


def put_text(connection: apsw.Connection, story: int, article: Article) -> None:
    """Store a text and what follows from it: its words, its quotes, its place in the queue."""
    connection.execute(
        "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (story, text_hash(article), pack(article))
    )
    connection.execute(
        "UPDATE stories SET title = ?, link = ?, author = ?, lang = ?, words = ?, quotes = ?,"
        " indexed = 0 WHERE id = ?",
        (
            article.title,
            article.link,
            article.byline,
            article.lang,
            count_words(article.text),
            len(article.quotes),
            story,
        ),
    )
    drop_prints(connection, [story])
    connection.execute("DELETE FROM quotes WHERE story = ?", (story,))
    voices = [voice_key(quote) for quote in article.quotes]
    connection.executemany(
        "INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            _quote_row(story, number, voice, quote)
            for number, (voice, quote) in enumerate(zip(voices, article.quotes, strict=True))
        ],
    )
    connection.executemany(
        "INSERT INTO voices VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
        " name = CASE WHEN length(excluded.name) > length(name) THEN excluded.name ELSE name END,"
        " role = CASE WHEN excluded.role <> '' THEN excluded.role ELSE role END",
        [
            (voice, quote.speaker, quote.role)
            for voice, quote in zip(voices, article.quotes, strict=True)
            if voice
        ],
    )


def keep_earlier(connection: apsw.Connection, story: int, now: int) -> None:
    """Put the stored text among the earlier ones and note that the story changed."""
    connection.execute(
        "INSERT OR REPLACE INTO earlier SELECT story, ?, article FROM texts WHERE story = ?",
        (now, story),
    )
    connection.execute(
        "DELETE FROM earlier WHERE story = ? AND replaced <= (SELECT replaced FROM earlier"
        " WHERE story = ? ORDER BY replaced DESC LIMIT 1 OFFSET ?)",
        (story, story, VERSIONS),
    )
    connection.execute("UPDATE stories SET changed = 1 WHERE id = ?", (story,))


def text_hash(article: Article) -> str:
    """SHA-256 of the text that the offsets of quotes count in, in hexadecimal."""
    return hash_of(article.text)


def hash_of(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def voice_key(quote: Quote) -> str:
    """Under which voice a quote stands; empty where its speaker is no name.

    A pronoun or a mere role ("the minister", "A spokeswoman") is somebody else in every story.
    """
    key = name_key(quote.speaker)
    first, *rest = quote.speaker.split() or [""]
    small = bool(rest) and all(word[:1].islower() for word in rest)
    has_case = quote.speaker.lower() != quote.speaker.upper()
    nobodys = (
        key in _PRONOUNS
        or (has_case and quote.speaker == quote.speaker.lower())
        or (has_case and small)
        or (bool(rest) and fold(first) in _ARTICLES)
    )
    return "" if nobodys else key


def _quote_row(story: int, number: int, voice: str, quote: Quote) -> tuple[str | int, ...]:
    return (
        story,
        number,
        voice,
        quote.text,
        quote.kind.value,
        quote.speaker,
        quote.role,
        quote.source,
        quote.cue,
        quote.certainty.value,
        quote.reason,
        quote.place.value,
        quote.start,
        quote.end,
    )


def _searched(article: Article) -> tuple[str, ...]:
    """The columns of the index; what is quoted stands in the text once more."""
    first, *rest = [block.text for block in article.blocks if block.text] or [""]
    return (
        indexed(article.title),
        indexed("\n".join({quote.speaker: None for quote in article.quotes})),
        indexed("\n".join(quote.text for quote in article.quotes)),
        indexed("\n".join((article.byline, article.standfirst, first))),
        indexed("\n".join(rest)),
    )


def _distance(one: str, other: str, most: int) -> int:
    """How many slips (a letter more, less, another, two swapped) part two words; `most` + 1: more.

    Optimal string alignment.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: Sequence[int] = ()
    row: Sequence[int] = range(len(other) + 1)
    for i, letter in enumerate(one, 1):
        following = [i]
        for j, across in enumerate(other, 1):
            best = min(
                row[j] + 1, following[j - 1] + 1, row[j - 1] + (letter != across)
            )
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == across:
                best = min(best, before[j - 2] + 1)
            following.append(best)
        if min(following) > most:
            return most + 1
        before, row = row, following
    return row[-1]
