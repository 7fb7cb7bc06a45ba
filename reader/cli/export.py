"""``newsreader export``: the sources as OPML, or stories as Markdown files."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.cli.context import Context, message, parse_query_words, parser


def run(context: Context, arguments: list[str]) -> int:
    """Write the subscriptions as OPML, or the stories of a query as Markdown."""
    options = parser("export", "The sources as OPML; with --markdown the stories of a query.")
    options.add_argument("--markdown", metavar="DIR", help="write each story to a file in DIR")
    options.add_argument("query", nargs="*", help="with --markdown: which stories (is:saved)")
    wanted = parse_query_words(options, arguments)
    newsroom = context.newsroom
    if not wanted.markdown:
        from reader.exchange.opml import write_opml

        sys.stdout.write(write_opml(newsroom.subscriptions(), "newsreader"))
        return 0
    directory = Path(wanted.markdown).expanduser()
    stories = newsroom.select(newsroom.parse(wanted.query or "is:saved"))
    for story in stories:
        message(str(newsroom.export_story(story, directory)))
    return 0
