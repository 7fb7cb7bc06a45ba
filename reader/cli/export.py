"""``newsreader export``: the sources as OPML, or stories as Markdown files."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.cli.arguments import Form, Option
from reader.cli.context import Context, message

FORM = Form("export", (Option("markdown", "directory"),), word="query", query=True)


def run(context: Context, arguments: list[str]) -> int:
    """Write the subscriptions as OPML, or the stories of a query as Markdown."""
    given = FORM.read(arguments)
    newsroom = context.newsroom
    if not given.flag("markdown"):
        sys.stdout.write(newsroom.sources.opml())
        return 0
    directory = Path(given.text("markdown")).expanduser()
    stories = newsroom.stories.select(newsroom.parse(" ".join(given.words) or "is:saved"))
    for story in stories:
        message(str(newsroom.stories.export(story, directory)))
    return 0
