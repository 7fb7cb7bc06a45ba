"""``newsreader feeds``: the sources and how they are doing."""

from __future__ import annotations

from reader.cli.context import Context, message, parser
from reader.cli.records import feed_record, print_record
from reader.cli.spoken import when
from reader.model.feed import Feed
from reader.newsroom.full_text import FullTextReport


def run(context: Context, arguments: list[str]) -> int:
    """List the sources by folder, and last those that stand in no list."""
    options = parser("feeds", "The sources, by folder, with their next visit and its reason.")
    options.add_argument("--json", action="store_true", help="one JSON object a line")
    options.add_argument(
        "--texts", action="store_true", help="count whose stories are whole; reads all of them"
    )
    wanted = options.parse_args(arguments)
    newsroom = context.newsroom
    sources = newsroom.sources()
    groups = [(folder.name, folder.feeds) for folder in sources.folders]
    for name, feeds in [*groups, ("hidden", sources.hidden)]:
        if name and feeds and not wanted.json:
            print(name)
        for feed in feeds:
            texts = newsroom.texts_of(feed.id) if wanted.texts else None
            if wanted.json:
                print_record({**feed_record(feed), **({"texts": _counts(texts)} if texts else {})})
            else:
                said = f" {texts.sentence()}" if texts else ""
                print(("  " if name else "") + _line(feed) + said)
    if wanted.texts:
        message(newsroom.texts_of().sentence())
    return 0


def _line(feed: Feed) -> str:
    health = feed.health
    facts = [f"{feed.unread} unread of {feed.stories}"]
    if feed.subscription.paused:
        facts.append("paused")
    elif health.next_visit is not None:
        facts.append(f"next visit {when(health.next_visit)} ({health.reason})")
    if health.message:
        facts.append(health.message)
    return f"{feed.title} <{feed.subscription.url}>: {'; '.join(facts)}"


def _counts(texts: FullTextReport) -> dict[str, object]:
    names = ("stories", "whole", "paywall", "failed", "summaries")
    return {**{name: getattr(texts, name) for name in names}, "reasons": dict(texts.reasons)}
