"""``newsreader list [QUERY]``: stories, newest first."""

from __future__ import annotations

from reader.cli.context import Context, parse_query_words, parser
from reader.cli.records import headline_record, print_record
from reader.cli.spoken import headline_line

AT_ONCE = 500
"""Headlines read from the store at a time, so that a list of a million needs little memory."""


def run(context: Context, arguments: list[str]) -> int:
    """Print the stories that match a query."""
    options = parser("list", "Stories that match a query, newest first; without one, all.")
    options.add_argument("query", nargs="*", help="is:unread said:name in:source words ...")
    options.add_argument("--json", action="store_true", help="one JSON object a line")
    options.add_argument("-n", "--limit", type=int, default=0, help="at most so many")
    wanted = parse_query_words(options, arguments)
    newsroom = context.newsroom
    ids = newsroom.select(newsroom.parse(wanted.query))
    if wanted.limit > 0:
        ids = ids[: wanted.limit]
    now, number = context.clock.now(), 0
    for start in range(0, len(ids), AT_ONCE):
        for headline in newsroom.headlines(ids[start : start + AT_ONCE]):
            number += 1
            if wanted.json:
                print_record(headline_record(headline))
            else:
                print(f"{headline_line(number, headline, now)} [{headline.id}]")
    return 0
