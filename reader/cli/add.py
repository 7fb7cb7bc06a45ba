"""``newsreader add URL``: subscribe to a site or a feed."""

from __future__ import annotations

import sys

from reader.cli.context import Context, message, parser
from reader.newsroom.events import AddFailed, FoundSource, SourceAdded, SourcesFound


def run(context: Context, arguments: list[str]) -> int:
    """Find the feed of each address and subscribe to it."""
    options = parser("add", "Subscribe to sites or feeds; the feed of a site is found.")
    options.add_argument("url", nargs="+", help="a site or a feed")
    options.add_argument("--folder", default="", help="put it in this folder")
    options.add_argument("--title", default="", help="your own name for it")
    options.add_argument("--first", action="store_true", help="of several feeds take the first")
    wanted = options.parse_args(arguments)
    failed = 0
    for url in wanted.url:
        answer = context.newsroom.add_now(url, title=wanted.title, folder=wanted.folder)
        if isinstance(answer, SourcesFound):
            chosen = answer.found[0] if wanted.first else _choose(answer.found)
            if chosen is None:
                message(f"{url} offers several feeds; add the one you want by its address:")
                for source in answer.found:
                    message(f"  {source.url}  {source.title}")
                failed += 1
                continue
            answer = context.newsroom.add_now(chosen.url, title=wanted.title, folder=wanted.folder)
        if isinstance(answer, SourceAdded) and answer.known:
            message(f"{answer.title} is among your sources already; nothing changed.")
        elif isinstance(answer, SourceAdded):
            message(f"Subscribed to {answer.title}: {answer.stories} stories.")
        elif isinstance(answer, AddFailed):
            message(f"{url}: {answer.message}")
            failed += 1
    return 1 if failed else 0


def _choose(found: tuple[FoundSource, ...]) -> FoundSource | None:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    message("That page offers several feeds:")
    for number, source in enumerate(found, 1):
        message(f"  {number}. {source.title or source.url}  {source.url}")
    print("Which one? ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline().strip()
    if answer.isdecimal() and 1 <= int(answer[:9]) <= len(found):
        return found[int(answer[:9]) - 1]
    return None
