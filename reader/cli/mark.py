"""``newsreader mark``: read, unread, saved or not, from the shell."""

from __future__ import annotations

from reader.cli.context import Context, message, parser, story_number
from reader.model.errors import NotFoundError


def run(context: Context, arguments: list[str]) -> int:
    """Mark stories by their numbers."""
    options = parser("mark", "Mark stories, by the numbers that 'newsreader list' shows.")
    how = options.add_mutually_exclusive_group(required=True)
    how.add_argument("--read", dest="how", action="store_const", const="read")
    how.add_argument("--unread", dest="how", action="store_const", const="unread")
    how.add_argument("--save", dest="how", action="store_const", const="save")
    how.add_argument("--unsave", dest="how", action="store_const", const="unsave")
    options.add_argument("id", type=story_number, nargs="+")
    wanted = options.parse_args(arguments)
    newsroom = context.newsroom
    known = {headline.id for headline in newsroom.headlines(wanted.id)}
    if not known:
        raise NotFoundError("There is no story of that number. 'newsreader list' shows them.")
    for missing in (story for story in wanted.id if story not in known):
        message(f"There is no story {missing}; the others are marked.")
    stories = [story for story in wanted.id if story in known]
    if wanted.how in ("read", "unread"):
        change = newsroom.mark_read(stories, wanted.how == "read")
    else:
        change = newsroom.save(stories, wanted.how == "save")
    message(f"{change.count} changed.")
    return 0 if len(known) == len(set(wanted.id)) else 1
