"""``newsreader open FILE|URL``: read any page, HTML or text file as a story."""

from __future__ import annotations

import sys

from reader.cli.arguments import Form, Option
from reader.cli.context import Context
from reader.cli.json_lines import print_record
from reader.cli.records import article_record
from reader.cli.spoken import spoken_lines

FORM = Form("open", (Option("json"),), word="page", least=1, most=1)


def run(context: Context, arguments: list[str]) -> int:
    """Read one page and show it: on the screen, as lines, or as JSON."""
    given = FORM.read(arguments)
    article = context.newsroom.pages.open(given.words[0])
    if given.flag("json"):
        print_record(article_record(article))
        return 0
    if context.plain:
        width = 78 if sys.stdout.isatty() else 0
        print("\n".join(spoken_lines(article, width=width)))
        return 0
    from reader.app.run import run as run_app

    return run_app(context.newsroom, mouse=not context.options.no_mouse, article=article)
