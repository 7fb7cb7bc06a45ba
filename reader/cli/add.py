"""``newsreader add URL``: subscribe to a site or a feed."""

from __future__ import annotations

import sys

from reader.cli.arguments import Form, Option
from reader.cli.context import Context, message
from reader.newsroom.events import AddFailed, FoundSource, SourceAdded, SourcesFound
from reader.wording.catalogue import say

FORM = Form(
    "add",
    (Option("folder", "name"), Option("title", "name"), Option("first")),
    word="address",
    least=1,
)


def run(context: Context, arguments: list[str]) -> int:
    """Find the feed of each address and subscribe to it."""
    given = FORM.read(arguments)
    title, folder = given.text("title"), given.text("folder")
    failed = 0
    for url in given.words:
        outcome = context.newsroom.sources.add_now(url, title=title, folder=folder)
        if isinstance(outcome, SourcesFound):
            chosen = outcome.found[0] if given.flag("first") else _choose(outcome.found)
            if chosen is None:
                message(say("adding.several", url=url))
                for source in outcome.found:
                    message(f"  {source.url}  {source.title}")
                failed += 1
                continue
            outcome = context.newsroom.sources.add_now(chosen.url, title=title, folder=folder)
        if isinstance(outcome, SourceAdded) and outcome.known:
            message(say("adding.known", title=outcome.title))
        elif isinstance(outcome, SourceAdded):
            message(say("adding.subscribed", title=outcome.title, count=outcome.stories))
        elif isinstance(outcome, AddFailed):
            message(f"{url}: {outcome.message}")
            failed += 1
    return 1 if failed else 0


def _choose(offered: tuple[FoundSource, ...]) -> FoundSource | None:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    message(say("adding.which"))
    for number, source in enumerate(offered, 1):
        message(f"  {number}. {source.title or source.url}  {source.url}")
    print(say("adding.which_one"), end=" ", file=sys.stderr, flush=True)
    typed = sys.stdin.readline().strip()
    if typed.isdecimal() and 1 <= int(typed[:9]) <= len(offered):
        return offered[int(typed[:9]) - 1]
    return None
