"""What a worker process does: feeds and pages to articles with their quotes.

Started by `Digestion`; here loader and quotes meet, apart from the reader's own process.
"""

from __future__ import annotations

import dataclasses
import hashlib

from reader.loader.feeds.entry_articles import article_from_entry
from reader.loader.feeds.parse import parse_feed
from reader.loader.pages.decode import decode_page
from reader.loader.pages.text_file import article_from_plain
from reader.loader.workers.worker import serve
from reader.model.article import Origin
from reader.model.feed import Entry
from reader.newsroom.digestion import DigestedFeed, DigestedPage, FeedJob, Job, PageJob
from reader.quotes.article_quotes import with_quotes
from reader.store.codec import from_json, to_json
from reader.wording.catalogue import use_language


def answer(head: bytes, body: bytes) -> bytes:
    """Answer one job; raises `LoadError` for a feed that is none."""
    job = from_json(Job, head)
    use_language(job.language)
    if job.feed is not None:
        return to_json(_feed(job.feed, body))
    if job.page is not None:
        return to_json(_page(job.page, body))
    raise ValueError("a job without anything to do")


def _feed(job: FeedJob, body: bytes) -> DigestedFeed:
    parsed = parse_feed(body, job.content_type, job.url)
    hashes = tuple(_hash(entry) for entry in parsed.entries)
    known_hashes = frozenset(job.known_hashes)
    articles = tuple(
        None
        if name in known_hashes
        else with_quotes(article_from_entry(entry, job.url, job.fetched))
        for entry, name in zip(parsed.entries, hashes, strict=True)
    )
    # The articles hold the bodies; sending them twice would double what is sent.
    bare = tuple(
        dataclasses.replace(entry, summary_html="", content_html="") for entry in parsed.entries
    )
    return DigestedFeed(dataclasses.replace(parsed, entries=bare), articles, hashes)


def _hash(entry: Entry) -> str:
    """Names everything a story is made of, so that an entry that keeps its name keeps its story."""
    return hashlib.blake2b(to_json(entry), digest_size=16).hexdigest()


def _page(job: PageJob, body: bytes) -> DigestedPage:
    text = decode_page(body, job.content_type)
    if job.plain:
        return DigestedPage(with_quotes(article_from_plain(text, job.path or job.url)))
    # 300 ms, and feeds do not need them
    from reader.loader.pages.extract import extract
    from reader.loader.pages.next_page import next_page
    from reader.markup.html_tree import parse_html

    root = parse_html(text)
    following = next_page(root, job.url, job.rules) if job.url else ""
    article = extract(text, job.url, job.rules, root)
    if job.path:
        provenance = dataclasses.replace(article.provenance, origin=Origin.FILE, url=job.path)
    else:
        provenance = dataclasses.replace(article.provenance, fetched=job.fetched)
    article = with_quotes(dataclasses.replace(article, provenance=provenance))
    return DigestedPage(article, following, bool(job.rules.next))


if __name__ == "__main__":
    serve(answer)
