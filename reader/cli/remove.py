"""``newsreader remove``: unsubscribe."""

from __future__ import annotations

from reader.cli.arguments import Form
from reader.cli.context import Context, message
from reader.model.errors import NotFoundError
from reader.wording.catalogue import say

FORM = Form("remove", word="source", least=1)


def run(context: Context, arguments: list[str]) -> int:
    """Unsubscribe from sources, named by address, title or number."""
    given = FORM.read(arguments)
    newsroom = context.newsroom
    feeds = newsroom.sources.overview().feeds
    for name in given.words:
        fits = [feed for feed in feeds if name in (feed.subscription.url, feed.title, str(feed.id))]
        if not fits:
            raise NotFoundError(say("cli.no_source", name=name))
        newsroom.sources.unsubscribe(fits[0].id)
        message(say("removing.done", title=fits[0].title))
    return 0
