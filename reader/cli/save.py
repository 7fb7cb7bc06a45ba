"""``newsreader save URL...``: keep pages for later, whole."""

from __future__ import annotations

from reader.cli.arguments import Form
from reader.cli.context import Context, message
from reader.model.errors import LoadError

FORM = Form("save", word="address", least=1)


def run(context: Context, arguments: list[str]) -> int:
    """Fetch pages and keep them among the saved stories; print their numbers."""
    given = FORM.read(arguments)
    failed = 0
    for url in given.words:
        try:
            print(context.newsroom.pages.save(url))
        except LoadError as error:
            failed += 1
            message(f"{url}: {error}")
    return 1 if failed else 0
