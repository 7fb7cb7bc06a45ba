"""``newsreader feeds``: the sources and how they are doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.arguments import Form, Option
from reader.cli.context import Context, message
from reader.cli.json_lines import print_record
from reader.cli.records import feed_record
from reader.model.feed import Feed
from reader.wording.catalogue import say
from reader.wording.dates import date_and_time
from reader.wording.visit_reasons import because

if TYPE_CHECKING:
    from reader.newsroom.full_text_report import FullTextReport

FORM = Form("feeds", (Option("json"), Option("texts")))


def run(context: Context, arguments: list[str]) -> int:
    """List the sources by folder, and last those that stand in no list."""
    given = FORM.read(arguments)
    newsroom = context.newsroom
    sources = newsroom.sources.overview()
    groups = [(folder.name, folder.feeds) for folder in sources.folders]
    for name, feeds in [*groups, (say("feeds.hidden"), sources.hidden)]:
        if name and feeds and not given.flag("json"):
            print(name)
        for feed in feeds:
            texts = newsroom.stories.texts_of(feed.id) if given.flag("texts") else None
            if given.flag("json"):
                print_record({**feed_record(feed), **({"texts": _counts(texts)} if texts else {})})
            else:
                said = f" {texts.sentence()}" if texts else ""
                print(("  " if name else "") + _line(feed) + said)
    if given.flag("texts"):
        message(newsroom.stories.texts_of().sentence())
    return 0


def _line(feed: Feed) -> str:
    health = feed.health
    facts = [say("feeds.unread", unread=feed.unread, stories=feed.stories)]
    if feed.subscription.paused:
        facts.append(say("feeds.paused"))
    elif health.next_visit is not None:
        visit = date_and_time(health.next_visit)
        facts.append(say("feeds.next_visit", when=visit, reason=because(health.reason)))
    if health.message:
        facts.append(health.message)
    return f"{feed.title} <{feed.subscription.url}>: {'; '.join(facts)}"


def _counts(texts: FullTextReport) -> dict[str, object]:
    names = ("stories", "whole", "paywall", "failed", "summaries")
    return {**{name: getattr(texts, name) for name in names}, "reasons": dict(texts.reasons)}
