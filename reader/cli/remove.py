"""``newsreader remove``: unsubscribe."""

from __future__ import annotations

from reader.cli.context import Context, message, parser
from reader.model.errors import NotFoundError


def run(context: Context, arguments: list[str]) -> int:
    """Unsubscribe from sources, named by address, title or number."""
    options = parser("remove", "Unsubscribe. What you saved and what you have read stays known.")
    options.add_argument("source", nargs="+", help="address, title or number of a source")
    wanted = options.parse_args(arguments)
    newsroom = context.newsroom
    feeds = newsroom.sources().feeds
    for name in wanted.source:
        fits = [feed for feed in feeds if name in (feed.subscription.url, feed.title, str(feed.id))]
        if not fits:
            raise NotFoundError(f"There is no source {name!r}. 'newsreader feeds' lists them.")
        newsroom.unsubscribe(fits[0].id)
        message(f"Unsubscribed from {fits[0].title}.")
    return 0
