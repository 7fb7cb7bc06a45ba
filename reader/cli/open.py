"""``newsreader open FILE|URL``: read any page, HTML or text file as a story."""

from __future__ import annotations

import sys

from reader.cli.context import Context, parser
from reader.cli.records import article_record, print_record
from reader.cli.spoken import spoken_lines


def run(context: Context, arguments: list[str]) -> int:
    """Read one page and show it: on the screen, as lines, or as JSON."""
    options = parser("open", "Read a web page, an HTML file or a text file as a story.")
    options.add_argument("where", help="an http(s) address or a file")
    options.add_argument("--json", action="store_true", help="one JSON object")
    wanted = options.parse_args(arguments)
    article = context.newsroom.open_page(wanted.where)
    if wanted.json:
        print_record(article_record(article))
        return 0
    if context.plain:
        width = 78 if sys.stdout.isatty() else 0
        print("\n".join(spoken_lines(article, width=width)))
        return 0
    from reader.app.run import run as run_app

    return run_app(context.newsroom, mouse=context.options.mouse, article=article)
