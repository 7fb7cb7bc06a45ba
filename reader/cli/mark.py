"""``newsreader mark``: read, unread, saved or not, tagged, from the shell."""

from __future__ import annotations

from reader.cli.arguments import Form, Option
from reader.cli.context import Context, message
from reader.model.errors import NotFoundError
from reader.text.tags import tags_in
from reader.wording.catalogue import say

_TAGS = (Option("tag", "tags"), Option("untag", "tags"))
_OPTIONS = (*map(Option, ("read", "unread", "save", "unsave")), *_TAGS)
_HOW = tuple(option.name for option in _OPTIONS)
FORM = Form("mark", _OPTIONS, word="id", least=1, one_of=_HOW, needed=True)


def run(context: Context, arguments: list[str]) -> int:
    """Mark stories by their numbers."""
    given = FORM.read(arguments)
    numbers = given.stories()
    newsroom = context.newsroom
    stored = {headline.id for headline in newsroom.stories.headlines(numbers)}
    if not stored:
        raise NotFoundError(say("cli.no_story", number=numbers[0]))
    for missing in (story for story in numbers if story not in stored):
        message(say("marking.missing", number=missing))
    stories = [story for story in numbers if story in stored]
    if given.flag("read") or given.flag("unread"):
        change = newsroom.marks.read(stories, given.flag("read"))
    elif given.flag("tag") or given.flag("untag"):
        add, remove = tags_in(given.text("tag")), tags_in(given.text("untag"))
        change = newsroom.marks.tag(stories, add, remove)
    else:
        change = newsroom.marks.save(stories, given.flag("save"))
    message(say("marking.changed", count=change.count))
    return 0 if len(stored) == len(set(numbers)) else 1
