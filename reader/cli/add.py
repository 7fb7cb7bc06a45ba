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
        answer = context.newsroom.sources.add_now(url, title=title, folder=folder)
        if isinstance(answer, SourcesFound):
            chosen = answer.found[0] if given.flag("first") else _choose(answer.found)
            if chosen is None:
                message(say("adding.several", url=url))
                for source in answer.found:
                    message(f"  {source.url}  {source.title}")
                failed += 1
                continue
            answer = context.newsroom.sources.add_now(chosen.url, title=title, folder=folder)
        if isinstance(answer, SourceAdded) and answer.known:
            message(say("adding.known", title=answer.title))
        elif isinstance(answer, SourceAdded):
            message(say("adding.subscribed", title=answer.title, count=answer.stories))
        elif isinstance(answer, AddFailed):
            message(f"{url}: {answer.message}")
            failed += 1
    return 1 if failed else 0


def _choose(found: tuple[FoundSource, ...]) -> FoundSource | None:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    message(say("adding.which"))
    for number, source in enumerate(found, 1):
        message(f"  {number}. {source.title or source.url}  {source.url}")
    print(say("adding.which_one"), end=" ", file=sys.stderr, flush=True)
    answer = sys.stdin.readline().strip()
    if answer.isdecimal() and 1 <= int(answer[:9]) <= len(found):
        return found[int(answer[:9]) - 1]
    return None
