"""``newsreader list [QUERY]``: stories, the best answer first, without words the newest."""

from __future__ import annotations

from reader.cli.arguments import Form, Option
from reader.cli.context import Context
from reader.cli.json_lines import print_record
from reader.cli.records import headline_record
from reader.cli.spoken import headline_line
from reader.model.query import Order

AT_ONCE = 500
"""Headlines read from the store at a time, so that a list of a million needs little memory."""


FORM = Form(
    "list",
    (Option("newest"), Option("json"), Option("limit", "count", "n")),
    word="query",
    query=True,
)


def run(context: Context, arguments: list[str]) -> int:
    """Print the stories that match a query."""
    given = FORM.read(arguments)
    limit = given.number("limit")
    newsroom = context.newsroom
    order = Order.NEWEST if given.flag("newest") else Order.BEST
    ids = newsroom.stories.select(newsroom.parse(" ".join(given.words)), order=order)
    if limit > 0:
        ids = ids[:limit]
    now, number = context.clock.now(), 0
    for start in range(0, len(ids), AT_ONCE):
        for headline in newsroom.stories.headlines(ids[start : start + AT_ONCE]):
            number += 1
            if given.flag("json"):
                print_record(headline_record(headline))
            else:
                print(f"{headline_line(number, headline, now)} [{headline.id}]")
    return 0
