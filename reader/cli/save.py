"""``newsreader save URL...``: keep pages for later, whole."""

from __future__ import annotations

from reader.cli.context import Context, message, parser
from reader.model.errors import LoadError


def run(context: Context, arguments: list[str]) -> int:
    """Fetch pages and keep them among the saved stories; print their numbers."""
    options = parser("save", "Fetch pages and keep them, whole, among your saved stories.")
    options.add_argument("url", nargs="+", help="http(s) addresses")
    wanted = options.parse_args(arguments)
    failed = 0
    for url in wanted.url:
        try:
            print(context.newsroom.save_page(url))
        except LoadError as error:
            failed += 1
            message(f"{url}: {error}")
    return 1 if failed else 0
