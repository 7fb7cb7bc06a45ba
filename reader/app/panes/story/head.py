"""What stands above a story's text: its source, who wrote it, when, how long it takes."""

from __future__ import annotations

from reader.model.article import Article, Completeness, Origin
from reader.model.story import Headline
from reader.text.links import host
from reader.text.reading_time import count_words, reading_minutes
from reader.text.tags import written
from reader.typesetting.head_and_end import Surroundings, Wording
from reader.wording.dates import day_and_time


def around(
    article: Article, headline: Headline | None, now: int, wording: Wording
) -> Surroundings:
    """Return what is known of a story now, to be set above and below its text."""
    return Surroundings(
        kicker(article, headline),
        byline(article, headline, now, wording),
        origin=origin(article, now, wording),
    )


def kicker(article: Article, headline: Headline | None) -> str:
    """The source in capitals; of a page that is in no source, its host."""
    link = article.link or article.provenance.url
    source = headline.source if headline else host(link) if "://" in link else ""
    return source.upper()


def byline(article: Article, headline: Headline | None, now: int, wording: Wording) -> str:
    """``Nora Castle · today 07:40 · 5 min``, with what a reader should know about the text."""
    author = article.byline or (headline.author if headline else "")
    summary = article.provenance.completeness is Completeness.SUMMARY
    if not author and summary:
        author = wording.summary_only
    when = article.published if headline is None else headline.stated or headline.published
    facts = [
        author,
        day_and_time(when, now) if when else "",
        f"{minutes(article, headline)} {wording.minutes}",
        wording.gone if headline and headline.gone else "",
        wording.changed if headline and headline.changed else "",
        written(headline.tags) if headline else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def origin(article: Article, now: int, wording: Wording) -> str:
    """``Text from courier.example · fetched today 07:52 · 62 % of the page``; empty for files."""
    source = article.provenance
    if source.origin is Origin.FILE:
        return ""
    page = source.origin is Origin.PAGE
    facts = [
        wording.from_page.format(host=host(source.url)) if page else wording.from_feed,
        wording.fetched.format(moment=day_and_time(source.fetched, now))
        if source.fetched
        else "",
        wording.share.format(share=f"{source.share:.0%}") if page and source.share else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def minutes(article: Article, headline: Headline | None) -> int:
    """Reading time, at least 1; of a page that is in no list it is counted here."""
    if headline:
        return max(1, headline.minutes)
    return reading_minutes(count_words(article.text), article.lang)
