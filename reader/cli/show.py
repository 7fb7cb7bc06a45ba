"""``newsreader show ID``: one story, as text, Markdown or JSON."""

from __future__ import annotations

import sys

from reader.cli.arguments import Form, Option
from reader.cli.context import Context, message
from reader.cli.json_lines import print_record
from reader.cli.records import article_record
from reader.cli.spoken import spoken_lines
from reader.model.errors import NotFoundError
from reader.text.version_diff import describe, in_brackets
from reader.wording.catalogue import say

_FORMS = ("json", "markdown", "changes")
FORM = Form("show", tuple(map(Option, _FORMS)), word="id", least=1, most=1, one_of=_FORMS)


def run(context: Context, arguments: list[str]) -> int:
    """Print one story with its quotes and who speaks them."""
    given = FORM.read(arguments)
    (story,) = given.stories()
    newsroom = context.newsroom
    if not newsroom.stories.headlines([story]):
        raise NotFoundError(say("cli.no_story", number=story))
    article = newsroom.stories.article(story)
    if given.flag("changes"):
        version = newsroom.stories.changes(story)
        if version is None:
            message(say("status.unchanged"))
            return 0
        when, changes = version
        message(describe(changes, when, context.clock.now()))
        article = in_brackets(changes.article)
    if given.flag("json"):
        headline = newsroom.stories.headline(story)
        facts = {"id": story, "source": headline.source, "tags": list(headline.tags)}
        print_record({**facts, **article_record(article)})
    elif given.flag("markdown"):
        print(newsroom.stories.markdown(story, article), end="")
    else:
        width = 78 if sys.stdout.isatty() else 0
        print("\n".join(spoken_lines(article, width=width)))
    return 0
