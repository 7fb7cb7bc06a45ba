"""The rows that a story's text becomes: the text itself, its facts, its quotes, earlier texts.

These functions write in a transaction of their caller, on the writer's thread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import apsw

from reader.cache.fingerprints import drop_fingerprints
from reader.cache.voice_names import voice_key
from reader.model.article import Article, Provenance
from reader.model.quote import Quote
from reader.store.packing import pack
from reader.text.reading_time import count_words

VERSIONS = 8
"""Earlier texts kept of a story; some pages hold the time of day and change for ever."""


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
    put_completeness(connection, story, article.provenance)
    _put_quotes(connection, story, article.quotes)


def put_completeness(connection: apsw.Connection, story: int, provenance: Provenance) -> None:
    """Note how whole a story's text is, and why it is not."""
    connection.execute(
        "INSERT OR REPLACE INTO completeness VALUES (?, ?, ?)",
        (story, provenance.completeness.value, provenance.note),
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


def _put_quotes(connection: apsw.Connection, story: int, quotes: Sequence[Quote]) -> None:
    """Store a story's quotes in place of those it had, and the names of who speaks."""
    drop_fingerprints(connection, [story])
    connection.execute("DELETE FROM quotes WHERE story = ?", (story,))
    voices = [voice_key(quote) for quote in quotes]
    connection.executemany(
        "INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            _quote_values(story, number, voice, quote)
            for number, (voice, quote) in enumerate(zip(voices, quotes, strict=True))
        ],
    )
    connection.executemany(
        "INSERT INTO voices VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
        " name = CASE WHEN length(excluded.name) > length(name) THEN excluded.name ELSE name END,"
        " role = CASE WHEN excluded.role <> '' THEN excluded.role ELSE role END",
        [
            (voice, quote.speaker, quote.role)
            for voice, quote in zip(voices, quotes, strict=True)
            if voice
        ],
    )


def _quote_values(story: int, number: int, voice: str, quote: Quote) -> tuple[str | int, ...]:
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
