"""``newsreader show ID``: one story, as text, Markdown or JSON."""

from __future__ import annotations

import sys

from reader.cli.context import Context, message, parser, story_number
from reader.cli.records import article_record, print_record
from reader.cli.spoken import spoken_lines
from reader.model.errors import NotFoundError
from reader.text.catalogue import say
from reader.text.changes import describe, in_brackets


def run(context: Context, arguments: list[str]) -> int:
    """Print one story with its quotes and who speaks them."""
    options = parser("show", "One story, with who said what.")
    options.add_argument("id", type=story_number, help="the number that 'newsreader list' shows")
    form = options.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--markdown", action="store_true", help="Markdown, speakers as notes")
    form.add_argument(
        "--changes", action="store_true", help="what its source altered: [-old-] {+new+}"
    )
    wanted = options.parse_args(arguments)
    newsroom = context.newsroom
    if not newsroom.headlines([wanted.id]):
        raise NotFoundError(f"There is no story {wanted.id}. 'newsreader list' shows them.")
    article = newsroom.article(wanted.id)
    if wanted.changes:
        found = newsroom.changes(wanted.id)
        if found is None:
            message(say("status.unchanged"))
            return 0
        when, changes = found
        message(describe(changes, when, context.clock.now()))
        article = in_brackets(changes.article)
    if wanted.json:
        headline = newsroom.headline(wanted.id)
        print_record({"id": wanted.id, "source": headline.source, **article_record(article)})
    elif wanted.markdown:
        from reader.exchange.markdown import article_to_markdown

        print(article_to_markdown(article, source=newsroom.headline(wanted.id).source), end="")
    else:
        width = 78 if sys.stdout.isatty() else 0
        print("\n".join(spoken_lines(article, width=width)))
    return 0
