"""What ``--json`` prints: one JSON object a line, the same names in every verb."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from reader.model.article import Article
from reader.model.feed import Feed
from reader.model.quote import Correction, Quote
from reader.model.story import Headline, QuoteRow
from reader.store.codec import to_plain


def moment(seconds: int | None) -> str | None:
    """Unix seconds as ISO 8601 in UTC; None stays None."""
    if seconds is None:
        return None
    try:
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError, OSError):
        return None


def headline_record(headline: Headline) -> dict[str, Any]:
    """A story as `newsreader list --json` shows it."""
    return {
        "id": headline.id,
        "source": headline.source,
        "title": headline.title,
        "link": headline.link,
        "published": moment(headline.published),
        "unread": headline.unread,
        "saved": headline.saved,
        "quotes": headline.quotes,
        "author": headline.author,
        "lang": headline.lang,
        "words": headline.words,
        "also": headline.also,
        "new": headline.new,
        "tags": list(headline.tags),
        "changed": headline.changed,
        "gone": headline.gone,
        "full_text": headline.full_text.value,
    }


def article_record(article: Article) -> dict[str, Any]:
    """A story whole: title, byline, published, link, provenance, blocks, quotes, and its text."""
    return {
        "title": article.title,
        "byline": article.byline,
        "published": moment(article.published),
        "link": article.link,
        "lang": article.lang,
        "standfirst": article.standfirst,
        "provenance": {
            **_all_fields(article.provenance),
            "fetched": moment(article.provenance.fetched),
        },
        "text": article.text,
        "blocks": [
            {"kind": block.kind.value, "text": block.text, **_mapping(to_plain(block))}
            for block in article.blocks
        ],
        "quotes": [quote_record(quote) for quote in article.quotes],
    }


def quote_record(quote: Quote) -> dict[str, Any]:
    """A quote with the evidence for its speaker; offsets count in `text`, or in `title`."""
    return {
        "text": quote.text,
        "kind": quote.kind.value,
        "speaker": quote.speaker or None,
        "role": quote.role,
        "source": quote.source or None,
        "cue": quote.cue or None,
        "certainty": quote.certainty.value,
        "reason": quote.reason,
        "start": quote.start,
        "end": quote.end,
        "place": quote.place.value,
        "speaker_start": _offset(quote.speaker_start),
        "speaker_end": _offset(quote.speaker_end),
        "cue_start": _offset(quote.cue_start),
        "cue_end": _offset(quote.cue_end),
        "utterance": quote.utterance,
    }


def quote_row_record(row: QuoteRow) -> dict[str, Any]:
    """A quote with its story, as `newsreader quotes --json` shows it."""
    return {
        "speaker": row.speaker or None,
        "role": row.role,
        "source": row.via or None,
        "text": row.text,
        "cue": row.cue or None,
        "kind": row.kind,
        "certainty": row.certainty,
        "reason": row.reason,
        "outlet": row.source,
        "date": moment(row.published),
        "title": row.title,
        "link": row.link,
        "story": row.story,
        "place": row.place,
        "start": row.start,
        "end": row.end,
        "text_hash": row.text_hash,
    }


def correction_record(correction: Correction) -> dict[str, Any]:
    """What a person said of a quote, as `newsreader quotes --corrections` shows it.

    ``text`` are the paragraphs around it; ``start`` and ``end`` count in them.
    """
    evidence = dict(correction.evidence)
    published = evidence.pop("published", None)
    return {
        "story": correction.story,
        "quote": correction.quote,
        "verdict": "other speaker" if correction.speaker else "no quote",
        "speaker": correction.speaker or None,
        "said": moment(correction.at),
        "date": moment(published if isinstance(published, int) else None),
        **evidence,
    }


def feed_record(feed: Feed) -> dict[str, Any]:
    """A source and how it is doing, as `newsreader feeds --json` shows it."""
    health = feed.health
    return {
        "id": feed.id,
        "title": feed.title,
        "url": feed.subscription.url,
        "site": feed.site,
        "folder": feed.subscription.folder,
        "tags": list(feed.subscription.tags),
        "paused": feed.subscription.paused,
        "hidden": feed.subscription.hidden,
        "unread": feed.unread,
        "stories": feed.stories,
        "outcome": health.outcome.value if health.outcome else None,
        "message": health.message,
        "status": health.status,
        "failures": health.failures,
        "checked": moment(health.checked),
        "succeeded": moment(health.succeeded),
        "next_visit": moment(health.next_visit),
        "reason": health.reason,
    }


def _offset(value: int) -> int | None:
    return None if value < 0 else value


def _mapping(plain: Any) -> dict[str, Any]:
    return dict(plain)


def _all_fields(value: Any) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
